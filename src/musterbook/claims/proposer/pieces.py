"""A text in, the pieces that requests hold out, parted between paragraphs where that can be."""

import re
from collections.abc import Iterator
from typing import Final

from musterbook.claims.proposer.nouns import Piece

# About 1,500 words: with the answer it fits a window of 8,192 tokens, the least in common use.
MOST_CHARACTERS: Final = 8_000
MOST_PIECES: Final = 25  # 200,000 characters, a book of a report; more is told and left out
_PARAGRAPH_END = re.compile(r"\n[ \t\r]*\n\s*")
_SENTENCE_END = re.compile(r"[.!?][\"”’')\]]*\s+")
_SPACE = re.compile(r"\s+")


def pieces_of(text: str, start: int = 0, *, most: int = MOST_CHARACTERS) -> Iterator[Piece]:
    """Part a text from an offset on; a long paragraph is cut after a sentence, else at a space."""
    while start < len(text):
        end = _cut(text, start, start + most) if len(text) - start > most else len(text)
        if not text[start:end].isspace():
            yield Piece(start, end)
        start = end


def _cut(text: str, start: int, limit: int) -> int:
    """Find the last good place to cut before a limit."""
    for pattern in (_PARAGRAPH_END, _SENTENCE_END, _SPACE):
        ends = [match.end() for match in pattern.finditer(text, start + 1, limit)]
        if ends:
            return ends[-1]
    return limit
