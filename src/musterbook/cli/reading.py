"""Reports and perhaps a model go in; the claims of each come out, faults and gaps told."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from musterbook.cli.incoming import day_said, read_one, read_piped
from musterbook.cli.terminal import tell, working

if TYPE_CHECKING:
    from musterbook.claims.claim import ExtractedClaim
    from musterbook.claims.proposer.nouns import Model, Reading
    from musterbook.core.when import Period
    from musterbook.reports.marks import Mark
    from musterbook.reports.read import ReportText
    from musterbook.workbench import Workbench
    from musterbook.workbench.incoming import Incoming, Told

STDIN = Path("-")  # where a report is piped in, as commands of Unix have it


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the command line says of texts to read: their day, named times, a model to ask."""

    published: date | None
    events: "Mapping[str, Period]"
    model: "Model | None"


@dataclass(frozen=True, slots=True)
class Extraction:
    """What came of one file: was it read as prose, what it claims, and did all go well."""

    is_read: bool
    claims: "tuple[ExtractedClaim, ...]" = ()
    marks: "tuple[Mark, ...]" = ()
    is_sound: bool = True


def extraction_of(file: Path, wanted: Wanted, *, is_one: bool) -> Extraction:
    """Read the claims of a file; a table, or a text not in English, is told and not read."""
    from musterbook.claims.proposer.read import read_claims
    from musterbook.cli.problems import print_problems
    from musterbook.reports.language import only_english
    from musterbook.reports.rows import rows_declared

    incoming = read_piped() if file == STDIN else read_one(file)
    file, text = incoming.file, incoming.text
    if text is None:
        return Extraction(is_read=False)
    if text.table is not None:
        print_problems((rows_declared(text.table, str(file)),), Path())
        return Extraction(is_read=False)
    if only_english(text.text, text.header.body) is None:
        return Extraction(is_read=False)
    _tell_of(text, wanted, name="" if is_one else f"{file}: ")
    day = wanted.published or text.header.published
    with working(f"reading {file.name}"):
        read = read_claims(
            text.text, day, model=wanted.model, report=str(file), events=wanted.events
        )
    print_problems(read.problems, Path())
    is_sound = not any(each.is_error for each in read.problems)
    return Extraction(is_read=True, claims=tuple(read.claims), marks=text.marks, is_sound=is_sound)


def _tell_of(text: "ReportText", wanted: Wanted, *, name: str) -> None:
    """Tell where a text's day is from, and which of the named times it never leans on."""
    from musterbook.views.extracted import events_not_met

    if said := day_said(text, wanted.published):
        tell(f"{name}{said}")
    for event in events_not_met(text.text, wanted.events, begin=text.header.body):
        tell(
            f'{name}--event "{event}" is not met: the text nowhere says since, after, before, '
            f'until or when, and then "{event}" (every word counts, `the` too)',
            style="yellow",
        )


def read_all(
    bench: "Workbench", incoming: "tuple[Incoming, ...]", told: "Told", *, model: "Model | None"
) -> "tuple[Reading, ...]":
    """Read the claims of each report, by rules and model; what the model got wrong is told."""
    from musterbook.cli.problems import print_problems
    from musterbook.workbench.intake import reading_of

    readings = []
    for each in incoming:
        with working(f"reading {each.file.name}"):
            readings.append(reading_of(bench, each, told, model=model))
        print_problems(readings[-1].problems, bench.folder)
    return tuple(readings)
