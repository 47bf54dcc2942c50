"""Seeds and members' numbers in, the same random numbers whichever way they are asked for out."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.scenarios.worlds import Small, clean, plan, run

from musterbook.scenarios.amounts import Spread
from musterbook.scenarios.beginning import beginning_of
from musterbook.scenarios.philox import uniforms

SMALL = Small(
    stocks={"present": 1_000},
    flows={"deploy": ("home", "present", 50), "rotate": ("present", "home", 40)},
    parameters={"size": "10 to 20"},
    rules={"rotate": "present * rate(rotate, last 6 months) + size"},
)


@given(st.integers(0, 40), st.integers(1, 30), st.integers(0, 5))
def test_any_slice_of_members_is_bit_by_bit_the_same(first, count, seed):
    everybody = uniforms(seed, "parameter need", first=0, count=80)
    some = uniforms(seed, "parameter need", first=first, count=count)
    assert (some == everybody[first : first + count]).all()


def test_uniforms_are_uniform_and_differ_by_seed_and_purpose():
    numbers = uniforms(0, "draw", first=0, count=100_000)
    assert 0 < numbers.min() < numbers.max() < 1
    assert np.histogram(numbers, bins=10, range=(0, 1))[0] == pytest.approx([10_000] * 10, rel=0.04)
    others = [uniforms(1, "draw", first=0, count=9), uniforms(0, "other", first=0, count=9)]
    assert all((each != numbers[:9]).all() for each in others)
    assert abs(np.corrcoef(numbers, uniforms(0, "other", first=0, count=100_000))[0, 1]) < 0.02


def test_two_shards_together_are_the_whole_run():
    given_plan, given_draws = plan(watch=["present"]), SMALL.draws(spread=0.3)
    parts = [
        run_members(given_plan, given_draws, first, count) for first, count in ((0, 37), (37, 63))
    ]
    whole = run_members(given_plan, given_draws, 0, 100)
    assert (np.concatenate(parts, axis=1) == whole).all()


def run_members(scenario_plan, draws, first, count):
    """Run some members and take their own values out of the engine."""
    from musterbook.scenarios.ensemble import run_ensemble
    from musterbook.scenarios.members import choose_members
    from musterbook.scenarios.plan import read_plan
    from musterbook.scenarios.programme import compile_programme
    from musterbook.scenarios.step import Integrator
    from musterbook.scenarios.world import build_world

    world, _ = build_world(SMALL.case())
    beginning = beginning_of(draws)
    read, _ = read_plan(scenario_plan, world, start=beginning.instant)
    programme, _ = compile_programme(read.courses[0], world, plan=read, step=0.5)
    members = choose_members(draws, beginning, seed=0, first=first, count=count)
    ensemble = run_ensemble(
        programme,
        world,
        members=members,
        clock=read.clock,
        integrator=Integrator.RK4,
        known={},
    )
    return ensemble.values["present"]


@pytest.mark.parametrize("chunk", [1, 7, 1_000])
def test_chunks_change_nothing(chunk, monkeypatch):
    given_plan, given_draws = plan(watch=["present"]), SMALL.draws(spread=0.3)
    whole = run_members(given_plan, given_draws, 0, 50)
    monkeypatch.setattr("musterbook.scenarios.ensemble.CHUNK", chunk)
    assert (run_members(given_plan, given_draws, 0, 50) == whole).all()


@pytest.mark.parametrize("spread", [Spread(45_000, 60_000), Spread(-10, 30), Spread(0, 5)])
def test_a_range_holds_90_per_cent(spread):
    values = spread.at(uniforms(0, "x", first=0, count=50_000))
    assert np.quantile(values, [0.05, 0.95]) == pytest.approx(
        [spread.low, spread.high], abs=0.3, rel=0.01
    )


def test_a_positive_range_never_turns_negative():
    assert Spread(1, 10_000).at(uniforms(0, "x", first=0, count=50_000)).min() > 0


def test_recent_rates_are_people_by_people_months_or_a_level_from_outside():
    beginning = beginning_of(SMALL.draws(count=1))
    # 60 fewer half a year ago: on average 970 people, 40 left a month
    assert beginning.recent_rate("rotate", 6) == pytest.approx([40 / 970])
    assert beginning.recent_rate("deploy", 6) == pytest.approx([50])
    assert beginning.recent_rate("rotate", 2) == pytest.approx([40 / 990])
    assert beginning.recent_rate("rotate", 1.5) == pytest.approx([40 / 992.5], rel=2e-3)
    assert beginning.recent_rate("deploy", 60) == pytest.approx([50])


def test_nobody_there_means_no_rate():
    empty = Small(stocks={"camp": 0}, flows={"go": ("camp", "town", 0)})
    assert beginning_of(empty.draws(count=1)).recent_rate("go", 6) == pytest.approx([0])


def test_a_recent_rate_reproduces_the_recent_past():
    report = clean(run(SMALL, plan({"it": {"rotate": "present * rate(rotate, last 6 months)"}})))
    assert report.scenarios["it"].paths == {}
