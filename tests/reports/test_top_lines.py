"""The first lines of texts in, the headline and the day they print out."""

import pytest

from musterbook.reports.header import read_header
from musterbook.reports.top_lines import headline, printed_day

BODY = "\n\nTwelve people were killed on 3 January 2026 in the town, the office said.\n"


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("KESH, 17 Feb 2026 - Twelve people were killed, the office said.", "2026-02-17"),
        ("WASHINGTON, Oct. 2, 2025 -- Some 300 men fled.", "2025-10-02"),
        ("NEW YORK (AP), Tuesday, 4 June 2026: Some 300 men fled.", "2026-06-04"),
        ("Published 4 June 2026", "2026-06-04"),
        ("Last updated on Thursday, 4 June 2026, 10:33 GMT", "2026-06-04"),
        ("By A. Writer, 4 June 2026", "2026-06-04"),
        ("12 July 2025", "2025-07-12"),
        ("(2025-07-12)", "2025-07-12"),
        ("On 12 July 2025 some 300 men fled.", None),
        ("12 July 2025 was a day on which some three hundred men fled.", None),
        ("Ceasefire of 12 July 2025 holds", None),
        ("KESH, 17 Feb 2026 was the worst day of all.", None),
        ("July 2025", None),
        ("30 February 2026", None),
        ("", None),
    ],
)
def test_the_day_a_text_prints_of_itself(line: str, day: str | None) -> None:
    for text in (line + BODY, f"Quake kills twelve\n\n{line}{BODY}"):
        found = printed_day(text)
        assert (found and str(found.day)) == day
        if found:
            assert found.words in line


def test_a_day_far_down_is_not_the_texts() -> None:
    assert printed_day("Some men fled.\n" * 20 + "12 July 2025\n") is None


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"Quake kills twelve{BODY}", "Quake kills twelve"),
        ("# Quake kills twelve #\nIn the town.\n", "Quake kills twelve"),
        ("Quake kills twelve\n==================\nIn the town.\n", "Quake kills twelve"),
        (f"DATE: 2026-01-04\nQuake kills twelve{BODY}", "Quake kills twelve"),
        ("Quake kills twelve\nin the town.\n", ""),
        ("Quake kills twelve\n", ""),
        (f"Twelve were killed.{BODY}", ""),
        (f"By A. Writer{BODY}", ""),
        (f"12 July 2025{BODY}", ""),
        (f"***{BODY}", ""),
        ("", ""),
    ],
)
def test_the_headline_of_a_text(text: str, title: str) -> None:
    header = read_header(text)
    assert header.title == headline(text, header.body) == title


@pytest.mark.parametrize(
    ("line", "misdated"),
    [("2026-02-30", "2026-02-30"), ("17 February", "17 February"), ("2026-02-17", ""), ("", "")],
)
def test_a_day_that_is_none_is_kept_to_be_told(line: str, misdated: str) -> None:
    assert read_header(f"DATE: {line}\nSome 300 men fled.\n").misdated == misdated
