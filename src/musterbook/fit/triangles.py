"""A triangular or definite matrix and what it makes go in; what it makes it from comes out.

By blocks: those on the diagonal are inverted once, all else is products. That is as fast as a
library's triangular solver, whose import would take longer than a small fit.
"""

import numpy as np

from musterbook.account.system import Floats

BLOCK = 64  # rows inverted together: 48 to 96 take the same time on ours


class Triangle:
    """A lower triangular matrix L, shape (n, n), made ready to solve with."""

    def __init__(self, lower: Floats) -> None:
        """Invert its diagonal blocks.

        Raises numpy's LinAlgError where one is singular.
        """
        self.lower, count = lower, len(lower)
        self.blocks = [slice(at, min(at + BLOCK, count)) for at in range(0, count, BLOCK)]
        stack = np.broadcast_to(np.eye(BLOCK), (len(self.blocks), BLOCK, BLOCK)).copy()
        for place, here in enumerate(self.blocks):
            size = here.stop - here.start
            stack[place, :size, :size] = np.tril(lower[here, here])
        self.inverses = np.linalg.inv(stack) if len(stack) else stack

    def solve(self, right: Floats) -> Floats:
        """Find x of L x = right: shape (n,) or (n, column)."""
        found = np.empty(right.shape)
        for inverse, here in zip(self.inverses, self.blocks, strict=True):
            size, left = here.stop - here.start, right[here]
            if here.start:
                left = left - self.lower[here, : here.start] @ found[: here.start]
            found[here] = inverse[:size, :size] @ left
        return found

    def solve_turned(self, right: Floats) -> Floats:
        """Find x of Lᵀ x = right: shape (n,) or (n, column)."""
        found = np.empty(right.shape)
        for inverse, here in zip(self.inverses[::-1], self.blocks[::-1], strict=True):
            size, left = here.stop - here.start, right[here]
            if here.stop < len(right):
                left = left - self.lower[here.stop :, here].T @ found[here.stop :]
            found[here] = inverse[:size, :size].T @ left
        return found


class Definite:
    """A positive definite matrix, shape (n, n), made ready to solve with."""

    def __init__(self, matrix: Floats) -> None:
        """Factor it.

        Raises numpy's LinAlgError where it is not positive definite.
        """
        self.root = Triangle(np.asarray(np.linalg.cholesky(matrix)))

    def solve(self, right: Floats) -> Floats:
        """Find x of the matrix @ x = right: shape (n,) or (n, column)."""
        return self.root.solve_turned(self.root.solve(right))
