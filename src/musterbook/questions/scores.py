"""Draws of what was expected and what was said go in; how good the expectation was comes out."""

import math
from collections.abc import Sequence

import numpy as np

from musterbook.account.system import Floats

LEVELS = (0.5, 0.8, 0.95)  # central intervals whose coverage is counted


def crps(draws: Floats, said: float) -> float:
    """Give the continuous ranked probability score: mean distance, less half the mean spread.

    In people; of a certain expectation it is how far off it was. Takes draws of shape (draw,).
    Source: gneiting2007, equation 21.
    """
    count, ordered = len(draws), np.sort(draws)
    ranks = 2 * np.arange(1, count + 1) - count - 1
    return float(np.abs(ordered - said).mean() - (ranks @ ordered) / count**2)


def inside(draws: Floats, said: float, levels: Sequence[float] = LEVELS) -> tuple[bool, ...]:
    """Say for each level whether the central interval of draws holds what was said."""
    tails = [(1 - level) / 2 for level in levels]
    low, high = np.quantile(draws, tails), np.quantile(draws, [1 - each for each in tails])
    return tuple(bool(each) for each in (low <= said) & (said <= high))


def likely_count(count: int, level: float, *, sure: float = 0.9) -> tuple[int, int]:
    """Give the least and most of `count` intervals of a level that would hold, were they right.

    By the binomial distribution, each tail cut where it holds (1 − `sure`) / 2.
    """
    chances = np.cumsum(
        [math.comb(count, n) * level**n * (1 - level) ** (count - n) for n in range(count + 1)]
    )
    tail = (1 - sure) / 2
    return int(np.searchsorted(chances, tail)), int(np.searchsorted(chances, 1 - tail))
