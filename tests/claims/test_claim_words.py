"""Texts in, the words a claim keeps of them out: its quote, whom it counts, and where."""

from datetime import date

import pytest

from musterbook.claims.extract import extract_claims


@pytest.mark.parametrize(
    ("text", "quote", "group", "place"),
    [
        (
            "The ministry said on Monday that 300 Somali refugees had crossed into Kenya.",
            "300 Somali refugees had crossed into Kenya",
            "Somali refugees",
            "Kenya",
        ),
        (
            "MOSCOW, Aug 20 (Agency) - Rebels killed at least 45 servicemen near Grozny.",
            "Rebels killed at least 45 servicemen near Grozny",
            "servicemen",
            "Grozny",
        ),
        (
            "The number of casualties among the Royal Guards has reached 600.",
            "The number of casualties among the Royal Guards has reached 600",
            "Royal Guards",
            None,
        ),
        (
            "In Peru 20 of the wounded miners died; nobody was blamed.",
            "In Peru 20 of the wounded miners died",
            "wounded miners",
            "Peru",
        ),
        ("There were 30 men, half of what was promised.", "There were 30 men", "men", None),
    ],
)
def test_a_claim_keeps_its_clause_its_people_and_its_place(text, quote, group, place):
    claim = extract_claims(text, date(2024, 5, 6))[0]
    assert (claim.quote, claim.group, claim.place) == (quote, group, place)


def test_each_of_two_numbers_is_quoted_without_the_other():
    first, second = extract_claims("The blast killed 31 miners and injured 12, officials said.")
    assert first.quote == "The blast killed 31 miners"
    assert second.quote == "injured 12"


def test_a_dateline_dates_nothing():
    text = "LIMA, March 14 (Agency) - Gunmen killed 12 peasants."
    assert extract_claims(text, date(2024, 5, 6))[0].period_end is None
