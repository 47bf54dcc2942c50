"""Stocks and the people who want to move in, stocks after the move out: never below zero.

Where all who want to leave a stock are more than it has (with those who enter in the same step),
each of its outflows is cut by the same factor.
"""

from collections.abc import Sequence

import numpy as np

from musterbook.scenarios.quantiles import Floats

Ends = Sequence[tuple[int, int]]  # each flow's rows: the stock it leaves and enters, or -1
ROUND_OFF = 1e-6  # people: a shortage below a millionth of a person is arithmetic, not a finding


def shift(stocks: Floats, moved: Floats, *, ends: Ends) -> None:
    """Take people out of one stock and put the same number into another, in place."""
    for row, (source, target) in enumerate(ends):
        if source >= 0:
            stocks[source] -= moved[row]
        if target >= 0:
            stocks[target] += moved[row]


def settle(stocks: Floats, moved: Floats, *, ends: Ends) -> tuple[Floats, int]:
    """Move people; `moved` is cut in place where a stock runs short.

    Gives the stocks after, and for how many members some stock ran short.
    """
    after = stocks.copy()
    shift(after, moved, ends=ends)
    if after.min(initial=0.0) >= 0:
        return after, 0
    short = np.flatnonzero((after < 0).any(axis=0))
    counted = int(np.count_nonzero((after < -ROUND_OFF).any(axis=0)))
    cut = moved[:, short]
    _cut(stocks[:, short], cut, ends=ends)
    moved[:, short] = cut
    settled = stocks[:, short]
    shift(settled, cut, ends=ends)
    after[:, short] = np.maximum(settled, 0.0)
    return after, counted


def _cut(stocks: Floats, moved: Floats, *, ends: Ends) -> None:
    """Cut outflows until none exceeds its stock: a cut here may starve a stock further on."""
    for _ in range(len(stocks) + 1):
        entering, leaving = np.zeros_like(stocks), np.zeros_like(stocks)
        shift(entering, np.maximum(moved, 0.0), ends=[(-1, target) for _, target in ends])
        shift(leaving, -moved, ends=[(source, -1) for source, _ in ends])
        factors = _factors(stocks + entering, leaving)
        if (factors == 1.0).all():
            return
        _scale(moved, factors, ends=ends)
    # Stocks that feed one another in a circle shrink without end: let nobody leave who was not
    # there at the beginning of the step, which is always enough.
    leaving = np.zeros_like(stocks)
    shift(leaving, -moved, ends=[(source, -1) for source, _ in ends])
    _scale(moved, _factors(stocks, leaving), ends=ends)


def _factors(available: Floats, leaving: Floats) -> Floats:
    short = leaving > available
    return np.where(short, available / np.where(short, leaving, 1.0), 1.0)


def _scale(moved: Floats, factors: Floats, *, ends: Ends) -> None:
    for row, (source, _) in enumerate(ends):
        if source >= 0:
            moved[row] *= factors[source]
