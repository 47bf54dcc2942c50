"""Files and what the command line says of them go in; reports fit to be added come out, or faults.

Every file and every option is looked at before anything is written, and every fault is told.
"""

import sys
from collections.abc import Collection, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from musterbook.cli.days import DAY
from musterbook.cli.exits import Exit
from musterbook.cli.terminal import tell

PIPED = "standard input"  # what a report without a file is called
PAGE_STARTS = (b"<!doctype html", b"<html")  # what web pages begin with: RFC 2854
MOST_SPACE = 1000  # bytes looked at: blank lines may come before a page's first tag

if TYPE_CHECKING:
    from musterbook.reports.read import ReportText
    from musterbook.workbench.incoming import Incoming, Told


def tell_day(incoming: "Incoming", told: "Told") -> None:
    """Tell where the day of publication was taken from, if not from what a person wrote."""
    header = incoming.text.header if incoming.text else None
    if header is not None and header.dated and not told.published:
        tell(f"{incoming.file.name}: published {header.published}, says {header.dated}")


def day_said(text: "ReportText", told: date | None) -> str:
    """Say where the day of publication was taken from, or that there is none; else nothing."""
    header = text.header
    if told is not None or (header.published and not header.dated):
        return ""
    if header.published is None:
        made = f"; the file was made on {header.made}" if header.made else ""
        says = "no publication date is known: relative times stay open"
        return f"{says} ({day_hint(text) or f'--published {DAY}'}){made}"
    return f"published {header.published}, says {header.dated} (--published {DAY} for another day)"


def day_hint(text: "ReportText") -> str:
    """Say what a text without a date prints near its top, and how that is taken; else nothing."""
    from musterbook.reports.top_lines import printed_day

    if text.header.misdated:
        return f"`DATE: {text.header.misdated}` names no day: write DATE: {DAY}"
    printed = printed_day(text.text, text.header.body)
    return f"the text says {printed.words}: --published {printed.day} takes it" if printed else ""


def read_incoming(
    files: Sequence[Path], told: "Told", *, taken: Collection[str]
) -> "tuple[Incoming, ...]":
    """Read every file; `taken` holds the names of the reports the case has already.

    Raises:
        typer.Exit: a file or an option is at fault; each fault has been told.
    """
    from musterbook.cli.problems import print_problems
    from musterbook.workbench.incoming import clashes

    read = tuple(read_one(file) for file in files)
    doubled = clashes(read, taken)
    print_problems(doubled, Path())
    missing = [said for each in read if (said := _missing(each, told))]
    for said in missing:
        tell(said, style="red")
    if not missing and not doubled and all(each.text for each in read):
        for each in read:
            tell_day(each, told)
        return read
    tell("nothing was added")
    raise typer.Exit(Exit.MISUSE if missing else Exit.FOUND)


def read_one(file: Path) -> "Incoming":
    """Read one file; what is wrong with it is told."""
    from musterbook.case.paper import read_named
    from musterbook.cli.problems import print_problems
    from musterbook.reports.read import MOST_BYTES, read_report
    from musterbook.workbench.incoming import Incoming

    data, problems = read_named(file, MOST_BYTES)
    text, found = read_report(data, str(file)) if data is not None else (None, ())
    print_problems((*problems, *found), Path())
    return Incoming(file, data or b"", text)


def read_piped() -> "Incoming":
    """Read what is piped in, a text, a web page or a PDF; what is wrong with it is told."""
    from musterbook.cli.problems import print_problems
    from musterbook.reports.read import MOST_BYTES, read_report
    from musterbook.workbench.incoming import Incoming

    if sys.stdin.isatty():
        tell("reading what is typed or pasted here; Ctrl-D on a line of its own ends it")
    data = sys.stdin.buffer.read(MOST_BYTES + 1)
    is_page = data[:MOST_SPACE].lstrip().lower().startswith(PAGE_STARTS)
    text, found = read_report(data, f"{PIPED}.html" if is_page else PIPED)
    print_problems(found, Path())
    return Incoming(Path(PIPED), data, text)


def _missing(incoming: "Incoming", told: "Told") -> str:
    """Say which options a file needs that nobody gave; empty where none."""
    options = []
    if incoming.text is not None and incoming.published(told) is None:
        options.append("--published YYYY-MM-DD")
    if not told.publisher:
        options.append("--publisher NAME")
    hint = day_hint(incoming.text) if incoming.text and not incoming.published(told) else ""
    said = f"{' and '.join(options)}{f' ({hint})' if hint else ''}"
    return f"{incoming.file.name}: say {said}" if options else ""
