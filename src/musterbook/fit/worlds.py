"""A system, scales and sources go in; the world before any claim and the one after come out."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from musterbook.account.system import Floats, System
from musterbook.core.records import Source
from musterbook.fit.observations import Observed, hard_limits
from musterbook.fit.patience import ENDLESS, Patience
from musterbook.fit.prior import Scales, prior_of
from musterbook.fit.profile import constant_profiles, likely_profiles
from musterbook.fit.room import Room, room_of, still, wider_room
from musterbook.fit.settle import Profiles, settled
from musterbook.fit.unknowns import Unknowns
from musterbook.fit.world import World


@dataclass(frozen=True, slots=True)
class Worlds:
    """Two worlds of one prior: before any claim was weighed in, and with the claims' limits.

    `begin` holds draws of the first to set out from, (path, unknown), if any were made.
    """

    before: World
    after: World
    begin: Floats | None
    profiles: Profiles
    known: "_Before"

    def at_scale(self, factor: float) -> "Worlds":
        """Give the worlds in which every flow is typically `factor` times as large."""
        profiles = {flow: factor * each for flow, each in self.profiles.items()}
        before = self.known.with_profiles(profiles)
        after = World.of(before.unknowns, before.prior, self.after.room)
        return Worlds(before, after, None, profiles, self.known)


def worlds_of(
    system: System,
    unknowns: Unknowns,
    *,
    observed: Observed,
    scales: Scales,
    sources: Mapping[str, Source],
    rng: np.random.Generator,
    patience: Patience = ENDLESS,
) -> Worlds | None:
    """Make the worlds before and after the claims; None where nothing satisfies every limit."""
    room = room_of(system, unknowns, limits=observed.limits, largest=scales.largest)
    if room is None:
        return None
    profiles: Profiles = constant_profiles(unknowns, scales)
    if scales.derived:
        profiles, room = likely_profiles(
            system, unknowns, observed=observed, room=room, scales=scales, sources=sources
        )
    hard = hard_limits(system, unknowns)
    wider = wider_room(system, unknowns, limits=hard, room=room, largest=scales.largest)
    if wider is None:
        return None
    known = _Before(system, unknowns, scales, sources, wider)
    profiles, begin = settled(
        profiles,
        unknowns,
        flows=scales.derived,
        world_of=known.with_profiles,
        rng=rng,
        patience=patience,
    )
    before = known.with_profiles(profiles)
    after = World.of(unknowns, before.prior, room)
    return Worlds(before, after, begin, profiles, known)


@dataclass(frozen=True, slots=True)
class _Before:
    """What is known before any claim: only the flows' profiles are still to be said."""

    system: System
    unknowns: Unknowns
    scales: Scales
    sources: Mapping[str, Source]
    room: Room

    def with_profiles(self, profiles: Profiles) -> World:
        prior = prior_of(
            self.system,
            self.unknowns,
            profiles=profiles,
            sizes=self.scales.sizes,
            sources=self.sources,
            still=still(self.room, self.unknowns),
        )
        return World.of(self.unknowns, prior, self.room)
