"""Texts as printed in, texts as the rules read them out."""

from __future__ import annotations

import textwrap

import pytest

from musterbook.reports.reading import for_reading

WORDS = "The army said that about 11,000 soldiers were killed near the old river crossing. " * 4


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("11\u2009000 and 12\u202f500 and 1\u00a0100", "11 000 and 12 500 and 1 100"),
        ("3\u20114 men, 5−6 men, １２，０００ men", "3-4 men, 5-6 men, 12,000 men"),
        ("11'000 men, 12’500 men", "11,000 men, 12,500 men"),
        ("«Ten men», ``ten''", "“Ten men”, “ten”"),
        ("11,000[3] men.[12] Some[a] fled³", "11,000 men. Some fled"),
        ("4 km² and [TEXT] and killed 5 [6] men", "4 km² and [TEXT] and killed 5 [6] men"),
        ("about\n11,000 soldiers", "about 11,000 soldiers"),
        ("tens of\r\nthousands", "tens of thousands"),
        ("11\n000 men", "11 000 men"),
        ("in 12\n300 men", "in 12\n300 men"),
        ("some 10 000 men, then 12\n300 men", "some 10 000 men, then 12 300 men"),
        ("   ten   men\n   fled", "ten men fled"),
        ("\tTen\tmen", "Ten men"),
    ],
)
def test_rules_read_plain_text(printed, read):
    assert for_reading(printed).text == read


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("Dead:\n- ten men\n- 5 boys\n  in a school", "Dead:\n- ten men\n- 5 boys in a school"),
        ("Dead:\n1. ten men\n2) 5 boys\n(c) a girl", "Dead:\n- ten men\n- 5 boys\n- a girl"),
        ("Dead\n• ten men\n▪ 5 boys", "Dead\n- ten men\n- 5 boys"),
        ("killed on May\n12. Five fled", "killed on May 12. Five fled"),
        ("the army\n– which denied it – said", "the army – which denied it – said"),
    ],
)
def test_lists_have_one_mark(printed, read):
    assert for_reading(printed).text == read


def test_wrapped_lines_run_on_and_paragraphs_stay_apart():
    text = f"{WORDS}\n\n{WORDS}".replace(" \n", "\n").rstrip()
    wrapped = "\n\n".join(textwrap.fill(part, 70) for part in text.split("\n\n"))
    assert "\n" in wrapped.partition("\n\n")[0]
    assert for_reading(wrapped).text == text


def test_a_line_ended_early_ends_a_paragraph():
    text = f"Ten soldiers die\n{textwrap.fill(WORDS, 70)}\nEnd of it.\nMore of it is\nto come."
    read = for_reading(text).text
    assert read.startswith("Ten soldiers die\n\nThe army said")
    assert read.endswith("End of it.\n\nMore of it is to come.")


def test_paragraphs_of_one_line_stay_apart():
    text = f"Ten soldiers die\n{WORDS}\n{WORDS}"
    assert for_reading(text).text.count("\n\n") == 2


def test_an_indent_begins_a_paragraph():
    lines = textwrap.fill(WORDS, 70).split("\n")
    text = "\n".join([*lines, "    " + lines[0], *lines[1:]])
    assert for_reading(text).text.count("\n\n") == 1


def test_a_header_stays_as_it_is():
    text = "URL: x\r\nDATE: 2025-01-02\r\nTen\r\nmen"
    read = for_reading(text, text.index("Ten"))
    assert read.text == "URL: x\r\nDATE: 2025-01-02\r\nTen men"
    assert read.original(26, 33) == (26, 34)


def test_a_plain_text_is_given_back_as_it_is():
    text = "Ten men – “so he said” – fled.\n\nAbout 11,000 remain.\n"
    assert for_reading(text).text is text


@pytest.mark.parametrize(
    "odd", ["\x00", "\x02", "\t", "\r", "  ", " | ", "``", "''", "7'000", "a[3]"]
)
def test_a_text_of_plain_letters_is_folded_as_any_is(odd):
    plain = for_reading(f"the men{odd} fled").text
    assert for_reading(f"the men{odd} fled, é").text == f"{plain}, é"
