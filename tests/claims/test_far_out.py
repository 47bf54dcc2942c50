"""Texts that no reporter writes are read to the end: long rows of times, numbers past all dates."""

from datetime import date, timedelta

import pytest

from musterbook.claims.extract import extract_claims
from musterbook.claims.times import event_days
from musterbook.claims.times.date_spans import back_from, neighbour

TOLD = date(2020, 1, 1)
BEYOND = (
    "12 people died {} days after the coup.",
    "In the first {} days of the fighting 12 people were killed.",
    "Within {} months 12 people died.",
    "Some {} years later 12 people died.",
    "The fighting began on 5 May 2001. In the first {} days of the fighting 12 people died.",
    "The siege entered its {}th day on Thursday. 12 people have been killed in the siege.",
    "A {}-day siege that ended on Friday killed 12 people.",
    "On Sunday, {} weeks after the earthquake, 12 people had died.",
    "The blast came {} weeks after gunmen killed 12 people.",
    "On Friday police said 12 people had died in the past {} decades.",
    "In the past {} years 900 came. The week before 12 people died.",
)
MANY = 1_500  # sentences; Python follows a thousand calls, one through the other


@pytest.mark.parametrize("number", ["99999", "9999999", "a million", "9" * 5_000])
@pytest.mark.parametrize("text", BEYOND)
def test_what_lies_beyond_the_calendar_is_read(text, number):
    for told in (TOLD, None):
        assert any(each.low == 12 for each in extract_claims(text.format(number), told))


@pytest.mark.parametrize("told", [date(2, 1, 1), date(2, 3, 1), date(9998, 12, 31)])
def test_years_at_the_ends_of_the_calendar_are_stepped_through(told):
    text = "Late last month 40 left. 12 who were held since February of that year are free."
    assert extract_claims(text, told)


@pytest.mark.parametrize("step", ["week", "month", "quarter", "year"])
def test_at_the_ends_of_the_calendar_a_neighbour_is_the_last_whole_one_or_the_first(step):
    assert neighbour(step, date.min, -2) == neighbour(step, date.min, 0)
    assert neighbour(step, date.max, 1) == neighbour(step, date.max, 0)


@pytest.mark.parametrize("unit", ["day", "week", "month", "year", "decade"])
def test_beyond_the_calendar_is_its_last_day_or_its_first(unit):
    assert back_from(TOLD, 10**10, unit) == date.min
    assert back_from(TOLD, -(10**10), unit) == date.max


def test_a_capital_whose_small_letter_is_two_is_read():
    (claim,) = extract_claims("Pol\u0130ce said 1,200 had fled last week.", TOLD)
    assert claim.low == 1_200


def test_vague_words_begin_a_range():
    (claim,) = extract_claims("Dozens to 40 people were killed.")
    assert (claim.low, claim.high) == (24, 40)


def test_a_day_counts_from_the_last_of_a_long_row():
    text = f"On 5 May 2001 they left. {'The next day they rested. ' * MANY}"
    (claim,) = extract_claims(f"{text}The next day 12 people died.", TOLD)
    assert claim.period_end == date(2001, 5, 6) + timedelta(days=MANY)


def test_events_dated_by_the_days_since_are_looked_for_once(monkeypatch):
    looked = []
    days_after = event_days._days_after
    monkeypatch.setattr(
        event_days, "_days_after", lambda desk, at: looked.append(at) or days_after(desk, at)
    )
    extract_claims("12 men left two days after the coup. " * 20, TOLD)
    assert len(looked) == len(set(looked)) > 0


@pytest.mark.parametrize("told", [date.min, date.max, date(9999, 12, 20)])
def test_no_time_is_reckoned_from_the_ends_of_the_calendar(told):
    text = "A further 40 will leave by Sunday and 12 fled last week."
    assert [each.period_end for each in extract_claims(text, told)] == [None, None]
