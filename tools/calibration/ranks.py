"""A model in, the ranks of truths among the draws of their fits out.

Source: Talts et al. (2018), talts2018 in refs.bib: where truth and data come from the model itself,
the truth's rank among independent draws is even.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from tools.calibration.model import Model, Quantity
from tools.calibration.sayings import joint
from tools.calibration.sharing import shared_out

from musterbook.account.system import Floats, System
from musterbook.fit.observations import Observed, observe
from musterbook.fit.options import FitOptions
from musterbook.fit.roughness import roughened
from musterbook.fit.scales import scales_of
from musterbook.fit.summary import evenly_weighted
from musterbook.fit.unknowns import unknowns_of
from musterbook.fit.world import draw_from
from musterbook.fit.worlds import worlds_of

KEPT = 99  # draws a truth is ranked among: a hundred possible ranks, five to each of twenty bins
DRAWS = 400  # of every fit, of which each fourth is kept: neighbours are nearly independent already

Change = Callable[[Observed], Observed]


@dataclass(frozen=True, slots=True)
class Ranks:
    """How many of the draws kept lie below the truth: shape (replicate, quantity), 0 to 99."""

    account: str
    quantities: tuple[Quantity, ...]
    table: NDArray[np.intp]
    seed: int
    seconds: float


def unchanged(observed: Observed) -> Observed:
    """Leave what is said as it is."""
    return observed


def untilted(observed: Observed) -> Observed:
    """Forget the factor (1 − b)ⁿ of every bias: a fault that calibration has to see."""
    return replace(observed, counts={})


def with_excess(factor: float) -> Change:
    """Say that excesses are so many times as large as they are."""

    def change(observed: Observed) -> Observed:
        terms = (replace(t, sd=factor * t.sd) if t.is_excess else t for t in observed.terms)
        return replace(observed, terms=tuple(terms))

    return change


def ranks_of(
    model: Model,
    replicates: int,
    *,
    seed: int,
    change: Change = unchanged,
    draws: int = DRAWS,
    workers: int = 1,
) -> Ranks:
    """Draw truths and what is reported of them, fit each, and rank the truths.

    Each replicate has its own random numbers, so the ranks are the same for any `workers`.
    """
    began = time.perf_counter()
    rng = np.random.default_rng(seed)
    truths, systems = joint(model, replicates, rng)
    readout = np.array(list(model.quantities.values()))
    systems, own = list(systems), rng.spawn(replicates)

    def rank(number: int) -> NDArray[np.intp]:
        drawn = posterior(model, systems[number], draws=draws, change=change, rng=own[number])
        values = drawn[:, : model.system.width] @ readout.T
        found = np.concatenate((values, drawn[:, model.system.width :]), axis=1)
        truth = np.concatenate((readout @ truths.people[number], truths.biases[number]))
        return _rank(found, truth, own[number])

    table = shared_out(replicates, rank, workers)
    names = (*model.quantities, *(("bias of " + source, kind) for source, kind in model.biases))
    return Ranks(model.name, names, np.array(table), seed, time.perf_counter() - began)


def posterior(
    model: Model, system: System, *, draws: int, change: Change, rng: np.random.Generator
) -> Floats:
    """Fit as `muster fit` does, the prior predictive left out: columns, then biases, by draw."""
    unknowns, scales = unknowns_of(system), scales_of(system)
    observed = roughened(observe(system, unknowns), system, unknowns=unknowns, scales=scales)
    worlds = worlds_of(
        system, unknowns, observed=observed, scales=scales, sources=model.sources, rng=rng
    )
    assert worlds is not None
    burn = FitOptions().burn
    drawn = draw_from(worlds.after, change(observed), draws=draws, burn=burn, rng=rng)
    theta = evenly_weighted(drawn.theta, drawn.weights)
    biases = theta[:, [unknowns.bias_of(key) for key in model.biases]]
    return np.concatenate((unknowns.columns(theta, system), biases), axis=1)


def _rank(found: Floats, truth: Floats, rng: np.random.Generator) -> NDArray[np.intp]:
    """Thin the draws and count those below the truth; those equal to it by the toss of a coin."""
    kept = found[np.linspace(0, len(found) - 1, KEPT).round().astype(np.intp)]
    ties = rng.binomial((kept == truth).sum(axis=0), 0.5)
    return np.asarray((kept < truth).sum(axis=0) + ties)
