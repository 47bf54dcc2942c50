"""Texts by name in, the pairs that are near-copies of one another out, likest first."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import combinations

_WORD = re.compile(r"\w+")
_SHINGLE = 5  # words; edited copies of one agency text then share nine tenths (own measurement)
_ALIKE = 0.5  # share of shingles in common; independent reports of one event have under 0.05


@dataclass(frozen=True, slots=True)
class Copy:
    """Two texts and the share of their five-word runs that they have in common."""

    first: str
    second: str
    share: float


def find_copies(texts: Mapping[str, str], *, alike: float = _ALIKE) -> tuple[Copy, ...]:
    """List every pair of texts at least so much alike; for some thousands of texts.

    Only texts that share a run of words are compared.
    """
    shingles = {name: shingles_of(text) for name, text in texts.items()}
    holders: dict[int, list[str]] = {}
    for name, runs in shingles.items():
        for run in runs:
            holders.setdefault(run, []).append(name)
    pairs = {pair for names in holders.values() for pair in combinations(sorted(names), 2)}
    found = (Copy(one, other, _share(shingles[one], shingles[other])) for one, other in pairs)
    chosen = [copy for copy in found if copy.share >= alike]
    return tuple(sorted(chosen, key=lambda copy: (-copy.share, copy.first, copy.second)))


def shingles_of(text: str) -> frozenset[int]:
    """Give the runs of five words in a text, as hashes that are the same in every run."""
    from hashlib import blake2b

    words = _WORD.findall(text.lower())
    runs = (" ".join(words[i : i + _SHINGLE]) for i in range(max(1, len(words) - _SHINGLE + 1)))
    return frozenset(
        int.from_bytes(blake2b(run.encode(), digest_size=8).digest(), "big") for run in runs
    )


def _share(one: frozenset[int], other: frozenset[int]) -> float:
    return len(one & other) / len(one | other)
