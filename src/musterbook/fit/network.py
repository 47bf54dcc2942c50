"""A system goes in; its stocks and totals at every knot, as rows or along draws, come out."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from musterbook.account.system import ColumnKind, Floats, System
from musterbook.core.when import Step, length_in


def months_of(system: System) -> Floats:
    """Give the knots in months since the opening: shape (knot,)."""
    opening = system.knots[0]
    return np.array([length_in(Step.MONTH, opening, knot) for knot in system.knots])


def flow_columns(system: System, flow: str) -> NDArray[np.intp]:
    """List a flow's columns in order of time: shape (step,)."""
    return np.array([system.index[flow, knot] for knot in system.knots[1:]], dtype=np.intp)


def stock_rows(system: System) -> Floats:
    """Give every stock at every knot that could fall below 0: shape (row, column).

    A stock that nothing leaves cannot, so long as its columns do not.
    """
    left = {flow.source for flow in system.flows}
    blocks = [_rows_of_stock(system, stock) for stock in system.stocks if stock in left]
    return np.concatenate(blocks) if blocks else np.zeros((0, system.width))


def _rows_of_stock(system: System, stock: str) -> Floats:
    steps = len(system.knots) - 1
    rows = np.zeros((steps, system.width))
    rows[:, system.index[stock, system.knots[0]]] = 1.0
    until = np.tril(np.ones((steps, steps)))
    for flow in system.flows:
        sign = float((flow.target == stock) - (flow.source == stock))
        if sign:
            rows[:, flow_columns(system, flow.name)] += sign * until
    return rows


def nonnegative_columns(system: System) -> NDArray[np.intp]:
    """List the columns that may not fall below 0."""
    chosen = [i for i, each in enumerate(system.columns) if each.nonnegative]
    return np.array(chosen, dtype=np.intp)


def columns_of_kind(system: System, kind: ColumnKind) -> list[int]:
    """List the columns of one kind."""
    return [i for i, each in enumerate(system.columns) if each.kind is kind]


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
