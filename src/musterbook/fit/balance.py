"""An answer goes in; opening + in − out = closing comes out, for every stock and period.

Every draw balances exactly. Medians need not: the median of a sum is not the sum of medians, and
what lies between the two is told with each line.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

import numpy as np

from musterbook.account.system import Floats
from musterbook.core.when import Instant, last_day
from musterbook.fit.network import Paths, paths_of
from musterbook.fit.results import Answer
from musterbook.fit.summary import evenly_weighted

FEW_MONTHS = 2  # a window with no more month's ends than this is balanced at every knot


@dataclass(frozen=True, slots=True)
class Moved:
    """The median of those who passed along a flow in a period; `sign` is +1 into the stock."""

    flow: str
    sign: int
    median: float


@dataclass(frozen=True, slots=True)
class Balance:
    """One stock over one period, all in people: medians of what it held and who came and went.

    The period runs from the end of `start` to the end of `end`. `residual` is the closing median
    less what the other medians add up to.
    """

    stock: str
    start: date
    end: date
    opening: float
    moved: tuple[Moved, ...]
    closing: float

    @property
    def came(self) -> float:
        """Who came in, the medians of the flows added up."""
        return sum(each.median for each in self.moved if each.sign > 0)

    @property
    def left(self) -> float:
        """Who went out, the medians of the flows added up."""
        return sum(each.median for each in self.moved if each.sign < 0)

    @property
    def residual(self) -> float:
        """What the medians lack to add up; the draws lack nothing."""
        return self.closing - (self.opening + self.came - self.left)


def balances_of(answer: Answer) -> tuple[Balance, ...]:
    """Balance every stock over every period up to the as-of date, stock by stock."""
    system = answer.system
    paths = paths_of(system, evenly_weighted(answer.draws, answer.weights))
    places = period_ends(system.knots, system.as_of)
    levels = {name: _medians(paths.stocks[name], places) for name in system.stocks}
    flows = {each.name: _moved(paths, each.name, places) for each in system.flows}
    found = []
    for stock in system.stocks:
        signs = {
            each.name: (each.target == stock) - (each.source == stock) for each in system.flows
        }
        for at, (first, last) in enumerate(pairwise(places)):
            moved = tuple(
                Moved(name, sign, float(flows[name][at])) for name, sign in signs.items() if sign
            )
            start, end = system.knots[first], system.knots[last]
            opening, closing = (float(levels[stock][each]) for each in (at, at + 1))
            found.append(Balance(stock, start, end, opening, moved, closing))
    return tuple(found)


def period_ends(knots: Sequence[Instant], as_of: date) -> list[int]:
    """Choose the knots that part periods: the ends of months, or of a short window every knot."""
    known = [at for at, each in enumerate(knots) if at == 0 or each <= as_of]
    inner = [at for at in known[1:-1] if _ends_a_month(knots[at])]
    if len(inner) <= FEW_MONTHS:
        return known
    return [known[0], *inner, known[-1]]


def _ends_a_month(day: date) -> bool:
    return day == last_day(day.year, day.month)


def _medians(values: Floats, places: Sequence[int]) -> Floats:
    return np.asarray(np.median(values[:, places], axis=0))


def _moved(paths: Paths, flow: str, places: Sequence[int]) -> Floats:
    return np.asarray(np.median(np.diff(paths.totals[flow][:, places], axis=1), axis=0))
