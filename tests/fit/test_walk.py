"""The prior on a flow, against plain integration, and whatever the step."""

from __future__ import annotations

import numpy as np
import pytest
from tests.oracles.fit_systems import account

from musterbook.core.when import Step
from musterbook.fit.answer import answer
from musterbook.fit.options import FitJob, FitOptions
from musterbook.fit.results import Answer
from musterbook.fit.walk import (
    CHANGES,
    span_covariance,
    speed_of,
    walk_covariance,
    walk_variance,
)


@pytest.mark.parametrize("share", CHANGES.values())
def test_a_word_of_change_is_the_change_of_one_month(share: float) -> None:
    speed = speed_of(share)
    correlation = (1 + speed) * np.exp(-speed)
    assert np.sqrt(2 * (1 - correlation)) == pytest.approx(share, rel=1e-3)


def test_covariance_of_steps_is_the_double_integral() -> None:
    speed, knots = 0.7, np.array([0.0, 1.0, 1.3, 3.0])
    times = (np.arange(3000) + 0.5) / 1000
    lag = np.abs(np.subtract.outer(times, times))
    rate = (1 + speed * lag) * np.exp(-speed * lag) / 1000**2
    inside = (times[None, :] > knots[:-1, None]) & (times[None, :] < knots[1:, None])
    plain = inside.astype(float) @ rate @ inside.astype(float).T
    found = span_covariance(knots[:-1], knots[1:], speed=speed)
    assert found == pytest.approx(plain, rel=1e-3)


@pytest.mark.parametrize("changes", CHANGES)
def test_every_step_gives_the_same_prior_on_totals(changes: str) -> None:
    rows = []
    for step in (Step.DAY, Step.WEEK, Step.MONTH):
        system = account(
            5, {"enter": ("outside", "here"), "leave": ("here", "outside")}, ["here"],
            changes=changes, step=step,
        )  # fmt: skip
        found = answer(
            FitJob(system), FitOptions(draws=64, effective=0, prior_draws=3000), sources={}
        )
        assert isinstance(found, Answer)
        path = found.measures["enter"]
        rows.append((path.prior_q05[-1], path.prior_q95[-1]))
    table = np.array(rows)
    assert (table.max(axis=0) / table.min(axis=0) < 1.05).all()


def test_the_variance_by_jumps_is_that_by_spans() -> None:
    weights = np.array([0.0, 0.3, 0.3, 0.3, -0.2, -0.2, 0.5])
    times = np.array([0.0, 0.1, 0.4, 0.5, 1.0, 1.2, 1.25, 2.0])
    jumps = np.diff(weights, prepend=0.0, append=0.0)
    for changes, spread in (("quickly", None), ("hardly", 0.2)):
        table = walk_covariance(times[:-1], times[1:], changes=changes, spread=spread)
        found = walk_variance(times, jumps, changes=changes, spread=spread)
        assert found == pytest.approx(float(weights @ table @ weights))
