"""A system goes in; how large its flows and openings plausibly are comes out.

A declared `typical` is taken as it is. A flow without one is given a scale from the claims: half
way between the least and the most people that they allow it over the whole window, nobody being
counted beyond the largest number said about its part of the network. That uses the claims twice,
and the answer says so.
"""

import math
from collections.abc import Iterable, Mapping

from musterbook.account.system import ColumnKind, MemberKind, System, Vector
from musterbook.fit.network import months_of
from musterbook.fit.prior import Scales, alone_columns

UNSAID = 1_000.0  # people, where no number is said at all: nothing else suggests itself
LEAST_SHARE = 0.01  # of the largest number: a scale is never taken smaller, or the prior decides


def scales_of(system: System) -> Scales:
    """Take declared scales, and derive the others from the claims."""
    largest = _largest_numbers(system)
    part = _parts_of_network(system)
    sizes = {stock: largest.get(root, UNSAID) for stock, root in part.items()}
    flow_sizes = {
        flow.name: max(sizes.get(flow.source, 0.0), sizes.get(flow.target, 0.0)) or UNSAID
        for flow in system.flows
    }
    derived = tuple(flow.name for flow in system.flows if flow.typical is None)
    typical = _derive(system, derived, sizes=flow_sizes)
    months = float(months_of(system)[-1])
    for flow in system.flows:
        if flow.typical is not None:
            least = LEAST_SHARE * flow_sizes[flow.name] / months
            typical[flow.name] = flow.typical if flow.typical > 0 else least
    return Scales(typical, _alone_sizes(system, sizes), derived)


def _derive(
    system: System, flows: tuple[str, ...], *, sizes: Mapping[str, float]
) -> dict[str, float]:
    months = float(months_of(system)[-1])
    allowed = _allowed_totals(system, flows)
    typical = {}
    for flow in flows:
        low, high = allowed.get(flow, (0.0, math.inf))
        most = min(high, max(sizes[flow], low))
        typical[flow] = max((low + most) / 2, LEAST_SHARE * sizes[flow]) / months
    return typical


def _allowed_totals(system: System, flows: tuple[str, ...]) -> dict[str, tuple[float, float]]:
    """Find the least and most of each flow's total that the claims allow; empty if they clash."""
    from musterbook.conflicts.bounds import bounds_of
    from musterbook.conflicts.frame import frame_of
    from musterbook.conflicts.programme import Programme

    if not flows or not any(group.kind is MemberKind.CLAIM for group in system.groups):
        return {}
    frame = frame_of(system)
    first, last = system.knots[0], system.knots[-1]
    vectors: dict[str, Vector] = {name: system.total_vector(name, first, last) for name in flows}
    groups = [i for i, group in enumerate(system.groups) if not group.is_derived]
    spoken = [frame.over_totals(vector) for vector in vectors.values()]
    programme = Programme(frame, groups, spoken=spoken)
    if not programme.is_feasible(groups):
        return {}
    found = bounds_of(programme, groups, vectors=vectors)
    return {
        name: (low or 0.0, math.inf if high is None else high)
        for name, (low, high) in found.items()
    }


def _alone_sizes(system: System, sizes: Mapping[str, float]) -> dict[int, float]:
    """Give each opening its part's size, each earlier total the largest number said of it."""
    found = {}
    for column in alone_columns(system):
        known = system.columns[column]
        if known.kind is ColumnKind.OPENING:
            found[column] = sizes.get(known.name, UNSAID)
        else:
            touching = (row for g in system.groups for row in g.rows if column in row.columns)
            found[column] = max(
                (each for row in touching for each in _finite((row.low, row.high))), default=UNSAID
            )
    return found


def _parts_of_network(system: System) -> dict[str, str]:
    """Name for each stock the part of the network it belongs to."""
    part = {stock: stock for stock in system.stocks}

    def root(stock: str) -> str:
        while part[stock] != stock:
            stock = part[stock]
        return stock

    for flow in system.flows:
        if flow.source in part and flow.target in part:
            part[root(flow.source)] = root(flow.target)
    return {stock: root(stock) for stock in system.stocks}


def _largest_numbers(system: System) -> dict[str, float]:
    """Find the largest number said about each part of the network."""
    part = _parts_of_network(system)
    ends = {flow.name: (flow.source, flow.target) for flow in system.flows}
    largest: dict[str, float] = {}
    for group in system.groups:
        for row in group.rows:
            numbers = () if row.is_ratio else tuple(_finite((row.low, row.high)))
            for column in row.columns if any(numbers) else ():
                name = system.columns[column].name
                for stock in ends.get(name, (name,)):
                    if stock in part:
                        root = part[stock]
                        largest[root] = max(largest.get(root, 0.0), *numbers)
    return {root: size for root, size in largest.items() if size > 0}


def _finite(ends: Iterable[float]) -> Iterable[float]:
    return (abs(each) for each in ends if math.isfinite(each))
