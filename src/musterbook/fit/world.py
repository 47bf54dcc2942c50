"""A world that can be sampled and what is observed of it go in; draws of its unknowns come out."""

from dataclasses import dataclass

import numpy as np

from musterbook.account.system import Floats
from musterbook.fit.bias import kish_share, shares_of
from musterbook.fit.gaussian import Plane, Prior, Whitened, place_in, plane_of, whiten
from musterbook.fit.helpers import Slits, Tilt
from musterbook.fit.observations import Observed, Term
from musterbook.fit.room import Room
from musterbook.fit.sampler import explore, sample_truncated
from musterbook.fit.start import middle_of
from musterbook.fit.unknowns import Unknowns

PILOT_DRAWS = 50  # half of them place a bias within a fifth of its sd, a width within a sixth
MOST_PILOTS = 4  # how often the helping terms are moved before the real run
GOOD_SHARE = 0.8  # the Kish share below which they are moved once more after the real run


@dataclass(frozen=True, slots=True)
class Drawn:
    """Draws of θ, shape (draw, unknown), and their weights, which sum to 1."""

    theta: Floats
    weights: Floats


@dataclass(frozen=True, slots=True)
class World:
    """What can be sampled: prior, limits, and the plane these leave."""

    unknowns: Unknowns
    prior: Prior
    room: Room
    plane: Plane

    @classmethod
    def of(cls, unknowns: Unknowns, prior: Prior, room: Room) -> "World":
        """Find the plane that a prior's limits leave."""
        return cls(unknowns, prior, room, plane_of(prior, room.limits, room.inside))

    def whitened(self, terms: tuple[Term, ...]) -> Whitened:
        """Weigh Gaussian terms in."""
        return whiten(self.plane, terms, limits=self.room.limits, inside=self.room.inside)


def draw_from(
    world: World,
    observed: Observed,
    *,
    draws: int,
    burn: int,
    rng: np.random.Generator,
    begin: Floats | None = None,
) -> Drawn:
    """Draw from the prior and what is observed (nothing, for the prior predictive).

    Pilots place the helping terms first; weights take what these added off again. `begin` is
    where a draw of a world much like this one stood; without one the middle is looked for.
    """
    pilot = _Pilot(world, observed)
    pilot.look_round(rng, begin)
    drawn = pilot.draw(draws=draws, burn=burn, rng=rng)
    if kish_share(drawn.weights) < GOOD_SHARE:
        pilot.learn(drawn.theta)
        drawn = pilot.draw(draws=draws, burn=burn, rng=rng)
    return drawn


class _Pilot:
    """The helping terms of one run, and where its path stands."""

    def __init__(self, world: World, observed: Observed) -> None:
        self.world, self.observed = world, observed
        self.tilt = Tilt(world.unknowns, observed.counts)
        self.slits = Slits(world.room.limits.rows[~world.room.inside.closed])
        self.here = world.room.inside.point
        self.whitened = self._whiten()

    def look_round(self, rng: np.random.Generator, begin: Floats | None) -> None:
        """Go to the middle, or where one is told, then wander until the helping terms rest."""
        if begin is None:
            self.here = self.whitened.theta(middle_of(self.whitened.walls, self._begin()))
        else:
            self.here = begin
        for _ in range(MOST_PILOTS):
            points = explore(self.whitened.walls, self._begin(), draws=PILOT_DRAWS, rng=rng)
            theta = self.whitened.theta(points)
            self.here = theta[-1]
            if not self.learn(theta[PILOT_DRAWS // 2 :]):
                break

    def learn(self, theta: Floats) -> bool:
        """Move the helping terms to where the draws are; say whether that changed much."""
        has_moved = self.tilt.move(theta)
        if self.slits.known or self.slits.has_narrow(theta, self.whitened.spread):
            plain = self.world.whitened(self.observed.terms + self.tilt.terms())
            has_moved |= self.slits.move(theta, plain.spread)
        if has_moved or self.slits.known:
            self.whitened = self._whiten()
        return has_moved

    def draw(self, *, draws: int, burn: int, rng: np.random.Generator) -> Drawn:
        """Draw in earnest."""
        walls = self.whitened.walls
        points = sample_truncated(walls, self._begin(), draws=draws, burn=burn, rng=rng)
        theta = self.whitened.theta(points)
        self.here = theta[-1]
        log_weights = self.tilt.log_weights(theta) + self.slits.log_weights(theta)
        return Drawn(theta, shares_of(log_weights))

    def _begin(self) -> Floats:
        return place_in(self.whitened, self.world.prior, self.here)

    def _whiten(self) -> Whitened:
        return self.world.whitened(self.observed.terms + self.tilt.terms() + self.slits.terms())
