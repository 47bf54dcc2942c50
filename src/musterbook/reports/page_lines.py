"""The text read from a page and the page's source in, the line each paragraph stands on out.

A paragraph is found by its first words, in order of the page; one that is not found so has none.
"""

import re
from bisect import bisect_left, bisect_right
from itertools import accumulate
from typing import Final

from musterbook.reports.marks import Mark
from musterbook.reports.tags import text_of
from musterbook.reports.visible import shown

_WORD = re.compile(r"\w+")
_PARAGRAPH = re.compile(r"[^\n]+")
_RUN: Final = 4  # words; four in a row seldom come twice
_LONG: Final = 400  # characters of a line beyond which its number alone says little
_LARGEST: Final = 1_000_000  # characters of source; a larger page has no lines worth a look


def line_marks(text: str, page: str) -> tuple[Mark, ...]:
    """Give for each paragraph where its first words stand in the source."""
    if len(page) > _LARGEST:
        return ()
    words, places = _words_of(page)
    runs: dict[tuple[str, ...], list[int]] = {}
    for number in range(len(words) - _RUN + 1):
        runs.setdefault(tuple(words[number : number + _RUN]), []).append(number)
    ends = list(accumulate(len(line) for line in page.splitlines(keepends=True)))
    marks, last = [], 0
    for match in _PARAGRAPH.finditer(text):
        wanted = tuple(_WORD.findall(match[0])[:_RUN])
        found = runs.get(wanted, []) if len(wanted) == _RUN else []
        after = bisect_left(found, last)
        if after < len(found):
            last = found[after]
            marks.append((match.start(), _label(places[last], ends)))
        else:
            marks.append((match.start(), ""))
    return tuple(marks)


def _words_of(page: str) -> tuple[list[str], list[int]]:
    """List the words that are shown, each with the place of the text it is in."""
    words: list[str] = []
    places: list[int] = []
    for token in shown(page):
        if token.kind == "text":
            text = text_of(page, token)
            found = _WORD.findall(text)
            words += found
            places += [token.start + len(text) - len(text.lstrip())] * len(found)
    return words, places


def _label(place: int, ends: list[int]) -> str:
    line = bisect_right(ends, place)
    begin = ends[line - 1] if line else 0
    column = f", column {place - begin + 1}" if ends[line] - begin > _LONG else ""
    return f"line {line + 1}{column} of the page"
