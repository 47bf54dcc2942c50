"""An answer goes in; draws of the same account without some of its members come out.

The priors stay those of the whole account, scales taken from the claims included: what differs is
then the doing of the members left out, and reweighted and refitted rows of a table mean the same.
"""

import math
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from musterbook.account.system import Floats, Row, Vector
from musterbook.core.errors import CannotComputeError
from musterbook.core.records import Source
from musterbook.fit.gaussian import left_of
from musterbook.fit.observations import Observed, observe, without
from musterbook.fit.results import Answer
from musterbook.fit.room import wider_room
from musterbook.fit.roughness import roughened
from musterbook.fit.sampler import PATHS
from musterbook.fit.scales import scales_of
from musterbook.fit.unknowns import unknowns_of
from musterbook.fit.world import Stay, World, draw_from
from musterbook.fit.worlds import worlds_of


@dataclass(frozen=True, slots=True)
class Redrawn:
    """Draws of the system's columns, shape (draw, column), with weights that sum to 1."""

    draws: Floats
    weights: Floats


class Refit:
    """One account, ready to be drawn from again with members left out."""

    def __init__(self, answer: Answer, sources: Mapping[str, Source], *, burn: int = 40) -> None:
        """Lay the account's world out once.

        Raises:
            CannotComputeError: nothing satisfies every limit; a fitted answer never does this.
        """
        self.system, self.burn = answer.system, burn
        self.unknowns, self.scales = unknowns_of(self.system), scales_of(self.system)
        self.random = np.random.default_rng(answer.seed)
        said = observe(self.system, self.unknowns)
        self.observed = roughened(said, self.system, unknowns=self.unknowns, scales=self.scales)
        worlds = worlds_of(
            self.system,
            self.unknowns,
            observed=self.observed,
            scales=self.scales,
            sources=sources,
            rng=self.random,
        )
        if worlds is None:
            raise CannotComputeError("the account leaves nothing possible: see `muster conflicts`")
        self.world = worlds.after
        self.loose: dict[frozenset[str], _Loosened] = {}

    @cached_property
    def stay(self) -> Stay | None:
        """Where draws of the whole account stand: what leaves little out begins there."""
        whole = draw_from(self.world, self.observed, draws=PATHS, burn=self.burn, rng=self.random)
        return whole.stay

    def without(self, names: Collection[str], *, draws: int) -> Redrawn:
        """Draw with some members left out: none of them, and it is the answer once more."""
        loosened = self._loosened(names)
        drawn = draw_from(
            loosened.world,
            loosened.observed,
            draws=draws,
            burn=self.burn,
            rng=self.random,
            begin=self.stay if loosened.holds_no_more else None,
            is_near=False,
        )
        return Redrawn(self.unknowns.columns(drawn.theta, self.system), drawn.weights)

    def part_told(self, names: Collection[str], vector: Vector) -> float:
        """Give how much of what is known of a vector is known by some members: a correlation.

        Walls are left out of it: of Gaussians, what they tell of the variance without them. 0 says
        that they bear on other things.
        """
        loosened = self._loosened(names)
        row = Row(vector.columns, vector.weights, 0.0, 0.0, "")
        weights = self.unknowns.weights(row)
        after = left_of(self.world.plane, self.observed.terms, weights=weights)
        before = left_of(loosened.world.plane, loosened.observed.terms, weights=weights)
        return math.sqrt(max(1 - after / before, 0.0)) if before > 0 else 0.0

    def _loosened(self, names: Collection[str]) -> "_Loosened":
        key = frozenset(names)
        if key not in self.loose:
            observed = without(self.observed, key, system=self.system, unknowns=self.unknowns)
            self.loose[key] = self._with_room(observed, key)
        return self.loose[key]

    def _with_room(self, observed: Observed, names: frozenset[str]) -> "_Loosened":
        """Take away the walls that some members drew, if they drew any."""
        if len(observed.limits) == len(self.observed.limits):
            return _Loosened(self.world, observed, holds_no_more=True)
        whole = self.world.room
        room = wider_room(
            self.system.without(*names),
            self.unknowns,
            limits=observed.limits,
            room=whole,
            largest=self.scales.largest,
        )
        if room is None:
            raise CannotComputeError(f"without {', '.join(names)} nothing is possible")
        stays = np.ones(len(whole.limits.lows), dtype=np.bool_)
        stays[: len(self.observed.limits)] = [
            each.group not in names for each in self.observed.limits
        ]
        is_same = bool((room.inside.closed == whole.inside.closed[stays]).all())
        world = World.of(self.unknowns, self.world.prior, room)
        return _Loosened(world, observed, holds_no_more=is_same)


@dataclass(frozen=True, slots=True)
class _Loosened:
    """An account without some members; `holds_no_more` where no row was set free by that.

    Where the whole account's draws stand then lies well inside.
    """

    world: World
    observed: Observed
    holds_no_more: bool
