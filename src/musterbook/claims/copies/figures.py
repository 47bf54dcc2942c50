"""A report's extracted claims go in; its figures come out, in few words that two reports share."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final, TypeAlias

from musterbook.claims.claim import ExtractedClaim
from musterbook.core.quantity import ABOUT_SHARE, format_count, grain
from musterbook.core.records import Stance

Ends: TypeAlias = tuple[float, float]
SMALLEST = 10  # people: below, two reports give the same number by chance every day
ROUGHLY = 2 * ABOUT_SHARE  # of a number: a rounder form of it is about the same, either way
# What one report calls injured another calls wounded: no other number is meant.
_SAME: Final = {"injured": "wounded", "dead": "killed", "died": "killed"}
# A telling may name a part of these by the name of the whole: 600 casualties for 600 dead.
_HARM: Final = frozenset({"killed", "wounded", "casualties", "losses", "harmed", "hurt"})


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that a report gives: of what, how many, until when, by whom, in which words.

    `family` is a wider word than `counted`, by which two reports may agree on a number. `low` and
    `high` are None where open. `name` is the claim's id, empty where it has none yet. `at` is where
    its words stand in the text, and `printed` the number in the text's own words where digits would
    not do: a share, `dozens`.
    """

    counted: str
    family: str
    low: float | None
    high: float | None
    words: str
    name: str = ""
    by: str = ""
    ended: date | None = None
    at: tuple[int, int] | None = None
    printed: str = ""

    @property
    def ends(self) -> Ends:
        """The number said: twice the same, or a range; an open end counts as the other."""
        low = self.low if self.low is not None else self.high
        high = self.high if self.high is not None else low
        return low or 0.0, high or 0.0

    @property
    def weight(self) -> int:
        """How telling it is that another report gives it too: its digits but the last zeros.

        6,000 has one, 4,700 two, 1,023,090 six; a very small number or a share has none.
        """
        low, high = self.ends
        place = grain(low, high)
        return 0 if high < SMALLEST or place < 1 else len(f"{high / place:.0f}")

    @property
    def number(self) -> str:
        """The number as text."""
        if self.printed:
            return self.printed
        low, high = self.ends
        return format_count(low) if low == high else f"{format_count(low)} to {format_count(high)}"


FigurePair: TypeAlias = tuple[Figure, Figure]


@dataclass(frozen=True, slots=True)
class Telling:
    """One report: its name, its day where it is known, and the figures it gives."""

    name: str
    published: date | None
    figures: tuple[Figure, ...]


def telling_of(name: str, published: date | None, claims: Iterable[ExtractedClaim]) -> Telling:
    """Take the figures that a text asserts; planned, supposed and denied ones are left out."""
    asserted = (each for each in claims if each.stance == Stance.ASSERTED.value)
    return Telling(name, published, tuple(_figure(each) for each in asserted))


def _figure(claim: ExtractedClaim) -> Figure:
    counted = _SAME.get(claim.counted, claim.counted)
    family = "harm" if counted in _HARM else counted
    how = "".join(f" {each}" for each in (claim.unit, claim.per) if each and each != "person")
    return Figure(
        counted + how,
        family + how,
        claim.low,
        claim.high,
        " ".join(claim.quote.split()),
        by=claim.by[-1] if claim.by else "",
        ended=claim.period_end,
        at=(claim.start, claim.end),
    )


def may_be_one(one: Figure, other: Figure) -> bool:
    """Say whether two numbers may be one: the same more roughly, or a bound of the other."""
    if _bounds(one, other) or _bounds(other, one):
        return True
    # The rougher of the two, rounded to its last digit: 4,700 and 5,000, but not 600 and 1,000.
    (low, high), (least, most) = one.ends, other.ends
    rough = max(grain(*one.ends), grain(*other.ends)) / 2
    rough = min(rough, ROUGHLY * max(high, most))
    return low - rough <= most and least <= high + rough


def _bounds(one: Figure, other: Figure) -> bool:
    """Say whether the first has an open end on the side where the second lies."""
    (low, high), (least, most) = one.ends, other.ends
    return (one.high is None and most >= low) or (one.low is None and least <= high)
