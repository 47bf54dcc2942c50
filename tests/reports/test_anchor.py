"""A quote and a text in, its place out; digits and letters never match loosely."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musterbook.reports.anchor import find_quote

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


@given(st.text(max_size=60), st.integers(0, 60), st.integers(1, 20))
def test_every_piece_of_a_text_is_found_where_it_stands(text, start, length):
    quote = text[start : start + length]
    span = find_quote(text, quote, near=start)
    if quote.strip():
        assert span is not None
        assert text[span[0] : span[1]] == quote.strip()
