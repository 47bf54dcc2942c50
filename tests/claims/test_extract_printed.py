"""Texts as they are printed and wrapped in, claims in the words and places of those texts out."""

from __future__ import annotations

import textwrap
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musterbook.claims.bind_says import says_of
from musterbook.claims.extract import extract_claims
from musterbook.claims.numbers import find_quantities

DAY = date(2025, 3, 4)
PLAIN = (
    "The army said on Tuesday that about 11,000 soldiers were killed and tens of thousands were"
    " wounded in the raid.\n\nTwenty-five officers of the northern brigade died in January, the"
    " ministry said. Some 1,200 refugees fled to the border town, and 12 to 15 people are missing."
)


def facts(claim):
    return (claim.low, claim.high, claim.bound, claim.counted, claim.kind, claim.by, claim.stance,
            claim.period_start, claim.period_end)  # fmt: skip


def claims_of(text):
    found = extract_claims(text, DAY)
    for claim in found:
        assert text[claim.start : claim.end] == claim.quote
        assert claim.surface in text
    return [facts(claim) for claim in found]


def wrapped(width):
    return "\n\n".join(textwrap.fill(part, width) for part in PLAIN.split("\n\n"))


PRINTED = {
    "thin spaces": PLAIN.replace("11,000", "11\u2009000").replace("1,200", "1\u202f200"),
    "no-break spaces": PLAIN.replace(" ", "\u00a0"),
    "ligatures": PLAIN.replace("ffi", "ﬃ").replace("fl", "ﬂ"),
    "soft hyphens": PLAIN.replace("soldiers", "sol\u00addiers").replace("people", "peo\u00adple"),
    "words broken": PLAIN.replace("soldiers", "sol-\ndiers").replace("people", "peo-\nple"),
    "a number broken": PLAIN.replace("Twenty-five", "Twenty-\nfive"),
    "other hyphens": PLAIN.replace("Twenty-five", "Twenty\u2011five"),
    "a minus": PLAIN.replace("12 to 15", "12−15"),
    "wide digits": PLAIN.replace("12 to 15", "１２ to １５"),
    "carriage returns": PLAIN.replace("\n", "\r\n"),
    "justified": PLAIN.replace(" ", "   "),
    "zero width": PLAIN.replace("soldiers", "\u200bsol\u200bdiers"),
    "foot-notes": PLAIN.replace("11,000", "11,000[3]").replace("refugees", "refugees²"),
    "set in": "    " + PLAIN.replace("\n\n", "\n\n    "),
    "wrapped and set in": textwrap.indent(wrapped(60), "      "),
    "wrapped with returns": wrapped(60).replace("\n", "\r\n"),
} | {f"wrapped at {width}": wrapped(width) for width in (20, 32, 50, 60, 70, 72, 80)}


@pytest.mark.parametrize("text", PRINTED.values(), ids=PRINTED)
def test_however_it_is_printed_it_claims_the_same(text):
    assert len(claims_of(PLAIN)) == 5
    assert claims_of(text) == claims_of(PLAIN)


def test_a_vague_word_over_a_line_end_is_written_on_one_line():
    (claim,) = extract_claims("Tens of\nthousands of people fled on Monday.", DAY)
    assert claim.surface == "Tens of\nthousands"
    assert "tens of thousands" in (says_of(claim, "fled") or "")


def test_each_item_of_a_typed_list_is_its_own():
    text = "Casualties:\n• 12 soldiers killed\n2) 30 civilians wounded\n   in the north\n"
    found = extract_claims(text, DAY)
    assert [claim.quote for claim in found] == [
        "12 soldiers killed",
        "30 civilians wounded\n   in the north",
    ]


def test_a_headline_is_no_part_of_the_sentence_under_it():
    text = "Twelve soldiers killed in raid\nThe army said 13 soldiers were killed in the north."
    first, _ = extract_claims(text, DAY)
    assert first.quote == "Twelve soldiers killed in raid"


def test_a_number_is_where_it_stands_in_the_text_given():
    text = "\u200bAbout １１,000 men, twenty-\nfive boys and 1\u2009200 girls"
    found = find_quantities(text)
    assert [text[each.start : each.end] for each in found] == [
        "１１,000", "twenty-\nfive", "1\u2009200"
    ]  # fmt: skip
    assert [each.low for each in found] == [11_000, 25, 1_200]


MARKS = ["\n", "\r\n", "\n\n", "-\n", "\u00ad", "ﬁ", "  ", "[3]", "²", "１２", "1) ", "• ", "``"]
WORDS = st.sampled_from([*PLAIN.split(), *MARKS])


@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_whatever_the_text_quotes_are_of_it(text):
    claims_of(text)
