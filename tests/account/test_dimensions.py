"""Expressions over names of known dimensions in; what they count, or why not, out."""

from __future__ import annotations

import pytest
from tests.claims.says_pages import phrase_of

from musterbook.account.dimensions import (
    NONE,
    PEOPLE,
    PEOPLE_PER_MONTH,
    PER_MONTH,
    Dimension,
    dimension_of,
    fits_a_rule,
)
from musterbook.account.expression_parser import parse_expression

KNOWN = {
    "present": PEOPLE,
    "reserve": PEOPLE,
    "need": PEOPLE,
    "sign": PEOPLE_PER_MONTH,
    "kill": PEOPLE_PER_MONTH,
    "death_rate": PER_MONTH,
    "coverage": NONE,
}


def look(text: str) -> tuple[Dimension | None, tuple[str, ...]]:
    expression, problems = parse_expression(phrase_of(text))
    assert problems == ()
    return dimension_of(expression, KNOWN.get)


@pytest.mark.parametrize(
    ("text", "dimension"),
    [
        ("present + reserve", PEOPLE),
        ("present + 500", PEOPLE),
        ("max(0, kill)", PEOPLE_PER_MONTH),
        ("max(0, 500)", None),
        ("2 * 3 + 1", None),
        ("present + unheard_of", PEOPLE),
        ("present * unheard_of", None),
        ("total kill + present", PEOPLE),
        ("present * death_rate", PEOPLE_PER_MONTH),
        ("present * rate(kill, last 6 months)", PEOPLE_PER_MONTH),
        ("present / need", NONE),
        ("present / need + 1", NONE),
        ("present * 110 %", PEOPLE),
        ("present * (1 - 10 %)", PEOPLE),
        ("-(kill + sign)", PEOPLE_PER_MONTH),
        ("share(reserve, need - present, need)", PEOPLE),
        ("if(present < 3, 0, sign)", PEOPLE_PER_MONTH),
        ("if(present < need, kill, sign)", PEOPLE_PER_MONTH),
        ("step(100, 2026-03) + sign", PEOPLE_PER_MONTH),
        ("pulse(sign, 2026-03, 2 months)", PEOPLE_PER_MONTH),
        ("ramp(sign, 2026-03)", PEOPLE),
        ("delay(sign, 2 months) + smooth(kill, 1 month)", PEOPLE_PER_MONTH),
        ("table(present, 0, 0, 100, kill)", PEOPLE_PER_MONTH),
        ("present * reserve", Dimension(2)),
    ],
)
def test_what_fits(text: str, dimension: Dimension | None) -> None:
    assert look(text) == (dimension, ())


@pytest.mark.parametrize(
    ("text", "complaint"),
    [
        ("present + sign", "`present + sign` mixes people with people per month"),
        ("present - coverage", "`present - coverage` mixes people with a bare number"),
        ("present + 10 %", "`present + 10 %` mixes people with a bare number"),
        ("min(sign, death_rate)", "`min(sign, death_rate)` mixes people per month with per month"),
        ("if(present < kill, 1, 2)", "`present < kill` mixes people with people per month"),
        ("share(reserve, kill)", "`share(reserve, kill)` mixes people with people per month"),
        (
            "total present",
            "`total present`: only a flow can be summed up, and `present` counts people",
        ),
        (
            "rate(present, last 2 months)",
            "`rate(present, last 2 months)`: a rate is taken of a flow, not of people",
        ),
    ],
)
def test_what_does_not_fit(text: str, complaint: str) -> None:
    assert look(text)[1] == (complaint,)


def test_every_misfit_is_told_once() -> None:
    _, complaints = look("(present + sign) * 2 + max(present + sign, kill / coverage)")
    assert len(complaints) == 2


@pytest.mark.parametrize(
    ("text", "fits"),
    [
        ("present * death_rate", True),
        ("share(reserve, need)", True),
        ("500", True),
        ("unheard_of", True),
        ("coverage", False),
        ("present * reserve", False),
        ("death_rate", False),
    ],
)
def test_a_rule_gives_people_per_month_or_people(text: str, fits: bool) -> None:
    assert fits_a_rule(look(text)[0]) is fits


@pytest.mark.parametrize(
    ("dimension", "words"),
    [
        (NONE, "a bare number"),
        (PEOPLE_PER_MONTH, "people per month"),
        (Dimension(2), "people times people"),
        (Dimension(2, -1), "people times people per month"),
        (Dimension(1, -2), "people per month per month"),
        (Dimension(-1), "per person"),
        (Dimension(-1, 1), "months per person"),
        (Dimension(0, 2), "months times months"),
    ],
)
def test_a_dimension_is_said_in_words(dimension: Dimension, words: str) -> None:
    assert str(dimension) == words
