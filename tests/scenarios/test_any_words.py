"""Any words at all in, problems at worst out: never a traceback, never a long wait."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.scenarios.worlds import Small, phrase, plan, run

from musterbook.scenarios.amounts import parse_number, parse_spread
from musterbook.scenarios.change import parse_change
from musterbook.scenarios.question import parse_question

WORDS = st.lists(
    st.sampled_from(
        "all within for per month 3 000 3 none + - % to until 2026-09 probability that below above "
        "before by on under present rate( ) last 6 months , * / 0 share( if( < smooth( é 1e9 ["
        " ] total people million \u202f 5 delay( table( time".split(" ")
    ),
    max_size=14,
).map(" ".join)
SMALL = Small(
    stocks={"present": 100},
    flows={"rotate": ("present", "home", 1), "deploy": ("home", "present", 1)},
    parameters={"need": "50"},
)


@given(st.text() | WORDS)
def test_any_words_are_read_or_told(text):
    words = phrase(text)
    change, problems = parse_change("rotate", words)
    assert (change is None) == bool(problems)
    question, problems = parse_question(words, {})
    assert (question is None) == bool(problems)
    assert parse_spread(text) is None or parse_spread(text).low <= parse_spread(text).high
    assert parse_number(text) is None or parse_number(text) >= 0


@settings(max_examples=80, deadline=None)
@given(WORDS, WORDS, WORDS, st.sampled_from(["rotate", "deploy", "need", "present"]))
def test_any_plan_runs_or_is_told(rule, change, ask, target):
    small = Small(
        stocks=SMALL.stocks, flows=SMALL.flows, rules={"rotate": rule}, parameters=SMALL.parameters
    )
    wanted = plan({"it": {target: change}}, watch=[ask], questions=[ask], until="2026-02")
    report, problems = run(small, wanted, members=5)
    assert report.scenarios or any(each.is_error for each in problems)
    assert all(each.says for each in problems)


@pytest.mark.parametrize(
    "text",
    [
        "probability that " + "a below 1 " * 2_000,
        "probability that a below " + "1 " * 4_000,
        "1 " * 10_000,
        "5 to " * 5_000,
        "all " + "a" * 50_000 + " within",
        "x for " * 5_000,
    ],
    ids=lambda text: text[:20],
)
def test_long_words_come_back(text):
    parse_change("rotate", phrase(text))
    parse_question(phrase(text), {})
    parse_spread(text)
