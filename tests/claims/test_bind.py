"""Claims as text and the measures of a case in, the measure and its sentence out."""

from datetime import date

import pytest

from musterbook.claims.bind import MeasureWords, bind, with_binding
from musterbook.claims.extract import extract_claims
from musterbook.claims.says.says import parse_sentence
from musterbook.core.problem import Phrase, Place

MEASURES = (
    MeasureWords("present", ("stationed", "in the theatre"), "stock"),
    MeasureWords("remaining", ("remaining", "still there"), "stock"),
    MeasureWords("killed", (), "stock"),
    MeasureWords("casualties", ("casualties", "losses"), "total"),
    MeasureWords("kill", ("killed", "dead"), "total"),
    MeasureWords("returned", (), "total"),
    MeasureWords("deploy", ("sent", "dispatched"), "total"),
    MeasureWords("sign", ("recruits", "signed up"), "total"),
)
PUBLISHED = date(2026, 2, 16)


def bound(text, measures=MEASURES):
    claims = extract_claims(text, PUBLISHED)
    assert len(claims) == 1
    return bind(claims[0], measures)


@pytest.mark.parametrize(
    ("text", "measure", "says"),
    [
        (
            "About 11,000 soldiers are still remaining there today.",
            "remaining",
            "remaining about 11 000 on 2026-02-16",
        ),
        (
            "Casualties have reached 6,000 to date.",
            "casualties",
            "casualties reached 6 000 by 2026-02-16",
        ),
        (
            "Only about 1,100 soldiers have returned since October 2024.",
            "returned",
            "returned about 1 100 since 2024-10-01 to 2026-02-16",
        ),
        (
            "More than 600 soldiers were killed in January 2026.",
            "kill",
            "kill more than 600 in 2026-01",
        ),
        (
            "Between 10,000 and 12,000 troops were sent in the second half of 2024.",
            "deploy",
            "deploy 10 000 to 12 000 in 2024-H2",
        ),
        (
            "Some 30,000 recruits a month signed up in 2025.",
            "sign",
            "sign about 30 000 per month in 2025",
        ),
        ("Dozens of soldiers died on 3 March 2025.", "kill", "kill dozens in 2025-03-03"),
        ("Nobody was killed in January.", "kill", "kill none in 2026-01"),
        (
            "Some 3,000 troops were sent to the front in January.",
            "deploy",
            "deploy about 3 000 in 2026-01",
        ),
    ],
)
def test_a_claim_is_bound_by_its_words_and_kind(text, measure, says):
    binding = bound(text)
    assert (binding.measure, binding.says) == (measure, says)
    sentence, problems = parse_sentence(Phrase(says, Place("x")), {})
    assert problems == ()
    assert sentence is not None


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("Half of the soldiers were killed in January.", "kill"),
        ("Pyongyang plans to send 6,000 soldiers next month.", "deploy"),
        ("Some 600 soldiers were killed.", "kill"),
    ],
)
def test_no_sentence_for_shares_plans_and_unstated_times(text, measure):
    binding = bound(text)
    assert (binding.measure, binding.says) == (measure, None)


def test_what_fits_nothing_is_bound_to_none_with_the_reason():
    assert bound("Some 3,000 refugees crossed the river today.").measure is None
    stock = (MeasureWords("returned", (), "stock"),)
    assert "not said of a stock" in bound("1,100 soldiers returned on Friday.", stock).reason


def test_two_that_fit_equally_well_are_none():
    twins = (
        MeasureWords("dprk.kill", ("killed",), "total", ("North Korean",)),
        MeasureWords("ru.kill", ("killed",), "total", ("Russian",)),
    )
    assert bound("Some 600 soldiers were killed in January.", twins).measure is None
    named = bound("Some 600 North Korean soldiers were killed in January.", twins)
    assert named.measure == "dprk.kill"


def test_a_claim_can_carry_its_binding():
    claim = extract_claims("Casualties have reached 6,000 to date.", PUBLISHED)[0]
    assert (
        with_binding(claim, MEASURES).to_json()["says"] == "casualties reached 6 000 by 2026-02-16"
    )


def test_a_word_that_means_another_thing_there_binds_to_nothing():
    assert bound("About 1,200 troops were sent home in January.").measure is None
