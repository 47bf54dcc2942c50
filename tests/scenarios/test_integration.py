"""Rules and steps in: people conserved, the order of the integrators, and no dependence on dt."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.integrate import solve_ivp
from tests.scenarios.worlds import Small, clean, plan, run

from musterbook.scenarios.settle import settle
from musterbook.scenarios.step import Integrator

EPIDEMIC = Small(
    stocks={"well": 990, "ill": 10, "over": 0},
    flows={"catch": ("well", "ill", 0), "heal": ("ill", "over", 0)},
    rules={"catch": "0.8 * well * ill / (well + ill + over)", "heal": "0.3 * ill"},
)


def epidemic_by_oracle(months):
    def slopes(_, people):
        well, ill, over = people
        caught = 0.8 * well * ill / (well + ill + over)
        return [-caught, caught - 0.3 * ill, 0.3 * ill]

    found = solve_ivp(slopes, (0, months), [990, 10, 0], rtol=1e-11, atol=1e-9)
    return found.y[:, -1]


def ill_after_a_year(integrator, step, small=EPIDEMIC):
    report = clean(
        run(
            small,
            plan(watch=["ill"], until="2026-12"),
            members=1,
            integrator=integrator,
            step_months=step,
        )
    )
    return report.scenarios["no change"].paths["ill"].q50[-1]


@pytest.mark.parametrize(
    ("integrator", "order"), [(Integrator.EULER, 1), (Integrator.RK4, 4)], ids=["euler", "rk4"]
)
def test_each_integrator_has_its_order(integrator, order):
    truth = epidemic_by_oracle(12)[1]
    errors = [abs(ill_after_a_year(integrator, step) - truth) for step in (0.5, 0.25, 0.125)]
    observed = np.log2(np.array(errors[:-1]) / errors[1:])
    assert observed == pytest.approx([order, order], abs=0.25)


def test_lags_keep_the_order_of_the_integrator():
    small = Small(
        stocks={"camp": 0, "ill": 1_000},
        flows={"come": ("outside", "camp", 0), "go": ("ill", "outside", 0)},
        rules={"go": "0.4 * ill", "come": "delay(go, 2 months) + smooth(go, 3 months)"},
    )

    def slopes(_, people):
        _, ill, one, two, three, smooth = people
        gone, span = 0.4 * ill, 2 / 3
        lags = [(gone - one) / span, (one - two) / span, (two - three) / span]
        return [three + smooth, -gone, *lags, (gone - smooth) / 3]

    start = [0, 1_000, 400, 400, 400, 400]
    truth = solve_ivp(slopes, (0, 12), start, rtol=1e-11, atol=1e-9).y[0, -1]
    report = [
        clean(run(small, plan(watch=["camp"]), members=1, step_months=step)) for step in (0.5, 0.25)
    ]
    errors = [abs(each.scenarios["no change"].paths["camp"].q50[-1] - truth) for each in report]
    assert np.log2(errors[0] / errors[1]) == pytest.approx(4, abs=0.4)
    assert errors[1] < 0.1


def test_dated_rules_do_not_depend_on_the_step():
    small = Small(
        stocks={"camp": 1_000},
        flows={"come": ("outside", "camp", 0), "go": ("camp", "outside", 0)},
        rules={
            "come": "step(100, 2026-03-10) + pulse(900, 2026-05, 10 days)"
            " + ramp(30, 2026-07, 2026-09)",
            "go": "camp * 10 %",
        },
    )
    ends = [
        clean(run(small, plan(watch=["camp"]), members=1, step_months=step))
        .scenarios["no change"]
        .paths["camp"]
        .q50
        for step in (1.0, 0.05)
    ]
    assert ends[0] == pytest.approx(ends[1], rel=1e-5)


def test_a_pulse_lets_in_its_height_times_its_length_and_a_ramp_its_triangle():
    small = Small(
        stocks={"camp": 0},
        flows={"come": ("outside", "camp", 0)},
        rules={"come": "pulse(600, 2026-05, 2 months) + ramp(30, 2026-08, 2026-10)"},
    )
    path = clean(run(small, plan(watch=["camp"]))).scenarios["no change"].paths["camp"].q50
    assert path[[4, 5, 6, 7]] == pytest.approx([0, 600, 1_200, 1_200])
    assert path[-1] - path[7] == pytest.approx(30 * 2**2 / 2 + 3 * 60)


def test_members_of_another_step_agree_where_stocks_run_out():
    small = Small(
        stocks={"camp": 1_000, "town": 0},
        flows={"go": ("camp", "town", 0), "back": ("town", "camp", 0)},
        rules={"go": "400", "back": "0.2 * town"},
    )
    ends = [
        clean(run(small, plan(watch=["town"]), members=1, step_months=step))
        .scenarios["no change"]
        .paths["town"]
        .q50[-1]
        for step in (0.25, 0.01)
    ]
    assert ends[0] == pytest.approx(ends[1], rel=0.01)


RULES = (
    "{source} * 30 %",
    "{source} * {target} / size",
    "300",
    "max(0, {source} - {target})",
    "share({source}, 800 - {target}, 200)",
    "smooth({source}, 2 months)",
    "if({target} < 100, 500, 20)",
    "size * {source} / ({target} + 1)",
)


@st.composite
def closed_accounts(draw):
    names = ["a", "b", "c", "d"][: draw(st.integers(2, 4))]
    pairs = st.tuples(st.sampled_from(names), st.sampled_from(names)).filter(lambda p: p[0] != p[1])
    ends = draw(st.lists(pairs, min_size=1, max_size=6))
    rules = [draw(st.sampled_from(RULES)) for _ in ends]
    stocks = {name: draw(st.floats(0, 2_000)) for name in names}
    return Small(
        stocks=stocks,
        flows={f"f{at}": (*pair, 0) for at, pair in enumerate(ends)},
        rules={
            f"f{at}": rule.format(source=pair[0], target=pair[1])
            for at, (pair, rule) in enumerate(zip(ends, rules, strict=True))
        },
        measures={"everybody": " + ".join(names)},
        parameters={"size": "500"},
    )


@settings(max_examples=60, deadline=None)
@given(closed_accounts(), st.sampled_from(list(Integrator)), st.sampled_from([0.07, 0.25, 1.0]))
def test_nobody_appears_or_vanishes_and_no_stock_falls_below_zero(small, integrator, step):
    watch = ["everybody", *small.stocks]
    report = clean(
        run(
            small,
            plan(watch=watch, until="2026-06"),
            members=2,
            integrator=integrator,
            step_months=step,
        )
    )
    paths = report.scenarios["no change"].paths
    there = sum(small.stocks.values())
    assert paths["everybody"].q50 == pytest.approx([there] * 7, rel=1e-12, abs=1e-9)
    assert all(paths[name].q05.min() >= 0 for name in small.stocks)


@settings(max_examples=200, deadline=None)
@given(
    st.lists(st.floats(0, 100), min_size=3, max_size=3),
    st.lists(st.tuples(st.integers(-1, 2), st.integers(-1, 2), st.floats(0, 300)), max_size=7),
)
def test_settling_cuts_all_outflows_of_a_stock_alike(people, flows):
    flows = [each for each in flows if each[0] != each[1]]
    ends = [each[:2] for each in flows]
    stocks = np.array(people)[:, None]
    asked = np.array([each[2] for each in flows]).reshape(-1, 1)
    moved = asked.copy()
    after, short = settle(stocks, moved, ends=ends)
    assert (after >= 0).all()
    assert (moved <= asked + 1e-9).all()
    assert short in (0, 1)
    outside = sum(
        float(moved[at, 0]) * ((target == -1) - (source == -1))
        for at, (source, target) in enumerate(ends)
    )
    assert after.sum() + outside == pytest.approx(stocks.sum(), rel=1e-12, abs=1e-9)
    for stock in range(3):
        cuts = [
            float(moved[at, 0] / asked[at, 0])
            for at, (source, _) in enumerate(ends)
            if source == stock and asked[at, 0] > 1e-6
        ]
        assert cuts == pytest.approx(cuts[:1] * len(cuts), rel=1e-9)


def test_a_stock_that_runs_short_is_emptied_and_starves_the_next():
    # 100 people, of whom 300 and 100 are asked for; the next stock has nothing but what it gets
    moved = np.array([[300.0], [100.0], [90.0]])
    ends = [(0, -1), (0, 1), (1, -1)]
    after, short = settle(np.array([[100.0], [0.0]]), moved, ends=ends)
    assert moved[:, 0] == pytest.approx([75, 25, 25])
    assert after[:, 0] == pytest.approx([0, 0])
    assert short == 1
