"""A report and one proposal in, the claim it makes or the reason for its rejection out."""

from __future__ import annotations

import pytest
from tests.claims.proposer.asking import BARGE, TEXT, added, proposal, read, reason

from musterbook.claims.extract import extract_claims, read_desk
from musterbook.claims.lexicon_own import Lexicon
from musterbook.claims.proposer.evidence import Evidence
from musterbook.claims.proposer.nouns import Json


@pytest.mark.parametrize(
    "changes",
    [
        {"low": 1200, "high": 1200},
        {"low": 11_000, "high": 11_000},
        {"low": 100, "high": 100},
        {"low": 1100, "high": 1101},
        {"low": None, "high": None},
        {"low": 1e11, "high": 1e11},
        {"high": None},
        {"low": None},
        {"bound": "more than"},
        {"quote": "The old fort houses", "low": 1100},
        {"quote": "fort houses 1", "low": 1, "high": 1},
    ],
)
def test_another_number_than_the_text_has_is_rejected(changes: Json) -> None:
    assert "its number is not in its quote as the text has it" in reason(proposal(**changes))


def test_digits_within_a_number_are_no_number() -> None:
    text = "The old fort houses 11,100 oblates and the new one 3,200 of them.\n"
    said = proposal(quote="1,100 oblates", low=1100, high=1100)
    assert "is not in" in reason(said, text=text)
    assert "is not in" in reason(said | {"quote": "100 oblates", "low": 100, "high": 100})
    whole = said | {"quote": "100 oblates", "low": 11_100, "high": 11_100}
    assert "its number" in reason(whole, text=text)


def test_bound_words_beside_the_quote_are_the_numbers_own() -> None:
    text = "The fort on the hill houses more than 1,100 oblates.\n"
    closed = proposal(quote="1,100 oblates")
    assert "“more than 1,100”" in reason(closed, text=text)
    claim = added(closed | {"high": None}, text=text)
    assert (claim.low, claim.high, claim.bound) == (1100, None, "more than")


def test_the_hedge_is_the_texts_not_the_models() -> None:
    text = "The fort on the hill houses nearly 1,100 oblates.\n"
    assert added(proposal(quote="1,100 oblates", bound="about"), text=text).bound == "nearly"


def test_shares_are_taken_as_said_in_either_form() -> None:
    quote = "Some 40 per cent of the villagers have fled"
    for low in (40, 0.4):
        reading = read(proposal(quote=quote, low=low, high=low, unit="fraction", counted="fled"))
        assert reading.problems == ()
        [claim] = [each for each in reading.claims if "40 per cent" in each.surface]
        assert (claim.low, claim.unit) == (0.4, "fraction")


def test_a_vague_word_needs_no_digits_and_takes_none() -> None:
    said = proposal(quote="Dozens of them are ill", low=None, high=None, counted="affected")
    assert read(said).problems == ()
    assert "its number" in reason(said | {"low": 30, "high": 30})


@pytest.mark.parametrize(
    "quote",
    [
        "The new fort houses 1,100 oblates",
        "The old fort houses 1,200 oblates",
        "the old fort houses 1,100 oblates",
        "he old fort houses 1,100 oblate",
        "You mark head counts in a news report",
        "DATE: 2026-02-17",
    ],
)
def test_words_that_are_not_in_the_report_are_rejected(quote: str) -> None:
    assert "its quote is not in the report" in reason(proposal(quote=quote))


def test_spaces_quotes_and_dashes_may_differ() -> None:
    text = "The “old”\nfort—the big one—houses 1,100\u00a0oblates.\n"
    said = proposal(quote='The "old" fort-the big one-houses 1,100 oblates')
    assert added(said, text=text).quote == text.strip(".\n")


def test_the_same_number_proposed_twice_is_taken_once() -> None:
    reading = read(BARGE, BARGE, BARGE | {"counted": "rescued"})
    assert ["its number was proposed before" in each.says for each in reading.problems] == [
        True
    ] * 2
    assert len(reading.claims) == len(extract_claims(TEXT)) + 1


def test_the_same_words_in_two_places_are_two_claims() -> None:
    text = "The fort houses 1,100 oblates. It rained. The mill houses 1,100 oblates.\n"
    said = proposal(quote="houses 1,100 oblates")
    places = {each.start for each in read(said, said, text=text).claims}
    assert places == {text.index("houses"), text.rindex("houses")}


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"time": "in June 2025"}, "its time “in June 2025” is not in the report"),
        ({"time": "2025-06-01"}, "its time “2025-06-01” is not in the report"),
        ({"by": ["Reuters"]}, "its source “Reuters” is not in the report"),
        ({"by": ["the ministry", "Putin"]}, "its source “Putin” is not in the report"),
        ({"kind": "stock"}, "its `kind` is no known word: stock"),
        ({"stance": "true"}, "its `stance` is no known word: true"),
        ({"unit": "soldiers"}, "its `unit` is no known word: soldiers"),
        ({"counted": "eaten"}, "its `counted` is no known word: eaten"),
        ({"bound": "circa"}, "its `bound` is no known word: circa"),
        ({"per": "fortnight"}, "its `per` is no known word: fortnight"),
        ({"unit": "battalion"}, "it counts in `battalion`, which its quote does not say"),
        ({"kind": "rate", "per": "month"}, "its rate is per a unit of time"),
        ({"kind": "rate"}, "its rate is per a unit of time"),
    ],
)
def test_every_word_a_model_gives_is_checked(changes: Json, why: str) -> None:
    assert why in reason(proposal(**changes))


def test_a_rate_stands_where_the_sentence_names_its_unit() -> None:
    text = "The ferry takes 350 oblates over daily, and more in summer.\n"
    said = proposal(quote="350 oblates", low=350, high=350, kind="rate", per="day")
    assert (added(said, text=text).kind, added(said, text=text).per) == ("rate", "day")
    assert "its rate" in reason(said | {"per": "week"}, text=text)


@pytest.mark.parametrize(
    "text",
    [
        "The fort on the hill burnt 12 tankers on the road.\n",
        "The fort on the hill cost $12 million to build.\n",
        "The fort on the hill stood for 12 months.\n",
        "The fort on the hill was built for boys aged 12 and over.\n",
    ],
)
def test_what_counts_no_people_is_rejected(text: str) -> None:
    value = 12e6 if "million" in text else 12
    said = proposal(quote=text.strip(".\n"), low=value, high=value)
    assert reason(said, text=text)


def test_words_of_a_time_that_no_calendar_reads_leave_the_days_open() -> None:
    text = "After the great flood the fort housed 1,100 oblates.\n"
    claim = added(proposal(quote="1,100 oblates", time="After the great flood"), text=text)
    assert (claim.period_start, claim.period_end) == (None, None)
    assert claim.time_text == "After the great flood"
    assert claim.rule == "llm:m+quote+number+undated time"


def test_a_model_cannot_assert_what_the_text_denies() -> None:
    said = proposal(
        quote="70 clerks had been killed", low=70, high=70, counted="killed", kind="change"
    )
    text = "The council denied that 70 stewards-elect had gone.\n"
    claim = added(said | {"quote": "70 stewards-elect had gone", "counted": "fled"}, text=text)
    assert claim.stance == "denied"
    assert "denied" not in read(said).problems


def test_a_case_may_add_words_to_choose_from() -> None:
    own = Lexicon(happenings=("shorn ; loss ; shear+ | | shorn",))
    text = "The abbot had 350 oblates shorn.\n"
    said = proposal(quote="350 oblates shorn", low=350, high=350, counted="shorn", kind="change")
    assert "no known word" in read(said, text=text).problems[0].says
    assert read(said, text=text, lexicon=own).problems == ()


def test_a_quote_of_a_report_that_would_steer_a_terminal_is_rejected() -> None:
    text = "The old \x1b[31mfort houses 1,100 oblates.\n"
    said = proposal(quote="old \x1b[31mfort houses 1,100 oblates")
    assert "control characters" in reason(said, text=text)


def test_a_unit_stands_in_its_quote_as_a_whole_word() -> None:
    said = proposal(quote="claimed the 1,100", unit="claim")
    assert "counts in `claim`" in reason(said, text="The fort claimed the 1,100 it had lost.\n")
    for quote in ("The claims came to 1,100", "Of families it had 1,100"):
        text = f"{quote} by the spring.\n"
        unit = "claim" if "claims" in quote else "family"
        assert added(proposal(quote=quote, unit=unit), text=text).unit == unit


def test_a_place_is_sought_on_both_sides_of_a_number_however_often_its_words_stand_before() -> None:
    before = "On Monday it rained. " * 60
    text = f"{before}\n\nThe old fort houses 1,100 oblates on Monday, 3 March 2025.\n" + before
    read_it = read_desk(text)
    assert read_it is not None
    evidence = Evidence.of(read_it[0])
    near = text.index("1,100")
    starts = [start for start, _ in evidence.places("Monday", near)]
    assert starts[0] == text.index("Monday", near)
    assert starts[50] == text.rindex("Monday", 0, near)
    assert len(starts) == 100
