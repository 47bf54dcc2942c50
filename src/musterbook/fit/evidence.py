"""Worlds before and after the claims go in; how well the prior foresaw the claims comes out.

The evidence of a reading is the density that it, with its prior, gave to the numbers reported.
Stepping stones lead from the prior to the posterior: at heat h every estimate counts h times (its
sd over √h, its tilt n h), and every wall that the claims put up stands back by (1 − h) times a
distance at which hardly any draw of the prior meets it. Each stone is again a cut-off Gaussian;
the mean weight by which the draws of one would become the next's is that step's share of the
evidence. Stones are set so that the weights keep a given share of the draws.

Source: xie2011.
"""

import math
from dataclasses import dataclass, replace

import numpy as np

from musterbook.account.system import Floats
from musterbook.fit.bias import kish_share, shares_of
from musterbook.fit.observations import Limit, Observed, Term
from musterbook.fit.polytope import Inside, Limits
from musterbook.fit.room import Room
from musterbook.fit.sampler import PATHS
from musterbook.fit.summary import evenly_weighted
from musterbook.fit.world import Drawn, World, draw_from
from musterbook.fit.worlds import Worlds

DRAWS = 320  # at each stone
KEPT = 0.35  # the share of the draws that the weights from stone to stone shall leave in effect
MOST_STONES = 80
HALVINGS = 30  # of the next heat
EXACT = 0.3  # people: the sd of what is said exactly, the one of rounding to whole people
AUTOCORRELATED = 1.5  # draws of a cut-off Gaussian for one independent: our measurement, rounded up


@dataclass(frozen=True, slots=True)
class Evidence:
    """The log density of the numbers reported, and its Monte Carlo standard error."""

    log: float
    error: float
    stones: int


def evidence_of(worlds: Worlds, observed: Observed, *, rng: np.random.Generator) -> Evidence:
    """Walk from the prior to the posterior, and add up what each step is worth."""
    path = _Path(worlds, observed)
    drawn = draw_from(path.world(0.0), path.said(0.0), draws=DRAWS, burn=48, rng=rng)
    path.set_back(drawn)
    heat, log, variance, stones = 0.0, path.constant(), 0.0, 1
    while heat < 1.0 and stones < MOST_STONES:
        following = path.next_heat(drawn, heat)
        rises = path.rises(drawn, heat, following)
        log += float(np.log(drawn.weights @ np.exp(rises - rises.max())) + rises.max())
        weights = shares_of(np.log(np.maximum(drawn.weights, 1e-300)) + rises)
        share = kish_share(weights)
        variance += (1 / share - 1) / len(weights) * AUTOCORRELATED
        begin = _spread_out(drawn.theta, weights)
        heat, stones = following, stones + 1
        if heat < 1.0:
            drawn = draw_from(
                path.world(heat), path.said(heat), draws=DRAWS, burn=48, rng=rng, begin=begin
            )
    return Evidence(log, math.sqrt(variance) if heat >= 1.0 else math.inf, stones)


def _spread_out(theta: Floats, weights: Floats) -> Floats:
    """Pick one draw for every path, by weight: (path, unknown)."""
    even = evenly_weighted(theta, weights)
    chosen: Floats = even[np.linspace(0, len(even) - 1, PATHS).astype(np.intp)]
    return chosen


class _Path:
    """The stones between two worlds: what is said at a heat, and where its walls stand."""

    def __init__(self, worlds: Worlds, observed: Observed) -> None:
        self.before, self.observed = worlds.before, observed
        exact = [each for each in observed.limits if each.is_equal and each.is_claim]
        self.terms = (*observed.terms, *(_nearly(each) for each in exact))
        walls = [each for each in observed.limits if each.is_claim and not each.is_equal]
        width = self.before.unknowns.width
        self.rows = np.array([each.weights for each in walls]).reshape(len(walls), width)
        self.lows = np.array([each.low for each in walls])
        self.back = np.zeros(len(walls))
        self.weights = np.array([each.weights for each in self.terms]).reshape(-1, width)
        self.targets = np.array([each.target for each in self.terms])
        self.sds = np.array([each.sd for each in self.terms])

    def set_back(self, drawn: Drawn) -> None:
        """Let every wall begin where hardly a draw of the prior meets it."""
        slack = drawn.theta @ self.rows.T - self.lows
        self.back = np.maximum(-slack.min(axis=0, initial=0.0), 0.0) * (1 + 1 / len(slack))

    def said(self, heat: float) -> Observed:
        """Give what is observed at a heat."""
        if heat == 0.0:
            return Observed((), (), {})
        terms = tuple(replace(each, sd=each.sd / math.sqrt(heat)) for each in self.terms)
        counts = {bias: heat * count for bias, count in self.observed.counts.items()}
        return Observed(terms, (), counts)

    def world(self, heat: float) -> World:
        """Give the world of a heat: the prior's, with the claims' walls so far back."""
        room = self.before.room
        if heat == 0.0 or not len(self.lows):
            return self.before
        limits = room.limits
        lows = self.lows - (1 - heat) * self.back
        both = Limits(
            np.concatenate((limits.rows, self.rows)),
            np.concatenate((limits.lows, lows)),
            np.concatenate((limits.equal, np.zeros(len(lows), dtype=np.bool_))),
            np.concatenate((limits.grains, np.ones(len(lows)))),
        )
        closed = np.concatenate((room.inside.closed, np.zeros(len(lows), dtype=np.bool_)))
        wider = Room(both, Inside(room.inside.point, closed))
        plane = self.before.plane.among(both, wider.inside)
        return World(self.before.unknowns, self.before.prior, wider, plane)

    def rises(self, drawn: Drawn, heat: float, following: float) -> Floats:
        """Give each draw's log density at the next heat over that at this: shape (draw,)."""
        off = (drawn.theta @ self.weights.T - self.targets) / self.sds
        told = -np.square(off).sum(axis=1) / 2
        for bias, count in self.observed.counts.items():
            told = told + count * np.log1p(-drawn.theta[:, bias])
        slack = drawn.theta @ self.rows.T - self.lows + (1 - following) * self.back
        return np.where((slack >= 0).all(axis=1), (following - heat) * told, -np.inf)

    def next_heat(self, drawn: Drawn, heat: float) -> float:
        """Find the heat to which the weights keep their share of the draws, 1 at most."""
        low, high = heat, 1.0
        if self._share(drawn, heat, high) >= KEPT:
            return high
        for _ in range(HALVINGS):
            middle = (low + high) / 2
            if self._share(drawn, heat, middle) >= KEPT:
                low = middle
            else:
                high = middle
        return high

    def _share(self, drawn: Drawn, heat: float, following: float) -> float:
        rises = self.rises(drawn, heat, following)
        if not np.isfinite(rises).any():
            return 0.0
        return kish_share(shares_of(np.log(np.maximum(drawn.weights, 1e-300)) + rises))

    def constant(self) -> float:
        """Give what every number's density is divided by, as a log: half-normals are twice it."""
        halves = sum(math.log(2) for each in self.terms if each.is_excess)
        return halves - float(np.log(self.sds * math.sqrt(2 * math.pi)).sum())


def _nearly(limit: Limit) -> Term:
    """Turn what is said exactly into an estimate as narrow as rounding to whole people."""
    return Term(limit.group, limit.weights, limit.low, EXACT)
