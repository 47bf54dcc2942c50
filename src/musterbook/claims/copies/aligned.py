"""The sentences and figures of two near copies go in; numbers that changed between them come out.

A sentence that stands in both, the same but for a number, says more than any reading of it: what
is counted need not be known, and a bound is no excuse.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from musterbook.claims.copies.figures import Figure, FigurePair, Telling
from musterbook.claims.copies.passages import Alignment, Number, Passage


@dataclass(frozen=True, slots=True)
class _Found:
    """A number that changed, and whether it stands in a headline."""

    pair: FigurePair
    is_heading: bool

    @property
    def rank(self) -> tuple[int, bool]:
        """How well it shows what changed: best by claims on either side, in a sentence."""
        return sum(not each.counted for each in self.pair), self.is_heading


def changed_within(alignment: Alignment, one: Telling, other: Telling) -> tuple[FigurePair, ...]:
    """List the numbers that changed in sentences otherwise the same, each once.

    The headline repeats the toll of the lead: of numbers that changed alike, the one is given that
    claims were read of, and whose sentence is whole.
    """
    found = [each for pair in alignment.changed for each in _within(*pair, one=one, other=other)]
    known = {_values(each.pair) for each in found if each.pair[0].counted}
    told: dict[object, FigurePair] = {}
    for each in sorted(found, key=lambda each: each.rank):
        is_known = each.pair[0].counted or _values(each.pair) not in known
        if is_known:
            told.setdefault((_values(each.pair), each.pair[0].family), each.pair)
    return tuple(told.values())


def outside(
    alignment: Alignment, one: Telling, other: Telling
) -> tuple[list[Figure], list[Figure]]:
    """Give the figures of both that stand in no sentence which the other has too."""
    same, changed = alignment.same, alignment.changed
    return (
        list(_apart(one.figures, [each for each, _ in same], [each for each, _ in changed])),
        list(_apart(other.figures, [each for _, each in same], [each for _, each in changed])),
    )


def _apart(
    figures: Iterable[Figure], same: Sequence[Passage], changed: Sequence[Passage]
) -> Iterator[Figure]:
    """Leave out what sentences settle; a claim of another number than is printed is not settled."""
    for each in figures:
        is_told = any(_overlap(each, passage) for passage in changed)
        is_same = any(_overlap(each, passage) and _is_in(each, passage) for passage in same)
        if not is_told and not is_same:
            yield each


def _is_in(figure: Figure, passage: Passage) -> bool:
    return any(_is_of(figure, number) for number in passage.numbers)


def _overlap(figure: Figure, passage: Passage) -> bool:
    at = figure.at
    return at is not None and at[0] < passage.end and passage.start < at[1]


def _values(pair: FigurePair) -> object:
    return pair[0].ends, pair[1].ends


def _within(first: Passage, second: Passage, *, one: Telling, other: Telling) -> Iterator[_Found]:
    for left, right in zip(first.numbers, second.numbers, strict=True):
        if left.ends != right.ends:
            pair = _named(_figure(one, first, left), _figure(other, second, right))
            yield _Found(pair, first.is_heading)


def _figure(telling: Telling, passage: Passage, number: Number) -> Figure:
    """Give the claim read of a number, or where there is none its sentence."""
    read = [each for each in telling.figures if _is_of(each, number)]
    printed = "" if number.is_count else number.printed
    if read:
        return replace(min(read, key=_length), printed=printed)
    at = (passage.start, passage.end)
    return Figure("", "", *number.ends, passage.words, at=at, printed=number.printed)


def _is_of(figure: Figure, number: Number) -> bool:
    if figure.at is None or not figure.at[0] <= number.start < figure.at[1]:
        return False
    return figure.ends == number.ends or not number.is_count


def _length(figure: Figure) -> int:
    return figure.at[1] - figure.at[0] if figure.at else 0


def _named(one: Figure, other: Figure) -> FigurePair:
    """Call both what either is called."""
    known = one if one.counted else other
    return _called(one, known), _called(other, known)


def _called(figure: Figure, known: Figure) -> Figure:
    if figure.counted:
        return figure
    return replace(figure, counted=known.counted, family=known.family)
