"""Walls go in; the middle between them, near the bulk of the Gaussian, comes out, from nowhere.

Legend: the slacks s = F w + g of walls F, g, rows of length 1, and their forces z; the middle has
w = Fᵀ z and s z = μ for every wall, which is where ½ |w|² − μ Σ log s is least. Slacks and forces
set out positive but from no point: Newton steps on all these equations at once, a first one that
looks how far it gets and a second that allows for the curve, lead there in a handful, where a walk
inside the walls takes dozens.
Source: mehrotra1992.
"""

from dataclasses import dataclass

import numpy as np

from musterbook.account.system import Floats
from musterbook.fit.triangles import Definite
from musterbook.fit.walls import Walls

MOST_STEPS = 30  # four to eight are usual
ASIDE = 0.95  # how much of the way to the first slack or force of 0 one step may take
CENTRED = 0.2  # how far a slack times its force may be off μ in the end, as a share of it
FIRST = 0.1  # of the most that the Gaussian's own middle is beyond a wall: where slacks set out
RIDGE = 1e-14  # of the trace: rounding
DEEP = 1e-2  # of the Gaussian's own curvature: a greater ridge would move the middle


def centre_of(walls: Walls, *, sharpness: float) -> Floats | None:
    """Find the middle, shape (w,), for a μ of `sharpness`; None where rounding forbids it."""
    real = walls.of_unit_length()
    if not len(real.slack):
        return np.zeros(walls.rows.shape[1])
    with np.errstate(divide="ignore", over="ignore", invalid="ignore"):
        try:
            found = _walked(real, sharpness)
        except np.linalg.LinAlgError:
            return None
    is_inside = found is not None and bool((real.rows @ found + real.slack > 0).all())
    return found if is_inside else None


@dataclass(frozen=True, slots=True)
class _Stand:
    """A point, and every wall's slack and force."""

    point: Floats
    slacks: Floats
    forces: Floats

    def off(self, weight: float) -> float:
        return float(np.abs(self.slacks * self.forces / weight - 1).max())

    def moved(self, by: "_Stand", share: float) -> "_Stand":
        return _Stand(
            self.point + share * by.point,
            self.slacks + share * by.slacks,
            self.forces + share * by.forces,
        )

    def room(self, by: "_Stand", *, aside: float = 1.0) -> float:
        """Give a share of the way to where the first slack or force is 0, or of the step."""
        steepest = max((-by.slacks / self.slacks).max(), (-by.forces / self.forces).max())
        return min(1.0, aside / float(steepest)) if steepest > 0 else 1.0

    @property
    def gap(self) -> float:
        return float(self.slacks @ self.forces) / len(self.slacks)


def _walked(walls: Walls, sharpness: float) -> Floats | None:
    beyond = FIRST * max(0.0, -float(walls.slack.min()))
    count, width = walls.rows.shape
    here = _Stand(
        np.zeros(width), np.maximum(walls.slack, max(1.0, beyond)), np.full(count, max(1.0, beyond))
    )
    for _ in range(MOST_STEPS):
        newton = _Newton(walls, here)
        step = newton.step(np.full(count, sharpness))
        room = here.room(step)
        if room < 1:
            left = (here.moved(step, room).gap / here.gap) ** 3
            weight = max(sharpness, min(left, 1.0) * here.gap)
            curved = newton.step(weight - step.slacks * step.forces)
            straight = newton.step(np.full(count, weight))
            step = max(curved, straight, key=here.room)
            room = here.room(step, aside=ASIDE)
        here = here.moved(step, room)
        if not np.isfinite(here.point).all():
            return None
        if room == 1.0 and here.off(sharpness) < CENTRED:
            return here.point
    return None


class _Newton:
    """The equations' linear form at one stand, factored once."""

    def __init__(self, walls: Walls, here: _Stand) -> None:
        self.rows, self.here = walls.rows, here
        self.stiffness = here.forces / here.slacks
        scaled = walls.rows * np.sqrt(self.stiffness)[:, None]
        curvature = scaled.T @ scaled
        ridge = RIDGE * float(np.trace(curvature))
        if ridge > DEEP:
            raise np.linalg.LinAlgError
        curvature[np.diag_indices_from(curvature)] += 1.0 + ridge
        self.curvature = Definite(curvature)
        self.pull = walls.rows.T @ here.forces - here.point
        self.short = walls.rows @ here.point + walls.slack - here.slacks

    def step(self, products: Floats) -> _Stand:
        """Step to where slacks times forces would be `products`, were all of it linear."""
        forces = products / self.here.slacks - self.here.forces
        force = self.pull + self.rows.T @ (forces - self.stiffness * self.short)
        point = self.curvature.solve(force)
        slacks = self.rows @ point + self.short
        return _Stand(point, slacks, forces - self.stiffness * slacks)
