"""A text in lines in, what each line end means out: the text runs on, or a paragraph or item ends.

A line end is taken for a wrapped line unless something speaks against it: a blank line, the mark of
a list, an indent, or room on the line for the first word of the next (then somebody ended it, after
a full stop or a headline).
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final, NamedTuple

from musterbook.reports.offsets import Edit

_LINE = re.compile(r"[^\s][^\n]*")
_ITEM = re.compile(r"[*•▪◦‣●○■][ ]+(?=\S)")
_PERHAPS = re.compile(
    r"(?:[-·–—]|\(?(?:\d{1,2}|[a-z])[.)])[ ]+(?=\S)"
)  # an item, or a dash, or a date
_LEADS_ON = re.compile(r"[.!?:;,][\"”’')]*$")  # what stands before an item of a list
_STOP = re.compile(r"[.!?][\"”’')]*(?=\s|$)")
_OPENS = re.compile(r"[\"“‘'(\[]?[A-Z]")
_LAST = re.compile(r"(\w+)\W*$")
_ZEROS = re.compile(r"0\d\d(?!\d)")
_THREE = re.compile(r"\d{3}(?![\d,])")
_GROUPED = re.compile(r"(?<![\d,])\d{1,3} \d{3}(?![\d,])")
# Words that no headline ends with: the line goes on.
_LEANING: Final = frozenset(
    "the a an of in on at to for from by with and or but that which who as is are was were be been"
    " has have had his her their its this these those than about around nearly some over under"
    " mr mrs ms dr gen lt col maj capt sgt north south east west new san el al".split()
)
_ROOM: Final = 0.9  # of the longest line: a ragged margin leaves a tenth free by itself
_WIDEST: Final = 120  # characters; a longer line was not wrapped, it is a paragraph
_HEADLINE: Final = 140  # characters, as many as a heading may have
_INDENT: Final = 2
_MARK: Final = "- "


def leans_on(line: str) -> bool:
    """Say whether the last word of a line needs another after it."""
    last = _LAST.search(line[-_HEADLINE:])
    return last is not None and last[1].lower() in _LEANING


class _Line(NamedTuple):
    """A line without the spaces around it, how far it is set in, and the length of its mark."""

    start: int
    end: int
    indent: int
    mark: int


def line_edits(text: str) -> Iterator[Edit]:
    """Yield what stands between two lines, and one mark for the items of every kind of list."""
    reader = _Reader(text, bool(_GROUPED.search(text)))
    for block in _blocks(text):
        yield from reader.block_edits(block)


def _blocks(text: str) -> Iterator[list[_Line]]:
    """Part a text into runs of lines with no blank line between them."""
    block: list[_Line] = []
    for match in _LINE.finditer(text):
        start, end = match.start(), match.start() + len(match[0].rstrip())
        if block and text.count("\n", block[-1].end, start) > 1:
            yield block
            block = []
        begin = text.rfind("\n", 0, start) + 1
        block.append(_Line(start, end, start - begin, _mark_of(text, start, block)))
    if block:
        yield block


def _mark_of(text: str, start: int, block: list[_Line]) -> int:
    """Give how long the mark of a list's item is, 0 where the line is none."""
    match = _ITEM.match(text, start) or _PERHAPS.match(text, start)
    if match is None:
        return 0
    if match.re is _ITEM or not block or block[-1].mark:
        return len(match[0])
    before = text[block[-1].start : block[-1].end]
    return len(match[0]) if _LEADS_ON.search(before) else 0


class _Reader(NamedTuple):
    """Reads the line ends of one text; `is_grouped` where it writes 11 000 for 11,000."""

    text: str
    is_grouped: bool

    def block_edits(self, block: list[_Line]) -> Iterator[Edit]:
        """Yield the edits of one block."""
        text, first = self.text, block[0]
        width = max(line.end - line.start for line in block)
        before = text.rfind("\n", 0, first.start) + 1
        yield before, first.start, ""
        yield from self._mark_edit(first)
        begin = first.start
        for line, after in pairwise(block):
            instead = self._between(line, after, begin=begin, width=width)
            yield line.end, after.start, instead
            yield from self._mark_edit(after)
            begin = begin if instead == " " else after.start

    def _mark_edit(self, line: _Line) -> Iterator[Edit]:
        if line.mark:
            yield line.start, line.start + line.mark, _MARK

    def _between(self, line: _Line, after: _Line, *, begin: int, width: int) -> str:
        """Say what the end of a line means: a space, an item's beginning, a paragraph's."""
        text = self.text
        if after.mark:
            return "\n"
        if text[line.end - 1].isdigit() and text[after.start].isdigit():
            three = _THREE if self.is_grouped else _ZEROS
            return " " if three.match(text, after.start) else "\n"
        if not _OPENS.match(text, after.start):
            return " "
        is_set_in = after.indent >= line.indent + _INDENT
        if not (is_set_in or self._has_room(line, after, width)):
            return " "
        return "\n\n" if self._is_whole(line, begin) else " "

    def _has_room(self, line: _Line, after: _Line, width: int) -> bool:
        """Say whether the first word of the next line would have stood on this one."""
        word = len(self.text[after.start : after.end].split(None, 1)[0])
        return width > _WIDEST or line.end - line.start + 1 + word <= _ROOM * width

    def _is_whole(self, line: _Line, begin: int) -> bool:
        """Say whether what was said up to here ends with a sentence, or is a headline."""
        said = self.text[begin : line.end]
        stop = _STOP.search(said)
        if stop is not None:
            return bool(_STOP.match(said, len(said.rstrip("\"”’')")) - 1))
        if (
            not _LAST.search(said[-_HEADLINE:])
            or said.endswith((",", "-", "–", "—"))
            or len(said) > _HEADLINE
        ):
            return False
        return not leans_on(said)
