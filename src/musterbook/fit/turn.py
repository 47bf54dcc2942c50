"""Rows that hold go in; a rotation that tells what they hold from what they leave free comes out.

Legend: rows H, (row, u), of length 1, Hᵀ = Q R; the rotation Q = I − V T Vᵀ is kept as the
reflections that made it, never as a matrix. R = A S Bᵀ tells rows that repeat one another: of the
first columns of Q, turned by A, those with no S are free too. Z are all the free ones.
Source: schreiber1989.
"""

from dataclasses import dataclass

import numpy as np

from musterbook.account.system import Floats

RANK = 1e-9  # singular below this: the rows repeat one another


@dataclass(frozen=True, slots=True)
class Turn:
    """V, shape (u, m), and T, (m, m); A, (m, m), the `rank` that holds, and A S⁻¹ Bᵀ, (m, row)."""

    reflections: Floats
    sizes: Floats
    among: Floats
    rank: int
    back: Floats

    def free(self, rows: Floats) -> Floats:
        """Give rows @ Z: shapes (row, u) and (row, v)."""
        first = len(self.sizes)
        turned = rows - (rows @ self.reflections @ self.sizes) @ self.reflections.T
        if self.rank == first:
            return turned[:, first:]
        spare = turned[:, :first] @ self.among[:, self.rank :]
        return np.concatenate((spare, turned[:, first:]), axis=1)

    def foot(self, wanted: Floats) -> Floats:
        """Find the shortest u of which the rows are as `wanted`, (row,)."""
        along = self.back @ wanted
        turned = -self.reflections @ (self.sizes @ (self.reflections[: len(along)].T @ along))
        turned[: len(along)] += along
        return np.asarray(turned)


def turn_of(rows: Floats) -> Turn:
    """Turn what rows of length 1 hold, (row, u), into the first coordinates."""
    packed, sizes = np.linalg.qr(rows.T, mode="raw")
    first, acts = len(sizes), sizes != 0
    reflections = np.tril(packed.T[:, :first], -1)
    reflections[np.diag_indices(first)] = 1.0
    reflections *= acts
    inverse = np.triu(reflections.T @ reflections, 1)
    inverse[np.diag_indices(first)] = 1 / np.where(acts, sizes, 1.0)
    among, spans, rows_along = np.linalg.svd(np.triu(packed.T[:first]), full_matrices=False)
    rank = int((spans > RANK).sum())
    back = among[:, :rank] @ (rows_along[:rank] / spans[:rank, None])
    return Turn(reflections, np.linalg.inv(inverse), among, rank, back)
