"""A year and a feast's name in, the day it falls on out."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musterbook.claims.times.time_feasts import easter, feast


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("easter sunday", date(1961, 4, 2)),
        ("easter sunday", date(1998, 4, 12)),
        ("easter sunday", date(2000, 4, 23)),
        ("good friday", date(2016, 3, 25)),
        ("whit monday", date(2025, 6, 9)),
        ("thanksgiving", date(2024, 11, 28)),
        ("thanksgiving day", date(2018, 11, 22)),
        ("boxing day", date(2004, 12, 26)),
    ],
)
def test_feasts_fall_on_the_days_that_almanacs_give(name, day):
    assert feast(name, day.year) == day


def moon_of_march(year: int) -> date:
    """Reckon Easter by the tables of epacts, another way than the program's."""
    golden = year % 19 + 1
    century = year // 100 + 1
    solar, lunar = 3 * century // 4 - 12, (8 * century + 5) // 25 - 5
    epact = (11 * golden + 20 + lunar - solar) % 30
    epact += (epact == 25 and golden > 11) or epact == 24
    moon = 44 - epact
    moon += 30 if moon < 21 else 0
    full = date(year, 3, 1) + timedelta(days=moon - 1)
    return full + timedelta(days=7 - (full.weekday() + 1) % 7)


@given(st.integers(1583, 4000))
def test_easter_is_the_sunday_after_the_moon_of_march(year):
    assert easter(year) == moon_of_march(year)
