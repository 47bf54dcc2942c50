"""Pulls by reweighting against fits without the member, on accounts small enough to fit often."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from tests.oracles.fit_systems import account, assume, claim, says

from musterbook.account.system import Group, System
from musterbook.core.problem import Place
from musterbook.core.records import Source
from musterbook.fit.answer import answer
from musterbook.fit.options import FitJob, FitOptions
from musterbook.fit.results import Answer
from musterbook.questions.results import How, Pull, PullKind, WhyReport
from musterbook.questions.spread import spread_of_draws
from musterbook.questions.target import Target, values_at
from musterbook.questions.why import WhyOptions, why

SOURCES = {
    name: Source(name, name, Place("sources.yaml"), reliability=grade)
    for name, grade in (("ministry", "D"), ("agency", "C"), ("press", "B"), ("census", "A"))
}
FLOWS = {"enter": ("outside", "here"), "leave": ("here", "outside")}
MANY = FitOptions(draws=4000, prior_draws=50)  # a tenth of an sd is three standard errors then


def fitted(system: System, *set_aside: str) -> Answer:
    found = answer(FitJob(system, set_aside), MANY, sources=SOURCES)
    assert isinstance(found, Answer)
    return found


def asked(system: System, measure: str = "enter") -> tuple[Answer, WhyReport]:
    found = fitted(system)
    target = Target(measure, system.knots[-1])
    return found, why(found, target, WhyOptions(draws=3000), sources=SOURCES)


def pull_of(report: WhyReport, name: str) -> Pull:
    return next(each for each in report.pulls if each.name == name)


def entered(system: System, low: float, high: float, name: str, **more: object) -> Group:
    vector = system.total_vector("enter", system.knots[0], system.knots[-1])
    return claim(name, vector, low, high, **more)  # type: ignore[arg-type]


def two_sources(**more: object) -> System:
    bare = account(3, FLOWS, ["here"])
    low = entered(bare, 400, 560, "low", origin="agency", **more)
    return says(bare, entered(bare, 470, 650, "high", origin="press", **more), low)


def agrees(pull: Pull, system: System, measure: str = "enter") -> None:
    """Hold the spread without a member against that of a fit that never heard of it."""
    afresh = fitted(system, *pull.members)
    values = values_at(afresh.system, afresh.draws, Target(measure, system.knots[-1]))
    slow = spread_of_draws(values, afresh.weights)
    sd = slow.width / 3.29
    assert pull.without.q50 == pytest.approx(slow.q50, abs=0.1 * sd)
    assert pull.without.q05 == pytest.approx(slow.q05, abs=0.2 * sd)
    assert pull.without.q95 == pytest.approx(slow.q95, abs=0.2 * sd)


def test_reweighting_agrees_with_a_fit_without_the_claim() -> None:
    bare = two_sources(credibility=4)
    system = says(bare, entered(bare, 460, 600, "middle", origin="census"))
    _, report = asked(system)
    for name in ("low", "high"):
        pull = pull_of(report, name)
        assert pull.how is How.REWEIGHTED
        agrees(pull, system)
    assert pull_of(report, "low").pull < -3 < 3 < pull_of(report, "high").pull


def test_a_bias_that_goes_far_is_taken_out_with_its_claim() -> None:
    # All that so vague a claim adds is the factor 1 − b of a number reported.
    bare = account(3, FLOWS, ["here"])
    system = says(
        bare,
        entered(bare, 590, 610, "wild", origin="ministry", credibility=1),
        entered(bare, 100, 900, "vague", origin="ministry", credibility=1),
    )
    _, report = asked(system)
    assert pull_of(report, "vague").how is How.REWEIGHTED
    agrees(pull_of(report, "vague"), system)


@pytest.mark.parametrize(
    ("kind", "low", "high", "excess"),
    [("open", 560.0, np.inf, 60.0), ("exact", 560.0, 560.0, None)],
)
def test_a_wall_is_refitted(kind: str, low: float, high: float, excess: float | None) -> None:
    bare = two_sources()
    system = says(bare, entered(bare, low, high, kind, origin="ministry", excess=excess))
    _, report = asked(system)
    assert pull_of(report, kind).how is How.REFITTED
    agrees(pull_of(report, kind), system)
    assert pull_of(report, kind).is_clear


def test_several_rows_of_one_number_are_refitted() -> None:
    bare = two_sources()
    rows = [claim("level", bare.stock_vector("here", knot), 280, 320) for knot in bare.knots[2:]]
    level = replace(rows[0], rows=tuple(row for each in rows for row in each.rows))
    system = says(bare, level)
    _, report = asked(system, "here")
    assert pull_of(report, "level").how is How.REFITTED
    agrees(pull_of(report, "level"), system, "here")


def test_a_source_is_left_out_with_all_it_says() -> None:
    bare = two_sources()
    system = says(bare, entered(bare, 400, 470, "again", origin="agency", bias_class="losses"))
    _, report = asked(system)
    agency = next(each for each in report.of(PullKind.SOURCE) if each.name == "agency")
    assert agency.members == ("low", "again")
    agrees(agency, system)
    press = next(each for each in report.of(PullKind.SOURCE) if each.name == "press")
    assert press.pull == pull_of(report, "high").pull


def test_an_assumption_pulls_where_it_is_felt() -> None:
    bare = two_sources()
    leave = bare.total_vector("leave", bare.knots[0], bare.knots[-1])
    system = says(bare, assume("few leave", leave, 0, 100), assume("idle", leave, 0, 90_000))
    _, report = asked(system, "here")
    assert pull_of(report, "few leave").how is How.REFITTED
    agrees(pull_of(report, "few leave"), system, "here")
    assert pull_of(report, "idle").how is How.NOT_NEAR


def test_what_speaks_of_other_people_does_not_pull() -> None:
    flows = FLOWS | {"come": ("outside", "there")}
    bare = account(3, flows, ["here", "there"])
    come = bare.total_vector("come", bare.knots[0], bare.knots[-1])
    system = says(bare, entered(bare, 400, 500, "near"), claim("far", come, 10, 20, origin="press"))
    _, report = asked(system)
    assert pull_of(report, "far").how is How.NOT_NEAR
    assert pull_of(report, "far").pull == 0
    assert not pull_of(report, "far").is_clear
    assert report.pulls[0].name in {"near", "ministry"}


def test_derived_claims_do_not_pull_and_copies_are_one() -> None:
    bare = two_sources()
    derived = replace(entered(bare, 400, 410, "sum"), is_derived=True)
    copies = [replace(each, claims=(each.name, "copy")) for each in bare.groups if each.claims]
    system = replace(bare, groups=(*bare.groups[:1], *copies, derived))
    _, report = asked(system)
    assert {each.name for each in report.of(PullKind.CLAIM)} == {"high", "low"}
