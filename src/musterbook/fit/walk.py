"""A flow's typical size and how fast it changes go in, a Gaussian prior on its steps comes out.

The flow's rate, in people per month, is Gaussian, varies smoothly and returns to its mean: a level
that drifts slowly, and a part that changes as fast as its word says. Both are once differentiable
(Matérn 3/2 processes), so that neighbouring pieces of time hang together.
Legend: s sd of the rate, k speed (per month), d a lag (months), so that a part's covariance is
s² (1 + k d) exp(−k d); a step's people are the integral of the rate.
"""

import functools
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np
from numpy.typing import NDArray

from musterbook.account.system import Floats

MEAN, SPREAD = 0.75, 0.8  # of a rate, as shares of its typical size: cut off at 0, a walk then
# comes to 1.0 to 1.2 of the typical size, and none and double are unremarkable
NARROW = 0.5  # below it under one walk in forty reaches 0: a normal's tail at two sds
LEVEL_SHARE = 0.5  # of a rate's variance that is its slow level: else long totals were too sure
LEVEL_CHANGES = 0.10  # by how much of its sd the level is likely to change within a month
# By how much of its sd the other part is likely to change within a month: ours.
CHANGES: Mapping[str, float] = MappingProxyType(
    {"hardly": 0.05, "slowly": 0.10, "moderately": 0.30, "quickly": 1.00}
)
DEFAULT_CHANGES = "quickly"  # a flow nobody described may do anything
JITTER = 1e-9  # of a step's variance, on the diagonal: keeps the Cholesky factor finite
HALVINGS = 60  # of an interval: they exhaust a float


@dataclass(frozen=True, slots=True)
class Walk:
    """A prior on a flow's people by piece, for a typical size of 1 person per month.

    `mean` has shape (piece,), `root` is a lower triangular root of the covariance.
    """

    mean: Floats
    root: Floats


def walk_over(edges: Floats, changes: str, spread: float | None = None) -> Walk:
    """Give the walk over pieces of time; their edges are in months.

    `spread` is the sd of a rate as a share of its typical size, where a range was declared; a
    narrow one is hardly cut off at 0, so its mean needs no lowering.
    """
    covariance = walk_covariance(edges[:-1], edges[1:], changes=changes, spread=spread)
    covariance[np.diag_indices_from(covariance)] *= 1 + JITTER
    mean = 1.0 if spread is not None and spread < NARROW else MEAN
    return Walk(mean * np.diff(edges), np.asarray(np.linalg.cholesky(covariance)))


@functools.lru_cache(maxsize=32)  # a fit lays out its prior a few times over
def walk_along(edges: tuple[float, ...], changes: str, spread: float | None) -> Walk:
    """Give the walk over pieces of time once more for nothing; nobody changes it."""
    return walk_over(np.array(edges), changes, spread)


def walk_covariance(
    starts: Floats, ends: Floats, *, changes: str, spread: float | None = None
) -> Floats:
    """Give the covariance of a flow's people in any spans of time, in months: (span, span)."""
    quick = CHANGES.get(changes.strip().lower(), CHANGES[DEFAULT_CHANGES])
    covariance = LEVEL_SHARE * span_covariance(starts, ends, speed=speed_of(LEVEL_CHANGES))
    covariance += (1 - LEVEL_SHARE) * span_covariance(starts, ends, speed=speed_of(quick))
    return covariance * (SPREAD if spread is None else spread) ** 2


def walk_variance(
    times: Floats, jumps: Floats, *, changes: str, spread: float | None = None
) -> float:
    """Give the variance of what weights make of a flow, given where in time they jump: (time,).

    It is that of `walk_covariance` with weights that stay the same between two times, in months;
    few times make it far cheaper. The jumps add up to 0.
    """
    quick = CHANGES.get(changes.strip().lower(), CHANGES[DEFAULT_CHANGES])
    lags, total = np.abs(times[:, None] - times[None, :]), 0.0
    for share, word in ((LEVEL_SHARE, LEVEL_CHANGES), (1 - LEVEL_SHARE, quick)):
        total -= share * float(jumps @ _twice(lags, speed_of(word)) @ jumps)
    return total * (SPREAD if spread is None else spread) ** 2


def apart(root: Floats, still: NDArray[np.bool_]) -> Floats:
    """Take the ties between pieces that are held at 0 and the others out of a walk's root.

    A smooth walk known to be 0 for a while would be near 0 before and after too; but a flow that
    is forbidden, or has not begun, is another matter than one that has run dry.
    """
    if not still.any():
        return root
    covariance = root @ root.T
    covariance[still[:, None] != still[None, :]] = 0.0
    return np.asarray(np.linalg.cholesky(covariance))


@functools.lru_cache(maxsize=16)  # there are as many words for it as CHANGES has
def speed_of(share: float) -> float:
    """Find k such that the sd of the change over one month is a share of s."""
    target = 1 - share**2 / 2  # the correlation at a lag of one month
    low, high = 1e-6, 10.0
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        if (1 + middle) * np.exp(-middle) > target:
            low = middle
        else:
            high = middle
    return low


def span_covariance(starts: Floats, ends: Floats, *, speed: float) -> Floats:
    """Give the covariance of a flow's people by span, for a rate of sd 1: shape (span, span).

    The double integral of the rate's covariance, by differences of its second antiderivative.
    """

    def twice(ones: Floats, others: Floats) -> Floats:
        return _twice(np.abs(ones[:, None] - others[None, :]), speed)

    table = twice(ends, starts) + twice(starts, ends) - twice(ends, ends) - twice(starts, starts)
    return np.asarray(table)


def _twice(lag: Floats, speed: float) -> Floats:
    """Give the second antiderivative of a rate's covariance at some lags."""
    decay = (3 + speed * lag) * np.exp(-speed * lag)
    return np.asarray(2 * lag / speed - (3 - decay) / speed**2)
