"""Several patterns in, those that may match in a stretch of text out: mostly none.

A rule that reads many wordings of one thing looks for all of them in every sentence. Which words
the sentence has is looked up once; a wording none of whose needed words is there is not looked for.
"""

from collections import defaultdict
from collections.abc import Hashable, Mapping
from functools import cached_property
from typing import TypeVar

from musterbook.claims.fold import FoldedText
from musterbook.claims.patterns.led import Led
from musterbook.claims.patterns.needed_words import needed_words

Value = TypeVar("Value", bound=Hashable)


def shared(values: Mapping[str, Value]) -> dict[str, Value]:
    """Keep equal values once: thousands of words lead to a few sets of patterns."""
    kept: dict[Value, Value] = {}
    return {word: kept.setdefault(value, value) for word, value in values.items()}


class AnyOf:
    """Patterns that are looked for together."""

    def __init__(self, *patterns: Led) -> None:
        """Take the patterns in; the words they need are read off them when first asked."""
        self.patterns = frozenset(patterns)

    def in_stretch(self, text: str, start: int, end: int) -> frozenset[Led]:
        """Give the patterns that may match between two places; those left out match nowhere there.

        Where the text is not folded or the end cuts a word in two, any may.
        """
        if type(text) is not FoldedText or (end not in text.whole and text.cuts_word(end)):
            return self.patterns
        here = text.words_between(start, end) & self._words
        if not here:
            return self._always
        return self._always.union(*[self._by_word[word] for word in here])

    @cached_property
    def _needs(self) -> Mapping[Led, frozenset[str] | None]:
        return {each: needed_words(each.plain) for each in self.patterns}

    @cached_property
    def _always(self) -> frozenset[Led]:
        """Those of which no word is sure."""
        return frozenset(each for each, words in self._needs.items() if words is None)

    @cached_property
    def _by_word(self) -> Mapping[str, frozenset[Led]]:
        needing = defaultdict[str, list[Led]](list)
        for pattern, words in self._needs.items():
            for word in words or ():
                needing[word].append(pattern)
        return shared({word: frozenset(patterns) for word, patterns in needing.items()})

    @cached_property
    def _words(self) -> frozenset[str]:
        return frozenset(self._by_word)
