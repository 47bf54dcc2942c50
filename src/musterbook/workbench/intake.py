"""Reports on their way into a case go in; their claims and the edits that add them come out.

Nothing is told and nothing is written here: the command line and the web page do either.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from musterbook.account.proposals import Fields, propose
from musterbook.case.add import report_edits, slug
from musterbook.case.edits import Edit
from musterbook.claims.lexicon_own import Lexicon
from musterbook.claims.proposer.nouns import Model, Reading
from musterbook.claims.proposer.read import read_claims
from musterbook.core.records import Report
from musterbook.reports.read import ReportText
from musterbook.reports.rows import rows_declared
from musterbook.workbench.bench import Workbench
from musterbook.workbench.incoming import Incoming, Told


@dataclass(frozen=True, slots=True)
class Planned:
    """A report about to be added: its name, how many claims are proposed, the edits that do it."""

    name: str
    proposed: int
    edits: tuple[Edit, ...]


def names_taken(bench: Workbench) -> set[str]:
    """Give the names of the reports that lie in the case, faulty ones too."""
    return {Path(file).stem for file in bench.loaded.files if file.startswith("reports/")}


def reading_of(
    bench: Workbench, incoming: Incoming, told: Told, *, model: Model | None = None
) -> Reading:
    """Read the claims of a text; a table's are declared by hand."""
    text, published = incoming.text, incoming.published(told)
    if text is None or published is None:
        return Reading(())
    if text.table is not None:
        return Reading((), (rows_declared(text.table, slug(incoming.file.stem)),))
    return read_claims(
        text.text,
        published,
        model=model,
        report=incoming.file.name,
        events=bench.case.events,
        lexicon=Lexicon.of(bench.case.lexicon),
    )


def plan(
    bench: Workbench, incoming: Sequence[Incoming], told: Told, *, readings: Sequence[Reading]
) -> tuple[Planned, ...]:
    """Plan how each report is added, one reading each, its publisher declared where it is new."""
    sources = set(bench.case.sources)
    planned = []
    for each, reading in zip(incoming, readings, strict=True):
        newcomer = each.newcomer(told)
        proposals = proposals_of(bench, reading, report=newcomer.stem)
        edits = report_edits(newcomer, proposals, seen=bench.loaded.files, known_sources=sources)
        sources.add(told.publisher)  # the first of several reports declares it for all
        planned.append(Planned(newcomer.stem, len(proposals), edits))
    return tuple(planned)


def proposals_of(bench: Workbench, reading: Reading, *, report: str) -> tuple[Fields, ...]:
    """Write the claims of a report as a claims file holds them."""
    return propose(bench.case, bench.ledger.network, claims=reading.claims, report=report)


def proposal_at(bench: Workbench, report: Report, span: tuple[int, int]) -> Fields:
    """Give what extraction proposes for a stretch of a report's text; no fields where nothing."""
    text = ReportText(report.text)
    told = Told(report.published, report.publisher, report.title, report.url, report.retold)
    reading = reading_of(bench, Incoming(Path(report.name), b"", text), told)
    proposed = proposals_of(bench, reading, report=report.name)
    claims = zip(reading.claims, proposed, strict=True)
    shared = [(_shared(span, (claim.start, claim.end)), fields) for claim, fields in claims]
    best, fields = max(shared, key=lambda each: each[0], default=(0, Fields()))
    return fields if best > 0 else Fields()


def _shared(one: tuple[int, int], other: tuple[int, int]) -> int:
    """Count the characters two stretches have in common."""
    return min(one[1], other[1]) - max(one[0], other[0])
