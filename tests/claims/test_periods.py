"""Times as worded and a date of publication in, the days they name out."""

import re
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musterbook.claims.fold import fold
from musterbook.claims.times.periods import find_periods
from musterbook.claims.times.time_atoms import BEGINNINGS
from musterbook.claims.times.time_patterns import PATTERNS
from musterbook.core.when import Period

PUBLISHED = date(2025, 9, 2)  # a Tuesday
EVENTS = {"the war began": Period(date(2022, 2, 24), date(2022, 2, 24))}


def read(text, published=PUBLISHED):
    times = find_periods(fold(text), 0, len(text), published=published, events=EVENTS)
    return [(text[t.start : t.end], f"{t.first or ''} {t.last or ''}", t.sort) for t in times]


@pytest.mark.parametrize(
    ("text", "days", "sort"),
    [
        ("on Friday", "2025-08-29 2025-08-29", "closed"),
        ("on Tuesday", "2025-09-02 2025-09-02", "closed"),
        ("in April", "2025-04-01 2025-04-30", "closed"),
        ("in December", "2024-12-01 2024-12-31", "closed"),
        ("in January of this year", "2025-01-01 2025-01-31", "closed"),
        ("in September 2021", "2021-09-01 2021-09-30", "closed"),
        ("on August 23", "2025-08-23 2025-08-23", "closed"),
        ("on 5 October 1990", "1990-10-05 1990-10-05", "closed"),
        ("on Feb. 29, 2024", "2024-02-29 2024-02-29", "closed"),
        ("on Feb. 30, 2024", " ", "closed"),
        ("between 6 and 9 August", "2025-08-06 2025-08-09", "closed"),
        ("from January to June 2025", "2025-01-01 2025-06-30", "closed"),
        ("January–March 2025", "2025-01-01 2025-03-31", "closed"),
        ("in all of 2012", "2012-01-01 2012-12-31", "closed"),
        ("in the second quarter of 2025", "2025-04-01 2025-06-30", "closed"),
        ("Q2 2025", "2025-04-01 2025-06-30", "closed"),
        ("the first half of the year", "2025-01-01 2025-06-30", "closed"),
        ("in late 2024", "2024-09-01 2024-12-31", "closed"),
        ("in the summer of 2024", "2024-06-01 2024-08-31", "closed"),
        ("last week", "2025-08-25 2025-08-31", "closed"),
        ("this week", "2025-09-01 2025-09-02", "closed"),
        ("last month", "2025-08-01 2025-08-31", "closed"),
        ("next month", "2025-10-01 2025-10-31", "closed"),
        ("last year", "2024-01-01 2024-12-31", "closed"),
        ("during the past week", "2025-08-26 2025-09-02", "closed"),
        ("in the past 24 hours", "2025-09-01 2025-09-02", "closed"),
        ("over the last three months", "2025-06-02 2025-09-02", "closed"),
        ("three days ago", "2025-08-30 2025-08-30", "closed"),
        ("yesterday", "2025-09-01 2025-09-01", "closed"),
        ("when the war began", "2022-02-24 2022-02-24", "closed"),
        ("since the war began", "2022-02-24 2025-09-02", "since"),
        ("since mid-June", "2025-06-15 2025-09-02", "since"),
        ("until mid-July", " 2025-07-15", "until"),
        ("in mid-June", "2025-06-11 2025-06-20", "closed"),
        ("since autumn 2024", "2024-09-01 2025-09-02", "since"),
        ("since the start of 2025", "2025-01-01 2025-09-02", "since"),
        ("since the middle of 2025", "2025-07-01 2025-09-02", "since"),
        ("since the uprising began in March 2011", "2011-03-01 2025-09-02", "since"),
        ("over the last decade", "2015-09-02 2025-09-02", "closed"),
        ("a fortnight ago", "2025-08-19 2025-08-19", "closed"),
        ("in the recent five years", "2020-09-02 2025-09-02", "closed"),
        ("in recent years", " 2025-09-02", "closed"),
        ("in the late 1970s", "1977-01-01 1979-12-31", "closed"),
        ("since the 1980s", "1980-01-01 2025-09-02", "since"),
        ("since Christmas", "2024-12-25 2025-09-02", "since"),
        ("since dawn", "2025-09-02 2025-09-02", "since"),
        ("by year's end", " 2025-12-31", "till"),
        ("early in August", "2025-08-01 2025-08-10", "closed"),
        ("in the second week of August", "2025-08-08 2025-08-14", "closed"),
        ("in the second half of July 2024", "2024-07-16 2024-07-31", "closed"),
        ("in the last week of June", "2025-06-24 2025-06-30", "closed"),
        ("in the week ending 15 August", "2025-08-09 2025-08-15", "closed"),
        ("in the week to August 15", "2025-08-09 2025-08-15", "closed"),
        ("in the 12 months to July", "2024-08-01 2025-07-31", "closed"),
        ("on 15/3/2024", "2024-03-15 2024-03-15", "closed"),
        ("on 3.15.2024", "2024-03-15 2024-03-15", "closed"),
        ("on Sunday, August 17", "2025-08-17 2025-08-17", "closed"),
        ("on August 15 and 16", "2025-08-15 2025-08-16", "closed"),
        ("on Tuesday of last week", "2025-08-26 2025-08-26", "closed"),
        ("the day before yesterday", "2025-08-31 2025-08-31", "closed"),
        ("the week before last", "2025-08-18 2025-08-24", "closed"),
        ("earlier in the week", "2025-09-01 2025-09-02", "closed"),
        ("in less than 24 hours", "2025-09-01 2025-09-02", "closed"),
        ("in five weeks of fighting", "2025-07-29 2025-09-02", "closed"),
        ("in three days of clashes", "2025-08-30 2025-09-01", "closed"),
        ("the next day", " ", "shifted"),
        ("two weeks later", " ", "shifted"),
        ("from the second half of 2025 onwards", "2025-07-01 2025-09-02", "since"),
        ("by the end of 2024", " 2024-12-31", "until"),
        ("before last summer", " 2025-06-01", "until"),
        ("as of June 1, 2025", "2025-06-01 2025-06-01", "as of"),
        ("to date", "2025-09-02 2025-09-02", "now"),
        ("at that time", " ", "same"),
        ("the year before", " ", "shifted"),
    ],
)
def test_a_wording_names_its_days(text, days, sort):
    assert read(f"{text}, they said") == [(text, days, sort)]


@pytest.mark.parametrize("text", ["soldiers march on", "they may go", "10,000 men", "section 2.5"])
def test_words_that_only_look_like_times(text):
    assert read(text) == []


@pytest.mark.parametrize("text", ["on Friday", "in April", "last week", "two years ago", "to date"])
def test_without_a_publication_nothing_is_dated(text):
    ((_, days, _),) = read(text, published=None)
    assert days == " "


@given(st.dates(date(1950, 1, 1), date(2090, 1, 1)))
def test_a_weekday_is_the_last_one_not_after_the_publication(published):
    ((_, days, _),) = read("on Sunday", published)
    day = date.fromisoformat(days.split()[0])
    assert day.weekday() == 6
    assert 0 <= (published - day).days < 7


@given(
    st.dates(date(1900, 1, 1), date(2099, 12, 31)),
    st.sampled_from(["%d %B %Y", "%B %d, %Y", "%Y-%m-%d"]),
)
def test_a_full_date_needs_no_publication(day, form):
    text = f"on {day.strftime(form)}, so"
    ((_, days, _),) = read(text, published=None)
    assert days == f"{day} {day}"


@given(st.text(alphabet="0123456789 -/,.aeghlnorstuyjfm", max_size=60), st.dates())
def test_no_words_whatever_raise(text, published):
    for _, days, _ in read(text, published):
        first, last = days.split(" ")
        assert not (first and last) or first <= last


PAGES = sorted((Path(__file__).parent / "extraction").iterdir())


WORDINGS = """
the recent weeks; the past year; the previous month; the current fiscal year; the following Monday
the coming week; the next few days; the turn of the century; the space of two days; the mid-1990s
the twenty-second of May; the 4th of June; the first half of May; the three weeks to 4 May
the financial year 2020; the year that ended in March; the end of the year; the early 1990s
the autumn of 1999; the day before yesterday; a dozen years ago; a year ago; an hour ago
a straight week of fighting; 12 consecutive weeks of fighting; 3 years of war; 1990s; 3/4/2020
2020-03-04; 2017-18; 4 – 6 May; 4 to 6 May; 12th May; 3 May; 7 hours ago; 2 decades ago; 1999
a few days of fighting; a weekend
""".replace("\n", ";").split(";")


def times_and_beginnings():
    times = "|".join(re.sub(r"[(][?]P<[a-z0-9]+>", "(?:", each) for each in PATTERNS.values())
    return re.compile(rf"(?<![\w$€£.,-])(?:{times})(?!\w|[.,]\d)"), re.compile(BEGINNINGS)


@pytest.mark.parametrize("words", [each.strip() for each in WORDINGS if each.strip()])
def test_a_wording_begins_as_what_is_looked_at_first_says(words):
    times, begins = times_and_beginnings()
    assert times.match(words.lower())
    assert begins.match(words.lower())


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_time_begins_as_what_is_looked_at_first_says(page):
    times, begins = times_and_beginnings()
    text = fold(page.read_text("utf-8"))
    for time in times.finditer(text):
        assert begins.match(text, time.start()), time[0]


def test_a_day_of_may_is_one_before_a_verb_too():
    assert read("men taken on 3 May have returned") == [
        ("on 3 May", "2025-05-03 2025-05-03", "closed")
    ]
    assert read("but 3 may have died") == []
