"""Whether a bias is told by anything but the priors: lone sources, pairs, identities, walls."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest
from tests.oracles.fit_systems import account, assume, claim, says

from musterbook.account.system import Group, System
from musterbook.core.problem import Place
from musterbook.core.records import Source
from musterbook.fit.answer import answer
from musterbook.fit.options import FitJob, FitOptions
from musterbook.fit.results import Answer, FlagKind, SourceBias

QUICK = FitOptions(draws=160, effective=0, prior_draws=50)
SOURCES = {
    name: Source(name, name, Place("sources.yaml"), reliability="D")
    for name in ("ministry", "agency")
}
FLOWS = {"enter": ("outside", "here"), "leave": ("here", "outside")}
SHARP = {"enter": 40.0, "leave": 40.0}  # far from the hundred a month that the ministry tells


def fit(*groups: Group, bare: System | None = None) -> Answer:
    found = answer(FitJob(says(bare or system(), *groups)), QUICK, sources=SOURCES)
    assert isinstance(found, Answer)
    return found


def system() -> System:
    bare = account(6, FLOWS, ["here"], typical=SHARP, changes="hardly")
    return replace(bare, flows=tuple(replace(flow, spread=0.1) for flow in bare.flows))


def bias(found: Answer, source: str = "ministry") -> SourceBias:
    return next(each for each in found.sources if each.source == source)


def entered(low: float, high: float, origin: str = "ministry", name: str = "e") -> Group:
    bare = system()
    vector = bare.total_vector("enter", bare.knots[0], bare.knots[-1])
    return claim(f"{origin} {name}", vector, low, high, origin=origin)


def by_month(*, odd: float = 0.0) -> list[Group]:
    months = list(itertools.pairwise(system().knots))
    return [
        claim(f"m{i}", system().total_vector("enter", *month), 99 + odd * i, 101 + odd * i)
        for i, month in enumerate(months)
    ]


def here(low: float, high: float, origin: str = "agency") -> Group:
    return claim("h", system().stock_vector("here", system().knots[-1]), low, high, origin=origin)


def left(low: float, high: float) -> Group:
    vector = system().total_vector("leave", system().knots[0], system().knots[-1])
    return assume("l", vector, low, high)


@pytest.mark.parametrize("odd", [0.0, 3.0])
def test_a_lone_source_has_no_yardstick_however_narrow_its_bias(odd: float) -> None:
    found = fit(*by_month(odd=odd))
    assert bias(found).q50 > 0.2  # the prior finds its numbers high
    assert not bias(found).identified
    assert FlagKind.NOT_IDENTIFIED in {each.kind for each in found.warnings}


def test_numbers_of_one_source_that_do_not_add_up_are_no_yardstick() -> None:
    assert not bias(fit(*by_month(), entered(670, 680, name="sum"))).identified


def test_two_sources_on_the_same_people_are_yardsticks_of_each_other() -> None:
    found = fit(*by_month(), entered(390, 410, "agency"))
    assert bias(found).identified
    assert bias(found, "agency").identified


def test_a_total_of_another_source_a_little_later_is_a_yardstick() -> None:
    bare = account(24, FLOWS, ["here"])
    knots = bare.knots
    early = claim("e", bare.total_vector("enter", knots[0], knots[-2]), 2370, 2430)
    late = bare.total_vector("enter", knots[0], knots[-1])
    found = fit(early, claim("l", late, 1970, 2030, origin="agency"), bare=bare)
    assert bias(found).identified
    assert bias(found, "agency").identified


def test_another_source_on_another_time_is_none() -> None:
    bare = account(24, FLOWS, ["here"])
    early = claim("e", bare.total_vector("enter", bare.knots[0], bare.knots[12]), 1170, 1230)
    late = bare.total_vector("enter", bare.knots[12], bare.knots[24])
    found = fit(early, claim("l", late, 570, 630, origin="agency"), bare=bare)
    assert not bias(found).identified
    assert not bias(found, "agency").identified


def test_two_sources_on_different_people_are_none() -> None:
    found = fit(*by_month(), here(90, 110))  # nobody says how many left
    assert not bias(found).identified
    assert not bias(found, "agency").identified


@pytest.mark.parametrize("ends", [(200, 200), (195, 205)])
def test_through_the_identity_they_are(ends: tuple[float, float]) -> None:
    found = fit(*by_month(), here(190, 210), left(*ends))
    assert bias(found).identified


def test_what_cannot_be_is_a_yardstick() -> None:
    vector = system().total_vector("enter", system().knots[0], system().knots[-1])
    assert bias(fit(entered(590, 610), assume("most", vector, 0, 200))).identified
    assert not bias(fit(entered(590, 610), assume("most", vector, 0, 4000))).identified


def test_exact_numbers_of_another_source_are() -> None:
    assert bias(fit(entered(590, 610), entered(400, 400, "agency"))).identified
