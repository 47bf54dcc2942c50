"""The lines a page was read into in, paragraphs and rows of tables out."""

import re
from collections.abc import Iterator
from typing import Final

from musterbook.reports.lines import leans_on

_BARS = re.compile(r"[|\s:-]+")
_ENDS = re.compile(r"[.!?:;”\"’)\]]\s*$")
_LONGEST_CELL: Final = 120  # characters; a longer one holds sentences: the table lays out a page


def in_paragraphs(lines: str) -> str:
    """Part paragraphs by a blank line; a line that goes on in the next, and rows, by a line end."""
    text, before = "", ""
    for line in _lines(lines):
        text += _between(before, line) + line
        before = line
    return text


def _lines(text: str) -> Iterator[str]:
    """Yield the lines; cells of a table that lays out the page are lines of their own."""
    for line in filter(str.strip, text.split("\n")):
        if "|" not in line:
            yield line
            continue
        cells = [cell for each in line.split("|") if (cell := each.strip())]
        if _BARS.fullmatch(line):  # | --- | --- |
            continue
        if _is_row(line, cells):
            yield f"| {' | '.join(cells)} |"
        elif len(cells) == 1 or not line.lstrip().startswith("|"):
            yield line.strip(" |")
        else:
            yield from cells


def _is_row(line: str, cells: list[str]) -> bool:
    is_barred = line.lstrip().startswith("|")
    return is_barred and len(cells) > 1 and max(map(len, cells)) <= _LONGEST_CELL


def _between(before: str, line: str) -> str:
    if not before:
        return ""
    both_rows = before.startswith("| ") and line.startswith("| ")
    goes_on = not _ENDS.search(before) and (line[0].islower() or leans_on(before))
    return "\n" if both_rows or goes_on else "\n\n"
