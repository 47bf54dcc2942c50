"""`muster copies`: which texts copy one another, or tell the same with another number."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from musterbook.cli.exits import Exit
from musterbook.cli.options import AsJson, ShowAll
from musterbook.cli.terminal import MOST_ROWS, say, say_json, tell, working

if TYPE_CHECKING:
    from musterbook.claims.copies.likeness import DatedText, Likeness
    from musterbook.core.problem import Problem

Files = Annotated[
    list[Path], typer.Argument(help="Texts, HTML or PDF, or folders of them.", metavar="FILE…")
]
KINDS = ".txt, .md, .html, .pdf"
REMEDY = (
    "in a case, a copy's source says `retells:`, or its claims `repeats:`; a claim that corrects "
    "another says `supersedes:`"
)


def copies(files: Files, as_json: AsJson = False, show_all: ShowAll = False) -> None:
    """List texts that copy one another, and retellings in which a number has changed.

    Nothing is merged: which text is the copy, a reader decides. Needs no case.

    Examples: muster copies first.txt second.txt · muster copies clippings --json
    """
    from musterbook.claims.copies.likeness import likeness_of
    from musterbook.cli.problems import print_problems
    from musterbook.views.likeness import likeness_to_json, summary

    with working("reading"):
        texts, problems, is_whole = _read(files)
    print_problems(problems, Path())
    if not texts and is_whole:
        tell(f"there are no texts in {', '.join(map(str, files))} ({KINDS})", style="red")
        raise typer.Exit(Exit.MISUSE)
    with working("comparing the texts"):
        found = likeness_of(texts)
    if as_json:
        say_json({"texts": len(texts), **likeness_to_json(found)})
    else:
        print_likeness(found, show_all=show_all)
        say(_counted(len(texts), summary(found)))
        if found.copies or found.retellings:
            say(REMEDY, style="dim")
    has_any = bool(found.copies or found.retellings) or not is_whole
    raise typer.Exit(Exit.FOUND if has_any else Exit.WELL)


def _counted(count: int, summary: str) -> str:
    if count == 1:
        return "1 text: nothing to compare it with"
    return f"{count} texts: {summary}" if count else "no texts: nothing to compare"


def print_likeness(found: "Likeness", *, show_all: bool = True) -> None:
    """Print each thing noticed, with the sentences that show it; changed numbers come first."""
    from musterbook.views.likeness import noticed

    listed = noticed(found)
    for each in listed if show_all else listed[:MOST_ROWS]:
        say(each.says, hang=2)
        for name, value in each.numbers:
            say(f"{name}  {value}", indent=2, hang=2)
    if not show_all and len(listed) > MOST_ROWS:
        say(f"… {len(listed) - MOST_ROWS} more, --all")


def _read(paths: list[Path]) -> "tuple[dict[str, DatedText], tuple[Problem, ...], bool]":
    """Read every text once; give what is wrong with any, and say whether all could be read."""
    from musterbook.case.paper import read_bytes
    from musterbook.case.texts import day_beside, text_files
    from musterbook.claims.copies.likeness import DatedText
    from musterbook.core.problem import in_reading_order
    from musterbook.reports.header import body_of
    from musterbook.reports.read import MOST_BYTES, read_report

    texts, told, is_whole = {}, list["Problem"](), True
    for file in text_files(paths):
        data, problems = read_bytes(file.parent, file.name, MOST_BYTES)
        report, found = read_report(data, file.name) if data is not None else (None, ())
        told.extend(_placed(each, file) for each in (*problems, *found))
        if report is None:
            is_whole = False
        elif report.table is None:
            day = report.header.published or day_beside(file)
            texts[str(file)] = DatedText(body_of(report.text), day)
    return texts, in_reading_order(told), is_whole


def _placed(problem: "Problem", file: Path) -> "Problem":
    """Name the file as it was given: of two folders' files with one name, each is told apart."""
    place = problem.place
    return replace(problem, place=place and replace(place, file=str(file)))
