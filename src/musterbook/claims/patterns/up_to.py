"""A pattern that ends at a place in, the same tried only behind words it can end with out.

Most rules look back from a number at the words before it. Which word is the last is looked at once
for all of them, and nearly all are done with by that: no match of theirs ends so. What is found is
the same as `re.compile` finds (`last_words.py`).
"""

import re
from sys import maxsize
from typing import Final

from musterbook.claims.fold import FoldedText
from musterbook.claims.patterns.last_words import LastWords, last_words

_ANY_WORD: Final = LastWords(frozenset(), ("",))  # of a pattern of which nothing is sure


class UpTo:
    """A compiled pattern with `$` at its end; in a folded text the last word is looked at first."""

    def __init__(self, pattern: str) -> None:
        """Compile the pattern; the words it ends with are read off when it is first used."""
        self.plain = re.compile(pattern)
        self.pattern = pattern
        self._last: LastWords | None = None

    @property
    def last(self) -> LastWords:
        """What every match ends with; any word if nothing is sure."""
        if self._last is None:
            self._last = last_words(self.plain) or _ANY_WORD
        return self._last

    def search(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """Find the match that ends at a place."""
        if type(text) is FoldedText:
            last = self._last or self.last
            word = text.before.get(end) or text.word_before(end)
            if word and word not in last.words and not word.endswith(last.endings):
                return None
        return self.plain.search(text, start, end)
