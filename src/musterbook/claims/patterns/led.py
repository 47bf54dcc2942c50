"""A pattern in, the same pattern tried only where a word stands that its matches begin with out.

Most patterns of the rules look for words that most sentences do not have. A folded text is gone
through for its words once; after that a pattern asks where its own stand, which is far less than
to search. What is found is the same as `re.compile` finds (`leading_words.py`).
"""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cached_property
from sys import maxsize
from typing import Final

from musterbook.claims.fold import FoldedText
from musterbook.claims.patterns.index import Index
from musterbook.claims.patterns.leading_words import LeadingWords, leading_words


class Led:
    """A compiled pattern; in a folded text only the places of its leading words are tried."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        """Compile the pattern; its leading words are read off when it is first used."""
        self.plain = re.compile(pattern, flags)
        self.pattern = pattern
        self.match = self.plain.match
        self.fullmatch = self.plain.fullmatch
        self.sub = self.plain.sub

    @cached_property
    def leading(self) -> LeadingWords | None:
        """What every match begins with; None if nothing is sure, then every place is tried."""
        return leading_words(self.plain)

    def search(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """Find the first match between two places."""
        # Nearly always the end is known to cut no word: then a call is spared.
        places: list[int] | None = None
        if type(text) is FoldedText and end in text.whole:
            places = text.found.get(self)
        if places is None and (places := self._places(text, end)) is None:
            return self.plain.search(text, start, end)
        if not places:
            return None
        at, behind = bisect_left(places, start), len(places)
        while at < behind and (place := places[at]) < end:
            if found := self.match(text, place, end):
                return found
            at += 1
        return None

    def may_begin(self, text: str, start: int, end: int) -> bool:
        """Say whether a match may begin between two places: cheaper than to look for one."""
        places = self._places(text, end)
        if not places:
            return places is None
        at = bisect_left(places, start)
        return at < len(places) and places[at] < end

    def finditer(self, text: str, start: int = 0, end: int = maxsize) -> Iterable[re.Match[str]]:
        """Find all matches between two places."""
        places: list[int] | None = None
        if type(text) is FoldedText and end in text.whole:
            places = text.found.get(self)
        if places is None and (places := self._places(text, end)) is None:
            return self.plain.finditer(text, start, end)
        if not places:
            return ()
        at = bisect_left(places, start)
        if at == len(places) or places[at] >= end:
            return ()
        return self._each(text, places[at : bisect_left(places, end)], end)

    def _each(self, text: str, places: list[int], end: int) -> Iterator[re.Match[str]]:
        done = 0
        for place in places:
            if place >= done and (found := self.match(text, place, end)):
                yield found
                done = found.end()

    def _places(self, text: str, end: int) -> list[int] | None:
        """Give where the leading words stand; None where every place must be tried.

        That is in a text that is not folded, and where a word goes on beyond the end looked at: as
        far as it is looked at, it may be another.
        """
        if type(text) is not FoldedText or (end not in text.whole and text.cuts_word(end)):
            return None
        places = text.found.get(self)
        return self._look_up(text) if places is None else places

    def _look_up(self, text: FoldedText) -> list[int] | None:
        if not text.found:
            INDEX.fill(text)
        if self in text.found:
            return text.found[self]
        leading = self.leading
        if leading is None:
            return None
        if leading.stems or leading.digits:
            places = text.places_of(leading.words, leading.stems, digits=leading.digits)
        else:
            places = text.places_of(leading.words)
        text.found[self] = places
        INDEX.add(self, leading)
        return places


INDEX: Final = Index()
