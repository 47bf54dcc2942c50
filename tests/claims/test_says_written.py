"""Every sentence written in the docs and the cases of this project in; that it parses, out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.claims.says_pages import EVENTS, UNITS, phrase_of

from musterbook.account.expression_parser import parse_expression, print_expression
from musterbook.case.load import load_case
from musterbook.claims.says.says import parse_sentence, print_sentence
from musterbook.core.problem import Phrase
from musterbook.core.records import Case

REPOSITORY = Path(__file__).parents[2]
CASES = sorted(
    path.parent
    for top in ("examples", "tests/cases")
    for path in REPOSITORY.glob(f"{top}/*/case.yaml")
)
ROW = re.compile(r"^\| `([^`]+)` \|", re.MULTILINE)


def documented() -> list[str]:
    """List the sentences of the reference, which stand first in the rows of one table."""
    page = (REPOSITORY / "docs/reference/says.md").read_text("utf-8")
    section = page.partition("## Sentences, and what they mean")[2].partition("\n## ")[0]
    return ROW.findall(section)


def sentences_of(case: Case) -> Iterator[Phrase]:
    yield from (each.says for each in case.claims if each.says is not None)
    yield from (each.says for account in case.accounts for each in account.assumptions)
    yield from (each for hypothesis in case.board.hypotheses for each in hypothesis.expects)


def expressions_of(case: Case) -> Iterator[Phrase]:
    for account in case.accounts:
        yield from (text for each in account.measures for text in each.readings.values())
        yield from (each.expression for each in account.rules)


def case_in(folder: Path) -> Case:
    case = load_case(folder).case
    assert case is not None
    return case


def test_there_is_something_to_read() -> None:
    assert len(documented()) > 5
    assert len(CASES) > 5


@pytest.mark.parametrize("text", documented())
def test_what_the_reference_shows_is_canonical(text: str) -> None:
    sentence, problems = parse_sentence(phrase_of(text), EVENTS, UNITS)
    assert problems == ()
    assert print_sentence(sentence) == text


@pytest.mark.parametrize("folder", CASES, ids=lambda path: path.name)
def test_sentences_of_a_case_are_canonical(folder: Path) -> None:
    case = case_in(folder)
    for phrase in sentences_of(case):
        sentence, problems = parse_sentence(phrase, case.events, case.units)
        assert problems == ()
        assert print_sentence(sentence) == " ".join(phrase.text.split())


@pytest.mark.parametrize("folder", CASES, ids=lambda path: path.name)
def test_expressions_of_a_case_are_canonical(folder: Path) -> None:
    for phrase in expressions_of(case_in(folder)):
        expression, problems = parse_expression(phrase)
        assert problems == ()
        assert print_expression(expression) == " ".join(phrase.text.split())
