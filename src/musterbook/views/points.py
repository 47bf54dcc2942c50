"""A built system goes in; its claims come out as marks on the charts of what they speak of."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from musterbook.account.binding import Mode
from musterbook.account.build import Built
from musterbook.account.observations import Bound
from musterbook.account.system import Group

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

    @property
    def middle(self) -> float:
        """Where the dot is drawn: the middle, or the bound of a one-sided claim."""
        if self.low is None:
            return self.high or 0.0
        return self.low if self.high is None else (self.low + self.high) / 2


def terms_of(built: Built, measure: str) -> Terms:
    """Give what a measure is made of under the system's readings, so that synonyms are alike."""
    return frozenset(built.system.measures.get(measure, ()))


def marks_by_terms(built: Built) -> dict[Terms, tuple[ClaimMark, ...]]:
    """Gather the claims of a system that can be drawn, by what their measures are made of."""
    groups = {each.name: each for each in built.system.groups}
    found: dict[Terms, list[ClaimMark]] = {}
    for observation in built.observations:
        bound = observation.bound
        mark = _mark(built, bound, groups.get(bound.statement.name))
        if mark is not None:
            found.setdefault(_terms(bound), []).append(mark)
    return {key: tuple(marks) for key, marks in found.items()}


def _terms(bound: Bound) -> Terms:
    return frozenset((part, weight, total) for (part, total), weight in bound.linear.terms.items())


def _mark(built: Built, bound: Bound, group: Group | None) -> ClaimMark | None:
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


def _shape(bound: Bound, *, is_from_opening: bool) -> MarkShape | None:
    if bound.of_linear is not None:
        return None  # a share of something else has no height of its own
    shapes = {
        Mode.AT: MarkShape.DOT,
        Mode.OVER: MarkShape.DOT if is_from_opening else MarkShape.SLOPE,
        Mode.KNOTS: MarkShape.BAR,
        Mode.AVERAGE: MarkShape.BAR,
    }
    return shapes.get(bound.binding.mode)
