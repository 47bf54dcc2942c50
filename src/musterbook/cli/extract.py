"""`muster extract`: the claims texts make, no case needed."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from musterbook.cli.days import EVENT, events_of, tell_days_to_come
from musterbook.cli.exits import Exit
from musterbook.cli.llm import PATIENCE, model_to_ask
from musterbook.cli.options import AsJson, LlmModel, LlmTimeout, LlmUrl, Published
from musterbook.cli.reading import Extraction, Wanted, extraction_of
from musterbook.cli.terminal import say, say_json

Files = Annotated[
    list[Path], typer.Argument(help="Texts, HTML or PDF; - is what is piped in.", metavar="FILE")
]
Events = Annotated[
    list[str] | None,
    typer.Option(
        "--event",
        metavar=EVENT,
        help='A named time the text leans on, in its own words: "the war began=2022-02-24".',
        show_default=False,
    ),
]


def extract(
    files: Files,
    published: Published = None,
    event: Events = None,
    llm: LlmUrl = "",
    model: LlmModel = "",
    llm_timeout: LlmTimeout = PATIENCE,
    as_json: AsJson = False,
) -> None:
    """List the head counts a text claims: how many, of whom, when, said by whom, how hedged.

    Examples: muster extract article.txt --published 2026-02-17 · muster extract a.html --json ·
    muster extract - < article.txt
    """
    known = events_of(event or [])
    asked = model_to_ask(llm, model, seconds=llm_timeout)
    wanted = Wanted(published.date() if published else None, known, asked)
    tell_days_to_come(wanted.published, known)
    done = {str(file): extraction_of(file, wanted, is_one=len(files) == 1) for file in files}
    if as_json:
        listed = {file: [each.to_json() for each in one.claims] for file, one in done.items()}
        say_json(next(iter(listed.values())) if len(files) == 1 else listed)
    else:
        _print(done)
    if not all(each.is_read and each.is_sound for each in done.values()):
        raise typer.Exit(Exit.FOUND)


def _print(done: Mapping[str, Extraction]) -> None:
    """Print what was read of each file, under its name where there are several."""
    from musterbook.views.extracted import extracted_heading, extracted_lines

    for file, one in done.items():
        if not one.is_read:
            continue
        name = f"{file}: " if len(done) > 1 else ""
        say(f"{name}{extracted_heading(len(one.claims))}", style="bold")
        for facts, quote in extracted_lines(one.claims, one.marks):
            say(facts, hang=2)
            say(quote, style="dim", indent=4, hang=1)
