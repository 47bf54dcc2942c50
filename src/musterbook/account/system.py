"""The linear system as a value: columns (who moved when), rows over them, and groups of rows.

Every stage after this one works on a System. Its unknowns x, all in people, are
- OPENING  a stock at the window's opening,
- FLOW     those who passed along one flow between two neighbouring knots,
- BEFORE   what a measure had summed up before the window opened (one per measure and date).
Knots are instants (the date whose end is meant): the opening, every step's end, and every date
a sentence names. All stocks are at least 0 at every knot; columns marked so are at least 0.
"""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from musterbook.core.problem import Place
from musterbook.core.when import Instant

Floats: TypeAlias = NDArray[np.float64]
Choice: TypeAlias = tuple[tuple[str, str], ...]  # (measure, reading), sorted by measure


class ColumnKind(StrEnum):
    """What an unknown counts."""

    OPENING = "opening"
    FLOW = "flow"
    BEFORE = "before"


class MemberKind(StrEnum):
    """What kind of sentence a group of rows comes from."""

    CLAIM = "claim"
    ASSUMPTION = "assumption"
    OPENING = "opening"
    PART = "part of"


@dataclass(frozen=True, slots=True)
class Column:
    """One unknown; a flow's runs from the instant `start` to the instant `end`."""

    kind: ColumnKind
    name: str
    start: Instant
    end: Instant
    nonnegative: bool = True


@dataclass(frozen=True, slots=True)
class Row:
    """weights · x[columns] lies in [low, high]; `excess` is the scale beyond a one-sided bound.

    `words` says what the left side counts, e.g. `present on 2026-02-16`. A comparison of two
    measures (a share, a multiple, a part of a whole) has `is_ratio` and carries no reported
    number of its own.
    """

    columns: tuple[int, ...]
    weights: tuple[float, ...]
    low: float
    high: float
    words: str
    excess: float | None = None
    is_ratio: bool = False

    def dense(self, width: int) -> Floats:
        """Spread the weights over all columns: shape (column,)."""
        return Vector(self.columns, self.weights).dense(width)


@dataclass(frozen=True, slots=True)
class Group:
    """The rows of one member of a conflict: one origin-observation, assumption or opening.

    `claims` holds the claims it stands for, the one whose number is the row first, its copies
    after. `origin` is the source (None for assumptions and openings), `bias_class` losses,
    strength or movement. A group of several rows from `throughout` or `since` shares one error.
    """

    name: str
    kind: MemberKind
    rows: tuple[Row, ...]
    says: str
    place: Place
    measure: str
    claims: tuple[str, ...] = ()
    origin: str | None = None
    bias_class: str = "strength"
    credibility: int = 6
    is_derived: bool = False


@dataclass(frozen=True, slots=True)
class Vector:
    """A linear function of the columns: weights · x[columns] + constant, in people."""

    columns: tuple[int, ...]
    weights: tuple[float, ...]
    constant: float = 0.0

    def dense(self, width: int) -> Floats:
        """Spread the weights over all columns: shape (column,)."""
        vector = np.zeros(width)
        np.add.at(vector, np.asarray(self.columns, dtype=np.intp), self.weights)
        return vector


@dataclass(frozen=True, slots=True)
class FlowShape:
    """Which stock or reservoir a flow leaves and enters, and its declared scale, if any.

    `typical` is in people per month; `spread` the sd of a month as a share of it, where a range
    was declared (a 90 % interval); `changes` a word of the prior (slowly, quickly…).
    """

    name: str
    source: str
    target: str
    typical: float | None = None
    changes: str = ""
    spread: float | None = None


@dataclass(frozen=True, slots=True)
class System:
    """The account with one reading chosen for every word: columns, groups, and its network.

    `stocks` are the declared stocks (not the reservoirs outside), `flows` their shapes,
    `measures` each declared measure's stocks and totals under this choice:
    measure -> ((stock or flow, weight, is a total), ...) with `constants` added.
    """

    columns: tuple[Column, ...]
    knots: tuple[Instant, ...]
    stocks: tuple[str, ...]
    flows: tuple[FlowShape, ...]
    groups: tuple[Group, ...]
    measures: Mapping[str, tuple[tuple[str, float, bool], ...]]
    as_of: date
    choice: Choice = ()
    index: Mapping[tuple[str, Instant], int] = field(default_factory=dict)
    _along: dict[str, list[int]] = field(
        init=False, default_factory=dict, compare=False, repr=False
    )  # each flow's columns, the first step's first: every claim about it takes a stretch of them

    @property
    def width(self) -> int:
        """How many unknowns there are."""
        return len(self.columns)

    def group(self, name: str) -> Group:
        """Find a group by its name."""
        return next(each for each in self.groups if each.name == name)

    def without(self, *names: str) -> "System":
        """Give the same system with some groups left out."""
        return replace(self, groups=tuple(each for each in self.groups if each.name not in names))

    def without_derived(self) -> "System":
        """Give the same system without sums that a report derived from its own claims."""
        return replace(self, groups=tuple(each for each in self.groups if not each.is_derived))

    def stock_vector(self, stock: str, instant: Instant) -> Vector:
        """Express a stock at a knot by its opening and the flows since: shape (column,)."""
        columns, weights = [self.index[stock, self.knots[0]]], [1.0]
        for flow in self.flows:
            sign = (flow.target == stock) - (flow.source == stock)
            if sign:
                moved = self._flow_columns(flow.name, self.knots[0], instant)
                columns += moved
                weights += [float(sign)] * len(moved)
        return Vector(tuple(columns), tuple(weights))

    def total_vector(self, flow: str, start: Instant, end: Instant) -> Vector:
        """Express all who passed along a flow between two knots."""
        moved = self._flow_columns(flow, start, end)
        return Vector(tuple(moved), (1.0,) * len(moved))

    def measure_vector(self, name: str, instant: Instant) -> Vector:
        """Express a measure at a knot: stocks then, totals since the window opened."""
        columns: list[int] = []
        weights: list[float] = []
        for part, weight, is_total in self.measures[name]:
            vector = (
                self.total_vector(part, self.knots[0], instant)
                if is_total
                else self.stock_vector(part, instant)
            )
            columns += vector.columns
            weights += [weight * each for each in vector.weights]
        return Vector(tuple(columns), tuple(weights))

    def _flow_columns(self, flow: str, start: Instant, end: Instant) -> list[int]:
        first, last = (bisect_right(self.knots, each, 1) for each in (start, end))
        if flow not in self._along:
            self._along[flow] = [self.index[flow, knot] for knot in self.knots[1:]]
        return self._along[flow][first - 1 : last - 1]  # no step ends at the first knot
