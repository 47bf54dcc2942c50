"""A system goes in; how large its flows and openings plausibly are comes out.

A declared `typical` is taken as it is. A flow without one is given a scale from the claims: half
way between the least and the most people that they allow it up to the last day that any of them
speaks of it, nobody being counted beyond the largest number said about its part of the network.
What comes after that day no claim limits: counted in, it would make the scale hang on the day of
asking, or on news of something else. That uses the claims twice, and the answer says so.
"""

import math
from collections.abc import Iterable, Mapping

from musterbook.account.system import ColumnKind, MemberKind, System, Vector
from musterbook.core.when import Instant, Step, length_in
from musterbook.fit.last_said import last_said
from musterbook.fit.prior import Scales

UNSAID = 1_000.0  # people, where no number is said at all: nothing else suggests itself
LEAST_SHARE = 0.01  # of the largest number: a scale is never taken smaller, or the prior decides


def scales_of(system: System) -> Scales:
    """Take declared scales, and derive the others from the claims."""
    largest = _largest_numbers(system)
    part = _parts_of_network(system)
    sizes = {stock: largest.get(root, UNSAID) for stock, root in part.items()}
    last = last_said(system, part)
    months = {flow: length_in(Step.MONTH, system.knots[0], day) for flow, day in last.items()}
    most = {
        flow.name: max(sizes.get(flow.source, 0.0), sizes.get(flow.target, 0.0)) or UNSAID
        for flow in system.flows
    }
    least = {flow: LEAST_SHARE * size / months[flow] for flow, size in most.items()}
    derived = tuple(flow.name for flow in system.flows if flow.typical is None)
    allowed, unbounded = _allowed_totals(system, derived, last=last)
    typical = {flow.name: flow.typical or least[flow.name] for flow in system.flows}
    for flow in derived:
        low, high = allowed.get(flow, (0.0, math.inf))
        middle = (low + min(high, max(most[flow], low))) / 2
        typical[flow] = max(middle / months[flow], least[flow])
    return Scales(typical, least, _alone_sizes(system, sizes), derived, unbounded)


def _allowed_totals(
    system: System, flows: tuple[str, ...], *, last: Mapping[str, Instant]
) -> tuple[dict[str, tuple[float, float]], tuple[str, ...]]:
    """Find the least and most of each flow's total that the claims allow; nothing if they clash.

    With them come the measures that a flow of no most total can raise beyond every limit.
    """
    from musterbook.conflicts.bounds import bounds_of
    from musterbook.conflicts.frame import frame_of
    from musterbook.conflicts.programme import Programme

    if not flows or not any(group.kind is MemberKind.CLAIM for group in system.groups):
        return {}, ()
    frame = frame_of(system)
    first = system.knots[0]
    totals = {name: system.total_vector(name, first, last[name]) for name in flows}
    measures = {name: _when_last_said(system, name, last=last) for name in system.measures}
    groups = [i for i, group in enumerate(system.groups) if not group.is_derived]
    spoken = [frame.over_totals(vector) for vector in (*totals.values(), *measures.values())]
    programme = Programme(frame, groups, spoken=spoken)
    if not programme.is_feasible(groups):
        return {}, ()
    found = bounds_of(programme, groups, vectors=totals)
    endless = {name for name, (_, high) in found.items() if high is None}
    raised = {name: each for name, each in measures.items() if _raised(system, each) & endless}
    unasked = {name: each for name, each in raised.items() if totals.get(name) != each}
    tops = {**found, **bounds_of(programme, groups, vectors=unasked)}
    allowed = {
        name: (low or 0.0, math.inf if high is None else high)
        for name, (low, high) in found.items()
    }
    return allowed, tuple(name for name in raised if tops[name][1] is None)


def _raised(system: System, vector: Vector) -> set[str]:
    """Name the columns that raise a sum."""
    return {
        system.columns[column].name
        for column, weight in zip(vector.columns, vector.weights, strict=True)
        if weight > 0
    }


def _when_last_said(system: System, measure: str, *, last: Mapping[str, Instant]) -> Vector:
    """Express a measure on the last day on which a claim speaks of a flow that it hangs on."""
    whole = system.measure_vector(measure, system.knots[-1])
    flows = {system.columns[column].name for column in whole.columns} & last.keys()
    days = [last[flow] for flow in flows] or list(last.values()) or [system.knots[-1]]
    return system.measure_vector(measure, max(days))


def _alone_sizes(system: System, sizes: Mapping[str, float]) -> dict[int, float]:
    """Give each opening its part's size, each earlier total the largest number said of it."""
    found = {}
    for column, known in enumerate(system.columns):
        if known.kind is ColumnKind.FLOW:
            continue
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
    roots = [
        next((part[stock] for stock in ends.get(each.name, (each.name,)) if stock in part), "")
        for each in system.columns
    ]
    largest: dict[str, float] = {}
    for group in system.groups:
        for row in group.rows:
            number = 0.0 if row.is_ratio else max(_finite((row.low, row.high)), default=0.0)
            for root in {roots[column] for column in row.columns} if number else ():
                largest[root] = max(largest.get(root, 0.0), number)
    return {root: size for root, size in largest.items() if root}


def _finite(ends: Iterable[float]) -> Iterable[float]:
    return (abs(each) for each in ends if math.isfinite(each))
