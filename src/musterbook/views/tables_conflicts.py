"""Verdicts go in; tables of readings, conflicts, ways out and certain bounds come out."""

from collections.abc import Collection, Mapping

from musterbook.conflicts.results import Bounds, ConflictReport, Verdict
from musterbook.views.anchors import measure_anchor
from musterbook.views.sentences import meaning
from musterbook.views.table import Cell, Column, Table, Tone
from musterbook.views.words import bare, span

Links = Mapping[str, str]
CERTAIN = "What is certain at the as-of date, if every claim holds"
MOST_SETS = 3  # sets of members named in one cell; the cards show them all


def readings_table(report: ConflictReport) -> Table:
    """Show every combination of readings: whether it adds up, and what clashes where not."""
    words = [measure for measure, _ in report.default.choice]
    heads = [Column(f"{bare(each)} means") for each in words] or [Column("reading")]
    heads += [
        Column("adds up"),
        Column("cannot all be true"),
        Column("intervals × λ*", is_number=True),
    ]
    return Table(
        "Which readings make the numbers add up",
        tuple(heads),
        tuple(_reading_row(each) for each in report.readings),
        note="λ* is the least factor by which every interval would have to widen for all to hold; "
        "below 1 there is room to spare.",
    )


def _reading_row(verdict: Verdict) -> tuple[Cell, ...]:
    tone = Tone.GOOD if verdict.feasible else Tone.QUIET
    meanings = [Cell(reading, tone=tone) for _, reading in verdict.choice]
    widen = "none helps" if verdict.widen is None else f"{verdict.widen:.2f}"
    return (
        *(meanings or [Cell("as written")]),
        Cell("yes", tone=Tone.GOOD) if verdict.feasible else Cell("no", tone=Tone.BAD),
        Cell(_sets(verdict)),
        Cell(widen),
    )


def _sets(verdict: Verdict) -> str:
    if verdict.feasible:
        return "nothing clashes"
    shown = [braced(each.members) for each in verdict.conflicts[:MOST_SETS]]
    left = len(verdict.conflicts) - len(shown)
    more = f"… {left} more" if left else ""
    unknown = "" if verdict.complete else "there may be more"
    return ", ".join(each for each in (*shown, more, unknown) if each)


def braced(members: tuple[str, ...]) -> str:
    """Write a set of members as mathematicians do: `{A3, B4}`."""
    return "{" + ", ".join(members) + "}"


def bounds_table(
    report: ConflictReport, *, only: Collection[str] | None = None, is_trail: bool = False
) -> Table:
    """Show what is certain: measures' bounds under each feasible reading, no probability.

    Where it `is_trail`, its rows are the anchors that links to measures lead to.
    """
    working = report.feasible_readings
    heads = [Column("measure")]
    if len(working) > 1:
        heads.append(Column("whatever the reading", is_number=True))
    for number, verdict in enumerate(working, 1):
        name = "between" if len(working) == 1 else f"reading {number}"
        heads.append(Column(name, is_number=True))
        if verdict.bounds_without_derived:
            heads.append(Column(f"{name}, without derived sums", is_number=True))
    measures = dict.fromkeys(name for each in working for name in each.bounds)
    rows = [
        _bounds_row(name, report, is_trail=is_trail)
        for name in measures
        if only is None or name in only
    ]
    return Table(CERTAIN, tuple(heads), tuple(rows), _which(working))


def _which(working: tuple[Verdict, ...]) -> str:
    if len(working) < 2:  # noqa: PLR2004 - one reading needs no list of readings
        return "Bounds follow from the intervals alone; no probability enters."
    named = (f"reading {number}: {meaning(each.choice)}" for number, each in enumerate(working, 1))
    return "; ".join(named)


def _bounds_row(measure: str, report: ConflictReport, *, is_trail: bool) -> tuple[Cell, ...]:
    working = report.feasible_readings
    anchor = measure_anchor(measure)
    row = [Cell(measure, f"#{anchor}", anchor=anchor if is_trail else "")]
    if len(working) > 1:
        row.append(Cell(_span_of(report.certain, measure), tone=Tone.STRONG))
    tone = Tone.STRONG if len(working) == 1 else Tone.PLAIN
    for verdict in working:
        row.append(Cell(_span_of(verdict.bounds, measure), tone=tone))
        if verdict.bounds_without_derived:
            row.append(Cell(_span_of(verdict.bounds_without_derived, measure)))
    return tuple(row)


def _span_of(bounds: Bounds, measure: str) -> str:
    low, high = bounds.get(measure, (None, None))
    return span(low, high)
