"""A system goes in; the last day of which its claims say anything of each flow comes out.

After that day no claim limits a flow: what is asked of all claims together would change with news
of something else.
"""

from collections.abc import Mapping

import numpy as np

from musterbook.account.system import ColumnKind, MemberKind, System
from musterbook.core.when import Instant


def last_said(system: System, part: Mapping[str, str]) -> dict[str, Instant]:
    """Find each flow's last knot that a claim speaks of.

    A flow of which none speaks is given the last of its part of the network (`part` names it of
    each stock), and where none speaks of that either, the one of the as-of date.
    """
    own = _last_columns(system)
    root = {
        flow.name: next((part[end] for end in (flow.source, flow.target) if end in part), "")
        for flow in system.flows
    }
    of_part: dict[str, int] = {}
    for flow, day in own.items():
        of_part[root[flow]] = max(of_part.get(root[flow], 0), day)
    today = system.as_of.toordinal()
    return {
        flow: _knot(system, own.get(flow) or of_part.get(where) or today)
        for flow, where in root.items()
    }


def _last_columns(system: System) -> dict[str, int]:
    """Find the day on which the last piece of each flow ends that a claim's rows hold."""
    rows = (row for g in system.groups if g.kind is MemberKind.CLAIM for row in g.rows)
    held = np.zeros(len(system.columns), dtype=bool)
    for row in rows:
        held[list(row.columns)] = True
    last: dict[str, int] = {}
    for place in np.flatnonzero(held):
        column = system.columns[place]
        if column.kind is ColumnKind.FLOW:
            last[column.name] = max(last.get(column.name, 0), column.end.toordinal())
    return last


def _knot(system: System, day: int) -> Instant:
    """Find the last knot that is no later than a day; the window's end where none is."""
    inside = [knot for knot in system.knots[1:] if knot.toordinal() <= day]
    return inside[-1] if inside else system.knots[-1]
