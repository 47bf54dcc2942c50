"""A system and a measure go in; which walls of the account can be felt by it comes out.

Draws tell nothing of what lies beyond a wall, but whether taking it away could matter: a wall of
another part of the network, one that no draw comes near, or one whose distance goes its own way,
cannot move the measure by more than the draws' noise.
"""

from collections.abc import Iterable, Iterator

import numpy as np

from musterbook.account.system import Floats, Group, Row, System, Vector

SLACK = 4.0  # a wall this many sds of its slack away from every draw is idle
TOGETHER = 0.1  # a correlation below it is the noise of a thousand draws, over a dozen rows


class Nearness:
    """Which assumptions a vector may feel; `values` are its draws, shape (draw,)."""

    def __init__(self, system: System, draws: Floats, vector: Vector, *, values: Floats) -> None:
        """Part the network once."""
        self.system, self.draws, self.values = system, draws, values
        self.part = _parts(system)
        self.here = {self.part[system.columns[each].name] for each in vector.columns}
        self.speakers = {
            each.origin for each in system.groups if each.origin and self._is_here(each)
        }

    def bears(self, groups: Iterable[Group]) -> bool:
        """Say whether any member, or its source, speaks of the measure's part of the network."""
        return any(each.origin in self.speakers or self._is_here(each) for each in groups)

    def feels(self, groups: Iterable[Group]) -> bool:
        """Say whether any wall that some members draw may matter."""
        return any(self._row(row) for each in groups for row in each.rows)

    def _is_here(self, group: Group) -> bool:
        return any(self.part[name] in self.here for name in _names(self.system, group))

    def _row(self, row: Row) -> bool:
        values = self.draws @ row.dense(self.system.width)
        spread = float(np.std(values))
        if spread <= 1e-9 * max(float(np.abs(values).max()), 1.0):
            return True  # held where it is: nobody can say where it would go
        is_idle = row.low <= 0 and min(row.weights, default=0.0) >= 0  # people are never negative
        below = np.inf if is_idle else values.min() - row.low
        if min(below, row.high - values.max()) > SLACK * spread:
            return False
        if np.std(self.values) == 0:
            return True
        return bool(abs(np.corrcoef(values, self.values)[0, 1]) > TOGETHER)


def tied_to(system: System, vector: Vector) -> tuple[Group, ...]:
    """List the members that speak of a vector's own part of the network."""
    part = _parts(system)
    here = {part[system.columns[each].name] for each in vector.columns}
    return tuple(
        each for each in system.groups if any(part[name] in here for name in _names(system, each))
    )


def _names(system: System, group: Group) -> Iterator[str]:
    """Name what a member speaks of."""
    return (system.columns[each].name for row in group.rows for each in row.columns)


def _parts(system: System) -> dict[str, str]:
    """Name for all that is spoken of the part it belongs to: flows, stocks and sentences tie."""
    part = {each.name: each.name for each in system.columns}

    def root(name: str) -> str:
        while part[name] != name:
            name = part[name]
        return name

    def tie(names: Iterable[str]) -> None:
        roots = [root(each) for each in names]
        part.update(dict.fromkeys(roots, roots[0]) if roots else {})

    for flow in system.flows:
        ends = (each for each in (flow.source, flow.target) if each in part)
        tie((flow.name, *ends))
    for group in system.groups:
        tie(_names(system, group))
    return {name: root(name) for name in part}
