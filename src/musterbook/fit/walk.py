"""A flow's typical size and how fast it changes go in, a Gaussian prior on its steps comes out.

The flow's rate, in people per month, is a mean-reverting Gaussian walk in continuous time around
its typical size: smooth (once differentiable, a Matérn 3/2 process), because a rough walk, once
kept from falling below 0 at every knot, would give daily and monthly steps different priors.
Legend: s sd of the rate, k speed (per month), d a lag (months), so that the rate's covariance is
s² (1 + k d) exp(−k d); a step's people are the integral of the rate.
"""

from collections.abc import Mapping
from types import MappingProxyType

import numpy as np

from musterbook.account.system import Floats

# By how much of its typical size a rate is likely to change (one sd) within a month: ours. With
# anything quicker, steps of a day and of a month no longer agree within 5 % on a total.
CHANGES: Mapping[str, float] = MappingProxyType(
    {"hardly": 0.05, "slowly": 0.10, "moderately": 0.25, "quickly": 0.50}
)
DEFAULT_CHANGES = "quickly"  # a flow nobody described may do anything
SPREAD = 1.0  # sd of a rate as a share of its typical size: half and double are unremarkable
JITTER = 1e-9  # of a step's variance, on the diagonal: keeps the Cholesky factor finite


def speed_of(changes: str) -> float:
    """Turn a word of change into k: the sd of the change over one month is its share of s."""
    share = CHANGES.get(changes.strip().lower(), CHANGES[DEFAULT_CHANGES])
    target = 1 - share**2 / 2  # the correlation at a lag of one month
    low, high = 1e-6, 10.0
    for _ in range(60):  # bisection: sixty halvings exhaust a float
        middle = (low + high) / 2
        if (1 + middle) * np.exp(-middle) > target:
            low = middle
        else:
            high = middle
    return low


def step_covariance(knots: Floats, *, sd: float, speed: float) -> Floats:
    """Give the covariance of a flow's people by step: knots in months, shape (step, step).

    The double integral of the rate's covariance, by differences of its second antiderivative.
    """
    lag = np.abs(knots[:, None] - knots[None, :])
    decay = (3 + speed * lag) * np.exp(-speed * lag)
    twice = 2 * lag / speed - (3 - decay) / speed**2
    table = twice[1:, :-1] + twice[:-1, 1:] - twice[1:, 1:] - twice[:-1, :-1]
    covariance = sd**2 * table
    covariance[np.diag_indices_from(covariance)] *= 1 + JITTER
    return np.asarray(covariance)
