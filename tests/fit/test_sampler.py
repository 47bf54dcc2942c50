"""The exact sampler against formulas and plain rejection."""

from __future__ import annotations

import math

import numpy as np
import pytest

from musterbook.fit.sampler import PATHS, Chains
from musterbook.fit.walls import Walls

DRIFT = 2e-5  # sds: what seven digits lose over a block of draws


def draw(walls: Walls, start: list[float], *, draws: int = 4000, seed: int = 0) -> np.ndarray:
    rng, starts = np.random.default_rng(seed), np.tile(start, (PATHS, 1))
    chains = Chains(walls, starts)
    chains.travel(20, rng, is_hasty=True)
    return chains.travel(draws // PATHS, rng).reshape(-1, len(start))


@pytest.mark.parametrize("low", [-1.0, 0.0, 1.5, 4.0, 12.0])
def test_one_wall_gives_the_mean_of_a_cut_gaussian(low: float) -> None:
    points = draw(Walls(np.ones((1, 1)), np.array([-low])), [low + 1 / (2 + low)], draws=16000)
    density = math.exp(-low * low / 2) / math.sqrt(2 * math.pi)
    mean = density / (math.erfc(low / math.sqrt(2)) / 2)
    sd = math.sqrt(1 - mean * (mean - low))
    assert points.min() >= low - DRIFT
    assert points.mean() == pytest.approx(mean, abs=0.08 * sd)
    assert points.std() == pytest.approx(sd, rel=0.10)


@pytest.mark.parametrize("width", [2, 3, 4])
def test_agrees_with_rejection(width: int) -> None:
    rng = np.random.default_rng(width)
    walls = Walls(rng.standard_normal((3 * width, width)), rng.uniform(0.3, 1.5, 3 * width))
    plain = rng.standard_normal((400_000, width))
    plain = plain[(plain @ walls.rows.T + walls.slack >= 0).all(axis=1)]
    points = draw(walls, [0.0] * width, draws=6000)
    assert len(plain) > 2000
    spread = plain.std(axis=0)
    assert np.abs(points.mean(axis=0) - plain.mean(axis=0)).max() < 0.1 * spread.max()
    assert points.std(axis=0) == pytest.approx(spread, rel=0.08)


def test_a_wall_left_out_is_taken_back_when_it_is_crossed() -> None:
    # Seen from the start and from the middle the second wall is far; the first, nine sd out,
    # drives the path towards it.
    rows = np.array([[math.sqrt(0.5), math.sqrt(0.5)], [0.0, -1.0]])
    walls = Walls(rows, np.array([-9.0, 6.5]))
    points = draw(walls, [16.0, -3.0], draws=2000)
    assert (points @ rows.T + walls.slack).min() >= -DRIFT
    assert points[:, 1].max() > 6.4


def test_no_wall_gives_independent_draws() -> None:
    points = draw(Walls(np.zeros((0, 3)), np.zeros(0)), [5.0, 5.0, 5.0])
    assert points.mean(axis=0) == pytest.approx(np.zeros(3), abs=0.06)
    assert points.std(axis=0) == pytest.approx(np.ones(3), abs=0.05)


def test_a_seed_gives_the_same_draws_and_another_others() -> None:
    walls = Walls(np.eye(2), np.zeros(2))
    first, second = (draw(walls, [1.0, 1.0], draws=50, seed=7) for _ in range(2))
    other = draw(walls, [1.0, 1.0], draws=50, seed=8)
    assert (first == second).all()
    assert not (first == other).any()
