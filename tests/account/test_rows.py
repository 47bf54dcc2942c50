"""Sentences on the left, the rows they become on the right: read the page beside this file."""

from pathlib import Path

import pytest
from tests.account.little import assumption, claim, little_case, printed

PAGE = Path(__file__).parent / "rows.txt"


def entries() -> list[tuple[str, str]]:
    blocks = PAGE.read_text(encoding="utf-8").split("\n\n")
    parted = (block.strip().partition("\n") for block in blocks if not block.startswith("#"))
    return [(head, tail) for head, _, tail in parted]


def said(head: str) -> list[str]:
    kind, _, sentence = head.partition(": ")
    if kind == "own":
        return printed(little_case(own=(assumption(sentence),)))
    return printed(little_case(claim(sentence)))


@pytest.mark.parametrize(("head", "expected"), entries())
def test_a_sentence_becomes_these_rows(head: str, expected: str) -> None:
    assert "\n".join(said(head)) == expected
