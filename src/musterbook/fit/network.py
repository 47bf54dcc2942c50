"""A system goes in; its stocks and totals at every knot, along draws, come out."""

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
        parts = [
            weight * (self.totals if is_total else self.stocks)[part]
            for part, weight, is_total in system.measures[name]
        ]
        return np.asarray(np.sum(parts, axis=0))


def paths_of(system: System, draws: Floats) -> Paths:
    """Walk every draw through the account: conservation is this sum, so it holds exactly."""
    totals = {}
    for flow in system.flows:
        moved = np.cumsum(draws[:, flow_columns(system, flow.name)], axis=1)
        totals[flow.name] = np.concatenate((np.zeros((len(draws), 1)), moved), axis=1)
    stocks = {}
    for stock in system.stocks:
        level = draws[:, [system.index[stock, system.knots[0]]]]
        for flow in system.flows:
            level = level + ((flow.target == stock) - (flow.source == stock)) * totals[flow.name]
        stocks[stock] = np.broadcast_to(level, (len(draws), len(system.knots)))
    return Paths(stocks, totals)
