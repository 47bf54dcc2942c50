"""What a report is said to be worth against what it does once it is there."""

from __future__ import annotations

import re

import numpy as np
import pytest
from tests.oracles.fit_systems import account, assume, claim, says

from musterbook.account.system import System
from musterbook.core.problem import Place
from musterbook.core.quantity import Bound, HedgeTable, hedge_interval
from musterbook.core.records import Source
from musterbook.fit.answer import answer
from musterbook.fit.options import FitJob, FitOptions
from musterbook.fit.results import Answer
from musterbook.questions.ask import AskOptions, ask
from musterbook.questions.spread import Spread, spread_of_draws
from musterbook.questions.target import Target, values_at
from musterbook.questions.wishes import AskReport

SOURCES = {
    name: Source(name, name, Place("sources.yaml"), reliability=grade)
    for name, grade in (("ministry", "C"), ("new", "B"))
}
FLOWS = {"enter": ("outside", "here"), "move": ("here", "there"), "leave": ("there", "outside")}


def fitted(system: System) -> Answer:
    options = FitOptions(draws=2000, prior_draws=50)
    found = answer(FitJob(system), options, sources=SOURCES)
    assert isinstance(found, Answer)
    return found


def camp() -> System:
    bare = account(4, FLOWS, ["here", "there"], typical={"enter": 300, "move": 200, "leave": 100})
    total = bare.total_vector("enter", bare.knots[0], bare.knots[-1])
    return says(bare, claim("came", total, 1000, 1200))


def wishes(found: Answer, *watched: str, **options: object) -> AskReport:
    targets = [Target(each, found.system.knots[-1]) for each in watched]
    chosen = AskOptions(**options)  # type: ignore[arg-type]
    return ask(found, targets, chosen, hedges=HedgeTable())


def said(sentence: str) -> float:
    """Take the number out of `enter about 1 100 by 2025-04-30`."""
    return float(re.sub(r".* about ([\d ]+) (on|by) .*", r"\1", sentence).replace(" ", ""))


def spread(found: Answer, target: Target) -> Spread:
    values = values_at(found.system, found.draws, target)
    return spread_of_draws(values, found.weights)


@pytest.mark.parametrize("watched", ["here", "move"])
def test_adding_the_report_narrows_about_as_told(watched: str) -> None:
    before = fitted(camp())
    report = wishes(before, watched, reliability="B", most=3)
    target = Target(watched, before.system.knots[-1])
    assert report.wishes[0].narrows[0] > 0.3
    for wish in report.wishes:
        number = float(
            wish.says.split(" about ")[1].split(" on ")[0].split(" by ")[0].replace(" ", "")
        )
        interval = hedge_interval(number, number, Bound.ABOUT, HedgeTable())
        vector = before.system.measure_vector(wish.target.measure, wish.target.day)
        told = claim("told", vector, interval.low, interval.high, origin="new", credibility=6)
        after = spread(fitted(says(before.system, told)), target)
        narrowed = 1 - after.width / spread(before, target).width
        assert narrowed == pytest.approx(wish.narrows[0], abs=0.1), wish.says


def test_a_better_source_tells_more_and_a_watched_number_tells_most_of_itself() -> None:
    found = fitted(camp())
    known, unknown = (wishes(found, "there", reliability=each) for each in "AF")
    assert known.wishes[0].target.measure == "there"
    assert known.wishes[0].worth > unknown.wishes[0].worth > 0


def test_what_was_reported_or_is_known_is_not_asked_for() -> None:
    bare = camp()
    system = says(
        bare, assume("none leave", bare.total_vector("leave", bare.knots[0], bare.knots[-1]), 0, 0)
    )
    asked = wishes(fitted(system), "here", most=99)
    targets = {each.target.measure: each.target for each in asked.wishes}
    assert "leave" not in targets
    assert targets["enter"].day != system.knots[-1]


def test_two_watched_numbers_share_the_worth() -> None:
    report = wishes(fitted(camp()), "here", "leave")
    first = report.wishes[0]
    assert first.worth == pytest.approx(np.mean(first.narrows))
    assert [each["measure"] for each in report.to_json()["wishes"][0]["narrows"]] == [
        "here",
        "leave",
    ]
