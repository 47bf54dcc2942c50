"""Scales taken from the claims: they hang on what was said, not on the day of asking."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.oracles.fit_systems import account, claim, says

from musterbook.account.system import System
from musterbook.fit.answer import answer
from musterbook.fit.options import FitJob, FitOptions
from musterbook.fit.results import Answer, FlagKind
from musterbook.fit.scales import scales_of

FLOWS = {"enter": ("outside", "here"), "leave": ("here", "outside")}


def system() -> System:
    bare = account(12, FLOWS, ["here"], typical=None)
    third = bare.knots[3]
    return says(
        bare,
        claim("entered", bare.total_vector("enter", bare.knots[0], third), 290, 310),
        claim("stayed", bare.stock_vector("here", third), 190, 210),
        claim("at first", bare.stock_vector("here", bare.knots[1]), 4_990, 5_010),
    )


@pytest.mark.parametrize("place", [3, 4, 8, -1])
def test_a_scale_does_not_hang_on_the_day_of_asking(place: int) -> None:
    said = system()
    asked = replace(said, as_of=said.knots[place])
    assert scales_of(asked) == scales_of(replace(said, as_of=said.knots[3]))


def test_it_is_what_the_claims_allow_until_the_last_day_they_speak_of() -> None:
    said = system().without("at first")
    typical = scales_of(said).typical
    assert typical["enter"] == pytest.approx(100)
    assert typical["leave"] == pytest.approx(100 / 3)


def test_news_of_something_else_moves_no_scale() -> None:
    two = FLOWS | {"land": ("outside", "there"), "sail": ("there", "outside")}
    bare = account(12, two, ["here", "there"], typical=None)
    third, late = bare.knots[3], bare.knots[9]
    entered = claim("entered", bare.total_vector("enter", bare.knots[0], third), 290, 310)
    stayed = claim("stayed", bare.stock_vector("here", third), 190, 210)
    before = scales_of(says(bare, entered, stayed))
    landed = claim("landed", bare.total_vector("land", bare.knots[0], late), 890, 910)
    after = scales_of(says(bare, entered, stayed, landed))
    assert {f: after.typical[f] for f in FLOWS} == {f: before.typical[f] for f in FLOWS}
    assert after.typical["land"] == pytest.approx(100)
    entered_late = claim("late", bare.total_vector("enter", bare.knots[0], late), 590, 610)
    once_more = scales_of(says(bare, entered, stayed, entered_late))
    assert once_more.typical["enter"] == pytest.approx(600 / 9)
    assert once_more.typical["leave"] == pytest.approx(before.typical["leave"])


def test_where_no_claim_speaks_it_is_the_day_of_asking() -> None:
    said = system()
    silent = said.without("entered", "stayed", "at first")
    halfway = replace(silent, as_of=silent.knots[6])
    assert scales_of(halfway).typical["enter"] == pytest.approx(
        2 * scales_of(silent).typical["enter"], rel=0.1
    )


def test_measures_that_nothing_limits_are_named() -> None:
    bare = account(6, FLOWS, ["here"], typical=None)
    some = claim("some", bare.total_vector("enter", *bare.knots[::6]), 290, excess=30.0)
    assert scales_of(says(bare, some)).unbounded == ("here", "enter", "leave")
    about = replace(some, rows=(replace(some.rows[0], high=310.0),))
    assert scales_of(says(bare, about)).unbounded == ()


def test_a_declared_scale_is_a_limit() -> None:
    bare = account(6, FLOWS, ["here"], typical={"enter": 50.0})
    some = claim("some", bare.total_vector("enter", *bare.knots[::6]), 290, excess=30.0)
    assert scales_of(says(bare, some)).unbounded == ("leave",)


def test_the_answer_says_so_in_one_sentence() -> None:
    bare = account(6, FLOWS, ["here"], typical=None)
    some = claim("some", bare.total_vector("enter", *bare.knots[::6]), 290, excess=30.0)
    found = answer(FitJob(says(bare, some)), FitOptions(draws=32, effective=0), sources={})
    assert isinstance(found, Answer)
    (flag,) = [each for each in found.warnings if each.kind is FlagKind.UNBOUNDED]
    assert flag.says.startswith("nothing said limits from above: here, enter, leave;")
