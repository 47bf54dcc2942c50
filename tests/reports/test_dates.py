"""Texts in, the days they print out."""

from datetime import date

import pytest

from musterbook.reports.dates import dates_in, machine_day


@pytest.mark.parametrize(
    "text",
    ["2 September 2025", "2nd Sept. 2025", "SEPTEMBER 2, 2025", "Sep 2 2025", "on 2025-09-02,"],
)
def test_a_day_is_read(text):
    assert dates_in(text) == (date(2025, 9, 2),)


@pytest.mark.parametrize("text", ["3/4/2025", "September 2025", "31 June 2025", "12025-09-021", ""])
def test_what_is_no_whole_day_is_none(text):
    assert dates_in(text) == ()


@pytest.mark.parametrize(
    "said", ["2025-09-02T23:10:00+02:00", " 2025-09-02", "20250902", "20250902Z"]
)
def test_a_day_a_machine_wrote_is_read(said):
    assert machine_day(said) == date(2025, 9, 2)


@pytest.mark.parametrize(
    "said", ["0001-01-01", "1710121234", "2010121234", "2025-0902", "99991231"]
)
def test_what_a_machine_wrote_for_want_of_a_day_is_none(said):
    assert machine_day(said) is None
