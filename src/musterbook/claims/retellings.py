"""The figures of many reports go in; pairs that retell one another with a number changed come out.

Two reports that give the same figures within a few days tell of the same briefing. Where one of
these figures is another number in one of them, somebody has changed it on the way: 15,000 sent
became 18,000. An updated toll is no such pair: it changes most of its figures.

Source: dong2009, on telling copies by the values they share
"""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from musterbook.claims.clues import Clue, clue_of, clue_weights, enough, is_near
from musterbook.claims.figures import Figure, Telling, may_be_one

# Reports that give one figure within days of one another and are compared: of more, nobody can
# say who retells whom, and the cost would grow with the square of their number.
MOST_NEIGHBOURS = 100
_SPEAKER = 1  # digits that the same speaker of what differs is worth: many reports name a few
_ALIKE_NAMES = 0.6  # share of the shorter name's words: `South Korea's service` in the longer one
_NAME_WORD = re.compile(r"\w+")

FigurePair = tuple[Figure, Figure]
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
    tellings: Iterable[Telling], near_copies: Collection[Names] = ()
) -> tuple[Retelling, ...]:
    """List pairs of reports that seem to tell the same, with a number changed in one of them.

    Args:
        tellings: the reports with their figures.
        near_copies: pairs of names whose wording is nearly the same; of these, every changed
            number is listed.
    """
    listed = sorted(tellings, key=_order)
    scale = _Scale(clue_weights(listed), enough(listed))
    pairs = {
        frozenset((one.name, other.name)): (one, other) for one, other in _neighbours(listed, scale)
    }
    known = {each.name: each for each in listed}
    for names in near_copies:
        one, other = sorted((known[each] for each in names), key=_order)
        pairs[names] = (one, other)
    compared = (compare(*pair) for pair in pairs.values())
    found = (each for each in compared if _is_mutated(each, scale, near_copies=near_copies))
    return tuple(sorted(found, key=lambda each: (_order(each.first), _order(each.second))))


@dataclass(frozen=True, slots=True)
class _Scale:
    """How much each figure weighs, and how much must agree."""

    weights: Mapping[Clue, float]
    enough: float


def _order(telling: Telling) -> tuple[date, str]:
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


def compare(one: Telling, other: Telling) -> Retelling:
    """Pair the figures of two reports: first those that agree, then those that cannot both be."""
    rest, agreed = list(other.figures), []
    for figure in one.figures:
        same = next((each for each in rest if _agree(figure, each)), None)
        if same is not None:
            rest.remove(same)
            agreed.append((figure, same))
    matched = {id(figure) for figure, _ in agreed}
    left = [each for each in one.figures if id(each) not in matched]
    return Retelling(one, other, tuple(agreed), tuple(_changed(left, rest)))


def _agree(one: Figure, other: Figure) -> bool:
    return one.family == other.family and one.ends == other.ends


def _changed(left: Sequence[Figure], right: Sequence[Figure]) -> Iterator[FigurePair]:
    """Give the figures of one thing that stand alone on each side and cannot both be meant."""
    here, there = (Counter(each.counted for each in side) for side in (left, right))
    for one in left:
        for other in right:
            is_alone = one.counted == other.counted and here[one.counted] == there[one.counted] == 1
            if is_alone and is_near(one.ended, other.ended) and not may_be_one(one, other):
                yield one, other


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
    words = (each for each in _NAME_WORD.findall(name.casefold()) if each not in ("s", "the", "of"))
    return {each.removesuffix("n") if len(each) > len("iran") else each for each in words}
