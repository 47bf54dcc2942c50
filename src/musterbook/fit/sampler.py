"""Exact HMC: a standard Gaussian and the half-spaces that cut it go in, draws come out.

Between walls the path of a Gaussian's Hamiltonian is a known circle, so the walls it meets are
found by formula and there is no step size (pakman2014). Many paths run side by side, each a chain
of its own: one sweep of arrays finds the next wall of every one of them (bounces.py).
"""

import math

import numpy as np
from numpy.typing import NDArray

from musterbook.account.system import Floats
from musterbook.fit.bounces import ROUND_OFF, Leg
from musterbook.fit.patience import ENDLESS, Patience
from musterbook.fit.precision import DOUBLE, precision_for
from musterbook.fit.trajectories import Trajectories
from musterbook.fit.walls import Walls

LEADERS = 16  # chains side by side while a start is left behind
PATHS = 32  # chains side by side then: with more, the arrays leave the cache and gain little
FAR = 6.0  # walls this many sd from the middle are left out, and checked: our measurement
BLOCK = 64  # draws of a path between two checks of what was left out
MOST_BOUNCES = 20_000  # a path with more is given up and its start kept, which is reversible
HASTY_BOUNCES = 300  # while warming up a path with more simply ends where it is


class Chains:
    """Paths among the near walls, with the far ones checked after every block of draws.

    A path that ends beyond a far wall is given up and its start kept: that is exact, for a path is
    a reversible proposal. All paths go on from there, now with that wall among the near.
    Source: pakman2014.
    """

    def __init__(self, walls: Walls, starts: Floats) -> None:
        """Stand at the starts, shape (path, unknown), all strictly inside."""
        self.walls, self.here = walls.of_unit_length(), starts
        room = self.walls.room(starts)
        lowest = room.min(axis=0)
        self._take_in(self.walls.slack < np.maximum(FAR, 2 * FAR - lowest), room)

    def _take_in(self, near: NDArray[np.bool_], room: Floats) -> None:
        self.near, self.far, among = near, self.walls.where(~near), self.walls.where(near)
        self.trajectories = Trajectories(among, precision_for(among, room[:, near]))

    def part(self, paths: int) -> None:
        """Let every path go on as several, `paths` in all: fresh velocities take them apart.

        They share but one start between them, from which a quarter turn leads almost anywhere.
        """
        # The start may have been narrower than what is about it.
        if self.trajectories.precision is DOUBLE:
            self._take_in(self.near, self.walls.room(self.here))
        self.here = np.tile(self.here, (-(-paths // len(self.here)), 1))[:paths]

    def travel(
        self,
        draws: int,
        rng: np.random.Generator,
        *,
        is_hasty: bool = False,
        patience: Patience = ENDLESS,
    ) -> Floats:
        """Take so many draws along every path, or what time allows: (path, draw, unknown).

        Hasty ones are only to leave a bad start behind (bounces.py).
        """
        drawn: list[Floats] = [np.empty((len(self.here), 0, self.here.shape[1]))]
        while draws > 0 and not patience.is_over:
            most = HASTY_BOUNCES if is_hasty else MOST_BOUNCES
            leg = Leg(min(BLOCK, draws), most, is_hasty, patience)
            block = self._turned_back(self.trajectories.travel(self.here, leg, rng=rng))
            if block.shape[1]:
                self.here, draws = block[:, -1], draws - block.shape[1]
                drawn.append(block)
        return np.concatenate(drawn, axis=1)

    def _turned_back(self, block: Floats) -> Floats:
        """Cut a block after the first draw beyond a far wall, and take that draw back."""
        points = block.reshape(math.prod(block.shape[:2]), block.shape[2])  # at once, not by path
        beyond = points @ self.far.rows.T + self.far.slack < -ROUND_OFF
        beyond = beyond.reshape(*block.shape[:2], len(self.far.slack))
        when = np.flatnonzero(beyond.any(axis=(0, 2)))
        if not len(when):
            return block
        first = int(when[0])
        block = block[:, : first + 1].copy()
        before = block[:, first - 1] if first else self.here
        astray = beyond[:, first].any(axis=1)
        block[astray, first] = before[astray]
        near = self.near.copy()
        near[np.flatnonzero(~near)[beyond[:, first].any(axis=0)]] = True
        self._take_in(near, self.walls.room(self.here))
        return block
