"""Past beliefs against what was said later, and the scores themselves."""

from __future__ import annotations

import math
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from tests.questions.folders import camp

from musterbook.core.problem import Problem
from musterbook.inquiry import backtest
from musterbook.inquiry.backtest import BacktestOptions
from musterbook.questions.ratings import BacktestReport
from musterbook.questions.scores import crps, inside, likely_count
from musterbook.workbench import Workbench

SAID = {
    "2025-03-31": {"first": "post: arrive about 500 by 2025-03-31"},
    "2025-04-30": {
        "again": "radio: arrive about 510 by 2025-03-31",
        "next": "radio: arrive about 900 by 2025-04-30",
        "most": "radio: leave at most 300 by 2025-04-30",
    },
    "2025-05-31": {"sum": "office: camp about 600 on 2025-04-30"},
}


def scored(bench: Workbench, *measures: str, **options: bool) -> BacktestReport:
    found = backtest(bench, measures, BacktestOptions(**options))  # type: ignore[arg-type]
    assert isinstance(found, BacktestReport)
    return found


def test_crps_is_what_its_integral_is() -> None:
    draws = np.random.default_rng(2).normal(100, 20, size=300)
    grid = np.linspace(-100, 300, 80_001)
    below = np.searchsorted(np.sort(draws), grid, side="right") / len(draws)
    slow = np.square(below - (grid >= 130)).sum() * (grid[1] - grid[0])
    assert crps(draws, 130) == pytest.approx(slow, rel=1e-3)
    assert crps(np.full(50, 7.0), 10) == pytest.approx(3)


def test_crps_of_a_gaussian_is_the_known_one() -> None:
    draws = np.random.default_rng(3).normal(size=200_000)
    assert crps(draws, 0.0) == pytest.approx((math.sqrt(2) - 1) / math.sqrt(math.pi), abs=3e-3)


def test_intervals_hold_what_lies_between_their_quantiles() -> None:
    draws = np.arange(1001.0)
    assert inside(draws, 500) == (True, True, True)
    assert inside(draws, 800) == (False, True, True)
    assert inside(draws, 990) == (False, False, False)


def test_how_many_would_hold_by_chance() -> None:
    assert likely_count(10, 0.8) == (6, 10)
    assert likely_count(1, 0.8) == (0, 1)
    assert likely_count(1000, 0.5) == (474, 526)


def test_only_what_was_said_later_is_compared(tmp_path: Path) -> None:
    report = scored(camp(tmp_path, SAID))
    pairs = {(each.day, each.claim): each for each in report.comparisons}
    march, april = date(2025, 3, 31), date(2025, 4, 30)
    assert set(pairs) == {(march, "again"), (march, "next"), (march, "sum"), (april, "sum")}
    assert {each.claim for each in report.comparisons if each.was_past} == {"again", "sum"}
    assert report.left_out == 1
    assert pairs[march, "again"].median == pytest.approx(500, abs=40)
    assert pairs[march, "again"].held == (True, True, True)
    assert "Only 2 different numbers" in report.warning


def test_what_is_far_off_is_not_held(tmp_path: Path) -> None:
    said = SAID | {"2025-05-31": {"off": "office: arrive about 2 000 by 2025-03-31"}}
    report = scored(camp(tmp_path, said))
    off = [each for each in report.comparisons if each.claim == "off"]
    assert all(each.held == (False, False, False) for each in off)
    assert all(each.crps > 1000 for each in off)


def test_allowing_for_bias_widens_what_is_expected(tmp_path: Path) -> None:
    wild = {"wild": "gossip: arrive about 700 by 2025-03-31"}
    said = {"2025-03-31": SAID["2025-03-31"], "2025-04-30": wild}
    bench = camp(tmp_path, said, grades={"gossip": "E"})
    as_truth, as_said = scored(bench), scored(bench, allows_for_bias=True)
    assert as_truth.comparisons[0].held == (False, False, False)
    assert as_said.comparisons[0].held == (False, True, True)


def test_one_measure_alone_can_be_scored(tmp_path: Path) -> None:
    report = scored(camp(tmp_path, SAID), "camp")
    assert {each.measure for each in report.comparisons} == {"camp"}
    assert [each.name for each in report.known] == ["camp"]


def test_a_measure_nobody_declared_is_a_problem(tmp_path: Path) -> None:
    found = backtest(camp(tmp_path, SAID), ("kamp",))
    assert isinstance(found, Problem)
    assert found.code == "MB601"


def test_one_day_of_news_leaves_nothing_to_score(tmp_path: Path) -> None:
    report = scored(camp(tmp_path, {"2025-03-31": SAID["2025-03-31"]}))
    assert report.comparisons == ()
    assert report.known == ()
    assert report.warning == ""
