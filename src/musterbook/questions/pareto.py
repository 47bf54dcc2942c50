"""Log weights go in; how heavy their tail is comes out: whether reweighting can be trusted."""

import math

import numpy as np

from musterbook.account.system import Floats

# Below 0.7 a reweighted mean converges fast enough to be used, by the source; quantiles near the
# ends want a little more, so half is asked here, where the weights have a finite variance.
TRUSTED = 0.5
LEAST_TAIL = 10  # weights; a shape cannot be told from fewer
PRIOR_COUNT = 10  # and its middle: the source's weak prior on the shape of a short tail
PRIOR_SHAPE = 0.5


def pareto_k(log_weights: Floats) -> float:
    """Fit a generalised Pareto's shape to the largest weights: infinite where it cannot be told.

    Takes the log weights of all draws, shape (draw,). Equal weights have no tail: −∞.
    Source: vehtari2024 on the diagnostic, zhang2009 on the estimator.
    """
    weights = np.exp(log_weights - log_weights.max())
    count = min(len(weights) // 5, int(3 * math.sqrt(len(weights))))
    if count < LEAST_TAIL:
        return math.inf
    ordered = np.sort(weights)
    excess = ordered[-count:] - ordered[-count - 1]
    if excess[-1] <= 1e-12 * ordered[-1]:
        return -math.inf
    return _shape(excess[excess > 0])


def _shape(excess: Floats) -> float:
    """Estimate the shape by the profile likelihood, averaged over its one other parameter."""
    count = len(excess)
    if count < LEAST_TAIL:
        return math.inf
    grid = 30 + int(math.sqrt(count))
    quartile = excess[max(int(count / 4 + 0.5) - 1, 0)]
    marks = np.arange(1, grid + 1)
    theta = 1 / excess[-1] + (1 - np.sqrt(grid / (marks - 0.5))) / (3 * quartile)
    shapes = np.log1p(-theta[:, None] * excess).mean(axis=1)
    likely = count * (np.log(-theta / shapes) - shapes - 1)
    share = np.exp(likely - likely.max())
    best = float(theta @ share / share.sum())
    found = float(np.log1p(-best * excess).mean())
    return (count * found + PRIOR_COUNT * PRIOR_SHAPE) / (count + PRIOR_COUNT)
