"""The command `muster`: words go in, one verb runs, an exit code comes out."""

import io
import os
import sys
from collections.abc import Callable, Mapping
from typing import Annotated, Final, TypeAlias

import typer

from musterbook import __version__
from musterbook.cli.add import add
from musterbook.cli.ask import ask
from musterbook.cli.backtest import backtest
from musterbook.cli.check import check
from musterbook.cli.conflicts import conflicts
from musterbook.cli.copies import copies
from musterbook.cli.demo import demo
from musterbook.cli.doctor import doctor
from musterbook.cli.editing import fmt, new, redo, schema, undo
from musterbook.cli.exits import Exit
from musterbook.cli.extract import extract
from musterbook.cli.fit import fit
from musterbook.cli.hedges import hedges
from musterbook.cli.history import history
from musterbook.cli.report import report
from musterbook.cli.review import review
from musterbook.cli.scenarios import run as run_verb
from musterbook.cli.scenarios import weigh
from musterbook.cli.serve import serve
from musterbook.cli.show import export, show_exhibit
from musterbook.cli.terminal import tell
from musterbook.cli.why import why
from musterbook.core.errors import MusterbookError

app: Final = typer.Typer(
    name="muster",
    help="A cash book for people, where the receipts disagree.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
Verb: TypeAlias = Callable[..., None]
VERBS: Final[Mapping[str, Mapping[str, Verb]]] = {
    "Begin and edit": {"new": new, "fmt": fmt, "undo": undo, "redo": redo, "schema": schema},
    "Take reports in": {
        "extract": extract,
        "copies": copies,
        "add": add,
        "review": review,
        "hedges": hedges,
    },
    "Work it out": {
        "check": check,
        "conflicts": conflicts,
        "fit": fit,
        "run": run_verb,
        "weigh": weigh,
    },
    "Ask the fit": {"why": why, "ask": ask, "history": history, "backtest": backtest},
    "Show it": {
        "show": show_exhibit,
        "report": report,
        "serve": serve,
        "export": export,
        "demo": demo,
        "doctor": doctor,
    },
}


def _help_of(verb: Verb) -> tuple[str, str]:
    """Part a verb's docstring into what it does and its examples, one a paragraph."""
    about, _, examples = (verb.__doc__ or "").partition("Examples:")
    listed = " ".join(examples.split()).split(" · ")
    return about.strip(), "\n\n".join(("Examples:", *(f"\u2003{each}" for each in listed)))


for panel, verbs in VERBS.items():
    for name, verb in verbs.items():
        about, examples = _help_of(verb)
        app.command(name, help=about, epilog=examples, rich_help_panel=panel)(verb)


def _tell_version(asked: bool) -> None:
    if asked:
        typer.echo(f"musterbook {__version__}")
        raise typer.Exit


@app.callback()
def _muster(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_tell_version, is_eager=True, help="Say which it is."),
    ] = False,
) -> None:
    """Keep the help of all verbs together."""


def run() -> None:
    """Run the command; a fault of the world is told in a line, never as a traceback."""
    for threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"):
        os.environ.setdefault(threads, "1")  # the matrices are small: more threads only wait
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # A terminal without a sign gets its code, which JSON reads as the sign again.
            stream.reconfigure(errors="backslashreplace")
    try:
        app()
    except MusterbookError as fault:
        tell(f"muster: {fault}", style="red")
        sys.exit(Exit.CANNOT)
    except OSError as refused:
        where = f": {refused.filename}" if refused.filename else ""
        tell(f"muster: {refused.strerror or refused}{where}", style="red")
        sys.exit(Exit.CANNOT)
    except KeyboardInterrupt:
        sys.exit(130)  # what a shell gives for an interrupt
    except Exception as bug:
        if os.environ.get("MUSTER_DEBUG"):
            raise
        tell(f"muster: this is a bug in Musterbook: {type(bug).__name__}: {bug}", style="red")
        tell("Please report it with the command you ran; MUSTER_DEBUG=1 shows where it happened.")
        sys.exit(Exit.CANNOT)
