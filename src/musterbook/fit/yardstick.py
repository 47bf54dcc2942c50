"""What was observed and draws of the posterior go in; which biases have a yardstick comes out.

A source that speaks alone may be off by any share: were all it counts a fifth fewer, nothing said
would be less true. A prior that finds its numbers high or low tells that share all the same, as
does the smoothness of a walk; so how narrow a bias has become is not enough. It is also asked
what would be known of it were each flow's level and each opening all but unknown beforehand, and
walks twice as wide. What a week adds to a total is then still little, so that two sources who
speak of it a week apart are yardsticks of each other.

Legend: rows G x + B b about c, each divided by its sd, x = R u with u standard normal, so that
S = I + G R (G R)ᵀ is the covariance of the rows, and S⁻¹ leaves of them what no x explains.
Bᵀ S⁻¹ B is then what the rows tell of the biases. What the rows of one bias tell of one another
is taken out of B first: numbers of one source that do not add up are no yardstick.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from musterbook.account.system import Floats
from musterbook.core.records import Source
from musterbook.fit.bias import bias_sd
from musterbook.fit.observations import Observed
from musterbook.fit.polytope import Limits
from musterbook.fit.triangles import Definite
from musterbook.fit.unknowns import Unknowns
from musterbook.fit.world import World

KNOWN = 0.9  # a bias is known where its sd has fallen below this share of its prior's
WIDE = 100.0  # times as large as things are: a level so wide leaves a bias 0.99 of its sd
WIDER = 2.0  # times as wide as the prior's: as far as the scale of a flow may well be off
EXACT = 0.3  # people: the sd of rounding to whole people
FINEST = 1e-3  # of a row's size: a finer number tells no more of a bias of a few per cent
STILL = 1e-9  # of the largest: what is smaller only shows rounding
LEANS = 2.0  # sds from a wall on average: half of an even range is 1.7, so both its ends count


@dataclass(frozen=True, slots=True)
class _Rows:
    """Rows over θ, (row, unknown), and their sds, (row,)."""

    weights: Floats
    sds: Floats


def yardsticks(
    unknowns: Unknowns,
    observed: Observed,
    *,
    world: World,
    theta: Floats,
    sources: Mapping[str, Source],
) -> dict[int, bool]:
    """Say of every bias, by its place in θ, whether something other than priors tells it.

    `theta` holds evenly weighted draws of the posterior, shape (draw, unknown): how large things
    are and which walls they lean on. Other sources count by their reliability. Of one source, one
    class of measure is no yardstick for another by mere likeness.
    """
    rows = _rows(unknowns, observed, limits=world.room.limits, theta=theta)
    people, biases = slice(unknowns.people), slice(unknowns.first_bias, unknowns.first_error)
    size = np.sqrt(np.square(theta[:, people]).mean(axis=0))
    seen = np.abs(rows.weights[:, people]) @ size
    sds = np.maximum(np.maximum(rows.sds, EXACT), FINEST * seen)
    wide = rows.weights[:, people] @ _wide_root(unknowns, world, size) / sds[:, None]
    reported = rows.weights[:, biases] / sds[:, None]
    for column in range(reported.shape[1]):
        own = np.flatnonzero(reported[:, column])
        reported[own, column] -= _unexplained(wide[own], reported[own, column])
    before = np.array([bias_sd(source, sources) for source, _ in unknowns.biases])
    told = reported.T @ _unexplained(wide, reported)
    after = np.sqrt(np.diag(np.linalg.inv(np.diag(before**-2.0) + told)))
    known: list[bool] = (after < KNOWN * before).tolist()
    return dict(enumerate(known, start=unknowns.first_bias))


def _rows(unknowns: Unknowns, observed: Observed, *, limits: Limits, theta: Floats) -> _Rows:
    """Collect estimates, equations, and the walls that the draws lean on, as Gaussian rows.

    A flow is not leant on where it is least: few people are no sign of how few they are.
    """
    has_term = {term.group for term in observed.terms}
    is_new = np.ones(len(limits.lows), dtype=np.bool_)
    is_new[: len(observed.limits)] = [
        each.is_equal or each.group not in has_term for each in observed.limits
    ]
    alone = np.count_nonzero(limits.rows, axis=1) <= 1
    alone[: len(observed.limits)] = False
    rows = limits.rows[is_new & ~alone]
    slack = theta @ rows.T - limits.lows[is_new & ~alone]
    spread = slack.std(axis=0)
    leant: NDArray[np.bool_] = slack.mean(axis=0) < LEANS * np.maximum(spread, EXACT)
    said = observed.weights(unknowns.width)
    return _Rows(
        np.concatenate((said, rows[leant])),
        np.concatenate(([term.sd for term in observed.terms], spread[leant])),
    )


def _wide_root(unknowns: Unknowns, world: World, size: Floats) -> Floats:
    """Give R: walks twice as wide, then a level for each flow and opening: (person, u)."""
    pieces = unknowns.pieces
    levels = np.zeros((len(size), len(pieces.alone) + len(pieces.flows)))
    alone = np.arange(len(pieces.alone))
    levels[alone, alone] = WIDE * size[alone]
    for number, flow in enumerate(pieces.flows, start=len(alone)):
        here = pieces.of_flow(flow)
        levels[here, number] = WIDE * size[here]
    walks = WIDER * world.prior.root[: len(size), : len(size)]
    moves = size > STILL * size.max(initial=0.0)  # what can be nothing but 0 is not wide
    return np.concatenate((walks * moves[:, None], levels), axis=1)


def _unexplained(wide: Floats, reported: Floats) -> Floats:
    """Give S⁻¹ of what was reported: shapes (row, x) and (row, …) -> (row, …)."""
    count, width = wide.shape
    if count <= width:
        covariance = wide @ wide.T
        covariance[np.diag_indices(count)] += 1.0
        return Definite(covariance).solve(reported)
    precision = wide.T @ wide
    precision[np.diag_indices(width)] += 1.0
    return np.asarray(reported - wide @ Definite(precision).solve(wide.T @ reported))
