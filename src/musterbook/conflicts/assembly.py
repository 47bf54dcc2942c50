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
from musterbook.conflicts.frame import Frame, Sparse, signs_of
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
        self.steps = frame.steps_named([*rows, *spoken])
        self._column_of_step = {step: number for number, step in enumerate(self.steps)}
        self.width = len(frame.free) + len(frame.moved) * len(self.steps)
        self.unit = self._largest_bound()
        self.halves: list[Half] = []
        self.gives: dict[int, list[int]] = {}
        self.errors: dict[tuple[str, str], int] = {}
        self.layout = Layout()
        self._add_unknowns()
        self.stretch = self.layout.column(*HELD)
        self.network: list[Part] = []
        self._add_network()
        self.network_rows = len(self.network)
        for group in self.groups:
            self._add_group(group)

    def column(self, place: int) -> int:
        """Find the programme's column of a place in z whose step is kept."""
        step = self.frame.step_of(place)
        if step is None:
            return place
        flow = (place - len(self.frame.free)) // self.frame.step_count
        return len(self.frame.free) + flow * len(self.steps) + self._column_of_step[step]

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
        for flow in self.frame.moved:
            lowest = 0.0 if all(columns[number].nonnegative for number in flow) else -np.inf
            for _ in self.steps:
                self.layout.column(lowest, np.inf)

    def _add_network(self) -> None:
        """Add that running totals never fall and that no stock is below 0, step by step."""
        first, count = len(self.frame.free), len(self.steps)
        columns = self.frame.system.columns
        for number, flow in enumerate(self.frame.moved):
            if all(columns[each].nonnegative for each in flow):
                at = first + number * count
                for step in range(1, count):
                    self.layout.row({at + step: 1.0, at + step - 1: -1.0}, 0.0, np.inf)
                    self.network.append(self._moved(number, step))
        system = self.frame.system
        openings = zip(system.stocks, self._openings(), signs_of(system), strict=True)
        for name, opening, touched in openings:
            for step in range(count if touched else 0):
                stock = {first + flow * count + step: sign for flow, sign in touched}
                self.layout.row({opening: 1.0, **stock}, 0.0, np.inf)
                instant = self.frame.instant(self.steps[step])
                self.network.append(Part(name, instant, instant))

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
        moved = self._moved(flow, step)
        return Part(moved.name, self.frame.system.knots[0], moved.end)

    def _moved(self, flow: int, step: int) -> Part:
        opening = self.frame.system.knots[0]
        start = self.frame.instant(self.steps[step - 1]) if step else opening
        name = self.frame.system.flows[flow].name
        return Part(name, start, self.frame.instant(self.steps[step]))

    def _openings(self) -> list[int]:
        place = {column: number for number, column in enumerate(self.frame.free.tolist())}
        system = self.frame.system
        return [place[system.index[stock, system.knots[0]]] for stock in system.stocks]

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
