"""A world that can be sampled and what is observed of it go in; draws of its unknowns come out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np

from musterbook.account.system import Floats
from musterbook.fit.bias import kish_share, shares_of
from musterbook.fit.gaussian import Plane, Prior, Whitened, place_in, plane_of, whiten
from musterbook.fit.helpers import Slits, Tilt
from musterbook.fit.observations import Observed, Term
from musterbook.fit.patience import ENDLESS, OutOfTimeError, Patience
from musterbook.fit.room import Room
from musterbook.fit.sampler import LEADERS, PATHS, Chains
from musterbook.fit.start import middle_of, spreads_about
from musterbook.fit.unknowns import Unknowns

PILOT_DRAWS = 4  # of every path; the last half, 32 in all, place a bias within a fifth of its sd
MOST_PILOTS = 4  # how often the helping terms are moved before the real run
TINY = 1e-3  # sds of the Gaussian between walls, in which pilots would bounce without end
NEAR = 0.1  # sds to a wall; of a draw's walls one in twenty is as near
CROWDED = 0.25  # so many walls that near for each unknown, or of all: a start stands in a corner
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


def draw_from(  # noqa: PLR0913 - where to begin, how many and how long are all the caller's to say
    world: World,
    observed: Observed,
    *,
    draws: int,
    burn: int,
    rng: np.random.Generator,
    begin: Floats | Stay | None = None,
    is_near: bool = True,
    missing: Callable[[Drawn], int] | None = None,
    patience: Patience = ENDLESS,
) -> Drawn:
    """Draw from the prior and what is observed (nothing, for the prior predictive).

    Pilots place the helping terms first; weights take what these added off again. `begin`, points
    of shape (path, unknown), is where draws of a world much like this one stood; without it the
    middle is looked for. `draws` counts all paths together, `burn` those that lead until then; more
    are taken, as many as are said to be `missing`, until none are or `patience` is over. A run that
    begins with another's stay sends pilots out only if it is not `is_near`.

    Raises:
        OutOfTimeError: patience was over before the first draw.
    """
    pilot = _Pilot(world, observed, patience)
    if isinstance(begin, Stay):
        pilot.go_back(begin)
        if not is_near:
            pilot.wander(rng)
    else:
        pilot.look_round(rng, begin)
    drawn = pilot.draw(_each(draws), burn=-(-burn // LEADERS), rng=rng)
    if kish_share(drawn.weights) < GOOD_SHARE and not patience.is_over:
        pilot.learn(drawn.theta)
        drawn = pilot.draw(_each(draws), burn=-(-burn // LEADERS), rng=rng)
    while missing is not None and not patience.is_over and (more := missing(drawn)) > 0:
        drawn = pilot.go_on(_each(more), rng=rng)
    return drawn


def _each(draws: int) -> int:
    """Share draws out over the paths, rounding up."""
    return -(-draws // PATHS)


class _Pilot:
    """The helping terms of one run, and where its paths stand."""

    def __init__(self, world: World, observed: Observed, patience: Patience) -> None:
        self.world, self.observed, self.patience = world, observed, patience
        self.tilt = Tilt(world.unknowns, observed.counts)
        self.slits = Slits(world.room.limits.rows[~world.room.inside.closed])
        self.here = np.tile(world.room.inside.point, (LEADERS, 1))
        self._start_afresh()

    def _start_afresh(self) -> None:
        """Forget what the terms made: they have changed."""
        self._whitened: Whitened | None = None
        self.chains: Chains | None = None

    @property
    def whitened(self) -> Whitened:
        """The world with all terms weighed in, once it is asked for: that takes its time."""
        if self._whitened is None:
            terms = self.observed.terms + self.tilt.terms() + self.slits.terms()
            self._whitened = self.world.whitened(terms)
        return self._whitened

    def go_back(self, stay: Stay) -> None:
        """Go where another run stood, with what helped it."""
        self.here = stay.here
        self.tilt.begin(stay.middles)
        if stay.room is self.world.room:  # slits are known by their rows
            self.slits.known = dict(stay.slits)
        self._start_afresh()

    def look_round(self, rng: np.random.Generator, begin: Floats | None) -> None:
        """Go where one is told, or to the middle, then wander until the helping terms rest."""
        if begin is not None:
            self.here = begin
            if not self.observed.counts and not self._is_narrow(begin):
                return
        else:
            start = self._begin()[0]
            if start @ start > len(start) or self._is_cornered(start):  # not in the bulk
                start = middle_of(self.whitened.walls, start)
            self.here = np.tile(self.whitened.theta(start), (LEADERS, 1))
            self._squeeze(start)
        self.wander(rng)

    def wander(self, rng: np.random.Generator) -> None:
        """Let a few paths go about until the helping terms rest."""
        self.here, self.chains = self.here[:LEADERS], None
        for _ in range(MOST_PILOTS):
            theta = self._along(PILOT_DRAWS, rng, is_hasty=True)
            if theta.shape[1] < PILOT_DRAWS:
                raise OutOfTimeError
            self.here = theta[:, -1]
            if not self.learn(_together(theta[:, PILOT_DRAWS // 2 :])):
                break

    def _is_cornered(self, start: Floats) -> bool:
        """Say whether so many walls are near that paths would hardly get away from them.

        A corner has as many as there are unknowns, however many others lie idle far off.
        """
        walls = self.whitened.walls
        room = walls.rows @ start + walls.slack
        near = room < NEAR * np.linalg.norm(walls.rows, axis=1)
        return int(near.sum()) > CROWDED * min(len(near), len(start))

    def _squeeze(self, start: Floats) -> None:
        """Help with walls that leave next to nothing about a start before a path meets them."""
        walls = self.whitened.walls
        room = walls.rows @ start + walls.slack
        if (room < TINY * np.linalg.norm(walls.rows, axis=1)).any():
            sds = spreads_about(walls, start)
            self.slits.place(self.slits.rows @ self.here[0], sds, walls.rows)
            self._start_afresh()

    def _is_narrow(self, theta: Floats) -> bool:
        return self.slits.has_narrow(theta, self.whitened.walls.rows)

    def learn(self, theta: Floats) -> bool:
        """Move the helping terms to where the draws are; say whether that changed much."""
        has_moved = self.tilt.move(theta)
        if self.slits.known or self._is_narrow(theta):
            plain = self.world.whitened(self.observed.terms + self.tilt.terms())
            has_moved |= self.slits.move(theta, plain.walls.rows)
        if has_moved or self.slits.known:
            self._start_afresh()
        return has_moved

    def draw(self, draws: int, *, burn: int, rng: np.random.Generator) -> Drawn:
        """Draw in earnest: so many along every path, after the leading ones have moved on."""
        self._along(burn, rng, is_hasty=True)
        self._under_way().part(PATHS)
        width = self.world.unknowns.width
        self.along, self.log_weights = np.empty((PATHS, 0, width)), np.empty((PATHS, 0))
        return self.go_on(draws, rng=rng)

    def go_on(self, draws: int, *, rng: np.random.Generator) -> Drawn:
        """Draw on from where the paths stand; all draws come back."""
        along = self._along(draws, rng)
        if not along.shape[1] + self.along.shape[1]:
            raise OutOfTimeError
        theta = _together(along)
        logs = self.tilt.log_weights(theta) + self.slits.log_weights(theta)
        self.along = np.concatenate((self.along, along), axis=1)
        self.log_weights = np.concatenate((self.log_weights, logs.reshape(PATHS, -1)), axis=1)
        self.here = self.along[:, -1]
        stay = Stay(self.here, self.world.room, self.tilt.middles, self.slits.known)
        return Drawn(_together(self.along), shares_of(self.log_weights.reshape(-1)), PATHS, stay)

    def _along(self, draws: int, rng: np.random.Generator, *, is_hasty: bool = False) -> Floats:
        """Take draws along every path: (path, draw, unknown)."""
        chains, patience = self._under_way(), self.patience
        return self.whitened.theta(chains.travel(draws, rng, is_hasty=is_hasty, patience=patience))

    def _under_way(self) -> Chains:
        """Give the paths among the present walls, from where they stand."""
        if self.chains is None:
            self.chains = Chains(self.whitened.walls, self._begin())
        return self.chains

    def _begin(self) -> Floats:
        return place_in(self.whitened, self.world.prior, self.here)


def _together(along: Floats) -> Floats:
    """Lay paths end to end: (path, draw, unknown) -> (draw, unknown)."""
    paths, draws, width = along.shape
    return along.reshape(paths * draws, width)
