"""A page of sentences with what becomes of each goes in; the page as it should be comes out."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from pathlib import Path

from musterbook.claims.sentence import Sentence
from musterbook.core.problem import Phrase, Place, Problem
from musterbook.core.when import Period

HERE = Path(__file__).parent / "says"
EVENTS = {"the war began": Period(date(2022, 2, 24), date(2022, 2, 24))}
UNITS = {"battalion": (300.0, 800.0), "company": (80.0, 120.0)}
COLUMN = 9  # where the phrase stands in its line, so that columns are seen to be counted from it
EMPTY = "(empty)"


def phrase_of(text: str) -> Phrase:
    return Phrase("" if text == EMPTY else text, Place("claims/nis.yaml", 3, COLUMN))


def sentences_of(page: Path) -> list[str]:
    """List the sentences of a page, without remarks and without what is said of them."""
    lines = page.read_text("utf-8").splitlines()
    return [line for line in lines if line and not line.startswith(("#", " "))]


def rewritten(page: Path, said_of: Callable[[str], Iterable[str]]) -> str:
    """Write the page anew: remarks and sentences kept, what is said of them made again."""

    def lines() -> Iterator[str]:
        for line in page.read_text("utf-8").splitlines():
            if line.startswith(" "):
                continue
            yield line
            if line and not line.startswith("#"):
                yield from (f"    {each}" for each in said_of(line))

    return "".join(f"{line}\n" for line in lines())


def check_page(page: Path, said_of: Callable[[str], Iterable[str]]) -> None:
    """Compare a page with what it should be; UPDATE_EXPECTED=1 writes it instead."""
    should_be = rewritten(page, said_of)
    if os.environ.get("UPDATE_EXPECTED"):
        page.write_text(should_be, "utf-8")
    assert page.read_text("utf-8") == should_be


def numbers_of(sentence: Sentence) -> str:
    """Write how many, as a share of what, and which days a sentence means."""
    amount, when = sentence.amount, sentence.when
    number = f"{amount.low:.10g}"
    if amount.high != amount.low:
        number += f" to {amount.high:.10g}"
    if amount.of:
        number += f" of {amount.of} {amount.of_when.period or ''}".rstrip()
    if when.period is None:
        return number
    return f"{number}, {when.period.start} on" if when.is_open else f"{number}, {when.period}"


def words_of(problem: Problem, text: str) -> Iterator[str]:
    """Write a problem with the words it points at."""
    assert problem.place is not None
    assert problem.place.line == 3
    at = problem.place.column - COLUMN
    pointed = "" if text == EMPTY else text[at:]
    yield f"{problem.code} at `{pointed[:24]}`: {problem.says}"
    yield f"  {problem.fix}"
