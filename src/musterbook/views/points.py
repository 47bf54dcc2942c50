"""A built system goes in; its claims come out as marks on the charts of what they speak of."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from musterbook.account.binding import Mode
from musterbook.account.build import Built
from musterbook.account.observations import BoundStatement
from musterbook.account.system import Group, MemberKind

Terms: TypeAlias = frozenset[tuple[str, float, bool]]  # (stock or flow, weight, is a total)


class MarkShape(StrEnum):
    """How a claim is drawn: a dot at a date, a change as a slope, a lasting level as a bar."""

    DOT = "dot"
    SLOPE = "slope"
    BAR = "bar"


@dataclass(frozen=True, slots=True)
class ClaimMark:
    """A claim on a chart: what it allows, in people (None: open), from one date to another.

    A dot's two dates are the same. A slope's numbers are the change between its dates.
    """

    claim: str
    shape: MarkShape
    start: date
    end: date
    low: float | None
    high: float | None
    is_derived: bool = False
    is_set_aside: bool = False

    @property
    def middle(self) -> float:
        """Where the dot is drawn: the middle, or the bound of a one-sided claim."""
        if self.low is None:
            return self.high or 0.0
        return self.low if self.high is None else (self.low + self.high) / 2


def terms_of(built: Built, measure: str) -> Terms:
    """Give what a measure is made of under the system's readings, so that synonyms are alike."""
    return _unfolded(built, built.system.measures.get(measure, ()))


def _unfolded(built: Built, terms: Iterable[tuple[str, float, bool]]) -> Terms:
    """Replace a stock that began at 0 and that nobody leaves by the totals that filled it."""
    found = set()
    for name, weight, is_total in terms:
        inflows = () if is_total else _only_filled(built, name)
        found |= {(flow, weight, True) for flow in inflows} or {(name, weight, is_total)}
    return frozenset(found)


def _only_filled(built: Built, stock: str) -> tuple[str, ...]:
    flows = built.system.flows
    if any(each.source == stock for each in flows) or not _began_empty(built, stock):
        return ()
    return tuple(each.name for each in flows if each.target == stock)


def _began_empty(built: Built, stock: str) -> bool:
    openings = (each for each in built.system.groups if each.kind is MemberKind.OPENING)
    rows = (row for each in openings if each.measure == stock for row in each.rows)
    return any(row.low == row.high == 0 for row in rows)


def marks_by_terms(
    built: Built, *, set_aside: Collection[str] = ()
) -> dict[Terms, tuple[ClaimMark, ...]]:
    """Gather the claims of a system that can be drawn, by what their measures are made of."""
    groups = {each.name: each for each in built.system.groups}
    found: dict[Terms, list[ClaimMark]] = {}
    for observation in built.observations:
        bound = observation.bound
        mark = _mark(built, bound, groups.get(bound.statement.name))
        if mark is not None:
            mark = replace(mark, is_set_aside=mark.claim in set_aside)
            found.setdefault(bound_terms(built, bound), []).append(mark)
    return {key: tuple(marks) for key, marks in found.items()}


def bound_terms(built: Built, bound: BoundStatement) -> Terms:
    """Give what a claim is about, as `terms_of` gives it of a measure."""
    parts = bound.linear.terms.items()
    return _unfolded(built, ((part, weight, total) for (part, total), weight in parts))


def _mark(built: Built, bound: BoundStatement, group: Group | None) -> ClaimMark | None:
    opening, binding = built.system.knots[0], bound.binding
    shape = _shape(bound, is_from_opening=binding.start == opening)
    if shape is None or group is None or not group.claims or binding.start < opening:
        return None
    row = group.rows[0]
    return ClaimMark(
        group.name,
        shape,
        binding.end if shape is MarkShape.DOT else binding.start,
        binding.end,
        None if row.low == -float("inf") else row.low,
        None if row.high == float("inf") else row.high,
        group.is_derived,
    )


def _shape(bound: BoundStatement, *, is_from_opening: bool) -> MarkShape | None:
    if bound.of_linear is not None:
        return None  # a share of something else has no height of its own
    shapes = {
        Mode.AT: MarkShape.DOT,
        Mode.OVER: MarkShape.DOT if is_from_opening else MarkShape.SLOPE,
        Mode.KNOTS: MarkShape.BAR,
        Mode.AVERAGE: MarkShape.BAR,
    }
    return shapes.get(bound.binding.mode)
