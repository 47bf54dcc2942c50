"""A report on conflicts goes in; what the verdict rests on comes out, one sentence each."""

from collections.abc import Iterator

from musterbook.conflicts.results import ConflictReport
from musterbook.views.sentences import rests_on
from musterbook.views.words import bare, listed, span

HEDGES = "Words such as “about” and “reached” are read by the table of hedge words."
MOST_BOUNDS = 3  # bounds named in the sentence about derived sums; the table shows them all


def crux_of(report: ConflictReport) -> tuple[str, ...]:
    """Say which assumptions and derived sums the verdict leans on, and that words are intervals."""
    if not report.feasible_readings:
        return ()
    return (*rests_on(report), *_derived(report), HEDGES)


def _derived(report: ConflictReport) -> Iterator[str]:
    lead = report.feasible_readings[0]
    if not lead.bounds_without_derived:
        return
    changed = [
        f"{bare(name)} {span(*lead.bounds_without_derived[name])} instead of {span(*limits)}"
        for name, limits in lead.bounds.items()
        if lead.bounds_without_derived.get(name, limits) != limits
    ]
    if changed:
        shown = listed(changed[:MOST_BOUNDS])
        yield f"A sum that a report derived from its own figures is believed; without it {shown}."
