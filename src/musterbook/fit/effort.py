"""Draws so far go in; how far they can be trusted, and how many more are wanted, come out."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from musterbook.account.system import Floats, System
from musterbook.fit.bias import kish_share
from musterbook.fit.gaussian import Plane
from musterbook.fit.options import FitOptions
from musterbook.fit.results import Precision
from musterbook.fit.unknowns import Unknowns
from musterbook.fit.world import Drawn

SPARE = 1.05  # more draws than the shortfall suggests: the effective sample is itself an estimate
STRIDE = 0.25  # of the draws so far, taken at most before looking again, for the same reason
FLAT = 1e-16  # of a series' mean square: what varies less does not vary
STUCK = 1e-12  # of a number: what varies less is one point, told again and again
KNOWN = 0.5  # people: a measure whose 90 % interval is narrower is known, whatever its draws


def effective_draws(values: Floats, weights: Floats, *, paths: int = 1) -> Floats:
    """Give the effective sample of each series, shape (draw, series) -> (series,).

    Draws stand path by path. Autocorrelations are those of what is off the mean of all paths, so
    that paths which do not meet are alike at every lag; each is divided by the pairs it has, so
    that short paths do not look shorter. They are summed in pairs while these stay positive and
    falling (Geyer's initial monotone sequence), times the Kish share of the weights. A series that
    does not vary is counted whole.

    Source: vehtari2021, but that a mean of each path's own, in paths so short, would be half noise.
    """
    count = len(values)
    each = count // paths
    along = values.reshape(paths, each, -1)
    off = along - along.mean(axis=(0, 1))
    size = 1 << (2 * each - 1).bit_length()
    power = np.square(np.abs(np.fft.rfft(off, size, axis=1))).mean(axis=0)
    alike = np.fft.irfft(power, size, axis=0)[:each] / np.arange(each, 0, -1)[:, None]
    still = alike[0] <= FLAT * np.square(values).mean(axis=0)
    alike /= np.where(still, 1.0, alike[0])
    pairs = alike[: each // 2 * 2].reshape(each // 2, 2, alike.shape[1]).sum(axis=1)
    pairs = np.minimum.accumulate(pairs, axis=0)
    positive = np.cumprod(pairs > 0, axis=0)
    time = np.maximum(2 * (pairs * positive).sum(axis=0) - 1, 1.0)
    return np.asarray(np.where(still, count, count / time) * kish_share(weights))


@dataclass(frozen=True, slots=True)
class Goal:
    """How many effective draws are wanted of every measure at the as-of date, and at what cost.

    `readout` has shape (measure, unknown); `free`, (measure,), is each one's sd before any claim
    where equalities alone hold; `most` bounds the draws in all.
    """

    names: tuple[str, ...]
    readout: Floats
    free: Floats
    wanted: float
    most: int

    @classmethod
    def of(cls, system: System, unknowns: Unknowns, options: FitOptions, *, plane: Plane) -> "Goal":
        """Read what is watched off the unknowns at the last knot before the as-of date."""
        at = max((knot for knot in system.knots if knot <= system.as_of), default=system.knots[0])
        names = tuple(each for each in options.watched if each in system.measures)
        names = names or tuple(system.measures)
        rows = [unknowns.weights(system.measure_vector(name, at)) for name in names]
        readout = np.array(rows).reshape(len(rows), unknowns.width)
        free = np.linalg.norm(readout @ plane.spread, axis=1)
        return cls(names, readout, free, options.effective, options.most_draws)

    def values(self, theta: Floats) -> dict[str, Floats]:
        """Give every measure at the as-of date: theta (draw, unknown) -> (draw,) each."""
        return dict(zip(self.names, (theta @ self.readout.T).T, strict=True))

    def reached(self, drawn: Drawn) -> Floats:
        """Give the effective sample of every measure: shape (measure,).

        What the account leaves free and yet does not vary at all is stuck: that counts 0.
        """
        values = drawn.theta @ self.readout.T
        found = effective_draws(values, drawn.weights, paths=drawn.paths)
        width = np.subtract(*np.quantile(values, (0.95, 0.05), axis=0)) if len(self.names) else 0.0
        found = np.where(width > KNOWN, found, max(len(drawn.weights), self.wanted))
        is_stuck = values.std(axis=0) <= STUCK * np.abs(values).max(axis=0, initial=0.0)
        return np.asarray(np.where(is_stuck & (self.free > KNOWN), 0.0, found))

    def missing(self, drawn: Drawn) -> int:
        """Say how many more draws to take; 0 where the goal is met or the budget spent."""
        count = len(drawn.weights)
        least = float(self.reached(drawn).min(initial=np.inf))
        if least >= self.wanted or count >= self.most:
            return 0
        more = count * (self.wanted / max(least, 1.0) - 1) * SPARE
        return int(min(max(min(more, STRIDE * count), drawn.paths), self.most - count))

    def precision(self, drawn: Drawn, reached: Floats) -> Mapping[str, Precision]:
        """Give the Monte Carlo error of every measure's median, in people.

        `reached`, (measure,), is the effective sample of each.
        """
        values = drawn.theta @ self.readout.T
        sizes = np.maximum(reached, 1.0)
        return {
            name: _precision(column, drawn.weights, float(size))
            for name, column, size in zip(self.names, values.T, sizes, strict=True)
        }


def _precision(values: Floats, weights: Floats, size: float) -> Precision:
    """Take half the distance of the quantiles one standard error of a share beside the half.

    It asks nothing of the shape of what was drawn.
    """
    order, step = np.argsort(values), 0.5 / np.sqrt(size)
    shares = np.cumsum(weights[order]) - weights[order] / 2
    marks = (0.05, 0.5 - step, 0.5 + step, 0.95)
    least, low, high, most = np.interp(marks, shares, values[order])
    error = float(high - low) / 2
    return Precision(size, error, error / float(most - least) if most - least > KNOWN else 0.0)
