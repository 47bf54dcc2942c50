"""Text as type-setters leave it in, text as it was meant out."""

from __future__ import annotations

import time

import pytest

from musterbook.reports.normal import readable


def test_split_words_and_ligatures_are_mended():
    assert readable("refu-\r\ngees ﬁled  \nin\u00adside").text == "refugees filed\ninside\n"


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("sol-\ndiers", "soldiers"),
        ("sol\u00ad\ndiers", "soldiers"),
        ("sol\ufffediers", "soldiers"),
        ("sol\x02diers", "soldiers"),
        ("sol\u2010\n   diers", "soldiers"),
        ("o\ufb03-\ncers", "officers"),
        ("twenty-\nfive", "twenty-five"),
        ("twenty\ufffefive", "twenty-five"),
        ("North-\nSouth", "North-South"),
        ("12-\n15 men", "12-15 men"),
        ("12\ufffe15 men", "12-15 men"),
        ("24-\nhour", "24-hour"),
        ("25-year-\nold", "25-year-old"),
        ("ex-\nsoldiers", "ex-soldiers"),
        ("non-\ncombatants", "non-combatants"),
        ("Moscow-\nbacked", "Moscow-backed"),
        ("U.S.-\nled", "U.S.-led"),
        ("Lee Seong-\nkweun said", "Lee Seong-kweun said"),
        ("the Ukrai-\nnian army", "the Ukrainian army"),
        ("An Ameri-\ncan soldier", "An American soldier"),
        ("Mr Johnson Adde-\nrley", "Mr Johnson Adderley"),
        ("left -\nand", "left -\nand"),
        ("left --\nand", "left --\nand"),
        ("a-\n\nb", "a-\n\nb"),
        ("airstrikes, an air-\nstrikes", "airstrikes, an airstrikes"),
        ("air-strikes, more air-\nstrikes", "air-strikes, more air-strikes"),
        ("one semi-\nfinal", "one semi-final"),
    ],
)
def test_a_hyphen_at_a_line_end_is_kept_where_it_is_the_words_own(broken, whole):
    assert readable(broken).text == whole + "\n"


@pytest.mark.parametrize("text", ["“Été” – 11\u2009000 men, １２ more −3", "a\u2011b ‘c’", "2 km²"])
def test_what_was_printed_stays_as_printed(text):
    assert readable(text).text == text + "\n"


def test_a_quote_finds_its_way_back():
    raw = "\n\n  The  oﬃ-\r\ncers saw 12\u200b men."
    text = readable(raw)
    assert text.text == "The officers saw 12 men.\n"
    start = text.text.index("officers")
    assert raw[slice(*text.original(start, start + 8))] == "oﬃ-\r\ncers"


def test_nothing_is_a_line_end():
    assert readable("").text == "\n"
    assert readable(" \r\n ").text == "\n"


def test_blanks_at_line_ends_go_with_any_line_end():
    assert readable("a \t\r\nb \rc\r\r\nd  \ne").text == "a\nb\nc\n\nd\ne\n"


@pytest.mark.parametrize("blank", [" ", "\t", "\u00a0", "\n", "\r", " \n"])
def test_a_long_row_of_blanks_is_read_at_once(blank):
    began = time.perf_counter()
    readable("a" + blank * 100_000 + "b")
    assert time.perf_counter() - began < 5  # the square of it took 40
