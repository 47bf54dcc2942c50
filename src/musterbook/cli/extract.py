"""`muster extract`: the claims a text makes, no case needed."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from musterbook.cli.exits import Exit
from musterbook.cli.llm import PATIENCE, model_to_ask
from musterbook.cli.options import AsJson, LlmModel, LlmTimeout, LlmUrl
from musterbook.cli.terminal import say, say_json, tell, working

if TYPE_CHECKING:
    from datetime import date

    from musterbook.core.when import Period
    from musterbook.reports.header import Header

Published = Annotated[
    datetime | None, typer.Option(formats=["%Y-%m-%d"], help="When the text was published.")
]
Events = Annotated[
    list[str] | None,
    typer.Option("--event", help='A named time the text leans on: "the war began=2022-02-24".'),
]


def extract(
    file: Annotated[Path, typer.Argument(help="A text, HTML or PDF file.", metavar="FILE")],
    published: Published = None,
    event: Events = None,
    llm: LlmUrl = "",
    model: LlmModel = "",
    llm_timeout: LlmTimeout = PATIENCE,
    as_json: AsJson = False,
) -> None:
    """List the head counts a text claims: how many, of whom, when, said by whom, how hedged.

    Examples: muster extract article.txt --published 2026-02-17 · muster extract a.html --json
    """
    from musterbook.case.paper import read_bytes
    from musterbook.claims.proposer.read import read_claims
    from musterbook.cli.problems import print_problems
    from musterbook.reports.read import MOST_BYTES, read_report
    from musterbook.views.extracted import extracted_heading, extracted_lines

    asked = model_to_ask(llm, model, seconds=llm_timeout)
    data, problems = read_bytes(file.parent, file.name, MOST_BYTES)
    report, found = read_report(data, file.name) if data is not None else (None, ())
    print_problems((*problems, *found), file.parent)
    if report is None:
        raise typer.Exit(Exit.FOUND)
    day = published.date() if published else report.header.published
    if said := _of_the_day(report.header, day, is_told=published is not None):
        tell(said)
    known = _events(event or [])
    with working("reading"):
        read = read_claims(report.text, day, model=asked, report=file.name, events=known)
    print_problems(read.problems, file.parent)
    if as_json:
        say_json([each.to_json() for each in read.claims])
    else:
        say(extracted_heading(len(read.claims)), style="bold")
        for facts, quote in extracted_lines(read.claims, report.marks):
            say(facts, hang=2)
            say(quote, style="dim", indent=4, hang=1)
    if any(each.is_error for each in read.problems):
        raise typer.Exit(Exit.FOUND)


def _of_the_day(header: "Header", day: "date | None", *, is_told: bool) -> str:
    """Say where the day of publication was taken from, or that there is none; else nothing."""
    if day is None:
        made = f"; the file was made on {header.made}" if header.made else ""
        says = "no publication date is known: relative times stay open (--published YYYY-MM-DD)"
        return f"{says}{made}"
    if is_told or not header.dated:
        return ""
    return f"published {day}, says {header.dated} (--published YYYY-MM-DD for another day)"


def _events(pairs: list[str]) -> "dict[str, Period]":
    from musterbook.core.when import parse_date

    found = {}
    for pair in pairs:
        name, _, when = pair.partition("=")
        period = parse_date(when)
        if period is None:
            says = f"{pair!r} names no date: write --event 'the war began=2022-02-24'"
            raise typer.BadParameter(says)
        found[name.strip()] = period
    return found
