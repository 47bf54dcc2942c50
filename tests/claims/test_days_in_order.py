"""Sentences that name days in any order in, no claim that ends before it begins out."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from musterbook.claims.extract import extract_claims

TOLD = date(1996, 7, 24)
SENTENCES = (
    "Floods struck the valley {}.",
    "Fighting broke out {}.",
    "The toll rose to 400 {}.",
    "An estimated 1,875 people had died {}, after rivers burst their banks.",
    "Officials said {} that 2,000 had fled {}.",
    "The siege, which began {}, has cost 900 lives {}.",
    "Another 40 were wounded {}, up from 30 {}.",
    "At the dam, where a dike gave way {}, the death toll has reached 44, including 19 soldiers.",
    "The army plans to recruit 5,000 men {}.",
    "Of the 300 detained {}, 40 were freed {}.",
    "The number of dead stood at 33 {}.",
    "Twenty more died {} in an attack launched {}.",
    "In those floods 90 people died.",
    "Since then 70 have left.",
)
TIMES = (
    "on Friday", "on July 21", "by July 18", "as of July 18", "since July 21", "since late July",
    "by Monday", "until August", "by the end of September", "in May", "in the past four days",
    "between March and June", "on the night of July 1", "last year", "this summer", "until then",
    "so far this year", "since the fighting broke out", "already",
    "in the three days that followed",
)  # fmt: skip
TIME = st.sampled_from(TIMES)
TEXT = st.lists(st.tuples(st.sampled_from(SENTENCES), TIME, TIME), min_size=2, max_size=4)


def are_in_order(text):
    days = [(each.period_start, each.period_end) for each in extract_claims(text, TOLD)]
    return all(not (first and last) or first <= last for first, last in days)


@settings(max_examples=80, deadline=None)
@given(TEXT)
def test_no_claim_begins_after_it_ends(parts):
    assert are_in_order(" ".join(words.format(*times) for words, *times in parts))


@pytest.mark.parametrize(
    "text",
    [
        "Fighting broke out since July 21. The number of dead stood at 33 on July 1.",
        "Storms have raged since late July. In the south 1,875 had died by July 18.",
        "Another 40 were hurt by Monday, up from 30 on July 18. The toll was 120 on Friday.",
        "In 1995 30 were killed since Friday. The number of dead stood at 33 last year.",
        "Two fled in the three days that followed Sunday. Since then 70 have left.",
        "The war, which began today, killed 30. Officials said last year 2,000 had fled already.",
    ],
)
def test_what_began_later_is_no_beginning(text):
    assert extract_claims(text, TOLD)
    assert are_in_order(text)
