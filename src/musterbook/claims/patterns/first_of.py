"""Patterns in, what an alternation of them finds in a stretch of text out, without trying them all.

A pattern of fifty alternatives takes fifty times as long to fail as one. Which of them the word at
a place can begin, and which have the words they need in the stretch at all, is looked up instead.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Final

from musterbook.claims.fold import FoldedText
from musterbook.claims.patterns.any_of import AnyOf, shared
from musterbook.claims.patterns.led import Led

_DIGITS: Final = "0"  # stands for any digits among the words that lead


class FirstOf(AnyOf):
    """Patterns of which at each place the first that matches counts; each begins with whole words.

    A `gate` is a cheaper pattern that must match where they do.
    """

    def __init__(self, *patterns: Led, gate: re.Pattern[str]) -> None:
        """Take the patterns in; the words that lead them are read off them when first asked."""
        super().__init__(*patterns)
        self._in_order = patterns
        self._opens = gate.match

    def finditer(self, text: str, start: int, end: int) -> Iterator[tuple[Led, re.Match[str]]]:
        """Find from left to right each match with its pattern; the next begins behind it."""
        if type(text) is not FoldedText or (end not in text.whole and text.cuts_word(end)):
            text = FoldedText(text[:end])
        here: frozenset[Led] | None = None
        for place, led in self._places(text, start, end):
            if place < start or self._opens(text, place, end) is None:
                continue
            if here is None:
                here = self.in_stretch(text, start, end)
            for pattern in led:
                if pattern in here and (found := pattern.match(text, place, end)):
                    yield pattern, found
                    start = found.end()
                    break

    def _places(self, text: FoldedText, start: int, end: int) -> list[tuple[int, tuple[Led, ...]]]:
        """Give each place where a pattern may begin, in order, with the patterns."""
        led_by = self._led_by
        places, words = text.in_order
        first, behind = bisect_left(places, start), bisect_left(places, end)
        found = [
            (place, led_by[word])
            for place, word in zip(places[first:behind], words[first:behind], strict=True)
            if word in led_by
        ]
        digits = text.digits
        first, behind = bisect_left(digits, start), bisect_left(digits, end)
        if first < behind:
            found += [(place, led_by.get(_DIGITS, ())) for place in digits[first:behind]]
            found.sort(key=_place)
        return found

    @cached_property
    def _led_by(self) -> Mapping[str, tuple[Led, ...]]:
        led_by = defaultdict[str, tuple[Led, ...]](tuple)
        for each in self._in_order:
            leading = each.leading
            assert leading, each.pattern
            assert not leading.stems, each.pattern
            for word in (*leading.words, *([_DIGITS] if leading.digits else [])):
                led_by[word] += (each,)
        return shared(led_by)


def _place(found: tuple[int, tuple[Led, ...]]) -> int:
    return found[0]
