"""The workspace of one chunk of members while they run: arrays in, the same arrays later out.

All arrays are stock-major: one row per stock, flow, total or lag, one column per member, so that
each operation walks along memory (2 to 3 times faster than member-major, measured).
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from musterbook.scenarios.quantiles import Floats

Value: TypeAlias = Any  # Floats of shape (member,), or a plain number where all members agree


@dataclass(slots=True)
class Undefined:
    """How often a formula had no value (a zero was divided by), and when first, in months."""

    members: int = 0
    first: float = 0.0


@dataclass(slots=True)
class State:
    """People now. `stocks`, `totals`, `rates` (per month) and `lags`: shape (row, member).

    `drawn` holds what each member keeps throughout (its sampled numbers and recent rates),
    `parameters` their values now. `now` is in months since the start; `middle` the middle of the
    current stretch, at which dated rules decide; `base` and `left_at` serve those who leave
    evenly: stocks and time at the beginning of the current step.
    """

    stocks: Floats
    totals: Floats
    lags: Floats
    rates: Floats
    drawn: Mapping[str, Floats]
    parameters: dict[str, Value]
    base: Floats
    now: float = 0.0
    middle: float = 0.0
    left_at: float = 0.0
    undefined: dict[str, Undefined] = field(default_factory=dict)

    @property
    def members(self) -> int:
        """How many members run in this chunk."""
        return int(self.stocks.shape[1])

    def missed(self, name: str, where: NDArray[np.bool_]) -> None:
        """Note for how many members a formula has no value now."""
        seen = self.undefined.setdefault(name, Undefined(0, self.now))
        seen.members = max(seen.members, int(np.count_nonzero(where)))


Evaluate: TypeAlias = Callable[[State], Value]
