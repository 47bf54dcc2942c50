"""A system goes in; its stocks and totals at every knot, along draws, come out."""

import functools
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from musterbook.account.system import Floats, System


def flow_columns(system: System, flow: str) -> NDArray[np.intp]:
    """List a flow's columns in order of time: shape (step,)."""
    return np.array([system.index[flow, knot] for knot in system.knots[1:]], dtype=np.intp)


@dataclass(frozen=True, slots=True)
class Paths:
    """Stocks, and totals since the opening, along draws: each of shape (draw, knot), people."""

    stocks: Mapping[str, Floats]
    totals: Mapping[str, Floats]

    def measure(self, system: System, name: str) -> Floats:
        """Add up a measure: shape (draw, knot)."""
        parts = (
            weight * (self.totals if is_total else self.stocks)[part]
            for part, weight, is_total in system.measures[name]
        )
        return functools.reduce(np.add, parts)


def paths_of(system: System, draws: Floats) -> Paths:
    """Walk every draw through the account: conservation is this sum, so it holds exactly.

    Along all draws each knot's numbers lie side by side: they are added and sorted so.
    """
    shape = (len(system.knots), len(draws))
    totals = {}
    for flow in system.flows:
        total = np.zeros(shape)
        total[1:] = draws.T[flow_columns(system, flow.name)]
        totals[flow.name] = np.cumsum(total, axis=0, out=total)
    stocks = {}
    for stock in system.stocks:
        level = draws.T[[system.index[stock, system.knots[0]]]]
        for flow in system.flows:
            sign = (flow.target == stock) - (flow.source == stock)
            level = level + sign * totals[flow.name] if sign else level
        stocks[stock] = np.broadcast_to(level, shape)
    return Paths(
        {stock: level.T for stock, level in stocks.items()},
        {flow: total.T for flow, total in totals.items()},
    )
