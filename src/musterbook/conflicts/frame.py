"""A System in, the same rows over running totals out: few non-zeros, few dates.

Legend: z are the unknowns of the programme: first every opening and every total from before the
window, then C[f, k], all who had passed along flow f by knot k. Over C a total is one entry, a
change two, and a stock one per flow that touches it, however long the window is.

A knot that no row speaks of may be left out without changing any answer: where the stocks at its
two neighbours are at least 0, moving everyone at an even pace keeps them so in between.
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from musterbook.account.system import ColumnKind, Floats, Row, System, Vector
from musterbook.core.when import Instant

NOISE = 1e-11  # weights below it are what rounding left of a difference of equal weights
Integers = NDArray[np.intp]
Sparse = tuple[Integers, Floats]  # places in z and their weights


@dataclass(frozen=True, slots=True)
class StockShape:
    """A stock: its opening's place in z, and the flows that enter it (1) or leave it (-1)."""

    name: str
    opening: int
    touched: tuple[tuple[int, float], ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """How the columns of a system turn into running totals.

    `free` are the system's columns that stay as they are, `moved[f, k]` its column of flow f in
    the step that ends at knot k + 1. `rows[g]` holds the rows of group g over z.
    `never_negative[f]` says so of flow f; `island[f]` numbers the part of the network that it
    lies in, no flow or stock of which meets one of another part.
    """

    system: System
    free: Integers
    moved: Integers
    rows: tuple[tuple[Sparse, ...], ...]
    never_negative: tuple[bool, ...]
    island: tuple[int, ...]
    stocks: tuple[StockShape, ...]

    @property
    def step_count(self) -> int:
        """How many steps lie between the knots."""
        return int(self.moved.shape[1])

    def over_totals(self, vector: Row | Vector) -> Sparse:
        """Give a row or vector over the system's columns as one over z."""
        return _over_totals(vector.dense(self.system.width), self.free, moved=self.moved)

    def step_of(self, place: int) -> int | None:
        """Tell at the end of which step (from 0) a place of z stands; None for openings."""
        beyond = place - len(self.free)
        return None if beyond < 0 else beyond % self.step_count

    def flow_of(self, place: int) -> int:
        """Tell which flow's total a place of z beyond the openings holds."""
        return (place - len(self.free)) // self.step_count

    def named(self, rows: Iterable[Sparse]) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """List the flows on whose islands rows speak of someone, and the steps they speak of."""
        places = [row_places for row_places, _ in rows]
        together = np.concatenate(places) if places else np.array([], dtype=np.intp)
        beyond = np.unique(together[together >= len(self.free)]) - len(self.free)
        islands = {self.island[flow] for flow in np.unique(beyond // self.step_count).tolist()}
        flows = [flow for flow, island in enumerate(self.island) if island in islands]
        return tuple(flows), tuple(np.unique(beyond % self.step_count).tolist())

    def instant(self, step: int) -> Instant:
        """Give the knot at which a step ends."""
        return self.system.knots[step + 1]


def frame_of(system: System) -> Frame:
    """Turn every row of a system into running totals."""
    free = np.array(
        [i for i, each in enumerate(system.columns) if each.kind is not ColumnKind.FLOW],
        dtype=np.intp,
    )
    moved = np.array(
        [[system.index[flow.name, knot] for knot in system.knots[1:]] for flow in system.flows],
        dtype=np.intp,
    ).reshape(len(system.flows), len(system.knots) - 1)
    rows = tuple(
        tuple(_over_totals(row.dense(system.width), free, moved=moved) for row in group.rows)
        for group in system.groups
    )
    negative = [[system.columns[each].nonnegative for each in flow] for flow in moved.tolist()]
    stocks = _stock_shapes(system, free)
    islands = _islands(len(system.flows), stocks)
    return Frame(system, free, moved, rows, tuple(map(all, negative)), islands, stocks)


def _over_totals(weights: Floats, free: Integers, *, moved: Integers) -> Sparse:
    over_flows = weights[moved]
    over_flows[:, :-1] -= over_flows[:, 1:]
    together = np.concatenate([weights[free], over_flows.ravel()])
    places = np.flatnonzero(np.abs(together) > NOISE)
    return places, together[places]


def _stock_shapes(system: System, free: Integers) -> tuple[StockShape, ...]:
    place = {column: number for number, column in enumerate(free.tolist())}
    shapes = []
    for stock in system.stocks:
        signs = [float((f.target == stock) - (f.source == stock)) for f in system.flows]
        touched = tuple((number, sign) for number, sign in enumerate(signs) if sign)
        shapes.append(StockShape(stock, place[system.index[stock, system.knots[0]]], touched))
    return tuple(shapes)


def _islands(flow_count: int, stocks: Iterable[StockShape]) -> tuple[int, ...]:
    """Give flows that share a stock, directly or through others, one number."""
    island = list(range(flow_count))
    for stock in stocks:
        joined = {island[flow] for flow, _ in stock.touched}
        island = [min(joined) if each in joined else each for each in island]
    return tuple(island)
