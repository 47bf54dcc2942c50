"""Truths drawn from the model itself in, honest ranks out: simulation-based calibration, small.

`make calibrate` does the same with a thousand replicates of three accounts. Sixty of the smallest
are enough to see a fault in a bias's tilt, which the second test plants.
"""

from __future__ import annotations

import numpy as np
import pytest
from tools.calibration.model import Model, model_of
from tools.calibration.ranks import Ranks, ranks_of, unchanged, untilted
from tools.calibration.verdicts import LEVEL, SHARES, evenness, holm, pooled

REPLICATES, DRAWS, SEED = 60, 208, 3
MOST = 3.3  # standard errors of a pooled coverage: one fixed seed in a thousand lies beyond


@pytest.fixture(scope="module")
def camp() -> Model:
    return model_of("camp")


def least_p(ranks: Ranks) -> float:
    return float(holm([each.p for each in evenness(ranks)]).min())


def test_ranks_of_the_truth_are_even(camp: Model) -> None:
    ranks = ranks_of(camp, REPLICATES, seed=SEED, change=unchanged, draws=DRAWS)
    assert least_p(ranks) > LEVEL
    assert max(abs(pooled([ranks], share).z) for share in SHARES) < MOST
    assert abs(np.mean([each.mean for each in evenness(ranks)]) - 0.5) < 0.1


def test_without_the_tilt_they_are_not(camp: Model) -> None:
    ranks = ranks_of(camp, REPLICATES, seed=SEED, change=untilted, draws=DRAWS)
    assert least_p(ranks) < LEVEL / 100
    of_biases = evenness(ranks)[-len(camp.biases) :]
    assert max(each.mean for each in of_biases) < 0.4  # all believed to overstate
    assert min(each.covered[0.9] for each in of_biases) < 0.85
