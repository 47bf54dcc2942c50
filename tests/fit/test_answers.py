"""What every answer owes its reader, on random accounts and on hand-made ones."""

from __future__ import annotations

import json
import math
from dataclasses import replace

import numpy as np
import pytest
from tests.oracles.fit_systems import account, assume, claim, large_account, says
from tests.oracles.random_accounts import RandomAccount

from musterbook.account.system import System
from musterbook.core.problem import Problem
from musterbook.fit.answer import answer
from musterbook.fit.fit import fit_answers
from musterbook.fit.observations import hard_limits
from musterbook.fit.options import FitJob, FitOptions
from musterbook.fit.results import Answer, FlagKind
from musterbook.fit.unknowns import unknowns_of

QUICK = FitOptions(draws=160, effective=0, prior_draws=100)
FLOWS = {"enter": ("outside", "here"), "leave": ("here", "outside")}


def fit(system: System, options: FitOptions = QUICK) -> Answer:
    found = answer(FitJob(system), options, sources={})
    assert isinstance(found, Answer), found
    return found


def total(system: System, low: float, high: float = math.inf, **more: object) -> System:
    vector = system.total_vector("enter", system.knots[0], system.knots[-1])
    return says(system, claim("total", vector, low, high, **more))


def two_stocks(**more: object) -> System:
    return account(4, FLOWS, ["here"], **more)


@pytest.mark.parametrize("seed", range(12))
def test_no_draw_breaks_a_limit(seed: int) -> None:
    system = RandomAccount(seed, lies=0).system()
    found = fit(system)
    assert (found.draws >= 0).all()
    for stock in system.stocks:
        for knot in system.knots:
            level = found.draws @ system.stock_vector(stock, knot).dense(system.width)
            assert level.min() > -1e-4
    for limit in hard_limits(system, unknowns_of(system)):
        group = system.group(limit.group)
        for row in group.rows:
            values = found.draws @ row.dense(system.width)
            assert values.min() > row.low - 0.06  # narrower than 0.05 counts as closed
            assert values.max() < row.high + 0.06


@pytest.mark.parametrize("seed", range(3))
def test_people_are_conserved_in_every_draw(seed: int) -> None:
    system = RandomAccount(seed, lies=0).system()
    found = fit(system)
    for stock in system.stocks:
        here = found.measures[stock].mean
        opening, moved = here[0], np.zeros(len(system.knots))
        for flow in system.flows:
            sign = (flow.target == stock) - (flow.source == stock)
            moved += sign * found.measures[flow.name].mean
        assert here == pytest.approx(opening + moved, abs=1e-6)


def test_ten_copies_narrow_nothing() -> None:
    system = total(two_stocks(), 400, 500)
    group = system.groups[-1]
    copies = replace(group, claims=tuple(f"copy {number}" for number in range(10)))
    copied = replace(system, groups=(*system.groups[:-1], copies))
    assert (fit(system).draws == fit(copied).draws).all()


def test_a_derived_claim_adds_nothing() -> None:
    system = total(two_stocks(), 400, 500)
    vector = system.stock_vector("here", system.knots[-1])
    derived = replace(claim("sum", vector, 10, 20), is_derived=True)
    assert (fit(system).draws == fit(says(system, derived)).draws).all()


def test_no_claims_at_all_give_the_prior_and_say_so() -> None:
    found = fit(two_stocks(typical=None))
    assert {each.subject for each in found.warnings if each.kind is FlagKind.PRIOR_DOMINATED} >= {
        "enter", "leave",
    }  # fmt: skip
    assert found.sources == ()
    assert found.residuals == ()


def test_a_measure_nothing_bounds_has_a_wide_answer() -> None:
    system = total(two_stocks(typical=None), 400, excess=100)
    path = fit(system).measures["enter"]
    assert path.q05[-1] >= 400 * 0.6
    assert math.isfinite(path.q95[-1])


def test_a_claim_of_a_trillion_people() -> None:
    system = total(two_stocks(typical=None), 0.95e12, 1.05e12)
    path = fit(system).measures["enter"]
    assert 0.5e12 < path.q50[-1] < 1.5e12


def test_no_flow_and_no_stock() -> None:
    found = fit(account(2, {}, []))
    assert found.draws.shape == (160, 0)
    assert found.measures == {}


def test_a_claim_the_answer_does_not_honour_is_listed() -> None:
    system = two_stocks()
    vector = system.total_vector("enter", system.knots[0], system.knots[-1])
    firm = [claim(f"firm {i}", vector, 395, 405, origin=f"s{i}") for i in range(6)]
    odd = claim("odd", vector, 1000, 1010, origin="liar")
    found = fit(says(system, *firm, odd))
    assert found.residuals[0].group == "odd"
    assert found.residuals[0].sds < -2


def test_what_leaves_nothing_possible_is_said() -> None:
    system = two_stocks()
    vector = system.total_vector("enter", system.knots[0], system.knots[-1])
    groups = [assume("few", vector, 0, 10), assume("many", vector, 20, 30)]
    report, problems = fit_answers([FitJob(says(system, *groups))], QUICK, sources={})
    assert report.answers == ()
    assert "leave nothing possible" in report.impossible[0]
    assert problems == ()
    report, problems = fit_answers([FitJob(says(system, *groups), ("few",))], QUICK, sources={})
    assert report.impossible == ()
    assert report.answers[0].set_aside == ("few",)


def test_an_account_too_large_is_a_problem() -> None:
    found = answer(FitJob(two_stocks()), FitOptions(most_unknowns=5), sources={})
    assert isinstance(found, Problem)
    assert found.code == "MB502"


def test_answers_agree_or_it_is_said_where_they_do_not() -> None:
    system = two_stocks()
    jobs = [FitJob(total(system, 400, 420)), FitJob(total(system, 400, 420))]
    same, _ = fit_answers(jobs, QUICK, sources={})
    assert same.agree
    assert same.headline is same.answers[0]
    apart, _ = fit_answers([jobs[0], FitJob(total(system, 600, 620))], QUICK, sources={})
    assert not apart.agree
    assert apart.headline is None
    assert "enter" in apart.disagreements


def test_the_same_seed_gives_the_same_answer() -> None:
    system = total(two_stocks(), 400, 500)
    one, same = fit(system), fit(system)
    other = fit(system, replace(QUICK, seed=1))
    assert (one.draws == same.draws).all()
    assert not np.allclose(one.draws, other.draws)


def test_excess_scale_that_matters_is_flagged() -> None:
    found = fit(total(two_stocks(), 300, excess=200), replace(QUICK, draws=600))
    assert FlagKind.EXCESS_MATTERS in {each.kind for each in found.warnings}


def test_prior_scale_that_matters_is_flagged_where_it_is_asked_for() -> None:
    system = total(two_stocks(), 350, 360)
    kinds = {each.kind for each in fit(system).warnings}
    assert FlagKind.PRIOR_SCALE_MATTERS not in kinds
    asked = fit(system, replace(QUICK, prior_scale=True))
    moved = {each.subject for each in asked.warnings if each.kind is FlagKind.PRIOR_SCALE_MATTERS}
    assert "leave" in moved  # nobody spoke of it
    assert asked.precision["leave"].median_error > 0


def test_an_estimate_a_trillion_times_finer_than_the_prior() -> None:
    path = fit(total(two_stocks(typical=None), 1e12, 1e12 + 1)).measures["enter"]
    assert 0.5e12 < path.q50[-1] < 1.5e12


def test_an_account_whose_draws_would_not_fit_is_a_problem() -> None:
    found = answer(FitJob(two_stocks()), FitOptions(most_numbers=5_000), sources={})
    assert isinstance(found, Problem)


def test_a_prior_that_excludes_a_claim_is_flagged() -> None:
    found = fit(total(two_stocks(), 9_000, 11_000))
    flags = [each for each in found.warnings if each.kind is FlagKind.PRIOR_EXCLUDES]
    assert [each.subject for each in flags] == ["total"]


def test_json_has_the_fields_a_reader_was_promised() -> None:
    report, _ = fit_answers([FitJob(total(two_stocks(), 400, 500))], QUICK, sources={})
    table = json.loads(json.dumps(report.to_json()))
    assert set(table) >= {"seed", "draws", "ess_min", "seconds", "answers", "agree"}
    first = table["answers"][0]
    assert set(first) >= {"reading", "set_aside", "measures", "sources"}
    assert list(first["measures"]["here"][0]) == [
        "date", "mean", "q05", "q25", "q50", "q75", "q95", "prior_q05", "prior_q95",
    ]  # fmt: skip
    assert set(first["sources"]["ministry"]) >= {"bias_q05", "bias_q50", "bias_q95", "identified"}


@pytest.mark.slow
def test_a_large_account_gives_a_thousand_effective_draws() -> None:
    found = fit(large_account(1), FitOptions())
    assert found.ess_min >= 1000
