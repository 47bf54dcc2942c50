"""Walls and points inside them go in; where paths of quarter turns lead from there comes out.

The points follow from the bounces' strengths alone, all draws of a block at once; the bounces are
found in voyage.py.
"""

import numpy as np

from musterbook.account.system import Floats
from musterbook.fit.digits import SEVEN, Digits, Numbers
from musterbook.fit.lanes import unbuffered
from musterbook.fit.logbook import Logbook
from musterbook.fit.mirrors import Mirrors
from musterbook.fit.voyage import Leg, Voyage
from musterbook.fit.walls import Walls


class Fleet:
    """Paths that move side by side among one set of walls."""

    def __init__(self, walls: Walls, digits: Digits = SEVEN) -> None:
        """Lay out the walls and what bounces off them do."""
        self.digits = digits
        self.mirrors = Mirrors(walls, digits)

    def travel(self, starts: Floats, leg: Leg, *, rng: np.random.Generator) -> Floats:
        """Take quarter turns with fresh velocities: (path, unknown) -> (path, draw, unknown).

        Fewer draws come back where the leg's time was over: those that every path reached.
        """
        reached, mirrors = leg.draws, self.mirrors
        shape = (len(starts), leg.draws, starts.shape[1])
        velocity: Numbers = rng.standard_normal(shape, self.digits.kind)
        log = Logbook(len(starts), leg.draws, self.digits)
        points = velocity
        if velocity.size and len(mirrors.slack):
            along = _times(velocity, mirrors.rows.T)
            with np.errstate(divide="ignore", invalid="ignore", over="ignore"), unbuffered():
                voyage = Voyage(mirrors, starts, along=along, leg=leg, log=log, rng=rng)
                reached = voyage.sail()
            points = _times(log.pushes(len(mirrors.slack)), mirrors.rows)
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
