"""Pages of small texts in, the claims written under each out."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musterbook.claims.extract import extract_claims

PAGES = sorted((Path(__file__).parent / "extraction").glob("*.txt"))


def pages():
    """Load the reader of pages that lies beside this file."""
    import importlib.util
    import sys

    name = "musterbook_extraction_pages"
    if name not in sys.modules:
        spec = importlib.util.spec_from_file_location(
            name, Path(__file__).parent / "extraction_pages.py"
        )
        sys.modules[name] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(sys.modules[name])
    return sys.modules[name]


CASES = [
    pytest.param(text, expected, id=f"{page.stem}: {text[:50]}")
    for page in PAGES
    for text, expected in pages().read_page(page)
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_each_text_makes_the_claims_under_it(text, expected):
    assert pages().found(text) == expected


def test_the_pages_are_not_empty():
    assert len(CASES) > 60


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_holds_what_would_be_written_anew(page):
    """With UPDATE_EXPECTED=1 the page is written; read the difference before it is kept."""
    lines = []
    for line in page.read_text(encoding="utf-8").splitlines():
        if not line.startswith("    "):
            lines.append(line)
            if line.strip() and not line.startswith("#"):
                lines += [f"    {claim}" for claim in pages().found(line.replace("\\n", "\n"))]
    anew = "\n".join(lines) + "\n"
    if os.environ.get("UPDATE_EXPECTED"):
        page.write_text(anew, encoding="utf-8")
    assert page.read_text(encoding="utf-8") == anew


WORDS = st.sampled_from(
    ["", "about", "more than", "12", "3,000", "half", "of the", "soldiers", "people", "were killed",
     "said", "on Friday", "and", ",", ".", "\n\n", "between", "5-6", "the army", "“", "”", "to",
     "%", "dozens", "no one", "a", "officer", "including", "since", "2024", "(", ")",
     "ﬁ", "İ", "\u2009"]
)  # fmt: skip


@given(st.lists(WORDS, max_size=40).map(" ".join))
def test_whatever_the_words_every_quote_is_where_it_says(text):
    for claim in extract_claims(text, date(2024, 5, 6)):
        assert text[claim.start : claim.end] == claim.quote
        assert claim.low is not None or claim.high is not None
        assert claim.surface in text
        assert claim.quote.strip()


@given(st.text(max_size=200))
def test_no_text_whatever_raises_and_the_same_text_gives_the_same(text):
    assert extract_claims(text) == extract_claims(text)


def test_offsets_count_from_the_start_of_a_file_with_a_header():
    text = "URL: https://a.example/500-soldiers\nDATE: 2024-05-06\n\nToday 30 soldiers died.\n"
    (claim,) = extract_claims(text)
    assert text[claim.start : claim.end] == "Today 30 soldiers died"
    assert claim.period_start == date(2024, 5, 6)


def test_json_has_the_fields_of_the_interface_in_their_order():
    (claim,) = extract_claims("About 300 people died on 5 May 2024.")
    assert list(claim.to_json()) == [
        "quote", "start", "end", "low", "high", "bound", "surface", "unit", "counted", "group",
        "place", "kind", "per", "time_text", "period_start", "period_end", "by", "hedged",
        "stance", "derived", "rule", "measure", "says",
    ]  # fmt: skip
    assert claim.to_json()["low"] == 300
    assert claim.to_json()["period_end"] == "2024-05-05"
