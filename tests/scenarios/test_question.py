"""Questions in words in, probabilities with their error, or what is wrong with them, out."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest
from tests.scenarios.worlds import PLACE, Small, clean, phrase, plan, run

from musterbook.core.when import Period
from musterbook.scenarios.likelihood import likelihood_words
from musterbook.scenarios.question import Timing, parse_question

SMALL = Small(
    stocks={"line": 1_000},
    flows={"fall": ("line", "dead", 0)},
    rules={"fall": "loss"},
    parameters={"loss": "50 to 100", "need": "800"},
    measures={"coverage": "line / need"},
)
EVENTS = {"the thaw": Period(date(2026, 3, 20), date(2026, 3, 25))}


@pytest.mark.parametrize(
    ("words", "is_below", "number", "timing", "end", "scenario"),
    [
        (
            "probability that coverage below 1 before 2026-09",
            True,
            1,
            Timing.BEFORE,
            date(2026, 8, 31),
            "",
        ),
        (
            "probability that line above 1 100 000 by 2026-Q3 under bonuses cut",
            False,
            1.1e6,
            Timing.BY,
            date(2026, 9, 30),
            "bonuses cut",
        ),
        (
            'probability that line falls below 40 % on "the thaw"',
            True,
            0.4,
            Timing.ON,
            date(2026, 3, 25),
            "",
        ),
        (
            "probability that a.force is below 1.1 million on 2026-06-15",
            True,
            1.1e6,
            Timing.ON,
            date(2026, 6, 15),
            "",
        ),
    ],
)
def test_reads(words, is_below, number, timing, end, scenario):
    question, problems = parse_question(phrase(words), EVENTS)
    assert problems == ()
    assert (question.is_below, question.number) == (is_below, pytest.approx(number))
    assert (question.timing, question.end, question.scenario) == (timing, end, scenario)


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("coverage below 1 before 2026-09", "MB403"),
        ("probability that coverage under 1 before 2026-09", "MB403"),
        ("probability that coverage below 1", "MB403"),
        ("probability that coverage below 1 before Easter", "MB406"),
        ("probability that coverage below 1 before 2025-09", "MB406"),
        ("probability that coverage below 1 before 2726-09", "MB406"),
        ("probability that coverage below 1 before 2026-09 under nothing", "MB405"),
        ("probability that covrage below 1 before 2026-09", "MB401"),
        ("probability that line [all] below 1 before 2026-09", "MB401"),
        ('probability that __import__("os") below 1 before 2026-09', "MB136"),
    ],
)
def test_says_what_is_wrong_and_answers_the_others(words, code):
    good = "probability that coverage below 1 before 2026-09"
    report, problems = run(SMALL, plan(questions=[words, good], watch=["line"]))
    assert [each.code for each in problems] == [code]
    assert problems[0].place == PLACE
    assert [each.ask for each in report.questions] == [good]


def test_a_probability_is_the_share_of_members_and_is_asked_of_every_scenario():
    ask = "probability that line below 800 before 2026-04"  # 200 lost in three months
    scenarios = {"as is": {}, "worse": {"fall": "+50 %"}, "none": {"fall": "none"}}
    report = clean(run(SMALL, plan(scenarios, questions=[ask], watch=["line"]), members=20_000))
    found = {each.scenario: each for each in report.questions}
    middle, spread = (np.log(50) + np.log(100)) / 2, (np.log(100) - np.log(50)) / 2 / 1.6449
    z = (np.log(200 / 3) - middle) / spread
    from scipy.special import ndtr

    assert found["as is"].probability == pytest.approx(1 - ndtr(z), abs=0.01)
    assert found["worse"].probability > found["as is"].probability
    assert found["none"].probability == 0
    assert 0 < found["none"].error < 1e-3
    assert found["none"].words == "almost no chance"


def test_under_asks_one_scenario_only():
    ask = "probability that line below 900 by 2026-03 under worse"
    report = clean(
        run(SMALL, plan({"as is": {}, "worse": {"fall": "+50 %"}}, questions=[ask], watch=["line"]))
    )
    assert [each.scenario for each in report.questions] == ["worse"]


@pytest.mark.parametrize(
    ("timing", "expected"), [("by 2026-03", 1), ("on 2026-03", 0), ("before 2026-02", 0)]
)
def test_on_looks_at_the_date_alone_by_and_before_at_every_moment_up_to_it(timing, expected):
    small = Small(
        stocks={"camp": 0},
        flows={"come": ("outside", "camp", 0), "go": ("camp", "outside", 0)},
        rules={"come": "pulse(1 000, 2026-02-10, 5 days)", "go": "camp * 3"},
    )
    ask = f"probability that camp above 20 {timing}"
    report = clean(run(small, plan(questions=[ask], watch=["camp"])))
    assert report.questions[0].probability == expected


def test_a_question_later_than_until_is_still_answered():
    ask = "probability that line below 500 by 2027-12"
    report = clean(run(SMALL, plan(questions=[ask], watch=["line"], until="2026-03")))
    assert report.questions[0].probability == 1
    assert report.scenarios["no change"].paths["line"].dates[-1] == date(2026, 3, 31)


def test_the_error_knows_that_members_of_one_draw_are_alike():
    small = Small(stocks={"camp": 100}, flows={"go": ("camp", "town", 0)}, rules={"go": "0"})
    ask = "probability that camp above 100 on 2026-01"
    many, few = (
        clean(
            run(
                small,
                plan(questions=[ask], watch=["camp"]),
                given=small.draws(spread=0.1, count=count),
                members=10_000,
            )
        ).questions[0]
        for count in (10_000, 25)
    )
    assert many.error == pytest.approx(
        0.5 / 100 * 2**0.5, rel=0.1
    )  # drawn again: twice the variance
    assert few.error == pytest.approx(0.5 / 5, rel=0.35)


@pytest.mark.parametrize(
    ("probability", "words"),
    [
        (0.0, "almost no chance"),
        (0.04, "almost no chance"),
        (0.05, "very unlikely"),
        (0.3, "unlikely"),
        (0.5, "roughly even chance"),
        (0.6, "likely"),
        (0.85, "very likely"),
        (0.97, "almost certain"),
        (1.0, "almost certain"),
    ],
)
def test_likelihood_in_words(probability, words):
    assert likelihood_words(probability) == words
