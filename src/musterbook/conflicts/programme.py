"""A Frame in, a warm linear programme out: groups are switched on and off, questions are asked.

The columns and rows are those of `assembly`.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np

from musterbook.account.system import Floats
from musterbook.conflicts.assembly import Assembly
from musterbook.conflicts.frame import Frame, Sparse
from musterbook.conflicts.warm import Status, WarmSolver

PROOF_SHARE = 1e-9  # a part of a ray below this share of its largest is rounding


@dataclass(frozen=True, slots=True)
class Solved:
    """An optimum: its value, the columns, and the multiplier of every row (all as HiGHS has)."""

    value: float
    columns: Floats
    multipliers: Floats
    reduced: Floats


class Programme(Assembly):
    """The network of a frame and the rows of some of its groups, held warm in HiGHS."""

    def __init__(
        self, frame: Frame, groups: Iterable[int], *, spoken: Iterable[Sparse] = ()
    ) -> None:
        """Lay out the rows; `spoken` are vectors over z that later questions will ask about."""
        super().__init__(frame, groups, spoken=spoken)
        self._solver = WarmSolver(self.layout)
        self._active = frozenset(self.groups)
        self._halves_of: dict[int, list[int]] = {}
        for number, half in enumerate(self.halves):
            self._halves_of.setdefault(half.group, []).append(number)

    def is_feasible(self, active: Iterable[int]) -> bool:
        """Say whether these groups can all be true at once."""
        return self._run(active, {}, costs={}) == Status.kOptimal

    def ray_support(self, active: Iterable[int]) -> frozenset[int] | None:
        """Name the groups in one proof that these cannot all be true; None where they can."""
        wanted = frozenset(active)
        if self.is_feasible(wanted):
            return None
        _, found, ray = self._solver.highs.getDualRay()  # type: ignore[attr-defined]
        if not found:
            return wanted
        parts = np.abs(np.asarray(ray)[self.network_rows :])
        limit = PROOF_SHARE * float(parts.max(initial=0.0))
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
        solution = self._solver.highs.getSolution()
        return Solved(
            float(self._solver.highs.getInfo().objective_function_value),
            np.asarray(solution.col_value),
            np.asarray(solution.row_dual),
            np.asarray(solution.col_dual),
        )

    def solve_in_integers(self, seconds: float) -> Status:
        """Solve with every unknown a whole number of people; the programme is of no use after."""
        return self._solver.run_in_integers(range(self.width), seconds)

    def _switch(self, active: frozenset[int]) -> None:
        changed = active ^ self._active
        if not changed:
            return
        self._active = active
        rows = [number for group in changed for number in self._halves_of.get(group, ())]
        low, high = np.full(len(rows), -np.inf), np.full(len(rows), np.inf)
        for place, number in enumerate(rows):
            half = self.halves[number]
            if half.group in active:
                (low if half.is_lower else high)[place] = half.bound
        numbers = [self.network_rows + number for number in rows]
        self._solver.set_rows(numbers, low, high=high)

    def _run(
        self,
        active: Iterable[int],
        loose: Mapping[int, tuple[float, float]],
        *,
        costs: Mapping[int, float],
    ) -> Status:
        self._switch(frozenset(active))
        self._solver.set_loose(loose)
        self._solver.set_costs(costs)
        return self._solver.run()
