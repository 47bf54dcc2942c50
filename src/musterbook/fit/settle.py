"""Profiles and what cannot be go in; profiles whose cut-off prior comes out at them come out.

Cutting a prior off, at 0 for flows and stocks and wherever assumptions forbid, pushes vague flows
up: people must arrive before they can leave. Left alone, that would add thousands whom nobody
reported. So the prior is drawn from before any claim is weighed in, and every flow that came out
above its profile is turned down by that much, a few times over.
"""

from collections.abc import Callable, Iterable, Mapping

import numpy as np

from musterbook.account.system import Floats
from musterbook.fit.observations import NOTHING_SAID
from musterbook.fit.patience import ENDLESS, Patience
from musterbook.fit.unknowns import Unknowns
from musterbook.fit.world import World, draw_from

ROUNDS = 2  # of turning down: on the lead case a third changes no posterior median by 1 %
DRAWS = 50  # a round's: they place the mean of a total within a seventh of its sd
LEAST = 0.2  # a profile is never turned down below this share: its flow would be all but closed

Profiles = Mapping[str, Floats]


def settled(
    profiles: Profiles,
    unknowns: Unknowns,
    *,
    flows: Iterable[str],
    world_of: Callable[[Profiles], World],
    rng: np.random.Generator,
    patience: Patience = ENDLESS,
) -> tuple[Profiles, Floats | None]:
    """Turn profiles down until the cut-off prior has about their totals, in people.

    `flows` are those that may be turned: the ones whose scale was taken from the claims, since a
    declared one is the analyst's own. `world_of` makes the world before any claim. With the
    profiles comes the last draw, from which others of that world may begin (None: none was made).
    """
    turned, listed = dict(profiles), tuple(flows)
    months = np.diff(unknowns.pieces.months)
    begin: Floats | None = None
    for _ in range(ROUNDS if listed else 0):
        world = world_of(turned)
        drawn = draw_from(
            world, NOTHING_SAID, draws=DRAWS, burn=0, rng=rng, begin=begin, patience=patience
        )
        begin = drawn.stay.here if drawn.stay is not None else None
        for flow in listed:
            totals = drawn.theta[:, unknowns.pieces.of_flow(flow)].sum(axis=1)
            came_out, wanted = float(drawn.weights @ totals), float(profiles[flow] @ months)
            share = np.clip(wanted / came_out, LEAST, 1 / LEAST) if came_out > 0 else 1.0
            turned[flow] = np.clip(turned[flow] * share, LEAST * profiles[flow], profiles[flow])
    return turned, begin
