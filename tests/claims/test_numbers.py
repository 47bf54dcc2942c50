"""Texts in, the numbers they hold out: value, bound, and where they stand."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musterbook.claims.number_words import value_of_words
from musterbook.claims.numbers import find_quantities

ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen"
).split()
TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()


def say(number):
    """Say a number in words, as slowly and plainly as can be: the reverse of what is tested."""
    for scale, word in ((10**6, "million"), (1_000, "thousand"), (100, "hundred")):
        if number >= scale:
            rest = f" {'and ' * (scale == 100)}{say(number % scale)}" if number % scale else ""
            return f"{say(number // scale)} {word}{rest}"
    if number < len(ONES):
        return ONES[number]
    return TENS[number // 10 - 2] + (f"-{ONES[number % 10]}" if number % 10 else "")


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("1.1 million people", [("1.1 million", 1_100_000, 1_100_000, "stated")]),
        ("27-hundred men", [("27-hundred", 2_700, 2_700, "stated")]),
        ("three-thousand", [("three-thousand", 3_000, 3_000, "stated")]),
        ("ninety and five", [("ninety and five", 95, 95, "stated")]),
        ("between 10 and 12 thousand", [("10 and 12 thousand", 10_000, 12_000, "between")]),
        ("3-4 battalions", [("3-4", 3, 4, "between")]),
        ("two or three hundred", [("two or three hundred", 200, 300, "between")]),
        ("rose from 50 to 60", [("50", 50, 50, "stated"), ("60", 60, 60, "stated")]),
        ("a million and a half", [("a million and a half", 1_500_000, 1_500_000, "stated")]),
        ("one and a half million", [("one and a half million", 1_500_000, 1_500_000, "stated")]),
        ("half a million", [("half a million", 500_000, 500_000, "stated")]),
        ("more than a thousand", [("a thousand", 1_000, None, "more than")]),
        ("not more than 300", [("300", None, 300, "at most")]),
        ("107 or more", [("107", 107, None, "at least")]),
        ("10 or so", [("10", 10, 10, "about")]),
        ("only about 1,100", [("1,100", 1_100, 1_100, "about")]),
        ("at least another 200", [("200", 200, None, "at least")]),
        ("tens of thousands", [("tens of thousands", 20_000, 99_999, "vague")]),
        ("several hundred", [("several hundred", 300, 900, "vague")]),
        ("half of the men", [("half", 0.5, 0.5, "fraction")]),
        ("the first half of 2025", []),
        ("12 000 refugees", [("12 000", 12_000, 12_000, "stated")]),
        ("12\u202f000 refugees", [("12\u202f000", 12_000, 12_000, "stated")]),
        ("fewer than a dozen", [("a dozen", None, 12, "less than")]),
        ("has reached 6,000", [("6,000", 6_000, 6_000, "reached")]),
        ("just over 300", [("300", 300, None, "just over")]),
        ("an estimated 1,400", [("1,400", 1_400, 1_400, "estimated")]),
        ("above the 185,000 planned", [("185,000", 185_000, 185_000, "stated")]),
        ("1.5m people", [("1.5m", 1_500_000, 1_500_000, "stated")]),
        ("95% of 200", [("95%", 95, 95, "stated"), ("200", 200, 200, "stated")]),
        ("2000 soldiers in 2000", [("2000", 2_000, 2_000, "stated")]),
    ],
)  # fmt: skip
def test_numbers_are_found_with_their_bounds(text, numbers):
    found = [(text[q.start : q.end], q.low, q.high, q.bound) for q in find_quantities(text)]
    assert found == numbers


@pytest.mark.parametrize(
    "text",
    [
        "on August 23, 2012 at 10:30 p.m.",
        "between 6 and 9 August",
        "in 1999-2000, since 2022",
        "the 1991 Hajj",
        "the 1,203rd day, the 2d and 3rd Brigades",
        "T-72, KN-23, COVID-19",
        "In the summer of 2024 observers left",
    ],
)
def test_dates_times_and_names_hold_no_number(text):
    assert find_quantities(text) == ()


@given(st.integers(1, 999_999_999))
def test_every_whole_number_said_in_words_is_read_back(number):
    assert value_of_words(say(number)) == number
    (found,) = find_quantities(f"They counted {say(number)} there.")
    assert (found.low, found.high) == (number, number)


@given(st.integers(0, 10**12), st.sampled_from([",", "\u202f", "\u2009", "\u00a0"]))
def test_every_grouping_of_digits_is_read(number, mark):
    text = f"counted {f'{number:,}'.replace(',', mark)} people"
    (found,) = find_quantities(text)
    assert found.low == number


@given(st.text(alphabet="0123456789,.- \u2009%$toandmillionhalf", max_size=60))
def test_places_stand_in_order_and_inside(text):
    ends = [0]
    for found in find_quantities(text):
        assert ends[-1] <= found.start < found.end <= len(text)
        assert found.lead <= found.start
        assert found.end <= found.tail
        ends.append(found.end)


def news():
    """Yield each text of the page with the lines under it."""
    page = (Path(__file__).parent / "numbers" / "news.txt").read_text(encoding="utf-8")
    text, lines = "", []
    for line in page.splitlines():
        if line.startswith("    "):
            lines.append(line.strip())
        elif line and not line.startswith("#"):
            if text:
                yield text, lines
            text, lines = line, []
    yield text, lines


def written(value):
    return "-" if value is None else f"{value:.12g}"


@pytest.mark.parametrize(("text", "expected"), list(news()))
def test_numbers_of_general_news(text, expected):
    found = find_quantities(text)
    assert [f"{written(q.low)} {written(q.high)} {q.bound}" for q in found] == expected
