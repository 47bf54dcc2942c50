"""Walls and points inside them go in; where paths of quarter turns lead from there comes out.

The points follow from the bounces' strengths alone, all draws of a block at once; the bounces are
found in bounces.py.
"""

import numpy as np

from musterbook.account.system import Floats
from musterbook.fit.bounce_log import BounceLog
from musterbook.fit.bounces import Bounces, Leg
from musterbook.fit.memory_layout import unbuffered
from musterbook.fit.precision import SINGLE, Numbers, Precision
from musterbook.fit.reflections import Reflections
from musterbook.fit.walls import Walls


class Trajectories:
    """Paths that move side by side among one set of walls."""

    def __init__(self, walls: Walls, precision: Precision = SINGLE) -> None:
        """Lay out the walls and what bounces off them do."""
        self.precision = precision
        self.reflections = Reflections(walls, precision)

    def travel(self, starts: Floats, leg: Leg, *, rng: np.random.Generator) -> Floats:
        """Take quarter turns with fresh velocities: (path, unknown) -> (path, draw, unknown).

        Fewer draws come back where the leg's time was over: those that every path reached.
        """
        reached, reflections = leg.draws, self.reflections
        shape = (len(starts), leg.draws, starts.shape[1])
        velocity: Numbers = rng.standard_normal(shape, self.precision.kind)
        log = BounceLog(len(starts), leg.draws, self.precision)
        points = velocity
        if velocity.size and len(reflections.slack):
            along = _times(velocity, reflections.rows.T)
            with np.errstate(divide="ignore", invalid="ignore", over="ignore"), unbuffered():
                bounces = Bounces(reflections, starts, along=along, leg=leg, log=log, rng=rng)
                reached = bounces.run()
            points = _times(log.pushes(len(reflections.slack)), reflections.rows)
            velocity *= log.moves[:, :, None]
            points += velocity
        for draw in np.flatnonzero(log.stays.any(axis=0)).tolist():
            before = points[:, draw - 1] if draw else starts
            points[:, draw] += log.stays[:, draw, None] * before
        return np.asarray(points[:, :reached], dtype=np.float64)


def _times(along: Numbers, matrix: Numbers) -> Numbers:
    """Multiply (path, draw, a) by (a, b), as one product rather than one for every path."""
    paths, draws, width = along.shape
    flat = along.reshape(paths * draws, width) @ matrix
    return np.asarray(flat.reshape(paths, draws, matrix.shape[1]))
