"""What formulas need beside stocks: asked for while they are compiled, laid out for the run."""

from dataclasses import dataclass, field

from musterbook.core.problem import Problem
from musterbook.scenarios.state import Evaluate


@dataclass(frozen=True, slots=True)
class Lag:
    """A value that trails another: its rows in State.lags, its input, months between two rows."""

    rows: tuple[int, ...]
    follows: Evaluate
    months: float


@dataclass(slots=True)
class Tables:
    """Filled while the formulas of one scenario are compiled.

    `totals` maps a flow to its row of State.totals, `recent` (flow, months) of each recent rate
    asked for to its key in State.drawn, `breaks` the months at which some formula jumps.
    """

    totals: dict[str, int] = field(default_factory=dict)
    lags: list[Lag] = field(default_factory=list)
    recent: dict[tuple[str, float], str] = field(default_factory=dict)
    breaks: set[float] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)

    @property
    def lag_rows(self) -> int:
        """How many rows the lags take up."""
        return sum(len(lag.rows) for lag in self.lags)


def add_lag(tables: Tables, follows: Evaluate, *, months: float, stages: int) -> int:
    """Lay out a lag of so many stages one behind another; give the row that comes out last."""
    first = tables.lag_rows
    rows = tuple(range(first, first + stages))
    tables.lags.append(Lag(rows, follows, months / stages))
    return rows[-1]
