"""Quantiles of weighted draws, and the tail of weights."""

from __future__ import annotations

import math

import numpy as np
import pytest

from musterbook.questions.pareto import pareto_k
from musterbook.questions.spread import spread_of_draws, weighted_sd


def test_weights_do_what_repeating_a_draw_does() -> None:
    values = np.random.default_rng(0).normal(size=2000)
    counts = np.random.default_rng(1).integers(1, 6, size=2000)
    once = spread_of_draws(values, counts / counts.sum())
    repeated = np.repeat(values, counts)
    again = spread_of_draws(repeated, np.full(len(repeated), 1 / len(repeated)))
    assert once.q50 == pytest.approx(again.q50, abs=0.01)
    assert once.width == pytest.approx(again.width, abs=0.02)
    assert weighted_sd(values, counts / 1.0) == pytest.approx(repeated.std())


@pytest.mark.parametrize("shape", [0.2, 0.5, 1.0])
def test_the_shape_of_a_tail_is_found(shape: float) -> None:
    uniform = np.random.default_rng(3).uniform(size=20_000)
    log_weights = np.log(((1 - uniform) ** -shape - 1) / shape + 1)
    assert pareto_k(log_weights) == pytest.approx(shape, abs=0.15)


def test_even_weights_have_no_tail_and_few_tell_nothing() -> None:
    assert pareto_k(np.zeros(1000)) == -math.inf
    assert pareto_k(np.zeros(20)) == math.inf
