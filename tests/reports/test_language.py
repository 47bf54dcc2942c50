"""Pages of short texts in many languages in, the language of each out."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musterbook.claims.extract import extract_claims
from musterbook.reports.language import language_of, only_english, parts_of
from musterbook.reports.read import read_report

PAGE = Path(__file__).parent / "languages.txt"


def texts():
    """Read the page: a language's name in brackets, under it one text a line."""
    language = ""
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            language = line.strip("[]")
        elif line and not line.startswith("#"):
            yield language, line


TEXTS = list(texts())
FOREIGN = [(language, text) for language, text in TEXTS if language != "English"]


def test_the_page_is_wide():
    assert len(TEXTS) > 75
    assert len({language for language, _ in TEXTS}) > 25


@pytest.mark.parametrize(("language", "text"), TEXTS)
def test_a_language_is_told_by_its_small_words(language, text):
    assert language_of(text) == language


@pytest.mark.parametrize(("language", "text"), FOREIGN)
def test_nothing_is_guessed_of_a_text_in_another_language(language, text):
    assert extract_claims(text) == ()
    report, (problem,) = read_report(text.encode(), "reports/a.txt")
    assert report is not None
    assert (problem.code, problem.is_error) == ("MB036", False)
    assert language in problem.says


ENGLISH = "The army said on Tuesday that 12 soldiers were killed and 30 wounded in the raid."
SPANISH = (
    "El ejército dijo el martes que 12 soldados murieron y 30 resultaron heridos en la emboscada"
    " que se produjo por la noche."
)


def test_of_a_text_in_two_languages_the_english_part_is_read():
    text = f"{SPANISH}\n\n{ENGLISH}\n\n15 muertos\n"
    found = extract_claims(text)
    assert [text[each.start : each.end] for each in found] == [each.quote for each in found]
    assert [each.low for each in found][:2] == [12, 30]
    report, (problem,) = read_report(text.encode(), "a.txt")
    assert report.text == text
    assert problem.says == (
        "57 % of this report is not in English (Spanish): no claims are read from there"
    )


def test_a_foreign_quotation_inside_english_hides_nothing():
    text = f"{ENGLISH} “Los soldados murieron en la emboscada”, he said, and 14 more fled."
    assert len(parts_of(text)) == 1
    assert [each.low for each in extract_claims(text)] == [12, 30, 14]


def test_a_short_line_goes_with_its_neighbours():
    text = f"15 muertos\n\n{SPANISH}\n\n12 heridos\n\n{ENGLISH}\n\n7 dead\n"
    assert [part.language for part in parts_of(text)] == ["Spanish"] * 3 + ["English"] * 2


def test_the_lines_of_a_wrapped_paragraph_are_judged_together():
    text = ENGLISH.replace(" ", "\n") + "\n\n" + SPANISH.replace(" ", "\n")
    assert [part.language for part in parts_of(text)] == ["English", "Spanish"]


@given(st.lists(st.sampled_from([ENGLISH, SPANISH, "\n", "\n\n", "12", "x" * 130]), max_size=8))
def test_blanking_moves_nothing(pieces):
    text = "".join(pieces)
    kept = only_english(text)
    if kept is not None:
        assert len(kept) == len(text)
        assert all(one in (other, " ") for one, other in zip(kept, text, strict=True))
        assert kept.count("\n") == text.count("\n")


def test_a_headline_alone_is_taken_as_english():
    assert language_of("Gunmen kill 12") == "English"
    assert language_of("") == "English"
