"""The figures of many reports go in; how telling it is that two reports agree on one comes out."""

import math
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import TypeAlias

from musterbook.claims.copies.figures import Ends, Figure, Telling

Clue: TypeAlias = tuple[str, Ends]
DAYS = 3  # a briefing is retold on the day and on the next; over a weekend on the third
ENOUGH = 3  # digits that agree: one number of three, or two numbers of which one has two


def is_near(one: date | None, other: date | None, *, days: int = DAYS) -> bool:
    """Say whether two days may be of the same story; of an unknown day nothing is excluded."""
    return one is None or other is None or abs((other - one).days) <= days


def clue_of(figure: Figure) -> Clue:
    """Give what two reports must both say to agree on a figure."""
    return figure.family, figure.ends


def clue_weights(tellings: Sequence[Telling]) -> Mapping[Clue, float]:
    """Weigh every figure worth agreeing on: its digits, or how rare it is where that is more.

    A figure that one report in a thousand gives is as telling as three digits.
    """
    digits = {clue_of(each): each.weight for telling in tellings for each in telling.figures}
    held = Counter(clue for each in tellings for clue in set(map(clue_of, each.figures)))
    return {
        clue: max(weight, math.log10(len(tellings) / held[clue]))
        for clue, weight in digits.items()
        if weight
    }


def enough(tellings: Iterable[Telling]) -> float:
    """Say how many digits must agree, so that hardly a pair of all compared does by chance.

    That is as many as the number of pairs has, of reports near enough in time.
    """
    days = [each.published for each in tellings]
    known = sorted(day for day in days if day is not None)
    unknown = len(days) - len(known)
    pairs = unknown * len(days) + sum(
        bisect_right(known, day + timedelta(DAYS)) - place - 1 for place, day in enumerate(known)
    )
    return max(ENOUGH, math.log10(max(1, pairs)))
