"""Columns and rows as they are listed in, a silent HiGHS solver that holds them out."""

from collections.abc import Mapping
from types import MappingProxyType

import highspy
import numpy as np

# No presolve, which loses basis and ray. No scaling: the weights are near 1 as they are; scaling
# by helper columns made one programme in forty take 2 s instead of 10 ms, and tolerances would
# not be in people.
ORDINARY: Mapping[str, str | int] = MappingProxyType(
    {"presolve": "off", "simplex_scale_strategy": 0, "simplex_strategy": 1, "threads": 1}
)


class QuietSolver(highspy.Highs):
    """HiGHS without its banner: the ordinary constructor prints one when it sets up callbacks."""

    def __init__(self) -> None:
        super(highspy.Highs, self).__init__()
        self.setOptionValue("output_flag", False)  # noqa: FBT003


class Layout:
    """Columns and rows as they are listed, before HiGHS gets them."""

    def __init__(self) -> None:
        self.bounds: list[tuple[float, float]] = []
        self.low: list[float] = []
        self.high: list[float] = []
        self.starts: list[int] = [0]
        self.places: list[int] = []
        self.weights: list[float] = []

    def column(self, low: float, high: float) -> int:
        """Add a column between two bounds and give its number."""
        self.bounds.append((low, high))
        return len(self.bounds) - 1

    def row(self, weights: Mapping[int, float], low: float, high: float) -> None:
        """Add a row between two bounds."""
        kept = {column: weight for column, weight in weights.items() if weight}
        self.places += kept
        self.weights += kept.values()
        self.starts.append(len(self.places))
        self.low.append(low)
        self.high.append(high)

    def solver(self) -> highspy.Highs:
        """Hand the model to HiGHS."""
        program = highspy.HighsLp()
        program.num_col_, program.num_row_ = len(self.bounds), len(self.low)
        program.col_cost_ = np.zeros(len(self.bounds))
        program.col_lower_ = np.array([low for low, _ in self.bounds])
        program.col_upper_ = np.array([high for _, high in self.bounds])
        program.row_lower_, program.row_upper_ = np.array(self.low), np.array(self.high)
        program.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        program.a_matrix_.start_ = np.array(self.starts, dtype=np.int32)
        program.a_matrix_.index_ = np.array(self.places, dtype=np.int32)
        program.a_matrix_.value_ = np.array(self.weights)
        return quiet_solver(program)


def quiet_solver(program: highspy.HighsLp) -> highspy.Highs:
    """Set up a silent HiGHS that holds a model, with the ordinary options."""
    solver = QuietSolver()
    for option, value in ORDINARY.items():
        solver.setOptionValue(option, value)
    solver.passModel(program)
    return solver
