"""Values and weights go in; median and interval, and what is left of the draws, come out."""

import math
from dataclasses import dataclass

import numpy as np

from musterbook.account.system import Floats

ENDS = (0.05, 0.5, 0.95)  # a 90 % interval and its median, as everywhere in a fit


@dataclass(frozen=True, slots=True)
class Spread:
    """A median with its 90 % interval, in people."""

    q05: float
    q50: float
    q95: float

    @property
    def width(self) -> float:
        """How wide the interval is."""
        return self.q95 - self.q05

    def to_json(self) -> dict[str, float]:
        """Round to a tenth of a person."""
        return {name: round(getattr(self, name), 1) for name in ("q05", "q50", "q95")}


def spread_of_draws(values: Floats, weights: Floats) -> Spread:
    """Give the spread of weighted draws: both of shape (draw,)."""
    return Spread(*(float(each) for each in weighted_quantiles(values, weights, ENDS)))


def weighted_quantiles(values: Floats, weights: Floats, levels: tuple[float, ...]) -> Floats:
    """Give quantiles of weighted draws, straight between neighbours: shape (level,)."""
    order = np.argsort(values, kind="stable")
    ranks = np.cumsum(weights[order]) - weights[order] / 2
    return np.asarray(np.interp(np.asarray(levels) * weights.sum(), ranks, values[order]))


def weighted_sd(values: Floats, weights: Floats) -> float:
    """Give the sd of weighted draws."""
    share = weights / weights.sum()
    return math.sqrt(float(share @ np.square(values - share @ values)))
