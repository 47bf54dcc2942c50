"""What was observed and draws of the posterior go in; which biases have a yardstick comes out.

A source that speaks alone may be off by any share: were all it counts a fifth fewer, nothing said
would be less true. A prior that finds its numbers high or low tells that share all the same, as
does the smoothness of a walk; so how narrow a bias has become is not enough. It is also asked
what would be known of it were nothing known of flows and stocks beforehand.

Legend: rows G x + B b about c, each divided by its sd, x in units as wide as WIDE says, so that
S = I + G Gᵀ is the covariance of the rows and S⁻¹ leaves of them what no x explains. Bᵀ S⁻¹ B is
then what the rows tell of the biases. What the rows of one bias tell of one another is taken out
of B first: numbers of one source that do not add up are no yardstick.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.linalg import cho_factor, cho_solve

from musterbook.account.system import Floats
from musterbook.core.records import Source
from musterbook.fit.bias import bias_sd
from musterbook.fit.observations import Observed
from musterbook.fit.polytope import Limits
from musterbook.fit.unknowns import Unknowns

KNOWN = 0.9  # a bias is known where its sd has fallen below this share of its prior's
WIDE = 100.0  # times as large as things are: then a bias told by nothing keeps 0.99 of its sd
EXACT = 0.3  # people: the sd of rounding to whole people
FINEST = 1e-3  # of a row's size: a finer number tells no more of a bias of a few per cent
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
    limits: Limits,
    theta: Floats,
    sources: Mapping[str, Source],
) -> dict[int, bool]:
    """Say of every bias, by its place in θ, whether something other than priors tells it.

    `theta` holds evenly weighted draws of the posterior, shape (draw, unknown): how large things
    are and which walls they lean on. Other sources count by their reliability. Of one source, one
    class of measure is no yardstick for another by mere likeness.
    """
    rows = _rows(unknowns, observed, limits=limits, theta=theta)
    people, biases = slice(unknowns.people), slice(unknowns.first_bias, unknowns.first_error)
    size = np.sqrt(np.square(theta[:, people]).mean(axis=0))
    seen = np.abs(rows.weights[:, people]) @ size
    sds = np.maximum(np.maximum(rows.sds, EXACT), FINEST * seen)
    wide = rows.weights[:, people] * (WIDE * size) / sds[:, None]
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


def _unexplained(wide: Floats, reported: Floats) -> Floats:
    """Give S⁻¹ of what was reported: shapes (row, x) and (row, …) -> (row, …)."""
    count, width = wide.shape
    if count <= width:
        covariance = wide @ wide.T
        covariance[np.diag_indices(count)] += 1.0
        return np.asarray(cho_solve(cho_factor(covariance, lower=True), reported))
    precision = wide.T @ wide
    precision[np.diag_indices(width)] += 1.0
    return np.asarray(
        reported - wide @ cho_solve(cho_factor(precision, lower=True), wide.T @ reported)
    )
