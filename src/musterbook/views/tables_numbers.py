"""An answer and its verdict go in; one table of every number, certain and likely, comes out."""

from collections.abc import Collection
from datetime import date

from musterbook.conflicts.results import Bounds, Verdict
from musterbook.fit.results import Answer, FlagKind
from musterbook.views.anchors import measure_anchor
from musterbook.views.table import Cell, Column, Table, Tone
from musterbook.views.words import day as dated
from musterbook.views.words import estimate, span

HEADS = (
    "measure",
    "#if every claim holds",
    "#median",
    "#90 % interval",
    "#before any claim",
    "rests on",
)


def numbers_table(
    answer: Answer, verdict: Verdict | None, *, day: date, charted: Collection[str] = ()
) -> Table:
    """Show every measure of an answer: what is certain of it, what is likely, what was before.

    `charted` names the measures that have a chart of their own; the others' rows are anchors.
    """
    weak = {each.subject for each in answer.warnings if each.kind is FlagKind.PRIOR_DOMINATED}
    bounds: Bounds = verdict.bounds if verdict is not None else {}
    rows = tuple(
        _row(name, answer, bounds, day=day, is_weak=name in weak, has_chart=name in charted)
        for name in answer.measures
    )
    heads = tuple(Column(each.lstrip("#"), each.startswith("#")) for each in HEADS)
    return Table(
        f"Every number on {dated(day)}",
        heads,
        rows,
        "If every claim holds: the bounds that the intervals alone leave, without any probability. "
        "Median and 90 %: what is likely when every source may be off. Before any claim: the "
        "prior’s 90 % interval, which the account and its assumptions allow.",
    )


def _row(
    name: str, answer: Answer, bounds: Bounds, *, day: date, is_weak: bool, has_chart: bool
) -> tuple[Cell, ...]:
    path = answer.measures[name]
    at = path.at(day)
    middle, interval = estimate(*(float(each[at]) for each in (path.q05, path.q50, path.q95)))
    low, high = float(path.prior_q05[at]), float(path.prior_q95[at])
    anchor = measure_anchor(name)
    return (
        Cell(name, f"#{anchor}", anchor="" if has_chart else anchor),
        Cell(span(*bounds[name]) if name in bounds else "—"),
        Cell(middle, tone=Tone.STRONG),
        Cell(interval),
        Cell(estimate(low, low, high)[1], tone=Tone.QUIET),
        Cell("assumptions alone", tone=Tone.QUIET) if is_weak else Cell("claims"),
    )
