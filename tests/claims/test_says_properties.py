"""Random sentences and random characters in; one canonical form, and never a traceback, out."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.claims.says_pages import EVENTS, UNITS, phrase_of

from musterbook.claims.says.says import parse_sentence, print_sentence
from musterbook.claims.says.says_numbers import format_float, read_number
from musterbook.core.quantity import VAGUE_LITERAL

NAMES = st.sampled_from(["present", "dprk.present", "by_sea", "on2", "to_sumy", "thousand_men"])
READINGS = st.sampled_from(["", " [killed only]", "[all who  left]"])
NUMBERS = st.one_of(
    st.integers(1, 10**9).map(str),
    st.integers(1, 10**9).map(lambda n: f"{n:,}".replace(",", "\u202f")),
    st.decimals("0.001", 999, places=3).map(lambda d: f"{d} million"),
)
PAIRS = st.tuples(st.integers(1, 10**6), st.integers(0, 10**6)).map(
    lambda pair: f"{pair[0]} to {pair[0] + pair[1]}"
)
DATES = st.one_of(
    st.dates().map(str),
    st.sampled_from(
        ["2025", "2025-Q2", "2025-H1", "2025-07", '"the war began"', "'the war began'"]
    ),
)
UNIT_WORDS = st.sampled_from(["", " people", " battalions", " companies"])
BOUNDS = st.sampled_from(["", "about ", "up to ", "just  over ", "exceeds ", "exactly "])
TIMES = st.one_of(
    st.just(""),
    st.tuples(
        st.sampled_from(["on", "by", "since", "in", "throughout", "on average in"]), DATES
    ).map(" ".join),
    st.sampled_from(
        ["from 2025 to 2026-02", 'since "the war began" to 2025-Q3', "in 2024 to 2025"]
    ),
)
PER = st.sampled_from(["", " per day", " per  week", " per year"])
AMOUNTS = st.one_of(
    st.builds("{}{}{}".format, BOUNDS, NUMBERS, UNIT_WORDS),
    st.builds("{}{}".format, PAIRS, UNIT_WORDS),
    st.builds("{} ± {}".format, NUMBERS, NUMBERS),
    st.builds("{}{}".format, st.sampled_from(["", "at least "]), st.sampled_from([*VAGUE_LITERAL])),
    st.builds("{}{} % of {}{}".format, BOUNDS, st.integers(1, 300), NAMES, READINGS),
    st.builds("{} times {} (by {})".format, PAIRS, NAMES, DATES),
    st.just("none"),
)
SENTENCES = st.builds("{}{} {}{} {}".format, NAMES, READINGS, AMOUNTS, PER, TIMES)


def parse(text: str):
    return parse_sentence(phrase_of(text), EVENTS, UNITS)


@given(SENTENCES)
def test_what_is_printed_parses_to_the_same(text: str) -> None:
    first, problems = parse(text)
    assert problems == ()
    printed = print_sentence(first)
    again, problems = parse(printed)
    assert problems == ()
    assert print_sentence(again) == printed
    assert (again.amount, again.when, again.margin) == (first.amount, first.when, first.margin)


@given(st.text(max_size=60))
def test_no_text_ever_raises(text: str) -> None:
    sentence, problems = parse(text)
    assert (sentence is None) == any(each.is_error for each in problems)


@given(
    SENTENCES, st.integers(0, 60), st.text("0123456789,.-±%\"' abctoby[](){value}\n", max_size=4)
)
def test_no_slip_of_the_keys_ever_raises(text: str, at: int, slip: str) -> None:
    broken = text[:at] + slip + text[at + 1 :]
    sentence, problems = parse(broken)
    assert (sentence is None) == bool(problems)
    for each in problems:
        assert each.fix
        assert 9 <= each.place.column <= 9 + len(broken)


@given(st.floats(0, 1e12))
@settings(max_examples=200)
def test_a_number_reads_back_as_the_same_float(value: float) -> None:
    assert float(read_number(format_float(value))) == value
