"""Small PDFs in, their sentences, pages and own data out."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.reports.pdf_files import PICTURE, pdf_of

from musterbook.claims.extract import extract_claims
from musterbook.reports.furniture import kept_spans
from musterbook.reports.marks import place_at
from musterbook.reports.read import read_report


def read(*pages, **facts):
    return read_report(pdf_of(*pages, **facts), "a.pdf")


def text_of(*pages, **facts):
    report, problems = read(*pages, **facts)
    assert problems == ()
    return report.text


def test_the_text_of_a_page_is_read():
    assert text_of(["About 3,000 people crossed", "the river."]) == (
        "About 3,000 people crossed\nthe river.\n"
    )


def test_words_broken_at_line_ends_are_mended():
    lines = ["About 3,000 refu-", "gees crossed, twenty-", "five of them, and 12-", "15 men fled."]
    assert text_of(lines) == (
        "About 3,000 refugees crossed, twenty-five of them, and 12-15 men fled.\n"
    )


def test_every_claim_has_its_page():
    report, _ = read(["Some 300 men fled.", "It rained."], [""], ["About 40 boys died on Monday."])
    claims = extract_claims(report.text)
    assert [(each.low, place_at(report.marks, each.start)) for each in claims] == [
        (300, "page 1"),
        (40, "page 3"),
    ]


def test_a_sentence_goes_on_over_the_page():
    text = text_of(["The army says that about 11,000"], ["soldiers died."], ["A new page."])
    assert text == "The army says that about 11,000\nsoldiers died.\n\nA new page.\n"
    text = text_of(["The army says that 11,000 sol-"], ["diers died."])
    assert text == "The army says that 11,000 soldiers died.\n"


PAGES = [
    ["The Monthly Review", f"It is the {day} day.", f"Then {men} men fled.", f"Page {n + 7} of 19"]
    for n, (day, men) in enumerate([("first", 40), ("last", 20), ("next", 90), ("other", 70)])
]


def test_running_heads_and_page_numbers_are_left_out():
    text = text_of(*PAGES)
    assert "Review" not in text
    assert "Page" not in text
    assert text.startswith("It is the first day.\nThen 40 men fled.\n\nIt is the last")


def test_a_bare_number_is_a_page_number_only_in_a_row():
    assert text_of(["Some 30 men fled.", "7"], ["More fled.", "8"]) == (
        "Some 30 men fled.\n\nMore fled.\n"
    )
    assert "300" in text_of(["The dead numbered", "300"], ["More fled than", "200"])


def test_two_pages_with_one_heading_keep_it():
    assert text_of(["The dead", "Ten men."], ["The dead", "Two boys."]).count("The dead") == 2


def test_pages_that_have_nothing_but_one_line_keep_it():
    assert text_of(*[["Ten men fled."]] * 3) == "Ten men fled.\n\nTen men fled.\n\nTen men fled.\n"
    pages = [["Ten men fled.", f"Page {number} of 3"] for number in (1, 2, 3)]
    assert text_of(*pages).count("Ten men fled.") == 3
    assert "Page" not in text_of(*pages)


def test_pages_that_have_nothing_but_their_numbers_have_no_text():
    report, (problem,) = read(["1"], ["2"], ["3"])
    assert (report, problem.code) == (None, "MB033")


def test_a_page_of_numbers_in_one_line_is_read_at_once():
    began = time.perf_counter()
    line = "1 2 3 " * 20_000
    assert kept_spans([line, f"{line}4"]) == [(0, len(line) - 1), (0, len(line) + 1)]
    assert time.perf_counter() - began < 5  # the square of it took 30


def test_a_page_of_pictures_has_no_text():
    report, problems = read(PICTURE)
    assert report is None
    assert [problem.code for problem in problems] == ["MB033"]


def test_pictures_between_pages_are_named_and_blank_pages_are_not():
    report, (problem,) = read(["Ten men fled."], PICTURE, [""], ["Two died."], PICTURE)
    assert report.text == "Ten men fled.\n\nTwo died.\n"
    assert (problem.code, problem.is_error) == ("MB033", False)
    assert problem.numbers == (("pages", "2, 5"),)


def test_a_locked_pdf_is_said_to_be_locked():
    report, (problem,) = read(["Ten men fled."], locked=True)
    assert report is None
    assert problem.code == "MB032"
    assert "password" in problem.says


@pytest.mark.parametrize(
    ("title", "taken"),
    [
        ("Strength of the contingent", "Strength of the contingent"),
        ("Microsoft Word - Strength of the contingent", "Strength of the contingent"),
        ("report_final2.docx", ""),
        ("Untitled", ""),
        ("", ""),
        ("12-34", ""),
        ("C:\\papers\\x", ""),
    ],
)
def test_a_title_is_taken_unless_it_is_a_files_name(title, taken):
    assert read(["Ten men fled."], title=title)[0].header.title == taken


@pytest.mark.parametrize("printed", ["2 September 2025", "Sept. 2, 2025", "2025-09-02"])
def test_a_day_is_taken_where_the_first_page_prints_it_too(printed):
    report, _ = read([f"Seoul, {printed}", "Ten men fled."], made="D:20250902101500+09'00'")
    assert report.header.published == date(2025, 9, 2)
    assert "first page" in report.header.dated


@pytest.mark.parametrize("made", ["D:20250902", "D:20251399", "yesterday", "D:00010101", ""])
def test_a_day_that_only_the_file_says_is_no_date_of_publication(made):
    header = read(["Seoul, 3 September 2025", "Ten men fled."], made=made)[0].header
    assert header.published is None
    assert header.made == (date(2025, 9, 2) if made == "D:20250902" else None)


SOUND = pdf_of(["Ten men fled."], ["More fled."], title="A title")


@given(st.integers(0, len(SOUND) - 1), st.binary(max_size=8))
def test_no_broken_pdf_raises(place, noise):
    for data in (SOUND[:place], SOUND[:place] + noise + SOUND[place + len(noise) :]):
        report, problems = read_report(data, "a.pdf")
        assert report is not None or problems
