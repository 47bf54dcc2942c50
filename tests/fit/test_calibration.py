"""Truths drawn from the model itself in, honest ranks out: simulation-based calibration, small.

Talts et al. (2018): where truth and data come from the model with declared scales, the truth's
rank among the draws is even. Here few replicates keep it quick; a fault in the bias's tilt, the
one-sided excess or the prior shows all the same.
"""

from __future__ import annotations

import numpy as np
import pytest
from tests.oracles.fit_systems import account, claim, says

from musterbook.account.system import Group, System
from musterbook.core.problem import Place
from musterbook.core.records import Source
from musterbook.fit.answer import answer
from musterbook.fit.bias import BIAS_SD
from musterbook.fit.observations import FLAT, WIDENED
from musterbook.fit.options import FitJob, FitOptions
from musterbook.fit.results import Answer

REPLICATES = 120
DRAWS = 99
WIDTH, EXCESS = 60.0, 80.0
RELIABILITY = {"ministry": "D", "agency": "C"}
SOURCES = {
    name: Source(name, name, Place("sources.yaml"), reliability=grade)
    for name, grade in RELIABILITY.items()
}


def system() -> System:
    flows = {"enter": ("outside", "here"), "leave": ("here", "outside")}
    return account(3, flows, ["here"], typical={"enter": 150.0, "leave": 60.0})


def truths() -> np.ndarray:
    """Take columns from the prior: a fit of the account without claims."""
    options = FitOptions(draws=REPLICATES * 5, effective=0, prior_draws=50, seed=11)
    found = answer(FitJob(system()), options, sources=SOURCES)
    assert isinstance(found, Answer)
    return found.draws[::5][:REPLICATES]


def reported(
    bare: System, truth: np.ndarray, rng: np.random.Generator
) -> tuple[list[Group], float]:
    """Let sources report the truth as the model has it; the ministry's bias comes back too."""
    bias = {name: rng.normal(0, BIAS_SD[grade]) for name, grade in RELIABILITY.items()}
    groups = []
    for number, name in enumerate(["ministry"] * 4 + ["agency"] * 2):
        knot = bare.knots[1 + number % 3]
        vector = (
            bare.total_vector("enter", bare.knots[0], knot)
            if number % 2
            else bare.stock_vector("here", knot)
        )
        true = float(vector.dense(bare.width) @ truth)
        if number == 3:
            bound = (true - abs(rng.normal(0, EXCESS))) / (1 - bias[name])
            groups.append(claim(f"c{number}", vector, bound, origin=name, excess=EXCESS))
            continue
        error = rng.normal(0, WIDTH / FLAT * WIDENED[3])
        middle = (true - error) / (1 - bias[name])
        low, high = middle - WIDTH / 2, middle + WIDTH / 2
        groups.append(claim(f"c{number}", vector, low, high, origin=name))
    return groups, bias["ministry"]


@pytest.mark.slow
def test_ranks_of_the_truth_are_even() -> None:
    rng, bare = np.random.default_rng(3), system()
    ranks = []
    for seed, truth in enumerate(truths()):
        groups, bias = reported(bare, truth, rng)
        options = FitOptions(draws=DRAWS, effective=0, prior_draws=16, seed=seed)
        found = answer(FitJob(says(bare, *groups)), options, sources=SOURCES)
        assert isinstance(found, Answer)
        enter = [bare.index["enter", knot] for knot in bare.knots[1:]]
        place = [each.source for each in found.sources].index("ministry")
        pairs = (
            (found.draws[:, enter].sum(axis=1), truth[enter].sum()),
            (found.draws[:, enter[-1]], truth[enter[-1]]),
            (found.biases[:, place], bias),
        )
        ranks.append([float(found.weights @ (values < known)) for values, known in pairs])
    table = np.array(ranks)
    inside = ((table > 0.05) & (table < 0.95)).mean(axis=0)
    # Four standard errors of a share of 0.9, and of the mean of an even rank, over the replicates.
    assert np.abs(inside - 0.9).max() < 4 * np.sqrt(0.09 / REPLICATES)
    assert np.abs(table.mean(axis=0) - 0.5).max() < 4 * np.sqrt(1 / 12 / REPLICATES)
