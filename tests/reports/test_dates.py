"""Texts in, the days they print out."""

from datetime import date

import pytest

from musterbook.reports.dates import dates_in


@pytest.mark.parametrize(
    "text",
    ["2 September 2025", "2nd Sept. 2025", "SEPTEMBER 2, 2025", "Sep 2 2025", "on 2025-09-02,"],
)
def test_a_day_is_read(text):
    assert dates_in(text) == (date(2025, 9, 2),)


@pytest.mark.parametrize("text", ["3/4/2025", "September 2025", "31 June 2025", "12025-09-021", ""])
def test_what_is_no_whole_day_is_none(text):
    assert dates_in(text) == ()
