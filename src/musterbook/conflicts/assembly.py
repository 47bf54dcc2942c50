"""A Frame and some of its groups in, the columns and rows of their linear programme out.

Legend: a·z is a row over running totals. Each end of a row's interval is one *half*,
a·z >= low or a·z <= high. Besides z there are three kinds of helper columns, all held at 0 until
a question frees them:
- a *give* s >= 0 of each interval: a·z + s >= low, a·z - s <= high;
- the *stretch* t, by how much the factor of widening exceeds 1: a·z + w t >= low and
  a·z - w t <= high, w being half the width of the interval;
- the *error* b of each source in each class: low (1 - b) <= a·z <= high (1 - b).
Stretch and errors are counted in units of 1/`unit`, the largest bound, so that no weight is large.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from musterbook.account.system import Group
from musterbook.conflicts.frame import Frame, Sparse, StockShape
from musterbook.conflicts.intervals import Half, gives_together, half_width
from musterbook.conflicts.layout import Layout
from musterbook.core.when import Instant

HELD = (0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Part:
    """Something that is never below 0: a stock on a date, or those who moved between two."""

    name: str
    start: Instant
    end: Instant


class Assembly:
    """The network of a frame and the rows of some of its groups, laid out."""

    def __init__(
        self, frame: Frame, groups: Iterable[int], *, spoken: Iterable[Sparse] = ()
    ) -> None:
        """Lay out the rows; `spoken` are vectors over z that later questions will ask about."""
        self.frame = frame
        self.groups = tuple(groups)
        rows = [row for group in self.groups for row in frame.rows[group]]
        self.flows, self.steps = frame.named([*rows, *spoken])
        self._place_of_step = {step: number for number, step in enumerate(self.steps)}
        self._first = {
            flow: len(frame.free) + number * len(self.steps)
            for number, flow in enumerate(self.flows)
        }
        self.width = len(frame.free) + len(self.flows) * len(self.steps)
        self.unit = self._largest_bound()
        self.halves: list[Half] = []
        self.gives: dict[int, list[int]] = {}
        self.errors: dict[tuple[str, str], int] = {}
        self.layout = Layout()
        self._add_unknowns()
        self.stretch = self.layout.column(*HELD)
        self._add_moves()
        self._add_stocks()
        self.network_rows = len(self.layout.low)
        for group in self.groups:
            self._add_group(group)

    def column(self, place: int) -> int:
        """Find the programme's column of a place in z whose step is kept."""
        step = self.frame.step_of(place)
        if step is None:
            return place
        return self._first[self.frame.flow_of(place)] + self._place_of_step[step]

    def columns(self, vector: Sparse) -> dict[int, float]:
        """Give a vector over z as weights over the programme's columns."""
        places, weights = vector
        return {
            self.column(place): weight
            for place, weight in zip(places.tolist(), weights.tolist(), strict=True)
        }

    def _add_unknowns(self) -> None:
        columns = self.frame.system.columns
        for number in self.frame.free.tolist():
            self.layout.column(0.0 if columns[number].nonnegative else -np.inf, np.inf)
        for flow in self.flows:
            lowest = 0.0 if self.frame.never_negative[flow] else -np.inf
            for _ in self.steps:
                self.layout.column(lowest, np.inf)

    def _add_moves(self) -> None:
        """Add that running totals never fall."""
        for flow in self._rising():
            for column in range(self._first[flow] + 1, self._first[flow] + len(self.steps)):
                self.layout.row({column: 1.0, column - 1: -1.0}, 0.0, np.inf)

    def _add_stocks(self) -> None:
        """Add that no stock is ever below 0."""
        for stock in self._stocks():
            for step in range(len(self.steps)):
                moved = {self._first[flow] + step: sign for flow, sign in stock.touched}
                self.layout.row({stock.opening: 1.0, **moved}, 0.0, np.inf)

    def _rising(self) -> list[int]:
        return [flow for flow in self.flows if self.frame.never_negative[flow]]

    def _stocks(self) -> list[StockShape]:
        """List the stocks on the islands spoken of; one that no flow touches keeps its opening."""
        return [
            each for each in self.frame.stocks if each.touched and each.touched[0][0] in self._first
        ]

    def network_parts(self) -> list[Part]:
        """Tell what each row of the network says is never below 0, in their order."""
        parts = [
            self._moved(flow, step) for flow in self._rising() for step in range(1, len(self.steps))
        ]
        instants = [self.frame.instant(step) for step in self.steps]
        parts += [Part(stock.name, each, each) for stock in self._stocks() for each in instants]
        return parts

    def _largest_bound(self) -> float:
        groups = self.frame.system.groups
        rows = [row for number in self.groups for row in groups[number].rows]
        ends = [abs(end) for row in rows for end in (row.low, row.high) if np.isfinite(end)]
        return max(1.0, *ends) if ends else 1.0

    def part_of_column(self, column: int) -> Part:
        """Tell what a column of z counts: an opening, or all who moved since the window opened."""
        if column < len(self.frame.free):
            each = self.frame.system.columns[int(self.frame.free[column])]
            return Part(each.name, each.start, each.end)
        flow, step = divmod(column - len(self.frame.free), len(self.steps))
        moved = self._moved(self.flows[flow], step)
        return Part(moved.name, self.frame.system.knots[0], moved.end)

    def _moved(self, flow: int, step: int) -> Part:
        opening = self.frame.system.knots[0]
        start = self.frame.instant(self.steps[step - 1]) if step else opening
        name = self.frame.system.flows[flow].name
        return Part(name, start, self.frame.instant(self.steps[step]))

    def _add_group(self, number: int) -> None:
        group = self.frame.system.groups[number]
        together = gives_together(group)
        give = self.layout.column(*HELD) if together else -1
        error = self._error_of(group)
        self.gives[number] = [give] if together else []
        for place, row in enumerate(group.rows):
            if not together:
                give = self.layout.column(*HELD)
                self.gives[number].append(give)
            weights = self.columns(self.frame.rows[number][place])
            width = half_width(row)
            for is_lower, bound in ((True, row.low), (False, row.high)):
                if np.isinf(bound):
                    continue
                sign = 1.0 if is_lower else -1.0
                helpers = {give: sign, self.stretch: sign * width / self.unit}
                if error is not None and not row.is_ratio:
                    helpers[error] = bound / self.unit
                ends = (bound, np.inf) if is_lower else (-np.inf, bound)
                self.layout.row(weights | helpers, *ends)
                self.halves.append(Half(number, place, is_lower, bound))

    def _error_of(self, group: Group) -> int | None:
        if group.origin is None:
            return None
        key = (group.origin, group.bias_class)
        if key not in self.errors:
            self.errors[key] = self.layout.column(*HELD)
        return self.errors[key]
