"""Texts and rewritings of them in, spans carried there and back out."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from musterbook.reports.normal import readable
from musterbook.reports.offsets import NormalText
from musterbook.reports.reading import for_reading

PIECES = st.sampled_from(
    ["a", "B", "7", " ", "  ", "\n", "\r\n", "\n\n", "-", "-\n", "ﬁ", "\u00ad", "\u200b", "\ufffe",
     "\u2009", "“", "``", "[3]", "²", "１", ". ", "- ", "2) ", "\t", "000", "soldiers", "\u00ad\n"]
)  # fmt: skip
TEXTS = st.one_of(st.text(max_size=40), st.lists(PIECES, max_size=30).map("".join))
FOLDS = st.sampled_from([readable, for_reading])


def test_a_span_is_carried_back_as_tightly_as_can_be():
    text = NormalText("x sol-\ndiers ﬁle  y").substitute(
        re.compile(r"-\n|ﬁ|  "), lambda match: {"-\n": "", "ﬁ": "fi", "  ": " "}[match[0]]
    )
    assert text.text == "x soldiers file y"
    assert text.original(2, 10) == (2, 12)
    assert text.original(2, 5) == (2, 5)  # sol
    assert text.original(5, 10) == (7, 12)  # diers
    assert text.original(11, 12) == (13, 14)  # a part of a ligature is the ligature
    assert text.original(16, 17) == (18, 19)
    assert text.normal(13, 14) == (11, 13)
    assert text.normal(5, 7) == (5, 5)  # cut out


def test_only_what_was_rewritten_is_kept():
    text = for_reading("word " * 20_000 + "about\u00ad 11,000 sol-\ndiers. " + "word " * 20_000)
    assert sum(len(layer.old.starts) for layer in text.layers) == 2


def test_one_for_one_moves_nothing():
    assert for_reading("11\u2009000\nsoldiers") == NormalText("11 000 soldiers")


@given(TEXTS, FOLDS, st.data())
def test_spans_go_back_in_order_and_inside(text, fold, data):
    normal = fold(text)
    places = sorted(data.draw(st.tuples(*[st.integers(0, len(normal.text))] * 4)))
    first, second = normal.original(places[0], places[2]), normal.original(places[1], places[3])
    assert 0 <= first[0] <= first[1] <= len(text)
    assert first[0] <= second[0]
    if places[0] < places[2] and places[1] < places[3]:
        assert first[1] <= second[1]


@given(TEXTS, FOLDS, st.data())
def test_there_and_back_holds_the_span(text, fold, data):
    normal = fold(text)
    length = len(normal.text.rstrip("\n"))  # the line end put last comes of nothing
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, length)] * 2)))
    if start < end:
        again = normal.normal(*normal.original(start, end))
        assert again[0] <= start
        assert end <= again[1]


@given(TEXTS, FOLDS)
def test_letters_and_digits_come_from_themselves(text, fold):
    normal = fold(text)
    for at, letter in enumerate(normal.text):
        if letter.isascii() and letter.isalnum():
            start, end = normal.original(at, at + 1)
            same = text[start:end] == letter
            assert same or not text[start:end].isascii() or text[start:end].endswith((") ", ". "))


@given(TEXTS, FOLDS)
def test_folding_again_changes_nothing_more_than_lists(text, fold):
    once = fold(text).text
    assert fold(once).text.split() == once.split()
