"""A pattern that ends in `$` in, the words its matches can end with out; None where others may.

Read off the pattern as its first words are (`leading_words.py`), from the last letter to the first.
"""

import re
from dataclasses import dataclass

from musterbook.claims.patterns.leading_words import BOUND, Begun, NotLedError, Reader
from musterbook.claims.patterns.parsed import Nodes, NotReadError, parsed


@dataclass(frozen=True, slots=True)
class LastWords:
    """Whole words or marks (for any digit 0), and endings of words, that a match can end with."""

    words: frozenset[str]
    endings: tuple[str, ...]


def last_words(pattern: re.Pattern[str]) -> LastWords | None:
    """Give what every match in a text of small letters ends with, blanks behind it passed over.

    That is the run of letters a to z, or the mark, that stands last.
    """
    reader = _BackwardReader()
    try:
        reader.anything(reader.follow(parsed(pattern.pattern, pattern.flags), {BOUND}))
    except (NotLedError, NotReadError):
        return None
    return LastWords(frozenset(reader.words), tuple(sorted(reader.stems)))


class _BackwardReader(Reader):
    """Reads a pattern from its end: a blank behind a word is passed over, a mark is a word."""

    def follow(self, nodes: Nodes, begun: Begun) -> Begun:
        """Read one node before the other."""
        return Reader.follow(self, nodes[::-1], begun)

    def word(self, letters: str, begun: Begun) -> Begun:
        """Read some letters."""
        return {letters if each == BOUND else letters + each for each in begun}

    def mark(self, mark: str, begun: Begun) -> Begun:
        """Read one character that is no letter."""
        empty = self.finish(begun)
        if mark.isspace():
            return empty
        if empty:
            self.words.add("0" if mark.isdigit() else mark)
        return set()

    def at(self, place: str, begun: Begun) -> Begun:
        """Pass a boundary."""
        return Reader.at(self, _OTHER_END.get(place, place), begun)

    def look(self, argument: tuple[int, bool, Nodes], begun: Begun) -> Begun:
        """Pass what must stand here, or must not."""
        direction, must_not, nodes = argument
        return Reader.look(self, (-direction, must_not, nodes), begun)


_OTHER_END = {"$": "^", "^": "$"}
