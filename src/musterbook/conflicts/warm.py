"""A layout in, a solver kept warm between questions out: only what changes is told to HiGHS."""

from collections.abc import Mapping, Sequence

import highspy
import numpy as np

from musterbook.account.system import Floats
from musterbook.conflicts.layout import ORDINARY, Layout
from musterbook.core.errors import CannotComputeError

Status = highspy.HighsModelStatus
DECIDED = (Status.kOptimal, Status.kInfeasible, Status.kUnbounded)
LARGE = 1e7  # people: a tenth of the numbers beyond which an endless step was seen to be none
DUAL, PRIMAL = 1, 4  # HiGHS's numbers for its two simplex methods
# What to try, in turn, when a run ends undecided: afresh, scaled, by the primal, by presolve.
REMEDIES: tuple[tuple[tuple[str, str | int], ...], ...] = (
    (),
    (("simplex_scale_strategy", 0),),
    (("simplex_scale_strategy", 2),),
    (("simplex_strategy", PRIMAL),),
    (("presolve", "on"),),
)


class WarmSolver:
    """HiGHS with the state it was left in: costs, and columns set loose from 0."""

    def __init__(self, layout: Layout) -> None:
        self.highs = layout.solver()
        ends = np.abs([*layout.low, *layout.high])
        self._is_large = bool(ends[np.isfinite(ends)].max(initial=0.0) > LARGE)
        self._loose: dict[int, tuple[float, float]] = {}
        self._costs: dict[int, float] = {}
        self._is_moved = True

    def set_rows(self, rows: Sequence[int], low: Floats, *, high: Floats) -> None:
        """Put rows between other bounds."""
        numbers = np.array(rows, dtype=np.int32)
        self.highs.changeRowsBounds(len(rows), numbers, low, high)  # type: ignore[attr-defined]
        self._is_moved = True

    def set_loose(self, loose: Mapping[int, tuple[float, float]]) -> None:
        """Set these columns loose, and hold all others that were loose at 0 again."""
        wanted = dict.fromkeys(self._loose, (0.0, 0.0)) | dict(loose)
        for column, (low, high) in wanted.items():
            if self._loose.get(column, (0.0, 0.0)) != (low, high):
                self.highs.changeColBounds(column, low, high)
                self._is_moved = True
        self._loose = dict(loose)

    def set_costs(self, costs: Mapping[int, float]) -> None:
        """Minimise these costs, and no other."""
        wanted = dict.fromkeys(self._costs, 0.0) | dict(costs)
        changed = {c: cost for c, cost in wanted.items() if self._costs.get(c, 0.0) != cost}
        if changed:
            numbers = np.array(list(changed), dtype=np.int32)
            self.highs.changeColsCost(len(changed), numbers, np.array(list(changed.values())))
        self._costs = {column: cost for column, cost in costs.items() if cost}

    def run(self) -> highspy.HighsModelStatus:
        """Solve: optimal, infeasible or unbounded.

        Where only costs changed, the last solution still stands and the primal method goes on
        from it, which takes a third of the time. Beyond numbers of a hundred million it may take a
        long step for an endless one, so that "unbounded" is then believed only when said afresh.

        Raises:
            CannotComputeError: when every remedy ends without an answer.
        """
        self.highs.setOptionValue("simplex_strategy", DUAL if self._is_moved else PRIMAL)
        self._is_moved = False
        for remedy in REMEDIES:
            status = self._run_with(remedy)
            if status == Status.kUnbounded and self._is_large and not remedy:
                self.highs.clearSolver()
                status = self._run_with(remedy)
            if status in DECIDED:
                return status
        said = self.highs.modelStatusToString(status)
        raise CannotComputeError(f"the linear programme ended without an answer: {said}")

    def run_in_integers(self, columns: Sequence[int], seconds: float) -> highspy.HighsModelStatus:
        """Solve with these columns whole numbers; any state is told, a limit of time too."""
        whole = np.full(len(columns), int(highspy.HighsVarType.kInteger), dtype=np.uint8)
        numbers = np.array(columns, dtype=np.int32)
        self.highs.changeColsIntegrality(len(columns), numbers, whole)
        self.highs.setOptionValue("time_limit", seconds)
        self.highs.setOptionValue("presolve", "on")
        self.highs.run()
        return self.highs.getModelStatus()

    def _run_with(self, remedy: Sequence[tuple[str, str | int]]) -> highspy.HighsModelStatus:
        if remedy:
            self.highs.clearSolver()
        for option, value in remedy:
            self.highs.setOptionValue(option, value)
        self.highs.run()
        for option, _ in remedy:
            self.highs.setOptionValue(option, ORDINARY[option])
        return self.highs.getModelStatus()
