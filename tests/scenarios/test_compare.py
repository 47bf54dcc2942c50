"""Scenarios run on the same members in, what differs and what carries the answer out."""

from __future__ import annotations

import numpy as np
import pytest
from tests.scenarios.worlds import Small, clean, plan, run

from musterbook.scenarios.quantiles import summarise
from musterbook.scenarios.results import InputKind

SMALL = Small(
    stocks={"camp": 1_000, "town": 10},
    flows={"come": ("outside", "camp", 0), "go": ("camp", "outside", 0)},
    rules={"come": "wide + narrow", "go": "unused * 0"},
    parameters={"wide": "100 to 900", "narrow": "300 to 330", "unused": "1 to 9"},
)


def test_one_member_draws_alike_under_every_scenario_that_changes_the_same_flow():
    scenarios = {
        "one": {"come": "400 to 800 per month"},
        "two": {"come": "800 to 1 600 per month"},
    }
    report = clean(run(SMALL, plan(scenarios, watch=["camp"], until="2026-01"), members=20_000))
    path = report.differences[0].path
    assert (path.q05[-1], path.q95[-1]) == pytest.approx((400, 800), rel=0.02)


def test_the_baseline_is_the_first_scenario_in_which_nothing_changes():
    scenarios = {"less": {"come": "-10 %"}, "stay": {}, "more": {"come": "+10 %"}}
    report = clean(run(SMALL, plan(scenarios, watch=["camp"])))
    assert report.baseline == "stay"
    assert {(each.scenario, each.baseline) for each in report.differences} == {
        ("less", "stay"),
        ("more", "stay"),
    }
    report = clean(run(SMALL, plan({"more": {"come": "+10 %"}}, watch=["camp"])))
    assert (report.baseline, report.differences) == ("more", ())


def test_the_tornado_names_what_carries_the_answer_widest_first():
    report = clean(run(SMALL, plan({"a": {}}, watch=["camp"]), members=4_000))
    bars = report.tornado
    assert [(each.kind, each.input) for each in bars[:1]] == [(InputKind.PARAMETER, "wide")]
    assert bars[0].low < bars[0].high
    assert bars[0].share > 0.95
    assert all(each.share < 0.02 for each in bars[1:])
    widths = [abs(each.high - each.low) for each in bars]
    assert widths == sorted(widths, reverse=True)
    # twelve months of the lowest and the highest tenth of `wide`, which is log-normal
    assert bars[0].high - bars[0].low == pytest.approx(12 * (970 - 92), rel=0.1)


def test_the_tornado_knows_draws_and_changes_too():
    scenarios = {"more": {"come": "100 to 900 per month"}}
    report = clean(
        run(SMALL, plan(scenarios, watch=["camp"]), given=SMALL.draws(spread=0.5), members=2_000)
    )
    kinds = {each.input: each.kind for each in report.tornado}
    assert kinds["come: 100 to 900 per month"] is InputKind.CHANGE
    assert kinds["camp"] is InputKind.START


def test_what_does_not_vary_has_no_tornado():
    report = clean(run(SMALL, plan({"a": {"come": "5 per month"}}, watch=["town"])))
    assert report.tornado == ()


def test_members_without_a_value_are_left_out_and_counted():
    values = np.array([[1.0, 2.0, 3.0, np.nan], [np.nan] * 4, [1.0, np.inf, 1.0, 1.0]])
    found, fan = summarise(values)
    assert found["missing"] == pytest.approx([0.25, 1, 0.25])
    assert found["mean"][[0, 2]] == pytest.approx([2, 1])
    assert found["q50"][0] == 2
    assert np.isnan(found["q50"][1])
    assert np.isnan(fan.q975[1])


def test_the_fan_is_of_the_members_and_wider_than_the_ninety_per_cent():
    values = np.arange(1001.0)[None, :]
    told, fan = summarise(values)
    ends = [fan.q025, told["q05"], fan.q10, fan.q90, told["q95"], fan.q975]
    assert [float(each[0]) for each in ends] == pytest.approx([25, 50, 100, 900, 950, 975])


def test_every_scenario_says_what_it_assumes():
    scenarios = {"stay": {}, "less": {"from": "2026-03", "come": "-10 %", "wide": "+5 %"}}
    report = clean(run(SMALL, plan(scenarios, watch=["camp"])))
    assert report.scenarios["less"].assumes == (
        "from 2026-03-01, come: -10 %",
        "from 2026-03-01, wide: +5 %",
    )
    assert "nothing changes" in report.scenarios["stay"].assumes[0]
    assert report.rules == ("come: wide + narrow", "go: unused * 0")
