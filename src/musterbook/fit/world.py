"""A system, its prior and what is said of it go in; draws of the unknowns come out.

One world is sampled twice: once with nothing but openings and assumptions (the prior predictive),
once with the claims.
"""

from dataclasses import dataclass

import numpy as np

from musterbook.account.system import Floats, System
from musterbook.fit.bias import LARGEST, kish_share, shares_of
from musterbook.fit.gaussian import Plane, Prior, Whitened, place_in, plane_of, whiten
from musterbook.fit.helpers import Slits, Tilt
from musterbook.fit.network import nonnegative_columns, stock_rows
from musterbook.fit.observations import Limit, Observed, Term
from musterbook.fit.polytope import GRAIN, Inside, Limits, look_inside
from musterbook.fit.sampler import explore, sample_truncated
from musterbook.fit.unknowns import Unknowns

PILOT_DRAWS = 50  # enough to place a bias within a seventh of its sd, and a width within a tenth
MOST_PILOTS = 5  # how often the helping terms are moved before the real run
GOOD_SHARE = 0.8  # the Kish share below which they are moved once more after the real run
BIAS_GRAIN = 0.01  # room that counts for a bias, as half a person does for people


@dataclass(frozen=True, slots=True)
class Drawn:
    """Draws of θ, shape (draw, unknown), and their weights, which sum to 1."""

    theta: Floats
    weights: Floats


@dataclass(frozen=True, slots=True)
class World:
    """What can be sampled: prior, limits, the plane they leave, and a point inside."""

    unknowns: Unknowns
    prior: Prior
    limits: Limits
    inside: Inside
    plane: Plane

    def whitened(self, terms: tuple[Term, ...]) -> Whitened:
        """Weigh Gaussian terms in."""
        return whiten(self.plane, terms, limits=self.limits, inside=self.inside)


def world_of(
    system: System, unknowns: Unknowns, *, prior: Prior, limits: tuple[Limit, ...]
) -> World | None:
    """Gather all limits and look inside them; None where nothing satisfies all."""
    gathered = _gather(system, unknowns, limits)
    units = np.maximum(np.abs(prior.mean), np.linalg.norm(prior.root, axis=1))
    units[: unknowns.columns] = max(float(units[: unknowns.columns].max(initial=0.0)), 1.0)
    inside = look_inside(gathered, units)
    if inside is None:
        return None
    return World(unknowns, prior, gathered, inside, plane_of(prior, gathered, inside))


def _gather(system: System, unknowns: Unknowns, limits: tuple[Limit, ...]) -> Limits:
    """List the claims' limits, then columns and stocks at least 0, then biases below 1."""
    width = unknowns.width
    said = np.array([each.weights for each in limits]).reshape(-1, width)
    identity = np.eye(width)
    stocks = stock_rows(system)
    stocks = np.concatenate((stocks, np.zeros((len(stocks), width - system.width))), axis=1)
    biases = -identity[unknowns.first_bias : unknowns.first_error]
    columns = identity[nonnegative_columns(system)]
    lows = [each.low for each in limits] + [0.0] * (len(columns) + len(stocks))
    rows = np.concatenate((said, columns, stocks, biases))
    equal = np.zeros(len(rows), dtype=np.bool_)
    equal[: len(limits)] = [each.is_equal for each in limits]
    grains = np.full(len(rows), GRAIN)
    grains[len(rows) - len(biases) :] = BIAS_GRAIN
    return Limits(rows, np.array(lows + [-LARGEST] * len(biases)), equal, grains)


def draw_from(
    world: World, observed: Observed, *, draws: int, burn: int, rng: np.random.Generator
) -> Drawn:
    """Draw from the prior and what is observed (nothing, for the prior predictive).

    Pilots place the helping terms first; weights take what these added off again.
    """
    tilt, slits = Tilt(world.unknowns, observed.counts), Slits(world.limits.rows)
    start = world.inside.point
    for _ in range(MOST_PILOTS):
        whitened = world.whitened(observed.terms + tilt.terms() + slits.terms())
        begin = place_in(whitened, world.prior, start)
        pilot = whitened.theta(explore(whitened.walls, begin, draws=PILOT_DRAWS, rng=rng))
        start = pilot[-1]
        half = pilot[PILOT_DRAWS // 2 :]
        if not (tilt.move(half) | slits.move(half, whitened.walls, ~world.inside.closed)):
            break
    for attempt in range(2):
        whitened = world.whitened(observed.terms + tilt.terms() + slits.terms())
        begin = place_in(whitened, world.prior, start)
        points = sample_truncated(whitened.walls, begin, draws=draws, burn=burn, rng=rng)
        theta = whitened.theta(points)
        weights = shares_of(tilt.log_weights(theta) + slits.log_weights(theta))
        if attempt or kish_share(weights) >= GOOD_SHARE:
            break
        start = theta[-1]
        tilt.move(theta)
        slits.move(theta, whitened.walls, ~world.inside.closed)
    return Drawn(theta, weights)
