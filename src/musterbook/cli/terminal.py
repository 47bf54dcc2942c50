"""Text, tables and JSON go in; the terminal shows them: results on stdout, the rest on stderr."""

import json
import shlex
import sys
import textwrap
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console

    from musterbook.cli.grid import Line
    from musterbook.core.progress import Told
    from musterbook.views.table import Table

NARROW = 80  # columns when nothing says how wide the terminal is: what most were built for
MOST_ROWS = 40  # rows of a table shown unless all are asked for: about two screens


def out() -> "Console":
    """Give the console of results."""
    return _console(to_errors=False)


def err() -> "Console":
    """Give the console of progress and problems."""
    return _console(to_errors=True)


def _console(*, to_errors: bool) -> "Console":
    from rich.console import Console

    stream = sys.stderr if to_errors else sys.stdout
    width = None if stream.isatty() else NARROW
    return Console(stderr=to_errors, highlight=False, width=width, soft_wrap=False, emoji=False)


def in_command(path: object) -> str:
    """Write a path as a shell takes it, for a command line that is shown to be typed."""
    return shlex.quote(str(path))


def say(text: str = "", *, style: str = "", indent: int = 0, hang: int = 0) -> None:
    """Print a line of results, wrapped under its own beginning; markup in it is left as it is."""
    _print(out(), text, style=style, indent=indent, hang=hang)


def tell(text: str, *, style: str = "", indent: int = 0, hang: int = 0) -> None:
    """Print a line beside the results."""
    _print(err(), text, style=style, indent=indent, hang=hang)


def _print(console: "Console", text: str, *, style: str, indent: int, hang: int) -> None:
    from musterbook.cli.grid import whole_numbers

    for line in text.split("\n"):
        # Rich would part a number at its thin spaces; textwrap knows only plain ones.
        wrapped = textwrap.wrap(
            whole_numbers(line),
            console.width,
            initial_indent=" " * indent,
            subsequent_indent=" " * (indent + hang),
            break_long_words=False,
            break_on_hyphens=False,
        )
        for each in wrapped or [""]:
            console.print(each, style=style or None, markup=False, soft_wrap=True)


def say_json(value: object) -> None:
    """Print JSON, indented, as UTF-8."""
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2, default=str) + "\n")


def show(table: "Table", *, show_all: bool = False) -> None:
    """Print a table; what does not fit is counted, never dropped in silence."""
    from dataclasses import replace

    from musterbook.cli.grid import grid_lines

    console = out()
    shown = table if show_all else replace(table, rows=table.rows[:MOST_ROWS])
    if table.title:
        say(table.title, style="bold")
    for line in grid_lines(shown, console.width) if table.rows else ():
        _print_pieces(console, line)
    if not table.rows:
        say("nothing", indent=2, style="dim")
    hidden = len(table.rows) - len(shown.rows)
    if hidden:
        say(f"… {hidden} more, --all")
    if table.note:
        say(table.note, style="dim")


def _print_pieces(console: "Console", line: "Line") -> None:
    from rich.text import Text

    text = Text.assemble(*((words, TONES.get(tone, "")) for words, tone in line))
    text.rstrip()
    console.print(text, soft_wrap=True)


SOON = 1.0  # seconds: what is done by then needs no counting

TONES = {"good": "green", "bad": "red", "quiet": "dim", "strong": "bold"}


@contextmanager
def working(what: str) -> "Iterator[Told]":
    """Show that something is being worked out, on a terminal only.

    What comes of it is to be told which piece is begun, of how many: it is shown after a second.
    """
    from musterbook.core.progress import nobody

    console = err()
    if not console.is_terminal:
        yield nobody
        return
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.description} …"), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        task, began = progress.add_task(what, total=None), time.monotonic()

        def told(piece: int, of: int) -> None:
            if of > 1 and time.monotonic() - began > SOON:
                progress.update(task, description=f"{what}: {piece} of {of}")

        yield told
