"""Walls go in; what a bounce off each does to the slacks of all, their Gram matrix, comes out."""

import numpy as np
from numpy.typing import NDArray

from musterbook.fit.memory_layout import in_whole_lines
from musterbook.fit.precision import Numbers, Precision
from musterbook.fit.walls import Walls

MOST_NUMBERS = 60_000_000  # of a Gram matrix kept whole: half a gigabyte; above, row by row


class Reflections:
    """Walls with rows of length 1, and what each reflections: the rows of F Fᵀ."""

    def __init__(self, walls: Walls, precision: Precision) -> None:
        """Lay the walls out in numbers of so many digits."""
        walls, self.precision = in_whole_lines(walls), precision
        self.rows: Numbers = walls.rows.astype(precision.kind)
        self.slack: Numbers = walls.slack.astype(precision.kind)
        fits = len(walls.slack) ** 2 <= MOST_NUMBERS
        self.gram: Numbers | None = self.rows @ self.rows.T if fits else None

    def write(self, chosen: NDArray[np.intp], *, out: Numbers) -> None:
        """Write rows of the Gram matrix: shape (path, wall)."""
        if self.gram is None:
            np.matmul(self.rows[chosen], self.rows.T, out=out)
            return
        self.gram.take(chosen, axis=0, out=out, mode="clip")  # none is out of bounds: unbuffered
