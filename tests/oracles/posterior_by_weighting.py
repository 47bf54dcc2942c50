"""A small account in, its posterior by brute force out: prior draws, weighed one by one.

Slow and plain: the prior's covariance is a double sum over a fine grid of time, draws below 0 are
thrown away, and every claim multiplies the weight of a draw by its density. Only what the method's
page says is used, none of the code under test.
"""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
GRID = 40  # points a month


@dataclass
class Said:
    """One claim about a total: which (flow, piece) weights, low, high, sd, and whose bias."""

    weights: dict[tuple[int, int], float]
    low: float
    high: float
    sd: float
    source: int = 0


@dataclass
class Oracle:
    """Flows over pieces of some months; each flow's walk as `walk.py` documents it."""

    lengths: tuple[float, ...]
    typical: tuple[float, ...]
    bias_sds: tuple[float, ...]
    mean: float
    spread: float
    parts: tuple[tuple[float, float], ...]  # (share of the variance, speed per month)
    said: list[Said] = field(default_factory=list)
    stocks: list[dict[tuple[int, int], float]] = field(default_factory=list)  # at least 0

    def covariance(self) -> Floats:
        """Integrate the rate's covariance over every pair of pieces, as a plain double sum."""
        edges = np.concatenate(([0.0], np.cumsum(self.lengths)))
        times, piece = [], []
        for number, (start, end) in enumerate(itertools.pairwise(edges)):
            count = max(int(GRID * (end - start)), 4)
            times += list(start + (np.arange(count) + 0.5) * (end - start) / count)
            piece += [number] * count
        lag = np.abs(np.subtract.outer(times, times))
        rate = sum(share * (1 + k * lag) * np.exp(-k * lag) for share, k in self.parts)
        average = np.zeros((len(self.lengths), len(times)))
        for place, number in enumerate(piece):
            average[number, place] = self.lengths[number] / piece.count(number)
        return np.asarray(self.spread**2 * average @ rate @ average.T)

    def draw(self, count: int, rng: np.random.Generator) -> tuple[Floats, Floats, Floats]:
        """Give people (draw, flow, piece), biases (draw, source), and weights that sum to 1."""
        people, biases, log_weights = self._weighed(count, rng)
        weights = np.exp(log_weights - log_weights.max())
        return people, biases, weights / weights.sum()

    def log_evidence(self, count: int, rng: np.random.Generator) -> float:
        """Give the log of the mean density that draws of the prior give to what was said."""
        log_weights = self._weighed(count, rng)[2]
        constant = -sum(math.log(each.sd * math.sqrt(2 * math.pi)) for each in self.said)
        constant += math.log(2) * sum(math.isinf(each.high) for each in self.said)
        return constant + math.log(np.exp(log_weights).mean())

    def _weighed(self, count: int, rng: np.random.Generator) -> tuple[Floats, Floats, Floats]:
        root = np.linalg.cholesky(self.covariance() + 1e-9 * np.eye(len(self.lengths)))
        noise = rng.standard_normal((count, len(self.typical), len(self.lengths)))
        scale = np.array(self.typical)[None, :, None]
        people = scale * (self.mean * np.array(self.lengths) + noise @ root.T)
        biases = rng.standard_normal((count, len(self.bias_sds))) * np.array(self.bias_sds)
        kept = (people >= 0).all(axis=(1, 2)) & (biases < 1).all(axis=1)
        for stock in self.stocks:
            kept &= _sum(people, stock) >= 0
        people, biases = people[kept], biases[kept]
        log_weights = np.zeros(len(people))
        for each in self.said:
            log_weights += self._density(each, people, biases)
        return people, biases, log_weights

    def _density(self, said: Said, people: Floats, biases: Floats) -> Floats:
        """Give the log density of the number reported: Jacobian (1 - b), then the error's."""
        bias = biases[:, said.source]
        true = _sum(people, said.weights)
        if math.isinf(said.high):
            excess = true - said.low * (1 - bias)
            allowed = np.where(excess >= 0, -((excess / said.sd) ** 2) / 2, -np.inf)
            return np.asarray(np.log(1 - bias) + allowed)
        middle = (said.low + said.high) / 2
        error = true - middle * (1 - bias)
        return np.asarray(np.log(1 - bias) - (error / said.sd) ** 2 / 2)


def _sum(people: Floats, weights: dict[tuple[int, int], float]) -> Floats:
    return np.asarray(
        sum(weight * people[:, flow, piece] for (flow, piece), weight in weights.items())
    )


def moments(values: Floats, weights: Floats) -> tuple[float, float]:
    """Give mean and sd."""
    mean = float(weights @ values)
    return mean, math.sqrt(float(weights @ (values - mean) ** 2))
