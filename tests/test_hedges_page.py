"""The examples of docs/reference/hedges.md in, whether the code reads them so out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from musterbook.core.quantity import VAGUE_TABLES, Bound, HedgeTable, hedge_interval

PAGE = Path(__file__).parents[1] / "docs" / "reference" / "hedges.md"


def rows(heading: str) -> list[list[str]]:
    """Give the cells of the table under a heading, its two head lines left out."""
    section = PAGE.read_text("utf-8").split(f"## {heading}\n")[1].split("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def number(text: str) -> float:
    return float(text.replace(" ", "").replace("−", "-").replace("∞", "inf"))


def said(text: str) -> tuple[float, float, Bound]:
    """Split `about 11 000` into its number, as both ends, and its word."""
    word, low, high = re.fullmatch(r"([a-z ]*?) ?([\d ]+?)(?: to ([\d ]+))?", text).groups()
    return number(low), number(high or low), Bound(word)


@pytest.mark.parametrize("row", rows("Words")[2:], ids=lambda row: row[0])
def test_words(row: list[str]) -> None:
    interval = hedge_interval(*said(row[0]), HedgeTable())
    assert (interval.low, interval.high) == (number(row[1]), number(row[2]))


@pytest.mark.parametrize("row", rows("Vague numbers")[2:], ids=lambda row: row[0])
def test_vague(row: list[str]) -> None:
    tables = rows("Vague numbers")[0][1:]
    shown = [tuple(number(end) for end in cell.split("–")) for cell in row[1:]]
    assert shown == [VAGUE_TABLES[table][row[0]] for table in tables]
