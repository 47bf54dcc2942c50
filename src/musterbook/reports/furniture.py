"""The texts of pages in, what of each is its own out: without the lines that most pages repeat."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Final, TypeAlias

_Line: TypeAlias = tuple[int, int, str]  # where it stands on its page, and its words

_WORDS = re.compile(r"\S[^\n\r]*")
_DIGITS = re.compile(r"(?<!\d)\d{1,4}(?!\d)")
_DEPTH: Final = 2  # lines at the top and the foot of a page that may be furniture
_FEWEST: Final = 3  # pages a line must be on: two reports in one file share their head by chance
_SHARE: Final = 0.5  # of the pages; left and right pages may have different heads
_FEWEST_NUMBERED: Final = 2


def kept_spans(pages: Sequence[str]) -> list[tuple[int, int]]:
    """Give for each page the span between its running head and its foot; empty: start equals end.

    A line is furniture where it stands on top (or at the foot) of more than half of the pages, word
    for word or with a number that grows from page to page as the pages do.
    """
    lines = [_lines_of(page) for page in pages]
    heads = [page[:_DEPTH] for page in lines]
    feet = [page[-_DEPTH:][::-1] for page in lines]
    tops = _repeated(heads)
    bottoms = _repeated(feet)
    spans = []
    for number, page in enumerate(lines):
        first = _count(heads[number], tops, number)
        last = len(page) - _count(feet[number], bottoms, number)
        spans.append((page[first][0], page[last - 1][1]) if first < last else (0, 0))
    return spans


def _lines_of(page: str) -> list[_Line]:
    found = _WORDS.finditer(page)
    return [
        (each.start(), each.start() + len(each[0].rstrip()), each[0].rstrip()) for each in found
    ]


def _shapes(words: str, number: int) -> Iterator[str]:
    """Yield what a line may share with lines of other pages: its words, its distance to its page.

    Of `Page 3 of 12` on the third page that is the line itself, and both numbers taken as the
    page's, one after the other.
    """
    yield words
    for digits in _DIGITS.finditer(words):
        ahead = int(digits[0]) - number
        yield f"{words[: digits.start()]}\0{ahead}\0{words[digits.end() :]}"


def _repeated(edges: Sequence[Sequence[_Line]]) -> frozenset[str]:
    """Name the shapes that stand at the same edge of most pages."""
    count = Counter(
        shape
        for number, lines in enumerate(edges)
        for shape in {shape for _, _, words in lines for shape in _shapes(words, number)}
    )
    filled = sum(bool(lines) for lines in edges)
    return frozenset(
        shape
        for shape, pages in count.items()
        if pages > _SHARE * filled and pages >= (_FEWEST_NUMBERED if "\0" in shape else _FEWEST)
    )


def _count(edge: Sequence[_Line], repeated: frozenset[str], number: int) -> int:
    """Count the lines of furniture from the edge of the page inward."""
    lines = takewhile(lambda line: any(s in repeated for s in _shapes(line[2], number)), edge)
    return len(list(lines))
