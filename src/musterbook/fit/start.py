"""Walls and a point inside them go in; a point well inside, near the bulk of the Gaussian, too.

The linear programme ends at a corner of what is possible, where a smooth walk would never be: tens
of thousands of standard deviations out. The middle is looked for from nowhere first (central.py).
Where that fails, in the sharpest corners, Newton steps on ½ |w|² − μ Σ log(slack) lead along the
central path, μ falling from large to 1, to a middle from which a few draws forget the start; a
smaller last μ leads on to the likeliest point.
"""

import numpy as np

from musterbook.account.system import Floats
from musterbook.fit.central import centre_of
from musterbook.fit.triangles import Definite, Triangle
from musterbook.fit.walls import Walls

MOST_STEPS = 80  # of Newton; two dozen are usual
NEAR = 0.5  # the squared Newton decrement, in units of μ, at which the last μ is done with
ROUGH = 100.0  # the same for a μ on the way: that path need not be followed closely
FALL = 0.02  # what μ is multiplied with then
ASIDE = 0.95  # how much of the way to the nearest wall one step may take
SHORTEST = 1e-6  # a step shortened below this share of itself leads nowhere any more
RIDGE = 1e-14  # of the trace: rounding at a start in a sharp corner
DEEP = 1e-2  # of the Gaussian's own curvature: a greater ridge would hold the steps back
LEAST_SLACK = 1e-9  # where rounding has put the start on a wall


def middle_of(walls: Walls, start: Floats, *, sharpness: float = 1.0) -> Floats:
    """Walk from a point strictly inside to the middle: shape (w,); `sharpness` is the last μ."""
    centre = centre_of(walls, sharpness=sharpness)
    return _walked(walls, start, sharpness=sharpness) if centre is None else centre


def _walked(walls: Walls, start: Floats, *, sharpness: float) -> Floats:
    here, slack = start, np.maximum(walls.rows @ start + walls.slack, LEAST_SLACK)
    weight = max(sharpness, float(here @ here) / max(len(slack), 1))
    for _ in range(MOST_STEPS):
        step, along, decrement = _newton(walls, here, slack=slack, weight=weight)
        share = _share(here, slack, step=step, along=along, weight=weight)
        here, slack = here + share * step, slack + share * along
        near = NEAR if weight <= sharpness else ROUGH
        if decrement < near * weight or share < SHORTEST:
            if weight <= sharpness:
                break
            weight = max(sharpness, FALL * weight)
    return np.asarray(here)


def spreads_about(walls: Walls, here: Floats) -> Floats:
    """Guess how much every slack varies from what the walls leave about a middle: shape (wall,).

    The Gaussian and the barrier together have a curvature; its inverse stands for the covariance.
    """
    slack = np.maximum(walls.rows @ here + walls.slack, LEAST_SLACK)
    stacked = np.concatenate((np.eye(len(here)), walls.rows / slack[:, None]))
    turned = np.linalg.qr(stacked)[0]
    return np.asarray(slack * np.linalg.norm(turned[len(here) :], axis=1))


def _newton(
    walls: Walls, here: Floats, *, slack: Floats, weight: float
) -> tuple[Floats, Floats, float]:
    """Give the Newton step, how it moves every slack, and its squared decrement."""
    force = here - weight * (walls.rows.T @ (1 / slack))
    scaled = walls.rows * (np.sqrt(weight) / slack)[:, None]
    curvature = scaled.T @ scaled
    ridge = RIDGE * float(np.trace(curvature))
    if ridge < DEEP:
        curvature[np.diag_indices_from(curvature)] += 1.0 + ridge
        step = -Definite(curvature).solve(force)
    else:
        upper = np.linalg.qr(np.concatenate((np.eye(len(here)), scaled)))[1]
        root = Triangle(upper.T)
        step = -root.solve_turned(root.solve(force))
    return step, walls.rows @ step, float(-force @ step)


def _share(here: Floats, slack: Floats, *, step: Floats, along: Floats, weight: float) -> float:
    """Choose how much of a step to take: short of every wall, and never uphill."""
    nearest = float((-along / slack).max(initial=0.0))
    share = min(1.0, ASIDE / nearest) if nearest > 0 else 1.0
    height = _height(here, slack, weight)
    while share > SHORTEST and (
        _height(here + share * step, slack + share * along, weight) > height
    ):
        share /= 2
    return share


def _height(here: Floats, slack: Floats, weight: float) -> float:
    return float(here @ here / 2 - weight * np.log(slack).sum())
