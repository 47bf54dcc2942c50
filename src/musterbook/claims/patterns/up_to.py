"""A pattern that ends at a place in, the same tried only behind words it can end with out.

Most rules look back from a number at the words before it. Which word is the last is looked at once
for all of them, and nearly all are done with by that: no match of theirs ends so. What is found is
the same as `re.compile` finds (`last_words.py`).
"""

import re
from functools import cached_property
from sys import maxsize
from typing import Final

from musterbook.claims.fold import FoldedText
from musterbook.claims.patterns.last_words import LastWords, last_words

_ANY_WORD: Final = LastWords(frozenset(), ("",))  # of a pattern of which nothing is sure
_MOST_WORDS: Final = 20_000  # remembered of a pattern; reports use fewer


class UpTo:
    """A compiled pattern with `$` at its end; in a folded text the last word is looked at first.

    With a `reach` no more than so many characters before the place are looked at.
    """

    def __init__(self, pattern: str, *, reach: int = maxsize) -> None:
        """Compile the pattern; the words it ends with are read off when it is first used."""
        self.plain = re.compile(pattern)
        self.pattern = pattern
        self.reach = reach
        self._ends_with = _Endings(self.plain)

    def may_end(self, text: str, end: int) -> bool:
        """Say whether a match may end at a place, by the word before it alone."""
        if type(text) is not FoldedText:
            return True
        word = text.before.get(end)
        return self._ends_with[text.word_before(end) if word is None else word]

    def search(self, text: str, start: int = 0, end: int = maxsize) -> re.Match[str] | None:
        """Find the match that ends at a place."""
        if type(text) is FoldedText:
            word = text.before.get(end)
            if not self._ends_with[text.word_before(end) if word is None else word]:
                return None
        near = end - self.reach
        return self.plain.search(text, max(near, start), end)


class _Endings(dict[str, bool]):
    """Of each word seen, whether a match can end with it; filled as words are asked for."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        super().__init__()
        self._pattern = pattern

    @cached_property
    def _last(self) -> LastWords:
        """What every match ends with; any word if nothing is sure."""
        return last_words(self._pattern) or _ANY_WORD

    def __missing__(self, word: str) -> bool:
        last = self._last
        can = not word or word in last.words or word.endswith(last.endings)
        if len(self) < _MOST_WORDS:
            self[word] = can
        return can
