"""A Frame in, a warm linear programme out: groups are switched on and off, questions are asked.

Legend: a·z is a row over running totals. Each end of a row's interval is one *half*,
a·z >= low or a·z <= high. Besides z there are three kinds of helper columns, all held at 0 until
a question frees them:
- a *give* s >= 0 of each interval: a·z + s >= low, a·z - s <= high;
- the *stretch* t, by how much the factor of widening exceeds 1: a·z + w t >= low and
  a·z - w t <= high, w being half the width of the interval;
- the *error* b of each source in each class: low (1 - b) <= a·z <= high (1 - b).
Stretch and errors are counted in units of 1/`unit`, the largest bound, so that no weight is large.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import highspy
import numpy as np

from musterbook.account.system import Floats, Group
from musterbook.conflicts.frame import Frame, Sparse, signs_of
from musterbook.conflicts.intervals import Half, gives_together, half_width
from musterbook.conflicts.layout import ORDINARY, Layout
from musterbook.core.errors import CannotComputeError
from musterbook.core.when import Instant

Status = highspy.HighsModelStatus
HELD = (0.0, 0.0)
# What to try, in turn, when a run ends undecided: afresh, scaled, by the primal, by presolve.
REMEDIES: tuple[tuple[tuple[str, str | int], ...], ...] = (
    (),
    (("simplex_scale_strategy", 0),),
    (("simplex_scale_strategy", 2),),
    (("simplex_strategy", 4),),
    (("presolve", "on"),),
)


@dataclass(frozen=True, slots=True)
class Part:
    """Something that is never below 0: a stock on a date, or those who moved between two."""

    name: str
    start: Instant
    end: Instant


@dataclass(frozen=True, slots=True)
class Solved:
    """An optimum: its value, the columns, and the multiplier of every row (all as HiGHS has)."""

    value: float
    columns: Floats
    multipliers: Floats
    reduced: Floats


class Programme:
    """The network of a frame and the rows of some of its groups, held warm in HiGHS."""

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
        self._layout = Layout()
        self._add_unknowns()
        self.stretch = self._layout.column(*HELD)
        self.network: list[Part] = []
        self._add_network()
        self.network_rows = len(self.network)
        for group in self.groups:
            self._add_group(group)
        self._solver = self._layout.solver()
        self._active = frozenset(self.groups)
        self._loose: dict[int, tuple[float, float]] = {}
        self._costs: dict[int, float] = {}

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

    def is_feasible(self, active: Iterable[int]) -> bool:
        """Say whether these groups can all be true at once."""
        return self._run(active, {}, costs={}) == Status.kOptimal

    def ray_support(self, active: Iterable[int]) -> frozenset[int] | None:
        """Name the groups in one proof that these cannot all be true; None where they can."""
        wanted = frozenset(active)
        if self.is_feasible(wanted):
            return None
        _, found, ray = self._solver.getDualRay()  # type: ignore[attr-defined]
        if not found:
            return wanted
        parts = np.abs(np.asarray(ray)[self.network_rows :])
        limit = 1e-9 * max(float(parts.max(initial=0.0)), 1e-300)
        used = {self.halves[number].group for number in np.flatnonzero(parts > limit)}
        return frozenset(used) & wanted or wanted

    def least(
        self,
        active: Iterable[int],
        costs: Mapping[int, float],
        *,
        loose: Mapping[int, tuple[float, float]] | None = None,
    ) -> Solved | None:
        """Minimise a cost over what these groups allow, some helper columns set loose.

        None where nothing is allowed, or where the cost has no least value.
        """
        if self._run(active, loose or {}, costs=costs) != Status.kOptimal:
            return None
        solution = self._solver.getSolution()
        return Solved(
            float(self._solver.getInfo().objective_function_value),
            np.asarray(solution.col_value),
            np.asarray(solution.row_dual),
            np.asarray(solution.col_dual),
        )

    def _run(
        self,
        active: Iterable[int],
        loose: Mapping[int, tuple[float, float]],
        *,
        costs: Mapping[int, float],
    ) -> Status:
        self._switch(frozenset(active))
        self._loosen(loose)
        self._price(costs)
        for remedy in REMEDIES:
            if remedy:
                self._solver.clearSolver()
            for option, value in remedy:
                self._solver.setOptionValue(option, value)
            self._solver.run()
            status = self._solver.getModelStatus()
            for option, _ in remedy:
                self._solver.setOptionValue(option, ORDINARY[option])
            if status in (Status.kOptimal, Status.kInfeasible, Status.kUnbounded):
                return status
        said = self._solver.modelStatusToString(status)
        raise CannotComputeError(f"the linear programme ended without an answer: {said}")

    def _switch(self, active: frozenset[int]) -> None:
        changed = active ^ self._active
        if not changed:
            return
        self._active = active
        rows = [n for n, half in enumerate(self.halves) if half.group in changed]
        low, high = np.full(len(rows), -np.inf), np.full(len(rows), np.inf)
        for place, number in enumerate(rows):
            half = self.halves[number]
            if half.group in active:
                (low if half.is_lower else high)[place] = half.bound
        numbers = np.array(rows, dtype=np.int32) + self.network_rows
        self._solver.changeRowsBounds(  # type: ignore[attr-defined]
            len(rows), numbers.astype(np.int32), low, high
        )

    def _loosen(self, loose: Mapping[int, tuple[float, float]]) -> None:
        wanted = dict.fromkeys(self._loose, HELD) | dict(loose)
        for column, (low, high) in wanted.items():
            if self._loose.get(column, HELD) != (low, high):
                self._solver.changeColBounds(column, low, high)
        self._loose = dict(loose)

    def _price(self, costs: Mapping[int, float]) -> None:
        wanted = dict.fromkeys(self._costs, 0.0) | dict(costs)
        changed = {c: cost for c, cost in wanted.items() if self._costs.get(c, 0.0) != cost}
        if changed:
            self._solver.changeColsCost(
                len(changed),
                np.array(list(changed), dtype=np.int32),
                np.array(list(changed.values())),
            )
        self._costs = {column: cost for column, cost in costs.items() if cost}

    def _add_unknowns(self) -> None:
        columns = self.frame.system.columns
        for number in self.frame.free.tolist():
            self._layout.column(0.0 if columns[number].nonnegative else -np.inf, np.inf)
        for flow in self.frame.moved:
            lowest = 0.0 if all(columns[number].nonnegative for number in flow) else -np.inf
            for _ in self.steps:
                self._layout.column(lowest, np.inf)

    def _add_network(self) -> None:
        """Add that running totals never fall and that no stock is below 0, step by step."""
        first, count = len(self.frame.free), len(self.steps)
        columns = self.frame.system.columns
        for number, flow in enumerate(self.frame.moved):
            if all(columns[each].nonnegative for each in flow):
                at = first + number * count
                for step in range(1, count):
                    self._layout.row({at + step: 1.0, at + step - 1: -1.0}, 0.0, np.inf)
                    self.network.append(self._moved(number, step))
        system = self.frame.system
        openings = zip(system.stocks, self._openings(), signs_of(system), strict=True)
        for name, opening, touched in openings:
            for step in range(count if touched else 0):
                stock = {first + flow * count + step: sign for flow, sign in touched}
                self._layout.row({opening: 1.0, **stock}, 0.0, np.inf)
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
        give = self._layout.column(*HELD) if together else -1
        error = self._error_of(group)
        self.gives[number] = [give] if together else []
        for place, row in enumerate(group.rows):
            if not together:
                give = self._layout.column(*HELD)
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
                self._layout.row(weights | helpers, *ends)
                self.halves.append(Half(number, place, is_lower, bound))

    def _error_of(self, group: Group) -> int | None:
        if group.origin is None:
            return None
        key = (group.origin, group.bias_class)
        if key not in self.errors:
            self.errors[key] = self._layout.column(*HELD)
        return self.errors[key]
