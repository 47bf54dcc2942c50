"""A system, scales and sources go in; the world before any claim and the one after come out."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from musterbook.account.system import Floats, System
from musterbook.core.records import Source
from musterbook.fit.observations import Observed, hard_limits
from musterbook.fit.prior import Scales, prior_of
from musterbook.fit.profile import constant_profiles, likely_profiles
from musterbook.fit.room import Room, room_of, still, wider_room
from musterbook.fit.settle import Profiles, settled
from musterbook.fit.unknowns import Unknowns
from musterbook.fit.world import World


def worlds_of(
    system: System,
    unknowns: Unknowns,
    *,
    observed: Observed,
    scales: Scales,
    sources: Mapping[str, Source],
    rng: np.random.Generator,
) -> tuple[World, World, Floats | None] | None:
    """Make two worlds of one prior: without the claims' limits, and with them.

    Third comes a draw of the first to begin from, if one was made. None where nothing satisfies
    every limit.
    """
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
    before = _Before(system, unknowns, scales, sources, wider)
    profiles, begin = settled(
        profiles, unknowns, flows=scales.derived, world_of=before.with_profiles, rng=rng
    )
    world = before.with_profiles(profiles)
    return world, World.of(unknowns, world.prior, room), begin


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
