"""An interval given by hand is written as a sentence that allows just that."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musterbook.claims.says.says import parse_sentence
from musterbook.claims.says.says_interval import says_between
from musterbook.core.problem import Phrase, Place
from musterbook.core.quantity import HedgeTable, Interval, hedge_interval


def read(words):
    sentence, problems = parse_sentence(Phrase(words, Place("")), {}, {"battalion": (300, 800)})
    assert sentence is not None, problems
    return sentence


def allowed(sentence):
    amount = sentence.amount
    if sentence.margin is not None:
        return Interval(amount.low - sentence.margin, amount.high + sentence.margin)
    return hedge_interval(amount.low, amount.high, sentence.bound, HedgeTable())


@pytest.mark.parametrize(
    ("said", "low", "high", "says"),
    [
        ("camp about 11 000 on 2025-05-10", 10_500, 11_500, "camp 11 000 ± 500 on 2025-05-10"),
        (
            "camp about 11 000 on 2025-05-10",
            10_000,
            11_500,
            "camp 10 000 to 11 500 ± 0 on 2025-05-10",
        ),
        ("camp dozens on 2025-05-10", 40, 60, "camp 40 to 60 ± 0 on 2025-05-10"),
        ("camp 2 battalions on 2025-05-10", None, 900, "camp at most 900 on 2025-05-10"),
        ("camp about 90 on 2025-05-10", 80, None, "camp at least 80 on 2025-05-10"),
        ("camp about 90 on 2025-05-10", 88, 88, "camp exactly 88 on 2025-05-10"),
        ("kill 10 per day since 2025-01", 8, 12, "kill 10 ± 2 per day since 2025-01"),
    ],
)
def test_it_is_written_with_the_number_said_where_that_is_its_middle(said, low, high, says):
    assert says_between(read(said), low, high) == says


@given(st.integers(0, 10**6), st.integers(0, 10**6), st.sampled_from(["about 500", "dozens"]))
def test_what_is_written_allows_just_the_interval(one, other, said):
    low, high = sorted((one, other))
    interval = allowed(read(says_between(read(f"camp {said} on 2025-05-10"), low, high)))
    assert (interval.low, interval.high) == (low, high)


@given(st.integers(1, 10**6))  # zero is exact, and takes no hedge
def test_an_open_end_stays_open(end):
    sentence = read("camp about 500 on 2025-05-10")
    assert allowed(read(says_between(sentence, end, None))).high == math.inf
    assert allowed(read(says_between(sentence, None, end))).low == -math.inf
