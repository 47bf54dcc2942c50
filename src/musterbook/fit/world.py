"""A world that can be sampled and what is observed of it go in; draws of its unknowns come out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from musterbook.account.system import Floats
from musterbook.fit.bias import kish_share, shares_of
from musterbook.fit.gaussian import Plane, Prior, Whitened, place_in, plane_of, whiten
from musterbook.fit.helpers import Slits, Tilt
from musterbook.fit.observations import Observed, Term
from musterbook.fit.room import Room
from musterbook.fit.sampler import LEADERS, PATHS, Chains
from musterbook.fit.start import middle_of
from musterbook.fit.unknowns import Unknowns

PILOT_DRAWS = 4  # of every path; the last half, 32 in all, place a bias within a fifth of its sd
MOST_PILOTS = 4  # how often the helping terms are moved before the real run
GOOD_SHARE = 0.8  # the Kish share below which they are moved once more after the real run


@dataclass(frozen=True, slots=True)
class Stay:
    """Where the paths of a run stood in the end, (path, unknown), and what had helped them.

    A run in a world much like it may begin there and needs no pilots.
    """

    here: Floats
    room: Room
    middles: Mapping[int, float]
    slits: Mapping[int, tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Drawn:
    """Draws of θ, shape (draw, unknown), path by path, and their weights, which sum to 1."""

    theta: Floats
    weights: Floats
    paths: int = PATHS
    stay: Stay | None = None


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
        return whiten(self.plane, terms)


def draw_from(
    world: World,
    observed: Observed,
    *,
    draws: int,
    burn: int,
    rng: np.random.Generator,
    begin: Floats | Stay | None = None,
    is_near: bool = True,
    missing: Callable[[Drawn], int] | None = None,
) -> Drawn:
    """Draw from the prior and what is observed (nothing, for the prior predictive).

    Pilots place the helping terms first; weights take what these added off again. `begin`, points
    of shape (path, unknown), is where draws of a world much like this one stood; without it the
    middle is looked for. `draws` counts all paths together, `burn` those that lead until then; more
    are taken, as many as are said to be `missing`, until none are. A run that begins with another's
    stay sends pilots out only if it is not `is_near`.
    """
    pilot = _Pilot(world, observed)
    if isinstance(begin, Stay):
        pilot.go_back(begin)
        if not is_near:
            pilot.wander(rng)
    else:
        pilot.look_round(rng, begin)
    drawn = pilot.draw(_each(draws), burn=-(-burn // LEADERS), rng=rng)
    if kish_share(drawn.weights) < GOOD_SHARE:
        pilot.learn(drawn.theta)
        drawn = pilot.draw(_each(draws), burn=-(-burn // LEADERS), rng=rng)
    while missing is not None and (more := missing(drawn)) > 0:
        drawn = pilot.go_on(_each(more), rng=rng)
    return drawn


def _each(draws: int) -> int:
    """Share draws out over the paths, rounding up."""
    return -(-draws // PATHS)


class _Pilot:
    """The helping terms of one run, and where its paths stand."""

    def __init__(self, world: World, observed: Observed) -> None:
        self.world, self.observed = world, observed
        self.tilt = Tilt(world.unknowns, observed.counts)
        self.slits = Slits(world.room.limits.rows[~world.room.inside.closed])
        self.here = np.tile(world.room.inside.point, (LEADERS, 1))
        self.whitened = self._whiten()
        self.chains: Chains | None = None

    def go_back(self, stay: Stay) -> None:
        """Go where another run stood, with what helped it."""
        self.here = stay.here
        self.tilt.begin(stay.middles)
        if stay.room is self.world.room:  # slits are known by their rows
            self.slits.known = dict(stay.slits)
        self.whitened = self._whiten()

    def look_round(self, rng: np.random.Generator, begin: Floats | None) -> None:
        """Go where one is told, or to the middle, then wander until the helping terms rest."""
        if begin is not None:
            self.here = begin
            if not self.observed.counts and not self._is_narrow(begin):
                return
        else:
            start = self._begin()[0]
            if start @ start > len(start):  # farther out than most of the Gaussian
                start = middle_of(self.whitened.walls, start)
            self.here = np.tile(self.whitened.theta(start), (LEADERS, 1))
        self.wander(rng)

    def wander(self, rng: np.random.Generator) -> None:
        """Let a few paths go about until the helping terms rest."""
        self.here, self.chains = self.here[:LEADERS], None
        for _ in range(MOST_PILOTS):
            theta = self.whitened.theta(self._under_way().travel(PILOT_DRAWS, rng, is_hasty=True))
            self.here = theta[:, -1]
            if not self.learn(_together(theta[:, PILOT_DRAWS // 2 :])):
                break

    def _is_narrow(self, theta: Floats) -> bool:
        return self.slits.has_narrow(theta, self.whitened.walls.rows)

    def learn(self, theta: Floats) -> bool:
        """Move the helping terms to where the draws are; say whether that changed much."""
        has_moved = self.tilt.move(theta)
        if self.slits.known or self._is_narrow(theta):
            plain = self.world.whitened(self.observed.terms + self.tilt.terms())
            has_moved |= self.slits.move(theta, plain.spread)
        if has_moved or self.slits.known:
            self.whitened, self.chains = self._whiten(), None
        return has_moved

    def draw(self, draws: int, *, burn: int, rng: np.random.Generator) -> Drawn:
        """Draw in earnest: so many along every path, after the leading ones have moved on."""
        self._under_way().travel(burn, rng, is_hasty=True)
        self._under_way().part(PATHS)
        width = self.world.unknowns.width
        self.along, self.log_weights = np.empty((PATHS, 0, width)), np.empty((PATHS, 0))
        return self.go_on(draws, rng=rng)

    def go_on(self, draws: int, *, rng: np.random.Generator) -> Drawn:
        """Draw on from where the paths stand; all draws come back."""
        along = self.whitened.theta(self._under_way().travel(draws, rng))
        theta = _together(along)
        logs = self.tilt.log_weights(theta) + self.slits.log_weights(theta)
        self.along = np.concatenate((self.along, along), axis=1)
        self.log_weights = np.concatenate((self.log_weights, logs.reshape(PATHS, -1)), axis=1)
        self.here = along[:, -1]
        stay = Stay(self.here, self.world.room, self.tilt.middles, self.slits.known)
        return Drawn(_together(self.along), shares_of(self.log_weights.reshape(-1)), PATHS, stay)

    def _under_way(self) -> Chains:
        """Give the paths among the present walls, from where they stand."""
        if self.chains is None:
            self.chains = Chains(self.whitened.walls, self._begin())
        return self.chains

    def _begin(self) -> Floats:
        return place_in(self.whitened, self.world.prior, self.here)

    def _whiten(self) -> Whitened:
        return self.world.whitened(self.observed.terms + self.tilt.terms() + self.slits.terms())


def _together(along: Floats) -> Floats:
    """Lay paths end to end: (path, draw, unknown) -> (draw, unknown)."""
    paths, draws, width = along.shape
    return along.reshape(paths * draws, width)
