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
    begun, ended = _by_border(kept, 0), _by_border(kept, 1)
    order = {name: at for at, name in enumerate(kept)}
    open_now: set[str] = set()
    pieces = []
    for start, end in pairwise(borders):
        open_now.difference_update(ended.get(start, ()))
        open_now.update(begun.get(start, ()))
        claims = tuple(sorted(open_now, key=order.__getitem__))
        opens = tuple(name for name in claims if kept[name][0] == start)
        pieces.append(Piece(start, text[start:end], claims, opens))
    return tuple(pieces)


def _by_border(spans: Mapping[str, Span], which: int) -> Mapping[int, list[str]]:
    """List the names of the spans that begin (0) or end (1) at each place."""
    found: dict[int, list[str]] = {}
    for name, span in spans.items():
        found.setdefault(span[which], []).append(name)
    return found


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
