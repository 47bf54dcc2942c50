"""The words of changes in, what they mean, or what is wrong with them, out."""

from __future__ import annotations

import pytest
from tests.scenarios.worlds import Small, phrase, plan, run

from musterbook.scenarios.amounts import parse_number, parse_spread
from musterbook.scenarios.change import Act, parse_change

SMALL = Small(
    stocks={"present": 100},
    flows={"rotate": ("present", "home", 1), "deploy": ("home", "present", 1)},
    measures={"all_of_them": "present"},
    parameters={"need": "50"},
)


@pytest.mark.parametrize(
    ("words", "act", "low", "high", "months"),
    [
        ("3 000 per month for 4 months", Act.REPLACE, 3_000, 3_000, 4),
        ("3\u202f000 per month", Act.REPLACE, 3_000, 3_000, None),
        ("40 000 to 60 000 per month for 6 months", Act.REPLACE, 40_000, 60_000, 6),
        ("120 000 per year", Act.REPLACE, 10_000, 10_000, None),
        ("1.2 million per year", Act.REPLACE, 100_000, 100_000, None),
        ("+10 %", Act.SCALE, 0.1, 0.1, None),
        ("-20 to 40 % for 1 year", Act.SCALE, 0.2, 0.4, 12),
        ("+500 people per month", Act.ADD, 500, 500, None),
        ("none", Act.REPLACE, 0, 0, None),
        ("50 000 to 70 000", Act.REPLACE, 50_000, 70_000, None),
    ],
)
def test_reads(words, act, low, high, months):
    change, problems = parse_change("rotate", phrase(words))
    assert problems == ()
    assert (change.act, change.months) == (act, months)
    assert (change.spread.low, change.spread.high) == pytest.approx((low, high))


def test_reads_all_within():
    change, problems = parse_change("rotate", phrase("all present within 6 weeks"))
    assert problems == ()
    assert (change.act, change.stock) == (Act.DRAIN, "present")
    assert change.months == pytest.approx(6 * 7 / 30.4369, rel=1e-4)


@pytest.mark.parametrize(
    ("target", "words", "code", "part"),
    [
        ("rotate", "3,000 per month", "MB402", "grouped by spaces"),
        ("rotate", "60 to 40 per month", "MB402", "upside down"),
        ("rotate", "80 %", "MB402", "say `+` or `-`"),
        ("rotate", "-150 %", "MB402", "no more than all"),
        ("rotate", "5 per month for 0 months", "MB402", "no time"),
        ("rotate", "3 000", "MB402", "needs its time"),
        ("rotate", "all home within 1 month", "MB402", "leaves `present`"),
        ("deploy", "all present within 1 month", "MB402", "leaves `home`"),
        ("need", "60 per month", "MB402", "is a parameter"),
        ("need", "present * 2", "MB402", "is a parameter"),
        ("present", "5", "MB213", "follows from the flows"),
        ("all_of_them", "5", "MB213", "follows from the flows"),
        ("rotat", "5 per month", "MB401", "nothing is called `rotat`"),
        ("rotate", "present * neeed", "MB401", "nothing is called `neeed`"),
        ("rotate", "present + deploy", "MB408", "mixes people with people per month"),
        ("rotate", "need / 0", "MB134", "zero"),
        ("rotate", '__import__("os").system("true")', "MB136", "programming language"),
    ],
)
def test_says_what_is_wrong_with_its_place_and_leaves_the_scenario_out(target, words, code, part):
    given = plan({"good": {"rotate": "-5 %"}, "bad": {target: words}}, watch=["present"])
    report, problems = run(SMALL, given)
    (problem,) = problems
    assert problem.code == code
    assert part in problem.says + problem.fix
    assert (problem.place.file, problem.place.line) == ("account.yaml", 3)
    assert list(report.scenarios) == ["good"]


def test_a_misspelt_name_is_suggested():
    _, problems = run(SMALL, plan({"bad": {"rotat": "none"}}))
    assert "did you mean `rotate`?" in problems[0].fix


@pytest.mark.parametrize(
    ("text", "value"),
    [("3 000", 3_000), ("1.1 million", 1.1e6), ("12", 12), ("3 00", None), ("x", None), ("", None)],
)
def test_numbers(text, value):
    assert parse_number(text) == (None if value is None else pytest.approx(value))


def test_spreads():
    assert parse_spread("10 to 5") is None
    assert parse_spread("10 % to 20 %").low == pytest.approx(0.1)
    assert parse_spread("10 % to 20") is None
    assert parse_spread("40 %").high == pytest.approx(0.4)
