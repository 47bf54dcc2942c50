"""The functions of the rule language: their arguments in, functions over all members out.

The parser has checked how many arguments there are, and of which kind; here is what they mean.
All are of people, people per month or plain numbers, per member.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import reduce
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

from musterbook.account.expression import Date, Expression, Name, Span
from musterbook.account.expression_walk import constant_of
from musterbook.core.when import parse_date
from musterbook.scenarios.tables import add_lag

if TYPE_CHECKING:
    from musterbook.scenarios.compile import Walk
    from musterbook.scenarios.state import Evaluate, State, Value

Arguments: TypeAlias = tuple[Expression, ...]
Build: TypeAlias = Callable[["Walk", Arguments], "Evaluate"]
RECENT_MONTHS = 6.0  # the recent past of a flow without a rule: half a year, as the rules say
PULSE_MONTHS = 1.0  # how long a pulse lasts where no span is given
DELAY_STAGES = 3  # a third-order delay, the usual one of stock-and-flow models


def _extreme(pick: Callable[[Value, Value], Value]) -> Build:
    def build(walk: Walk, arguments: Arguments) -> Evaluate:
        parts = [walk.compile(each) for each in arguments]
        return lambda state: reduce(pick, (part(state) for part in parts))

    return build


def _if(walk: Walk, arguments: Arguments) -> Evaluate:
    test, then, otherwise = (walk.compile(each) for each in arguments)
    return lambda state: np.where(test(state), then(state), otherwise(state))


def _step(walk: Walk, arguments: Arguments) -> Evaluate:
    height, start = walk.compile(arguments[0]), _when(walk, arguments[1])
    return lambda state: height(state) if state.middle > start else 0.0


def _pulse(walk: Walk, arguments: Arguments) -> Evaluate:
    height, start = walk.compile(arguments[0]), _when(walk, arguments[1])
    end = start + (_months(arguments[2]) if len(arguments) == 3 else PULSE_MONTHS)  # noqa: PLR2004
    walk.tables.breaks.add(end)
    return lambda state: height(state) if start < state.middle < end else 0.0


def _ramp(walk: Walk, arguments: Arguments) -> Evaluate:
    slope, start = walk.compile(arguments[0]), _when(walk, arguments[1])
    end = _when(walk, arguments[2]) if len(arguments) == 3 else np.inf  # noqa: PLR2004
    return lambda state: slope(state) * max(0.0, min(state.now, end) - start)


def _when(walk: Walk, argument: Expression) -> float:
    """Place the beginning of a date in months since the start, and let a step begin there."""
    period = parse_date(argument.text) if isinstance(argument, Date) else None
    if period is None:
        walk.fault("MB410", "a date is needed here")
        return 0.0
    months = walk.clock.months(period.opening)
    walk.tables.breaks.add(months)
    return months


def _months(argument: Expression) -> float:
    return argument.months if isinstance(argument, Span) else PULSE_MONTHS


def _lag(stages: int) -> Build:
    """Follow a value exponentially, through one stage or several in a row.

    Before the start the value is taken to have been what it is at the start.
    """

    def build(walk: Walk, arguments: Arguments) -> Evaluate:
        with walk.later():
            follows = walk.compile(arguments[0])
        row = add_lag(walk.tables, follows, months=_months(arguments[1]), stages=stages)
        return lambda state: state.lags[row]

    return build


def _table(walk: Walk, arguments: Arguments) -> Evaluate:
    points = [constant_of(each) for each in arguments[1:]]
    known = [each for each in points if each is not None]
    xs, ys = known[0::2], known[1::2]
    if len(known) < len(points) or sorted(set(xs)) != xs:
        says = "the points of `table` are plain numbers x, y, x, y …, and x must rise"
        return walk.fault("MB410", says, fix="e.g. `table(reserve, 0, 0, 10 000, 1)`")
    value = walk.compile(arguments[0])
    return lambda state: np.interp(value(state), xs, ys)


def _share(walk: Walk, arguments: Arguments) -> Evaluate:
    """Split a scarce stock in proportion to what each lacks; nobody gets more than it lacks."""
    stock, lack, *others = (walk.compile(each) for each in arguments)

    def shared(state: State) -> Value:
        mine = np.maximum(lack(state), 0.0)
        together = mine + sum(np.maximum(each(state), 0.0) for each in others)
        part = mine / np.where(together > 0, together, 1.0)
        return part * np.minimum(stock(state), together)

    return shared


def _rate(walk: Walk, arguments: Arguments) -> Evaluate:
    name = arguments[0]
    flow = walk.flow(name.text) if isinstance(name, Name) else None
    if flow is None:
        return lambda _: np.nan
    return recent(walk.tables.recent, flow, months=_months(arguments[1]))


def recent(wanted: dict[tuple[str, float], str], flow: str, *, months: float) -> Evaluate:
    """Give each member's recent rate of a flow, and note that it is wanted."""
    key = wanted.setdefault(
        (flow, months), f"rate of {flow} over {months:g} month{'' if months == 1 else 's'}"
    )
    return lambda state: state.drawn[key]


FUNCTIONS: MappingProxyType[str, Build] = MappingProxyType(
    {
        "min": _extreme(np.minimum),
        "max": _extreme(np.maximum),
        "if": _if,
        "step": _step,
        "pulse": _pulse,
        "ramp": _ramp,
        "delay": _lag(DELAY_STAGES),
        "smooth": _lag(1),
        "table": _table,
        "share": _share,
        "rate": _rate,
    }
)
