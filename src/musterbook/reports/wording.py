"""Texts by name go in; the runs of five words that each is made of come out, as sorted hashes."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Runs: TypeAlias = NDArray[np.uint64]
Places: TypeAlias = NDArray[np.int64]
_WORD = re.compile(r"\w+")
_RUN = 5  # words; edited copies of one agency text then share nine tenths (own measurement)
# Odd multipliers, one for each place in a run, so that order counts: the fractional parts of the
# square roots of the first primes, as hash functions commonly take them.
_BY_PLACE = np.array(
    [
        0x6A09E667F3BCC909,
        0xBB67AE8584CAA73B,
        0x3C6EF372FE94F82B,
        0xA54FF53A5F1D36F1,
        0x510E527FADE682D1,
    ],
    dtype=np.uint64,
)


@dataclass(frozen=True, slots=True)
class Wordings:
    """The runs of all texts in one row: those of text i lie from `starts[i]` to `starts[i + 1]`."""

    names: tuple[str, ...]
    runs: Runs
    starts: Places

    def __len__(self) -> int:
        """Count the texts."""
        return len(self.names)

    def of(self, text: int) -> Runs:
        """Give the runs of one text, sorted, each once."""
        return self.runs[self.starts[text] : self.starts[text + 1]]

    @property
    def lengths(self) -> Places:
        """How many runs each text has."""
        return np.diff(self.starts)


class _WordHashes(dict[str, int]):
    """A number for every word met, the same in every process."""

    def __missing__(self, word: str) -> int:
        number = int.from_bytes(blake2b(word.encode(), digest_size=8).digest(), "big")
        self[word] = number
        return number


def wordings_of(texts: Mapping[str, str]) -> Wordings:
    """Cut every text into its runs of five words; texts stand in the order of their names.

    Takes eight bytes a run, which is about eight a word.
    """
    hashes, names = _WordHashes(), tuple(sorted(texts))
    pieces = [_runs(texts[name], hashes) for name in names]
    starts = np.cumsum([0, *map(len, pieces)], dtype=np.int64)
    runs = np.concatenate(pieces) if pieces else np.empty(0, np.uint64)
    return Wordings(names, runs, starts)


def _runs(text: str, hashes: _WordHashes) -> Runs:
    """Hash each run as a weighted sum of its words' hashes; a shorter text is one run."""
    words = _WORD.findall(text.lower())
    numbers = np.fromiter(map(hashes.__getitem__, words), dtype=np.uint64, count=len(words))
    if not len(numbers):
        return numbers
    width = min(_RUN, len(numbers))
    count = len(numbers) - width + 1
    total = np.zeros(count, np.uint64)
    for place in range(width):
        total += numbers[place : place + count] * _BY_PLACE[place]
    return np.unique(total)
