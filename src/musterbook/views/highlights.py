"""A text and the spans of its claims go in; pieces that join back to the text come out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text between two borders, and the claims it belongs to (none: plain text).

    `opens` names the claims that begin with this piece: it carries their anchors.
    """

    start: int
    text: str
    claims: tuple[str, ...] = ()
    opens: tuple[str, ...] = ()


def cut(text: str, spans: Mapping[str, Span]) -> tuple[Piece, ...]:
    """Cut a text at every border of every span, so that overlapping claims each keep their own.

    Spans are code points from start to end; those that lie outside the text are trimmed, empty
    ones dropped. The pieces joined give the text.
    """
    kept = {
        name: (max(0, start), min(len(text), end))
        for name, (start, end) in spans.items()
        if max(0, start) < min(len(text), end)
    }
    borders = sorted({0, len(text), *(border for span in kept.values() for border in span)})
    return tuple(_piece(text, start, end=end, spans=kept) for start, end in pairwise(borders))


def _piece(text: str, start: int, *, end: int, spans: Mapping[str, Span]) -> Piece:
    claims = tuple(name for name, span in spans.items() if span[0] <= start and end <= span[1])
    opens = tuple(name for name in claims if spans[name][0] == start)
    return Piece(start, text[start:end], claims, opens)


def paragraphs(pieces: Iterable[Piece]) -> tuple[tuple[Piece, ...], ...]:
    """Part pieces into paragraphs at line breaks; one that spans a break is split there.

    Line breaks themselves are left out: all pieces join to the text without them. A claim's anchor
    stays with its first piece.
    """
    lines: list[list[Piece]] = [[]]
    for piece in pieces:
        opens = piece.opens
        start = piece.start
        for number, words in enumerate(piece.text.split("\n")):
            if number:
                lines.append([])
            if words:
                lines[-1].append(Piece(start, words, piece.claims, opens))
                opens = ()
            start += len(words) + 1
    return tuple(tuple(each) for each in lines)
