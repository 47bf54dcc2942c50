"""A quote and a text in, its place out; digits and letters never match loosely."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musterbook.reports.anchor import find_quote, whole_places

TEXT = "He said: “about 1,100 soldiers\n have returned” – the mayor’s words."


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("about 1,100 soldiers", "about 1,100 soldiers"),
        ("about 1,100  soldiers have returned", "about 1,100 soldiers\n have returned"),
        ('"about 1,100 soldiers', "“about 1,100 soldiers"),
        ("returned” - the mayor's words", "returned” – the mayor’s words"),
        ("about 1,200 soldiers", None),
        ("about 1100 soldiers", None),
        ("About 1,100 soldiers", None),
        ("", None),
        ("   ", None),
    ],
)
def test_a_quote_is_found_as_it_stands_or_with_other_marks(quote, found):
    span = find_quote(TEXT, quote)
    assert (span and TEXT[span[0] : span[1]]) == found


def test_the_nearest_of_two_places_is_taken():
    assert find_quote("ten men, ten men", "ten men") == (0, 7)
    assert find_quote("ten men, ten men", "ten men", near=8) == (9, 16)


def test_a_ligature_is_two_letters():
    assert find_quote("The oﬃce ﬁled 20 cases", "filed 20") == (9, 16)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("about 11,000 sol-\ndiers remain", "11,000 soldiers remain"),
        ("about 11,000 sol\u00addiers remain", "11,000 soldiers remain"),
        ("about twenty-\nfive men fled", "twenty-five men fled"),
        ("about １２ men fled", "12 men fled"),
        ("about 12 men[3] fled", "12 men fled"),
        ("about 12 soldiers fled", "12 sol-\ndiers fled"),
    ],
)
def test_a_quote_is_found_in_other_print(text, quote):
    start, end = find_quote(text, quote)
    assert text[start:end] == text.removeprefix("about ")


@pytest.mark.parametrize("quote", ["11,000 soldier remain", "1,000 soldiers remain fit", "11 000"])
def test_other_print_does_not_change_what_is_said(quote):
    assert find_quote("about 11,000 sol-\ndiers remain", quote) is None


@given(st.text(max_size=60), st.integers(0, 60), st.integers(1, 20))
def test_every_piece_of_a_text_is_found_where_it_stands(text, start, length):
    quote = text[start : start + length]
    span = find_quote(text, quote, near=start)
    if quote.strip():
        assert span is not None
        assert text[span[0] : span[1]] == quote.strip()


@pytest.mark.parametrize("piece", ["a'", "fi", "aa "])
def test_a_long_quote_is_missed_soon_in_a_text_of_its_own_beginnings(piece):
    text, quote = piece * (160_000 // len(piece)), piece * (8_000 // len(piece))
    began = time.perf_counter()
    assert find_quote(text, quote + "z") is None
    assert list(whole_places(text, quote + "z")) == []
    assert time.perf_counter() - began < 3  # tried anew at each place, it took 14


def test_a_long_quote_is_found_as_it_stands_and_in_other_print():
    quote = "He said: “ten men fled – and more”. " * 40
    text = f"At first it rained. {quote}Then it was dry."
    assert find_quote(text, quote) == (20, 20 + len(quote.strip()))
    assert find_quote(text, quote.replace("“ten men", '"ten\nmen')) == (20, 20 + len(quote.strip()))
