"""A system goes in; the pieces of time over which its flows are taken to run evenly come out.

A fit does not ask how many passed on each day of a month that no sentence looks into: within a
piece (a calendar month, cut where a row begins or ends) a flow runs at an even pace. So the prior
is the same whatever the account's step, and a daily account costs no more than a monthly one.
Between the edges of pieces every stock moves straight, so that one at least 0 at both is at least
0 between. Nothing certain rests on it: conflicts look at every knot.

Where sentences look into so many days that there would be more than a thousand pieces, these
become longer: the days that estimates alone name (not bounds, not assumptions) are thinned out
evenly, and what the even pace may hide of such a day widens its estimate (roughness.py).
"""

import bisect
import itertools
import math
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from musterbook.account.system import ColumnKind, Floats, Group, MemberKind, Row, System
from musterbook.core.when import ONE_DAY, Instant, Period, Step, knots, length_in
from musterbook.fit.network import flow_columns

LONGEST_MONTH = 31  # days: an account of longer steps keeps them
MOST_WIDE = 1_000  # pieces of flows: beyond, whitening alone takes seconds, and they are lengthened
WIDENS = 1.2  # what the days between edges are multiplied with until few enough are left
SAME = 1e-9  # weights closer than this share are one weight


@dataclass(frozen=True, slots=True)
class Pieces:
    """Edges of time, and how pieces make columns: columns = basis @ pieces, both in people.

    First stand the columns that are no flows, as they are (`alone`, by their place in the
    system), then each flow's pieces in order of time. `basis` has shape (column, piece).
    `shares`, (step, piece), is every flow's block of it; `thinned` counts the days named that are
    no edges.
    """

    edges: tuple[Instant, ...]
    alone: tuple[int, ...]
    flows: tuple[str, ...]
    basis: Floats
    shares: Floats
    thinned: int = 0

    @property
    def count(self) -> int:
        """How many unknown numbers of people there are."""
        return int(self.basis.shape[1])

    @property
    def months(self) -> Floats:
        """The edges in months since the opening: shape (edge,)."""
        return np.array([length_in(Step.MONTH, self.edges[0], edge) for edge in self.edges])

    def of_flow(self, flow: str) -> slice:
        """Find a flow's pieces."""
        steps = len(self.edges) - 1
        first = len(self.alone) + self.flows.index(flow) * steps
        return slice(first, first + steps)


def pieces_of(system: System, *, most: int = MOST_WIDE) -> Pieces:
    """Cut the window at the ends of months and wherever a row begins or ends.

    Cuts are thinned out where there would be more than `most` pieces of flows in all.
    """
    edges, thinned = _edges(system, most)
    alone = tuple(i for i, each in enumerate(system.columns) if each.kind is not ColumnKind.FLOW)
    steps = len(edges) - 1
    basis = np.zeros((system.width, len(alone) + steps * len(system.flows)))
    basis[alone, np.arange(len(alone))] = 1.0
    shares = _shares(system.knots, edges)
    for number, flow in enumerate(system.flows):
        first = len(alone) + number * steps
        basis[flow_columns(system, flow.name), first : first + steps] = shares
    return Pieces(edges, alone, tuple(flow.name for flow in system.flows), basis, shares, thinned)


def bounded_days(system: System) -> int:
    """Count the days on which a bound ends: each is an edge, and none of those is thinned out."""
    firm = (group for group in system.groups if not is_estimate(group))
    rows = (row for group in firm for row in (*group.rows[:1], *group.rows[-1:]))
    last = (system.columns[row.columns[-1]] for row in rows if row.columns and not row.is_ratio)
    return len({each.end for each in last if each.kind is ColumnKind.FLOW})


def _edges(system: System, most: int) -> tuple[tuple[Instant, ...], int]:
    first, last = system.knots[0], system.knots[-1]
    longest = max((end - start).days for start, end in itertools.pairwise(system.knots))
    if longest > LONGEST_MONTH:
        return system.knots, 0
    window = Period(first + ONE_DAY, last)
    edges = knots(window, Step.MONTH, _named(system, system.groups))
    most_edges = most // max(len(system.flows), 1) + 1
    if len(edges) <= most_edges:
        return edges, 0
    firm = _named(system, (group for group in system.groups if not is_estimate(group)))
    kept = {first, last, *firm} | {max(knot for knot in edges if knot <= system.as_of)}
    gap, chosen = 1, edges
    while len(chosen) > max(most_edges, len(kept)):
        chosen = _apart(edges, kept, gap=gap)
        gap = max(gap + 1, int(WIDENS * gap))
    return chosen, len(edges) - len(chosen)


def _apart(edges: tuple[Instant, ...], kept: set[Instant], *, gap: int) -> tuple[Instant, ...]:
    """Choose those kept in any case, and of the others such as leave `gap` days to either side."""
    firm, chosen = sorted(kept), sorted(kept)[:1]
    for edge in edges:
        following = firm[min(bisect.bisect_left(firm, edge), len(firm) - 1)]
        is_apart = (edge - chosen[-1]).days >= gap <= (following - edge).days
        if (edge in kept and edge != chosen[-1]) or is_apart:
            chosen.append(edge)
    return tuple(chosen)


def is_estimate(group: Group) -> bool:
    """Say whether a group is one two-sided number of its own, which an even pace may miss a bit."""
    is_claim = group.kind is MemberKind.CLAIM and len(group.rows) == 1
    return is_claim and not group.rows[0].is_ratio and _is_two_sided(group.rows[0])


def _is_two_sided(row: Row) -> bool:
    return math.isfinite(row.low) and math.isfinite(row.high) and row.low < row.high


def _named(system: System, groups: Iterable[Group]) -> set[Instant]:
    """Collect the knots at which rows begin or end.

    Of many rows of numbers the first and last will do, for an even pace keeps those between. A
    share of a stock need not be kept so: the stock may be empty when a month begins.
    """
    where = np.full(system.width, -1, dtype=np.intp)  # a column's place among flows × steps
    table = [flow_columns(system, flow.name) for flow in system.flows]
    shape = (len(table), len(system.knots) - 1)
    if table:
        where[np.concatenate(table)] = np.arange(shape[0] * shape[1])
    found: set[int] = set()
    for group in groups:
        has_shares = any(row.is_ratio for row in group.rows)
        for row in group.rows if has_shares else dict.fromkeys(group.rows[:1] + group.rows[-1:]):
            places = where[list(row.columns)]
            if (places >= 0).any():
                flow, step = np.divmod(places[places >= 0], shape[1])
                first = max(int(step.min()) - 1, 0)  # only as much time as the row spans
                along = np.zeros((shape[0], int(step.max()) + 1 - first))
                np.add.at(along, (flow, step - first), _of_flows(row, places))
                found.update((first + _jumps(along[along.any(axis=1)])).tolist())
    return {system.knots[step + 1] for step in found}


def _of_flows(row: Row, places: NDArray[np.intp]) -> Floats:
    return np.asarray(row.weights)[places >= 0]


def _jumps(weights: Floats) -> NDArray[np.intp]:
    """Find where rows of weights, (flow, step), jump rather than slope, and where they end."""
    change = np.diff(weights, append=0.0)
    near = SAME * np.maximum(np.abs(weights).max(axis=1, initial=0.0), 1.0)[:, None]
    slopes = np.zeros(change.shape, dtype=np.bool_)
    alike = np.abs(np.diff(change)) <= near
    slopes[:, 1:] |= alike
    slopes[:, :-1] |= alike
    return np.flatnonzero(((np.abs(change) > near) & ~slopes).any(axis=0))


def _shares(columns: tuple[Instant, ...], edges: tuple[Instant, ...]) -> Floats:
    """Give the share of each piece's days that lies in each step: shape (step, piece)."""
    ends = np.array([each.toordinal() for each in columns])
    cuts = np.array([each.toordinal() for each in edges])
    overlap = np.minimum(ends[1:, None], cuts[None, 1:]) - np.maximum(
        ends[:-1, None], cuts[None, :-1]
    )
    return np.asarray(np.maximum(overlap, 0) / np.diff(cuts))
