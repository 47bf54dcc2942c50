"""Numbers nobody hopes for in, an answer that is right or a problem that says so out."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from tests.oracles.fit_systems import account, claim, says

from musterbook.account.system import System
from musterbook.core.problem import Problem, Severity
from musterbook.core.when import Step
from musterbook.fit.answer import answer
from musterbook.fit.effort import Goal
from musterbook.fit.fit import fit_answers
from musterbook.fit.gaussian import Plane
from musterbook.fit.options import FitJob, FitOptions
from musterbook.fit.results import Answer, FlagKind
from musterbook.fit.room import room_of
from musterbook.fit.trust import broken_share, unreliable
from musterbook.fit.unknowns import unknowns_of
from musterbook.fit.walls import Walls
from musterbook.fit.world import Drawn

FLOWS = {"enter": ("outside", "here"), "leave": ("here", "outside")}
QUICK = FitOptions(draws=320, effective=0, prior_draws=64)


def beside(most: float, *, low: float, high: float) -> System:
    """About `most` came, and of those who left a few are spoken of."""
    system = account(4, FLOWS, ["here"], typical=None)
    first, last = system.knots[0], system.knots[-1]
    came, left = (system.total_vector(flow, first, last) for flow in FLOWS)
    few = claim("few", left, low, high, origin="paper", excess=0.2 * low)
    return says(system, claim("many", came, 0.9 * most, 1.1 * most), few)


@pytest.mark.parametrize("high", [math.inf, 6.0])
@pytest.mark.parametrize("most", [1e6, 1e9, 1e11, 1e12])
def test_millions_of_millions_beside_a_few_people(most: float, high: float) -> None:
    found = answer(FitJob(beside(most, low=5.0, high=high)), QUICK, sources={})
    assert isinstance(found, Answer), found
    came, left = found.measures["enter"], found.measures["leave"]
    assert came.q50[-1] == pytest.approx(most, rel=0.1)
    assert 0.6 * most < came.q05[-1] < 0.85 * most
    assert 1.15 * most < came.q95[-1] < 1.4 * most
    assert 4 < left.q05[-1] < left.q50[-1] < left.q95[-1] < 9
    assert left.q95[-1] - left.q05[-1] > 1.5
    assert found.ess_min > 150


def test_a_limit_of_a_few_people_is_seen_among_millions_of_millions() -> None:
    system = beside(1e12, low=5.0, high=math.inf)
    unknowns = unknowns_of(system)
    room = room_of(system, unknowns, limits=(), largest=1.1e12)
    assert room is not None
    slack = room.limits.rows @ room.inside.point - room.limits.lows
    assert (slack[~room.inside.closed] > 0).all()
    assert not room.inside.closed.any()


def stuck(values: np.ndarray) -> Drawn:
    return Drawn(values, np.full(len(values), 1 / len(values)))


def test_what_is_free_and_does_not_vary_counts_no_draw() -> None:
    system = account(2, {"enter": ("outside", "here")}, ["here"])
    unknowns = unknowns_of(system)
    width = unknowns.width
    none = Walls(np.zeros((0, width)), np.zeros(0))
    plane = Plane(np.zeros(width), None, np.zeros(width), 100.0 * np.eye(width), none)
    goal = Goal.of(system, unknowns, FitOptions(effective=100, most_draws=1000), plane=plane)
    drawn = stuck(np.tile(np.full(width, 40.0), (160, 1)))
    assert (goal.reached(drawn) == 0).all()
    held = replace(goal, free=np.zeros(len(goal.names)))
    assert (held.reached(drawn) == 160).all()


def test_draws_that_break_a_limit_are_no_answer() -> None:
    system = account(2, {"enter": ("outside", "here")}, ["here"])
    unknowns = unknowns_of(system)
    room = room_of(system, unknowns, limits=(), largest=100.0)
    assert room is not None
    good = stuck(np.abs(np.random.default_rng(1).normal(50, 9, (320, unknowns.width))))
    good.theta[:, 0] = 0.0  # the opening
    assert broken_share(good, room) == 0
    assert unreliable(system, good, room, effective=300.0, asked=320) is None
    bad = stuck(good.theta - np.array([0.0, 0.0, 200.0]))
    assert broken_share(bad, room) == 1
    assert unreliable(system, bad, room, effective=300.0, asked=320) is not None
    cut_off = stuck(good.theta[:64])
    assert unreliable(system, cut_off, room, effective=20.0, asked=64) is None
    assert unreliable(system, cut_off, room, effective=20.0, asked=1000) is not None
    few = unreliable(system, good, room, effective=3.0, asked=320)
    assert few is not None
    assert (few.code, few.is_error, bool(few.fix)) == ("MB503", True, True)


def test_too_many_bounds_are_refused_before_anything_large_is_laid_out(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    system = account(24, FLOWS, ["here"], step=Step.DAY)
    bounds = [
        claim(f"by {day}", system.total_vector("enter", system.knots[0], day), 5, excess=1.0)
        for day in system.knots[1:]
    ]
    monkeypatch.setattr("musterbook.fit.answer.unknowns_of", None)  # lays a large table out
    found = answer(FitJob(says(system, *bounds)), replace(QUICK, most_unknowns=1000), sources={})
    assert isinstance(found, Problem)
    assert (found.code, bool(found.fix)) == ("MB502", True)
    days = len(system.knots) - 1
    assert dict(found.numbers)["unknowns"] == f"at least {2 * days}"
    assert dict(found.numbers)["days on which bounds end"] == str(days)
    assert "needless" in found.fix


def test_no_time_is_a_problem_and_little_time_a_warning() -> None:
    system = beside(1e3, low=5.0, high=math.inf)
    found = answer(FitJob(system), replace(QUICK, seconds=0.0), sources={})
    assert isinstance(found, Problem)
    assert (found.code, bool(found.fix)) == ("MB503", True)
    report, problems = fit_answers(
        [FitJob(system)], replace(QUICK, most_draws=160, draws=160, effective=400), sources={}
    )
    assert report.answers[0].ess_min < 400
    assert [(each.code, each.severity) for each in problems] == [("MB504", Severity.WARNING)]
    kinds = [each.kind for each in report.answers[0].warnings]
    assert FlagKind.FEW_DRAWS in kinds
    assert FlagKind.OUT_OF_TIME not in kinds
