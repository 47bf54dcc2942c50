"""Half-spaces that cut a Gaussian: their rows and slacks go in, how near points are comes out."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from musterbook.account.system import Floats

NO_ROW = 1e-12  # of the longest row: a shorter one says nothing


def lengths(rows: Floats) -> Floats:
    """Give the length of every row, (row, column) -> (row,), without squaring a copy first."""
    return np.asarray(np.sqrt(np.einsum("ij,ij->i", rows, rows)))


@dataclass(frozen=True, slots=True)
class Walls:
    """Half-spaces rows @ z + slack >= 0: shapes (wall, unknown) and (wall,)."""

    rows: Floats
    slack: Floats

    def where(self, chosen: NDArray[np.bool_]) -> "Walls":
        """Keep some of the walls; all of them where they lie."""
        return self if chosen.all() else Walls(self.rows[chosen], self.slack[chosen])

    def room(self, points: Floats) -> Floats:
        """Give the slack of every wall at points of shape (point, unknown): (point, wall)."""
        return np.asarray(points @ self.rows.T + self.slack)

    def of_unit_length(self) -> "Walls":
        """Scale every row to length 1 and drop those that say nothing about z."""
        length = lengths(self.rows)
        real = length > NO_ROW * max(1.0, float(length.max(initial=0.0)))
        kept, length = self.where(real), length[real]
        return Walls(kept.rows / length[:, None], kept.slack / length)
