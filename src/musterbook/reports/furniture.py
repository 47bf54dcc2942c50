"""The texts of pages in, what of each is its own out: without the lines that most pages repeat."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import takewhile
from typing import Final, TypeAlias

_Line: TypeAlias = tuple[int, int, str]  # where it stands on its page, and its words

_WORDS = re.compile(r"\S[^\n\r]*")
_DIGITS = re.compile(r"(?<!\d)\d{1,4}(?!\d)")
_LONGEST_NUMBERED: Final = 200  # characters; two lines of print, and no page of numbers in one line
_DEPTH: Final = 2  # lines at the top and the foot of a page that may be furniture
_FEWEST: Final = 3  # pages a line must be on: two reports in one file share their head by chance
_SHARE: Final = 0.5  # of the pages; left and right pages may have different heads
_FEWEST_NUMBERED: Final = 2


def kept_spans(pages: Sequence[str]) -> list[tuple[int, int]]:
    """Give for each page the span between its running head and its foot; empty: start equals end.

    A line is furniture where it stands on top (or at the foot) of more than half of the pages, word
    for word or with a number that grows from page to page as the pages do. Where no page has
    anything else, what they repeat word for word is their text, and stays.
    """
    lines = [_lines_of(page) for page in pages]
    heads = [page[:_DEPTH] for page in lines]
    feet = [page[-_DEPTH:][::-1] for page in lines]
    tops, bottoms = _repeated(heads), _repeated(feet)
    spans = [_kept(page, tops, bottoms, number=number) for number, page in enumerate(lines)]
    if any(start < end for start, end in spans):
        return spans
    tops, bottoms = _numbered(tops), _numbered(bottoms)
    return [_kept(page, tops, bottoms, number=number) for number, page in enumerate(lines)]


def _kept(
    page: Sequence[_Line], tops: frozenset[str], bottoms: frozenset[str], *, number: int
) -> tuple[int, int]:
    first = _count(page[:_DEPTH], tops, number)
    last = len(page) - _count(page[-_DEPTH:][::-1], bottoms, number)
    return (page[first][0], page[last - 1][1]) if first < last else (0, 0)


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
    if len(words) > _LONGEST_NUMBERED:
        return
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


def _numbered(shapes: frozenset[str]) -> frozenset[str]:
    return frozenset(shape for shape in shapes if "\0" in shape)


def _count(edge: Sequence[_Line], repeated: frozenset[str], number: int) -> int:
    """Count the lines of furniture from the edge of the page inward."""
    lines = takewhile(lambda line: any(s in repeated for s in _shapes(line[2], number)), edge)
    return len(list(lines))
