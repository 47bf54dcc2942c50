"""A text that was read in, what a proposal is held against out: its numbers, its words' places."""

from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from musterbook.claims.desk import Desk
from musterbook.claims.extract import quantities_by_sentence
from musterbook.claims.numbers import Quantity
from musterbook.claims.split import sentence_at
from musterbook.reports.anchor import whole_places

# Places of some words that are looked at on either side of a number: `the` has thousands.
_MOST_PLACES: Final = 50
Span: TypeAlias = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Evidence:
    """A text as the rules read it, and every number of it by the sentence it stands in."""

    desk: Desk
    quantities: Mapping[int, tuple[Quantity, ...]]

    @classmethod
    def of(cls, desk: Desk) -> "Evidence":
        """Find the numbers of a text that is read."""
        found = quantities_by_sentence(desk.folded, desk.sentences, 0)
        return cls(desk, {number: tuple(each) for number, each in found})

    def sentence_at(self, place: int) -> int | None:
        """Number the sentence a place of the text lies in; None before the first."""
        number = sentence_at(self.desk.sentences, place)
        return number if number >= 0 else None

    def places(self, words: str, near: int) -> list[tuple[int, int]]:
        """List where words stand in the text, from a place on, then before it, nearest first."""
        before, after = deque[Span](maxlen=_MOST_PLACES), list[Span]()
        for place in self._in_body(words):
            if place[0] < near:
                before.append(place)
            elif len(after) < _MOST_PLACES:
                after.append(place)
            else:
                break
        return [*after, *reversed(before)]

    def _in_body(self, words: str) -> Iterator[tuple[int, int]]:
        """Yield the places of words, none in the header lines above the text."""
        first = self.desk.sentences[0].start if self.desk.sentences else 0
        return (each for each in whole_places(self.desk.text, words) if each[0] >= first)

    def numbers_in(self, start: int, end: int) -> Iterator[tuple[int, Quantity]]:
        """Yield the numbers that stand whole between two places, each with its sentence."""
        first = self.sentence_at(start)
        for number in range(first or 0, len(self.desk.sentences)):
            if self.desk.sentences[number].start >= end:
                return
            for each in self.quantities.get(number, ()):
                if start <= each.start and each.end <= end:
                    yield number, each
