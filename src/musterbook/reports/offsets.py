"""A text and what to rewrite in it go in, the new text comes out with the way back to the old.

Only the places that were rewritten are kept, so the map of a long text with few of them is small.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass

Span = tuple[int, int]
Edit = tuple[int, int, str]  # from, to, what stands there now


@dataclass(frozen=True, slots=True)
class Side:
    """Where the rewritten stretches begin and end in one of two texts, in order."""

    starts: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()

    def moved(self, by: int) -> Side:
        """Give the same stretches further on."""
        return Side(tuple(at + by for at in self.starts), tuple(at + by for at in self.ends))


@dataclass(frozen=True, slots=True)
class Layer:
    """One rewriting: its stretches in the text before (`old`) and in the text after (`new`)."""

    old: Side
    new: Side

    def moved(self, by: int) -> Layer:
        """Give the same rewriting of texts that both begin later."""
        return Layer(self.old.moved(by), self.new.moved(by))


@dataclass(frozen=True, slots=True)
class NormalText:
    """A text and how it came of another; offsets count code points of either.

    A span is mapped as tightly as can be: what was cut out beside it stays out, and a span that
    holds a part of a rewritten stretch takes the whole stretch.
    """

    text: str
    layers: tuple[Layer, ...] = ()

    def original(self, start: int, end: int) -> Span:
        """Give the span of the first text that a span of this one came from."""
        for layer in reversed(self.layers):
            start, end = _across(layer.new, layer.old, start, end=end)
        return start, end

    def normal(self, start: int, end: int) -> Span:
        """Give the span of this text that a span of the first became; empty where it was cut."""
        for layer in self.layers:
            start, end = _across(layer.old, layer.new, start, end=end)
        return start, end

    def rewrite(self, edits: Iterable[Edit]) -> NormalText:
        """Rewrite stretches of this text, given in order and apart; the way back leads through."""
        text, layer = _rewritten(self.text, edits)
        if text is self.text:
            return self
        layers = self.layers if layer is None else (*self.layers, layer)
        return NormalText(text, layers)

    def substitute(
        self, pattern: re.Pattern[str], by: Callable[[re.Match[str]], str] | str
    ) -> NormalText:
        """Rewrite every match of a pattern; a match whose text stays is no edit."""
        matches = pattern.finditer(self.text)
        edits = ((*each.span(), by if isinstance(by, str) else by(each)) for each in matches)
        return self.rewrite(edits)

    def after(self, head: str) -> NormalText:
        """Put something before both texts."""
        moved = tuple(layer.moved(len(head)) for layer in self.layers)
        return NormalText(head + self.text, moved)

    def within(self, text: str) -> NormalText:
        """Put another text of the same length in the place of this one."""
        assert len(text) == len(self.text)
        return NormalText(text, self.layers)


def _across(here: Side, there: Side, start: int, *, end: int) -> Span:
    """Carry a span from one side of a rewriting to the other."""
    first = bisect_right(here.starts, start) - 1
    last = bisect_left(here.starts, end) - 1 if end > start else first
    if first >= 0:
        is_inside = start < here.ends[first]
        start = there.starts[first] if is_inside else start - here.ends[first] + there.ends[first]
    if last >= 0:
        end = there.ends[last] + max(0, end - here.ends[last])
    return start, max(start, end)


def _rewritten(text: str, edits: Iterable[Edit]) -> tuple[str, Layer | None]:
    pieces: list[str] = []
    old, new = list[Span](), list[Span]()
    done = length = 0
    for start, end, instead in edits:
        if text[start:end] == instead:
            continue
        pieces += (text[done:start], instead)
        length += start - done
        if not end - start == len(instead) == 1:  # one for one moves nothing
            old.append((start, end))
            new.append((length, length + len(instead)))
        length += len(instead)
        done = end
    if not pieces:
        return text, None
    pieces.append(text[done:])
    return "".join(pieces), Layer(_side(old), _side(new)) if old else None


def _side(spans: list[Span]) -> Side:
    return Side(tuple(start for start, _ in spans), tuple(end for _, end in spans))
