"""A text in, where each known pattern may begin in it out: its words are gone through for all.

Patterns come in when first used, so that none is read off before. A pattern that comes in, and a
word that is met, are looked at once, in whatever order they come.
"""

from collections import defaultdict
from collections.abc import Set as AbstractSet
from threading import Lock
from typing import Final

from musterbook.claims.fold import FoldedText
from musterbook.claims.patterns.leading_words import LeadingWords

Pattern = object  # whoever asks for places

_MOST_LED: Final = 256  # patterns in the index; those of many cases' own words ask for themselves
_MOST_WORDS: Final = 50_000  # kept of those met; reports use fewer
_NOWHERE: Final[list[int]] = []


class Index:
    """Which patterns each word leads; texts may be read in several threads."""

    def __init__(self, most_words: int = _MOST_WORDS) -> None:
        """Begin with no pattern and no word."""
        self._patterns: dict[Pattern, LeadingWords] = {}
        self._most_words = most_words
        self._lock = Lock()
        self._forget()

    def _forget(self) -> None:
        self._met: set[str] = set()
        self._led_by: dict[str, tuple[Pattern, ...]] = {}
        self._led_by_stem: dict[str, tuple[Pattern, ...]] = {}
        self._stem_lengths: tuple[int, ...] = ()
        self._led_by_digits: tuple[Pattern, ...] = ()
        self._nowhere: dict[Pattern, list[int]] = {}

    def add(self, pattern: Pattern, leading: LeadingWords) -> None:
        """Take a pattern in; of the words met only those are looked at that may lead it."""
        with self._lock:
            if len(self._patterns) < _MOST_LED and pattern not in self._patterns:
                self._patterns[pattern] = leading
                self._enter(pattern, leading)

    def _enter(self, pattern: Pattern, leading: LeadingWords) -> None:
        self._lead(pattern, leading.words)
        if leading.stems:
            for stem in leading.stems:
                self._led_by_stem[stem] = (*self._led_by_stem.get(stem, ()), pattern)
            self._stem_lengths = tuple(sorted({*map(len, self._led_by_stem)}))
            longer = {word for word in self._met if word.startswith(leading.stems)}
            self._lead(pattern, longer - leading.words)
        if leading.digits:
            self._led_by_digits = (*self._led_by_digits, pattern)
        self._nowhere[pattern] = _NOWHERE

    def _lead(self, pattern: Pattern, words: AbstractSet[str]) -> None:
        for word in words:
            self._led_by[word] = (*self._led_by.get(word, ()), pattern)

    def fill(self, text: FoldedText) -> None:
        """Find the places of every pattern known in a text."""
        vocabulary, digits = text.vocabulary, text.digits
        places, words = text.in_order
        found: dict[object, list[int]] = defaultdict(list)
        with self._lock:
            self._meet(vocabulary)
            led_by = map(self._led_by.get, words)
            for place, patterns in zip(places, led_by, strict=True):
                if patterns is not None:
                    for pattern in patterns:
                        found[pattern].append(place)
            text.found |= self._nowhere
            led_by_digits = self._led_by_digits if digits else ()
        for pattern in led_by_digits:
            found[pattern] += digits
            found[pattern].sort()
        text.found |= found

    def _meet(self, vocabulary: frozenset[str]) -> None:
        """Work out which patterns new words lead by how they begin."""
        if len(self._met) > self._most_words:
            self._forget()
            for pattern, leading in self._patterns.items():
                self._enter(pattern, leading)
        new = vocabulary - self._met
        self._met |= new
        for word in new:
            stems = {word[:length] for length in self._stem_lengths} & self._led_by_stem.keys()
            by_stem = [each for stem in stems for each in self._led_by_stem[stem]]
            if by_stem:
                self._led_by[word] = tuple({*self._led_by.get(word, ()), *by_stem})
