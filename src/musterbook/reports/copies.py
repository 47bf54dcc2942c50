"""Texts by name go in; pairs of which one is a near copy or a part of the other come out."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from musterbook.reports.boilerplate import without_boilerplate
from musterbook.reports.likely_pairs import likely_pairs
from musterbook.reports.likely_parts import likely_parts
from musterbook.reports.pairs import Pair, pair_of
from musterbook.reports.shared_runs import pairs_that_share
from musterbook.reports.wording import Places, Wordings, wordings_of

ALIKE = 0.5  # share of runs in common; independent reports of one event have under 0.05
CONTAINED = 0.8  # of the shorter text's runs; an article quoted whole loses a few at its ends
SHORTEST_PART = 25  # runs: of a text of under 30 words nearly all may stand anywhere
EXACT_UP_TO = 4_000  # texts: below, comparing exactly takes no longer than sketching


@dataclass(frozen=True, slots=True)
class Copy:
    """Two texts and the share of their five-word runs that they have in common.

    Where `is_part` says so, the first stands in the longer second, and `share` is how much of the
    first's wording does.
    """

    first: str
    second: str
    share: float
    is_part: bool = False


def find_copies(
    texts: Mapping[str, str],
    *,
    alike: float = ALIKE,
    exact_up_to: int = EXACT_UP_TO,
    seed: int = 1,
) -> tuple[Copy, ...]:
    """List pairs of texts that are so much alike, and texts that stand in others; likest first.

    What very many texts share (mastheads, disclaimers) counts for nothing. Of texts with the same
    wording throughout, only the first by name is compared with others. Up to `exact_up_to` texts
    every pair is compared; beyond, the pairs that sketches point at, and each share is exact.

    Source: broder1997
    """
    whole = without_boilerplate(wordings_of(texts))
    firsts, same = _same_wording(whole)
    few = _only(whole, firsts)
    if len(few) <= exact_up_to:
        pairs = pairs_that_share(few, least=min(alike, CONTAINED))
    else:
        pairs = _likely(few, alike=alike, seed=seed)
    found = (copy for each in pairs if (copy := _copy(few, each, alike=alike)))
    return tuple(sorted((*same, *found), key=lambda each: (-each.share, each.first, each.second)))


def _same_wording(wordings: Wordings) -> tuple[list[int], list[Copy]]:
    """Part the first text of each wording from those that repeat it word for word."""
    seen: dict[bytes, int] = {}
    firsts, copies = [], []
    for text in np.flatnonzero(wordings.lengths).tolist():
        first = seen.setdefault(_digest(wordings, text), text)
        if first == text:
            firsts.append(text)
        else:
            copies.append(Copy(wordings.names[first], wordings.names[text], 1.0))
    return firsts, copies


def _digest(wordings: Wordings, text: int) -> bytes:
    from hashlib import blake2b

    return blake2b(wordings.of(text).tobytes(), digest_size=16).digest()


def _only(wordings: Wordings, texts: list[int]) -> Wordings:
    if len(texts) == len(wordings):
        return wordings
    chosen = np.zeros(len(wordings), dtype=bool)
    chosen[texts] = True
    starts: Places = np.cumsum([0, *wordings.lengths[chosen].tolist()], dtype=np.int64)
    names = tuple(wordings.names[each] for each in texts)
    return Wordings(names, wordings.runs[np.repeat(chosen, wordings.lengths)], starts)


def _likely(wordings: Wordings, *, alike: float, seed: int) -> Iterator[Pair]:
    candidates: set[tuple[int, int]] = set()
    for pairs in (
        likely_pairs(wordings, alike=alike, seed=seed),
        likely_parts(wordings, least=SHORTEST_PART),
    ):
        candidates.update(_in_order(pairs))
    return (pair_of(wordings, *each) for each in sorted(candidates))


def _in_order(pairs: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    return ((min(pair), max(pair)) for pair in pairs)


def _copy(wordings: Wordings, pair: Pair, *, alike: float) -> Copy | None:
    """Judge a pair by what it shares, exactly."""
    lengths = {each: int(wordings.lengths[each]) for each in (pair.first, pair.second)}
    share = pair.shared / (sum(lengths.values()) - pair.shared)
    first, second = wordings.names[pair.first], wordings.names[pair.second]
    if share >= alike:
        return Copy(first, second, share)
    shorter = min(lengths, key=lengths.__getitem__)
    contained = pair.shared / lengths[shorter]
    if lengths[shorter] < SHORTEST_PART or contained < CONTAINED:
        return None
    part, around = (first, second) if shorter == pair.first else (second, first)
    return Copy(part, around, contained, is_part=True)
