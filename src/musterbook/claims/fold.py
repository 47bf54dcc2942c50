"""Text in, the same text in plain lower case out, character for character in the same place."""

import re
import string
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from itertools import accumulate, chain, compress, count
from operator import add
from typing import Final, Self

# Only letters whose small form is one character, so that every offset stays true.
_ALIKE: Final = {
    "’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "\u2009": " ", "\u202f": " ",
    "\u2010": "-", "\u2011": "-",
}  # fmt: skip
# For each byte what is kept of it: a letter as it is, a digit as 0, all else as a space.
_LETTERS_ONLY = bytes(each if chr(each) in string.ascii_lowercase else 32 for each in range(256))
_DIGITS_ONLY = bytes(48 if chr(each) in string.digits else 32 for each in range(256))
_LONGEST_WORD: Final = 40  # letters looked back; of a longer word the end is told
_DIGITS = re.compile(r"\d+")
_OTHERS = re.compile(r"[^\x00-\x7f]+")  # signs and letters of all but plain texts
_NOWHERE: Final[list[int]] = []
_AFTER_Z = chr(ord("z") + 1)  # sorts behind every letter


class FoldedText(str):
    """Text in plain lower case that knows where each of its words stands, once it is asked.

    A word is a run of the letters a to z. What was asked before is kept: in `found` the places of
    words by who asked for them, in `before` what stands before a place (`word_before`), in `whole`
    the places that cut no word in two, in `stretches` the words between two places.
    """

    # Slots are read sooner than what is cached in `__dict__`, and these are read all the time.
    __slots__ = ("__dict__", "before", "found", "stretches", "whole")

    found: dict[object, list[int]]
    before: dict[int, str]
    whole: set[int]
    stretches: dict[tuple[int, int], frozenset[str]]

    def __new__(cls, text: str) -> Self:
        """Take a text that is folded already."""
        folded = super().__new__(cls, text)
        folded.found, folded.before, folded.whole, folded.stretches = {}, {}, set(), {}
        return folded

    @cached_property
    def in_order(self) -> tuple[list[int], list[str]]:
        """Where each word of the text begins, and the word, one after the other."""
        runs = _kept(self, _LETTERS_ONLY).split(" ")  # nothing stands between two spaces
        places = map(add, accumulate(map(len, runs), initial=0), count())
        return list(compress(places, runs)), list(filter(None, runs))

    @cached_property
    def words(self) -> dict[str, list[int]]:
        """Where each word begins, in order."""
        places: dict[str, list[int]] = defaultdict(list)
        for place, word in zip(*self.in_order, strict=True):
            places[word].append(place)
        return dict(places)

    def words_between(self, start: int, end: int) -> frozenset[str]:
        """Give every word that begins between two places, once."""
        words = self.stretches.get((start, end))
        if words is None:
            places, in_order = self.in_order
            first, behind = bisect_left(places, start), bisect_left(places, end)
            words = self.stretches[start, end] = frozenset(in_order[first:behind])
        return words

    def cuts_word(self, at: int) -> bool:
        """Say whether a word goes on over a place."""
        if self[at - 1 : at + 1].isalpha():
            return True
        self.whole.add(at)
        return False

    def word_before(self, at: int) -> str:
        """Give the last run of letters before a place, or the mark, for a digit 0: blanks skipped.

        Nothing at the beginning of the text and behind a long blank.
        """
        tail = self[at - _LONGEST_WORD if at > _LONGEST_WORD else 0 : at].rstrip()
        word = tail[len(tail.rstrip(string.ascii_lowercase)) :] or tail[-1:]
        word = self.before[at] = "0" if word.isdigit() else word
        return word

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Every word once."""
        return frozenset(self.in_order[1])

    def places_of(
        self, words: frozenset[str], stems: Iterable[str] = (), *, digits: bool = False
    ) -> list[int]:
        """Give where some words, words with some beginnings, and perhaps digits begin, in order."""
        here = words & self.vocabulary
        for stem in stems:
            here = here.union(self._beginning(stem))
        lists = [self.words[word] for word in here]
        if digits:
            lists.append(self.digits)
        if len(lists) > 1:
            return sorted(chain.from_iterable(lists))
        return lists[0] if lists else _NOWHERE

    @cached_property
    def _alphabetical(self) -> list[str]:
        return sorted(self.vocabulary)

    def _beginning(self, stem: str) -> list[str]:
        """Give the words that begin with some letters."""
        ordered = self._alphabetical
        return ordered[bisect_left(ordered, stem) : bisect_left(ordered, stem + _AFTER_Z)]

    @cached_property
    def digits(self) -> list[int]:
        """Where runs of digits begin, in order."""
        if not self.isascii() and any(map(str.isdecimal, "".join(_OTHERS.findall(self)))):
            return [match.start() for match in _DIGITS.finditer(self)]
        places: list[int] = []
        digits = f" {_kept(self, _DIGITS_ONLY)}"
        place = digits.find(" 0")
        while place >= 0:
            places.append(place)
            place = digits.find(" 0", place + 1)
        return places


def _kept(text: str, table: bytes) -> str:
    return text.encode("ascii", "replace").translate(table).decode("ascii")


def fold(text: str) -> FoldedText:
    """Give the text in lower case with plain quotes, hyphens and spaces; its length is kept."""
    if text.isascii():
        return FoldedText(text.lower())
    folded = text.encode("utf-8", "surrogatepass").lower().decode("utf-8", "surrogatepass")
    for other, plain in _ALIKE.items():  # bytes know the small forms of a to z alone
        folded = folded.replace(other, plain)
    return FoldedText(folded)
