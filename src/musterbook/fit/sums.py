"""Rows that are mostly zeros go in; their products with a matrix come out, sooner than by all.

A row about one unknown is a row of the matrix, and what a stock holds a month later is the row
above and what passed in between. So of every row only its weights are multiplied, or only those in
which it differs from the row above, whichever are fewer.
"""

import numpy as np
from numpy.typing import NDArray

from musterbook.account.system import Floats

FEW = 8  # weights: with more, a plain product takes less time


class Sums:
    """Rows of weights, shape (row, unknown), made ready to multiply."""

    def __init__(self, rows: Floats) -> None:
        """Look for what each row needs: its first weight, others, the row above, or a product."""
        follows, chosen = _chosen(rows)
        self.following: list[int] = follows.tolist()
        count = np.count_nonzero(chosen, axis=1)
        self.long = np.flatnonzero(count > FEW)
        self.long_rows = chosen[self.long]
        at, columns = chosen.nonzero()
        weights, is_short = chosen[at, columns], count[at] <= FEW
        is_first = np.diff(at, prepend=-1) > 0
        self.column = np.zeros(len(rows), dtype=np.intp)
        self.column[at[is_first]] = columns[is_first]
        weight = np.zeros(len(rows))
        weight[at[is_first]] = weights[is_first]
        self.scaled = np.flatnonzero(weight != 1.0)
        self.scales = weight[self.scaled, None]
        others = is_short & ~is_first
        self.others = list(
            zip(*(each[others].tolist() for each in (at, columns, weights)), strict=True)
        )

    def times(self, matrix: Floats) -> Floats:
        """Multiply: (unknown, column) -> (row, column)."""
        over = matrix.take(self.column, axis=0)
        over[self.scaled] *= self.scales
        if len(self.long):
            over[self.long] = self.long_rows @ matrix
        for row, column, weight in self.others:
            over[row] += weight * matrix[column]
        for row in self.following:
            over[row] += over[row - 1]
        return over


def _chosen(rows: Floats) -> tuple[NDArray[np.intp], Floats]:
    """Tell which rows are best made from the row above, and give what is then to be added."""
    whole = np.count_nonzero(rows, axis=1)
    many = np.flatnonzero(whole > 1)
    many = many[many > 0]
    changes = rows[many] - rows[many - 1]
    fewer = np.count_nonzero(changes, axis=1) < whole[many]
    chosen = rows.copy()
    chosen[many[fewer]] = changes[fewer]
    return many[fewer], chosen
