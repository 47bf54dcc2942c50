"""Scales and what the claims say go in; each flow's typical people per month over time come out.

A declared scale is the same at all times. A derived one follows the claims: the likeliest path
under a prior so wide that it hardly matters is taken as typical, and never less than a share of its
own mean. That is empirical Bayes, which uses the claims twice; the answer says for which flows.
"""

from collections.abc import Mapping

import numpy as np

from musterbook.account.system import Floats, System
from musterbook.core.records import Source
from musterbook.fit.gaussian import place_in, plane_of, whiten
from musterbook.fit.observations import Observed
from musterbook.fit.polytope import Inside
from musterbook.fit.prior import Scales, prior_of
from musterbook.fit.room import Room, still
from musterbook.fit.start import middle_of
from musterbook.fit.unknowns import Unknowns

WIDE = 3.0  # how much wider than the real prior the first is
LEAST_SHARE = 0.2  # of a flow's mean: where the likeliest path is at 0 something may still happen
SHARP = 0.05  # weight of the walls: near 0 the middle is the likeliest path


def constant_profiles(unknowns: Unknowns, scales: Scales) -> dict[str, Floats]:
    """Hold every flow's scale over all its pieces: shape (piece,) each."""
    steps = len(unknowns.pieces.edges) - 1
    return {flow: np.full(steps, typical) for flow, typical in scales.typical.items()}


def likely_profiles(
    system: System,
    unknowns: Unknowns,
    *,
    observed: Observed,
    room: Room,
    scales: Scales,
    sources: Mapping[str, Source],
) -> tuple[dict[str, Floats], Room]:
    """Let derived scales follow the claims; the room comes back with a point near their path."""
    profiles = constant_profiles(unknowns, scales)
    prior = prior_of(
        system,
        unknowns,
        profiles=profiles,
        sizes=scales.sizes,
        sources=sources,
        still=still(room, unknowns),
        wider=WIDE,
    )
    plane = plane_of(prior, room.limits, room.inside)
    whitened = whiten(plane, observed.terms)
    begin = place_in(whitened, prior, room.inside.point[None])[0]
    path = whitened.theta(middle_of(whitened.walls, begin, sharpness=SHARP))
    lengths = np.diff(unknowns.pieces.months)
    for flow in scales.derived:
        rates = np.maximum(path[unknowns.pieces.of_flow(flow)], 0.0) / lengths
        mean = float(rates @ lengths / lengths.sum())
        least = max(LEAST_SHARE * mean, scales.least[flow])
        profiles[flow] = np.maximum(rates, least)
    return profiles, Room(room.limits, Inside(path, room.inside.closed))
