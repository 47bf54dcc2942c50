"""An answer goes in; draws of the same account without some of its members come out.

The priors stay those of the whole account, scales taken from the claims included: what differs is
then the doing of the members left out, and reweighted and refitted rows of a table mean the same.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import numpy as np

from musterbook.account.system import Floats, Row, System, Vector
from musterbook.core.errors import CannotComputeError
from musterbook.core.records import Source
from musterbook.fit.observations import Observed, observe
from musterbook.fit.results import Answer
from musterbook.fit.room import wider_room
from musterbook.fit.roughness import roughened
from musterbook.fit.scales import scales_of
from musterbook.fit.unknowns import unknowns_of
from musterbook.fit.world import World, draw_from
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
        worlds = worlds_of(
            self.system,
            self.unknowns,
            observed=self._observed(self.system),
            scales=self.scales,
            sources=sources,
            rng=self.random,
        )
        if worlds is None:
            raise CannotComputeError("the account leaves nothing possible: see `muster conflicts`")
        self.world = worlds.after
        self.whole = self.world.whitened(self._observed(self.system).terms)

    def without(self, names: Collection[str], *, draws: int) -> Redrawn:
        """Draw with some members left out: none of them, and it is the answer once more."""
        world, observed = self._loosened(names)
        drawn = draw_from(world, observed, draws=draws, burn=self.burn, rng=self.random)
        return Redrawn(self.unknowns.columns(drawn.theta, self.system), drawn.weights)

    def part_told(self, names: Collection[str], vector: Vector) -> float:
        """Give how much of what is known of a vector is known by some members: a correlation.

        Walls are left out of it: of Gaussians, what they tell of the variance without them. 0 says
        that they bear on other things.
        """
        world, observed = self._loosened(names)
        row = Row(vector.columns, vector.weights, 0.0, 0.0, "")
        weights = self.unknowns.weights(row)
        after = np.square(weights @ self.whole.spread).sum()
        before = np.square(weights @ world.whitened(observed.terms).spread).sum()
        return float(np.sqrt(max(1 - after / before, 0.0))) if before > 0 else 0.0

    def _observed(self, system: System) -> Observed:
        said = observe(system, self.unknowns)
        return roughened(said, system, unknowns=self.unknowns, scales=self.scales)

    def _loosened(self, names: Collection[str]) -> tuple[World, Observed]:
        system: System = self.system.without(*names)
        observed = self._observed(system)
        room = wider_room(
            system,
            self.unknowns,
            limits=observed.limits,
            room=self.world.room,
            largest=self.scales.largest,
        )
        if room is None:
            raise CannotComputeError(f"without {', '.join(names)} nothing is possible")
        return World.of(self.unknowns, self.world.prior, room), observed
