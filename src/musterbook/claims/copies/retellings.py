"""The figures of many reports go in; pairs that retell one another with a number changed come out.

Two reports that give the same figures within a few days tell of the same briefing. Where one of
these figures is another number in one of them, somebody has changed it on the way: 15,000 sent
became 18,000. An updated toll is no such pair: it changes most of its figures.

Source: dong2009, on telling copies by the values they share
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import product

from musterbook.claims.copies.aligned import changed_within, outside
from musterbook.claims.copies.alignments import Alignments
from musterbook.claims.copies.clues import Clue, clue_of, clue_weights, enough, is_near
from musterbook.claims.copies.figures import Figure, FigurePair, Telling, may_be_one
from musterbook.claims.copies.passages import Alignment

# Reports that give one figure within days of one another and are compared: of more, nobody can
# say who retells whom, and the cost would grow with the square of their number.
MOST_NEIGHBOURS = 100
_SPEAKER = 1  # digits that the same speaker of what differs is worth: many reports name a few
_ALIKE_NAMES = 0.6  # share of the shorter name's words: `South Korea's service` in the longer one
_WORD = re.compile(r"\w+")

Names = frozenset[str]


@dataclass(frozen=True, slots=True)
class Retelling:
    """Two reports, the earlier first: the figures they agree on, and those that differ.

    Each pair of figures has the first report's first.
    """

    first: Telling
    second: Telling
    agreed: tuple[FigurePair, ...]
    changed: tuple[FigurePair, ...]


def find_retellings(
    tellings: Iterable[Telling],
    near_copies: Collection[Names] = (),
    *,
    texts: Mapping[str, str] | None = None,
) -> tuple[Retelling, ...]:
    """List pairs of reports that seem to tell the same, with a number changed in one of them.

    Args:
        tellings: the reports with their figures.
        near_copies: pairs of names whose wording is nearly the same; of these, every changed
            number is listed.
        texts: what the near copies say, by name: their sentences are held against one another.
    """
    listed = sorted(tellings, key=_order)
    scale = _Scale(clue_weights(listed), enough(listed))
    pairs = {
        frozenset((one.name, other.name)): (one, other) for one, other in _neighbours(listed, scale)
    }
    known = {each.name: each for each in listed}
    alignments = Alignments(texts or {})
    compared = [compare(*pair) for names, pair in pairs.items() if names not in near_copies]
    for names in near_copies:
        one, other = sorted((known[each] for each in names), key=_order)
        compared.append(compare(one, other, alignments.of(one, other)))
    found = (each for each in compared if _is_mutated(each, scale, near_copies=near_copies))
    return tuple(sorted(found, key=lambda each: (_order(each.first), _order(each.second))))


@dataclass(frozen=True, slots=True)
class _Scale:
    """How much each figure weighs, and how much must agree."""

    weights: Mapping[Clue, float]
    enough: float


def _order(telling: Telling) -> tuple[date, str]:
    """Put the earlier report first; of one day, by name."""
    return telling.published or date.max, telling.name


def _neighbours(tellings: Sequence[Telling], scale: _Scale) -> Iterator[tuple[Telling, Telling]]:
    """Give the pairs, near in time, that agree on enough to be looked at."""
    clues = [set(map(clue_of, each.figures)) & scale.weights.keys() for each in tellings]
    holders: dict[Clue, list[int]] = defaultdict(list)
    for place, own in enumerate(clues):
        for clue in sorted(own):
            holders[clue].append(place)
    for group in holders.values():
        for at, first in enumerate(group):
            for second in group[at + 1 : at + 1 + MOST_NEIGHBOURS]:
                one, other = tellings[first], tellings[second]
                if not is_near(one.published, other.published):
                    continue
                agreed = sum(scale.weights[each] for each in clues[first] & clues[second])
                if agreed >= scale.enough - _SPEAKER or _is_one_day(one, other):
                    yield one, other


def _is_one_day(one: Telling, other: Telling) -> bool:
    """Say whether two reports are of one day, and both name a speaker."""
    speak = (any(figure.by for figure in each.figures) for each in (one, other))
    return one.published == other.published is not None and all(speak)


def compare(one: Telling, other: Telling, alignment: Alignment | None = None) -> Retelling:
    """Pair the figures of two reports: first those that agree, then those that cannot both be.

    A number that a report repeats is one figure. Of near copies, whose sentences are aligned, those
    that differ in a number alone are told by their place; only what stands elsewhere is held
    against one another by what it counts.
    """
    aligned = changed_within(alignment, one, other) if alignment else ()
    left, right = outside(alignment, one, other) if alignment else (one.figures, other.figures)
    told = {each.ends for pair in aligned for each in pair}
    given = [set(map(clue_of, each.figures)) for each in (one, other)]
    left = [each for each in left if each.ends not in told and clue_of(each) not in given[1]]
    right = [each for each in right if each.ends not in told and clue_of(each) not in given[0]]
    return Retelling(one, other, tuple(_agreed(one, other)), (*aligned, *_changed(left, right)))


def _agreed(one: Telling, other: Telling) -> Iterator[FigurePair]:
    """Pair what both give, each thing's number once."""
    rest: dict[Clue, list[Figure]] = defaultdict(list)
    for figure in _distinct(other.figures):
        rest[clue_of(figure)].append(figure)
    for figure in _distinct(one.figures):
        same = rest[clue_of(figure)]
        if same:
            yield figure, same.pop(0)


def _distinct(figures: Iterable[Figure]) -> list[Figure]:
    first: dict[object, Figure] = {}
    for each in figures:
        first.setdefault((each.counted, each.ends), each)
    return list(first.values())


def _changed(left: Iterable[Figure], right: Iterable[Figure]) -> Iterator[FigurePair]:
    """Give the figures of one thing that have one number on each side and cannot both be meant.

    A report may give its number twice, in the headline and below: the sentences most alike show it.
    """
    here, there = _by_thing(left), _by_thing(right)
    for thing, ones in here.items():
        pairs = list(product(ones, there.get(thing, ())))
        is_one_each = len({(one.ends, other.ends) for one, other in pairs}) == 1
        if is_one_each and all(_clash(*pair) for pair in pairs):
            yield max(pairs, key=_words_in_common)


def _by_thing(figures: Iterable[Figure]) -> Mapping[str, Sequence[Figure]]:
    groups: dict[str, list[Figure]] = defaultdict(list)
    for each in figures:
        groups[each.counted].append(each)
    return groups


def _clash(one: Figure, other: Figure) -> bool:
    return is_near(one.ended, other.ended) and not may_be_one(one, other)


def _words_in_common(pair: FigurePair) -> float:
    one, other = (set(_WORD.findall(each.words.casefold())) for each in pair)
    return len(one & other) / max(1, len(one | other))


def _is_mutated(found: Retelling, scale: _Scale, *, near_copies: Collection[Names]) -> bool:
    """Judge by how much agrees; the same words or the same speaker on one day count for much."""
    agreed, changed = len(found.agreed), len(found.changed)
    if not changed:
        return False
    if frozenset((found.first.name, found.second.name)) in near_copies:
        return True
    is_one_speaker = all(same_speaker(one.by, other.by) for one, other in found.changed)
    weight = sum(scale.weights.get(clue_of(one), 0) for one, _ in found.agreed)
    if agreed > changed and weight + _SPEAKER * is_one_speaker >= scale.enough:
        return True
    return agreed >= changed and is_one_speaker and _is_one_day(found.first, found.second)


def same_speaker(one: str, other: str) -> bool:
    """Say whether two names may be one speaker's: most words of the shorter in the longer."""
    words = [_name_words(each) for each in (one, other)]
    few, many = sorted(words, key=len)
    return bool(few) and len(few & many) >= _ALIKE_NAMES * len(few)


def _name_words(name: str) -> set[str]:
    """Fold a name's words: Korea, Korea's and Korean are one."""
    words = (each for each in _WORD.findall(name.casefold()) if each not in ("s", "the", "of"))
    return {each.removesuffix("n") if len(each) > len("iran") else each for each in words}
