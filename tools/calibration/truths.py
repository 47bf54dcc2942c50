"""A model in, independent draws of what may be true out: the cut-off prior by plain rejection.

The sampler under test has no part in it. A Gaussian is drawn, flow by flow, and a draw is thrown
away where a flow, a stock or an opening falls below 0, or an assumption does not hold.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from tools.calibration.model import Model

from musterbook.account.system import ColumnKind, Floats, MemberKind, System
from musterbook.fit.bias import LARGEST
from musterbook.fit.network import paths_of
from musterbook.fit.pieces import Pieces, pieces_of
from musterbook.fit.walk import walk_over

BATCH = 20_000  # Gaussians drawn at once
MOST_BATCHES = 2_000  # then the account is too tight for rejection
ROUNDING = 1e-9  # people by which an equation or a bound may be missed


@dataclass(frozen=True, slots=True)
class Truths:
    """People by column, shape (truth, column), and biases, shape (truth, bias)."""

    people: Floats
    biases: Floats

    def __len__(self) -> int:
        """How many there are."""
        return len(self.people)


def batches(model: Model, rng: np.random.Generator) -> Iterator[Truths]:
    """Go on giving independent truths, as many at a time as a batch of Gaussians leaves."""
    system, pieces = model.system, pieces_of(model.system)
    for _ in range(MOST_BATCHES):
        people = _people(system, pieces, rng)
        possible = people[_is_possible(system, people)]
        yield Truths(possible, _biases(model, len(possible), rng))
    raise RuntimeError(f"{model.name}: rejection takes too long")


def _biases(model: Model, count: int, rng: np.random.Generator) -> Floats:
    root = np.linalg.cholesky(model.bias_covariance())
    drawn = np.empty((0, len(root)))
    while len(drawn) < count:
        more = rng.standard_normal((count, len(root))) @ root.T
        drawn = np.concatenate((drawn, more[(more < LARGEST).all(axis=1)]))
    return drawn[:count]


def _people(system: System, pieces: Pieces, rng: np.random.Generator) -> Floats:
    """Draw every column by itself or with its flow, none below 0: shape (draw, column)."""
    people = np.zeros((BATCH, system.width))
    for column, (low, high) in openings(system).items():
        people[:, column] = _opening(low, high, rng)
    for flow in system.flows:
        assert flow.typical is not None
        walk = walk_over(pieces.months, flow.changes, flow.spread)
        kept = np.empty((0, len(walk.mean)))
        while len(kept) < BATCH:
            drawn = walk.mean + rng.standard_normal((BATCH, len(walk.mean))) @ walk.root.T
            kept = np.concatenate((kept, drawn[(drawn >= 0).all(axis=1)]))
        columns = [system.index[flow.name, knot] for knot in system.knots[1:]]
        people[:, columns] = flow.typical * kept[:BATCH] @ pieces.shares.T
    return people


def _opening(low: float, high: float, rng: np.random.Generator) -> Floats:
    """Draw openings: a Gaussian about the middle of their range, as wide, cut off at its ends."""
    kept = np.full(BATCH if low == high else 0, low)
    while len(kept) < BATCH:
        drawn = rng.normal((low + high) / 2, max(high - low, 1.0), BATCH)
        kept = np.concatenate((kept, drawn[(drawn >= low) & (drawn <= high)]))
    return kept[:BATCH]


def openings(system: System) -> dict[int, tuple[float, float]]:
    """Find the range of every opening."""
    found = {}
    for group in system.groups:
        if group.kind is MemberKind.OPENING:
            (row,) = group.rows
            (column,) = row.columns
            found[column] = row.low / row.weights[0], row.high / row.weights[0]
    columns = {i for i, each in enumerate(system.columns) if each.kind is not ColumnKind.FLOW}
    assert set(found) == columns, "every opening needs a range, and nothing may come before"
    return found


def _is_possible(system: System, people: Floats) -> Floats:
    """Mark draws whose stocks stay at or above 0 and whose assumptions hold: shape (draw,)."""
    stocks = paths_of(system, people).stocks.values()
    kept = np.all([(level >= -ROUNDING).all(axis=1) for level in stocks], axis=0)
    for group in system.groups:
        if group.kind is MemberKind.ASSUMPTION:
            for row in group.rows:
                value = people @ row.dense(system.width)
                kept &= (value >= row.low - ROUNDING) & (value <= row.high + ROUNDING)
    return np.asarray(kept)
