"""Ranks of truths in, whether they are even and how often intervals held out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.special import chdtrc
from tools.calibration.ranks import KEPT, Ranks

from musterbook.account.system import Floats

BINS = 20
LEVEL = 0.01  # of the test of all quantities together
SHARES = (0.5, 0.9)  # the intervals whose coverage is counted


@dataclass(frozen=True, slots=True)
class Evenness:
    """One quantity: its mean rank as a share, coverages by level, and χ² on twenty bins."""

    mean: float
    covered: Mapping[float, float]
    chi_square: float
    p: float


@dataclass(frozen=True, slots=True)
class Pooled:
    """Coverage over all quantities, and how many standard errors it lies from what it should be.

    Quantities of one replicate hang together, so the error is that of the replicates' means.
    """

    share: float
    covered: float
    z: float


def inside(ranks: Ranks, share: float) -> Floats:
    """Mark truths inside their central interval: shape (replicate, quantity)."""
    below = round((KEPT + 1) * (1 - share) / 2)
    return np.asarray((ranks.table >= below) & (ranks.table <= KEPT - below), dtype=np.float64)


def evenness(ranks: Ranks) -> tuple[Evenness, ...]:
    """Judge every quantity by itself."""
    covered = {share: inside(ranks, share).mean(axis=0) for share in SHARES}
    found = []
    for number, column in enumerate(ranks.table.T):
        expected = len(column) / BINS
        counts = np.bincount(column * BINS // (KEPT + 1), minlength=BINS)
        chi_square = float(np.square(counts - expected).sum() / expected)
        shares = {share: float(each[number]) for share, each in covered.items()}
        p = float(chdtrc(BINS - 1, chi_square))
        found.append(Evenness(float((column + 0.5).mean() / (KEPT + 1)), shares, chi_square, p))
    return tuple(found)


def pooled(runs: Sequence[Ranks], share: float) -> Pooled:
    """Pool coverage over quantities and accounts."""
    total = weight = variance = 0.0
    for ranks in runs:
        marks = inside(ranks, share)
        sums = marks.sum(axis=1)
        total += float(sums.sum())
        weight += marks.size
        variance += len(sums) * float(sums.var(ddof=1))
    return Pooled(share, total / weight, float((total - share * weight) / np.sqrt(variance)))


def holm(ps: Sequence[float]) -> Floats:
    """Adjust p values for being many, by Holm's rule: shape (test,)."""
    order = np.argsort(ps)
    factors = len(ps) - np.arange(len(ps))
    adjusted = np.empty(len(ps))
    adjusted[order] = np.minimum(np.maximum.accumulate(np.asarray(ps)[order] * factors), 1.0)
    return adjusted
