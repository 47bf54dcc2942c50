"""Rows that may give at a cost in, the least costly gives out, by the dual programme.

Legend: a·z >= low - s and a·z <= high + s are the halves, s >= 0 what each gives at its own cost
w; the rows of the network give nothing. To minimise the sum of w s is to maximise the sum of
y times the bound over multipliers y, with the sum of y a equal to 0 (at most 0 where z >= 0);
y lies between 0 and w for a lower half, between -w and 0 for an upper one, and is at least 0 for
a row of the network. What a half gives is the reduced cost of its y at w.

Solved so, there is a row for every unknown and none for the network, a third as many as the other
way round; and new costs only move the ends of y, so that the dual simplex goes on from the last
answer.
"""

import highspy
import numpy as np

from musterbook.account.system import Floats
from musterbook.conflicts.assembly import Assembly
from musterbook.conflicts.layout import quiet_solver
from musterbook.conflicts.warm import Status


class Multipliers:
    """The dual of an assembly's rows, held warm in HiGHS: a column for each of them."""

    def __init__(self, assembly: Assembly) -> None:
        """Lay it out with every cost 1."""
        self._network_rows = assembly.network_rows
        self._is_lower = np.array([half.is_lower for half in assembly.halves], dtype=bool)
        rows = assembly.network_rows + len(self._is_lower)
        self._numbers = np.arange(assembly.network_rows, rows, dtype=np.int32)
        self._highs = quiet_solver(self._programme(assembly))

    def least_gives(self, costs: Floats) -> Floats | None:
        """Find what each half gives where the least is paid: shape (half,), in people.

        `costs` are above 0, one for each half. None where the solver ends without an answer.
        """
        low, high = self._ends(costs)
        self._highs.changeColsBounds(len(costs), self._numbers, low, high)
        self._highs.run()
        if self._highs.getModelStatus() != Status.kOptimal:
            return None
        slope = np.asarray(self._highs.getSolution().col_dual)[self._network_rows :]
        return np.maximum(0.0, np.where(self._is_lower, -slope, slope))

    def _programme(self, assembly: Assembly) -> highspy.HighsLp:
        """Turn the rows into columns, their places in z into rows; helper columns are left out."""
        layout, none = assembly.layout, np.zeros(assembly.network_rows)
        low, high = self._ends(np.ones(len(self._is_lower)))
        programme = highspy.HighsLp()
        programme.num_col_, programme.num_row_ = len(layout.low), assembly.width
        bounds = [half.bound for half in assembly.halves]
        programme.col_cost_ = np.concatenate([none, -np.array(bounds)])
        programme.col_lower_ = np.concatenate([none, low])
        programme.col_upper_ = np.concatenate([none + np.inf, high])
        is_free = np.array([np.isinf(lowest) for lowest, _ in layout.bounds[: assembly.width]])
        programme.row_lower_ = np.where(is_free, 0.0, -np.inf)
        programme.row_upper_ = np.zeros(assembly.width)
        places = np.array(layout.places, dtype=np.int32)
        is_kept = places < assembly.width
        kept_before = np.concatenate([[0], np.cumsum(is_kept)])
        programme.a_matrix_.format_ = highspy.MatrixFormat.kColwise
        programme.a_matrix_.start_ = kept_before[layout.starts].astype(np.int32)
        programme.a_matrix_.index_ = places[is_kept]
        programme.a_matrix_.value_ = np.array(layout.weights)[is_kept]
        return programme

    def _ends(self, costs: Floats) -> tuple[Floats, Floats]:
        return np.where(self._is_lower, 0.0, -costs), np.where(self._is_lower, costs, 0.0)
