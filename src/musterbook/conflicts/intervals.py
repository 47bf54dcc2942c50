"""Rows in, their ends and widths out: how far each number may be off, by one rule."""

from dataclasses import dataclass

import numpy as np

from musterbook.account.system import Group, Row
from musterbook.core.quantity import ABOUT_SHARE


@dataclass(frozen=True, slots=True)
class Half:
    """One end of a row's interval: its group and row by number, and the bound in people."""

    group: int
    row: int
    is_lower: bool
    bound: float


def half_width(row: Row) -> float:
    """Give half the width of a row's interval, in people.

    A one-sided bound has no width: it moves by the share that "about" allows, 5 % of it; a bound
    of 0, and so a comparison of two measures, does not move. An exact number has width 0.
    """
    if np.isinf(row.low) and np.isinf(row.high):
        return 0.0
    if np.isinf(row.low) or np.isinf(row.high):
        return ABOUT_SHARE * abs(row.high if np.isinf(row.low) else row.low)
    return (row.high - row.low) / 2


def gives_together(group: Group) -> bool:
    """Say whether the rows of a group share one error, as a level held throughout does.

    Rows over people who move in different steps give each for itself; so do rates.
    """
    if any(row.is_ratio for row in group.rows):
        return False
    seen: set[int] = set()
    for row in group.rows:
        if seen & set(row.columns):
            return True
        seen.update(row.columns)
    return False
