"""Bounces go in, sweep by sweep; what each draw was pushed by, wall by wall, comes out."""

import math

import numpy as np
from numpy.typing import NDArray

from musterbook.fit.precision import Numbers, Precision


class BounceLog:
    """What became of every draw: its point is stays · start + moves · velocity + pushes @ F.

    Draws are counted path by path. A draw that ends at a time T was pushed by c sin(T − t) for
    every bounce of strength c at a time t.
    """

    def __init__(self, paths: int, draws: int, precision: Precision) -> None:
        """Begin with whole quarter turns: sin T is 1, cos T is 0."""
        self.moves = np.ones((paths, draws), precision.kind)
        self.stays = np.zeros((paths, draws), precision.kind)
        self.given_up = np.zeros((paths, draws), dtype=np.bool_)
        self._of: list[NDArray[np.intp]] = []
        self._walls: list[NDArray[np.intp]] = []
        self._forward: list[Numbers] = []
        self._back: list[Numbers] = []

    def write(
        self, draws: NDArray[np.intp], walls: NDArray[np.intp], *, forward: Numbers, back: Numbers
    ) -> None:
        """Note a sweep's bounces: of which draws, off which walls, c cos t and c sin t."""
        self._of.append(draws)
        self._walls.append(walls)
        self._forward.append(forward)
        self._back.append(back)

    def end_early(self, path: int, draw: int, time: float) -> None:
        """End a draw before its quarter turn is full."""
        self.moves[path, draw], self.stays[path, draw] = math.sin(time), math.cos(time)

    def give_up(self, path: int, draw: int) -> None:
        """Let a draw stay where the one before it was."""
        self.moves[path, draw], self.stays[path, draw] = 0.0, 1.0
        self.given_up[path, draw] = True

    def pushes(self, walls: int) -> Numbers:
        """Add up what every draw was pushed by: shape (path, draw, wall)."""
        found = np.zeros((*self.moves.shape, walls), self.moves.dtype)
        if self._of:
            draws = np.concatenate(self._of)
            pushes = np.concatenate(self._forward) * self.moves.reshape(-1)[draws]
            pushes -= np.concatenate(self._back) * self.stays.reshape(-1)[draws]
            pushes[self.given_up.reshape(-1)[draws]] = 0.0
            np.add.at(found.reshape(-1), draws * walls + np.concatenate(self._walls), pushes)
        return found
