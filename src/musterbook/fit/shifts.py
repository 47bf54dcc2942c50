"""Worlds and the draws of an answer go in; how far measures move at other scales comes out.

Two scales are ours to choose, or the analyst's: how far beyond `more than` the truth may lie, and
how much flows are thought to carry. Each is halved and doubled. The first changes so little that
the draws at hand are mostly reweighted; the second needs a short run of its own.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np

from musterbook.account.system import Floats
from musterbook.fit.bias import kish_share, shares_of
from musterbook.fit.effort import Goal
from musterbook.fit.observations import Observed
from musterbook.fit.patience import ENDLESS, Patience
from musterbook.fit.world import Drawn, World, draw_from
from musterbook.fit.worlds import Worlds

HALF_AND_TWICE = (0.5, 2.0)
DRAWS = 128  # of a short run: they place a mean within a tenth of its sd
FEW = (
    0.05  # a Kish share below which a thousand reweighted draws place a mean worse than a short run
)


class Scale(StrEnum):
    """What was halved or doubled."""

    EXCESS = "excess"
    PRIOR = "prior"


@dataclass(frozen=True, slots=True)
class Shift:
    """How far the mean of a measure moves at `factor` times a scale, in people; `sd` is its own."""

    scale: Scale
    factor: float
    measure: str
    by: float
    sd: float


def excess_shifts(
    world: World,
    observed: Observed,
    *,
    drawn: Drawn,
    goal: Goal,
    rng: np.random.Generator,
    patience: Patience = ENDLESS,
) -> tuple[Shift, ...]:
    """Halve and double how far beyond `more than` the truth may lie: every measure's shifts."""
    if not any(term.is_excess for term in observed.terms):
        return ()
    return tuple(
        shift
        for factor in HALF_AND_TWICE
        for shift in _moved(
            drawn,
            _other_excess(world, observed, factor=factor, drawn=drawn, rng=rng, patience=patience),
            goal=goal,
            scale=Scale.EXCESS,
            factor=factor,
        )
    )


def prior_shifts(
    worlds: Worlds,
    observed: Observed,
    *,
    drawn: Drawn,
    goal: Goal,
    rng: np.random.Generator,
    patience: Patience = ENDLESS,
) -> tuple[Shift, ...]:
    """Halve and double how much every flow is thought to carry: every measure's shifts."""
    return tuple(
        shift
        for factor in HALF_AND_TWICE
        for shift in _moved(
            drawn,
            _short_run(
                worlds.at_scale(factor).after, observed, drawn=drawn, rng=rng, patience=patience
            ),
            goal=goal,
            scale=Scale.PRIOR,
            factor=factor,
        )
    )


def _other_excess(
    world: World,
    observed: Observed,
    *,
    factor: float,
    drawn: Drawn,
    rng: np.random.Generator,
    patience: Patience,
) -> Drawn:
    terms = tuple(
        replace(term, sd=factor * term.sd) if term.is_excess else term for term in observed.terms
    )
    excess = [term for term in observed.terms if term.is_excess]
    beyond = np.array([(drawn.theta @ term.weights - term.target) / term.sd for term in excess])
    logs = np.square(beyond).sum(axis=0) / 2 * (1 - factor**-2)
    weights = shares_of(np.log(np.maximum(drawn.weights, 1e-300)) + logs)
    if kish_share(weights) >= FEW:
        return Drawn(drawn.theta, weights)
    other = replace(observed, terms=terms)
    return _short_run(world, other, drawn=drawn, rng=rng, patience=patience)


def _short_run(
    world: World,
    observed: Observed,
    *,
    drawn: Drawn,
    rng: np.random.Generator,
    patience: Patience,
) -> Drawn:
    return draw_from(
        world, observed, draws=DRAWS, burn=0, rng=rng, begin=drawn.stay, patience=patience
    )


def _moved(
    drawn: Drawn, other: Drawn, *, goal: Goal, scale: Scale, factor: float
) -> Iterator[Shift]:
    means, sds = _moments(drawn, goal)
    others, _ = _moments(other, goal)
    for name, by, sd in zip(goal.names, others - means, sds, strict=True):
        if sd > 0:
            yield Shift(scale, factor, name, float(by), float(sd))


def _moments(drawn: Drawn, goal: Goal) -> tuple[Floats, Floats]:
    values = drawn.theta @ goal.readout.T
    means = drawn.weights @ values
    return means, np.sqrt(drawn.weights @ np.square(values - means))
