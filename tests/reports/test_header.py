"""The first lines of a text in, what they say of it out."""

from datetime import date

import pytest

from musterbook.claims.extract import extract_claims
from musterbook.reports.header import read_header


@pytest.mark.parametrize("said", ["2024-05-06", "on 2024-05-06.", "2024-05-06T23:10:00Z"])
def test_the_day_of_a_header_is_taken(said):
    assert read_header(f"DATE: {said}\n\nText").published == date(2024, 5, 6)


@pytest.mark.parametrize(
    "said", ["0001-01-01", "9999-12-31", "2024-02-30", "12024-05-06", "2024-05-067", "soon", ""]
)
def test_what_is_no_day_of_a_report_dates_none(said):
    text = f"DATE: {said}\n\nSome 300 men fled yesterday.\n"
    header = read_header(text)
    assert (header.published, text[header.body :].strip()) == (None, "Some 300 men fled yesterday.")
    (claim,) = extract_claims(text)
    assert (claim.low, claim.period_start) == (300, None)
