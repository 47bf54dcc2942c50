"""A system and its limits go in; all that must hold, and a point strictly inside it, come out."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from musterbook.account.system import Floats, System
from musterbook.fit.bias import LARGEST
from musterbook.fit.observations import Limit
from musterbook.fit.polytope import GRAIN, Inside, Limits, look_inside, plainly_closed
from musterbook.fit.unknowns import Unknowns

BIAS_GRAIN = 0.01  # room that counts for a bias, as half a person does for people
CLOSE = 0.04  # people: a slack below it may be none


@dataclass(frozen=True, slots=True)
class Room:
    """Everything that must hold of the unknowns, and where its inside is."""

    limits: Limits
    inside: Inside


def still(room: Room, unknowns: Unknowns) -> NDArray[np.bool_]:
    """Mark the pieces of flows that can be nothing but 0: shape (unknown,)."""
    rows, closed = room.limits.rows, room.inside.closed
    alone = closed & (np.count_nonzero(rows, axis=1) == 1) & (room.limits.lows == 0)
    marked = (rows[alone] != 0).any(axis=0)
    marked[unknowns.people :] = False
    return np.asarray(marked)


def room_of(
    system: System, unknowns: Unknowns, *, limits: tuple[Limit, ...], largest: float
) -> Room | None:
    """Gather all limits and look inside them; None where nothing satisfies all.

    `largest` is the largest number of people about, the unit of the linear programme.
    """
    gathered = _gather(system, unknowns, limits)
    units = np.ones(unknowns.width)
    units[: unknowns.people] = max(largest, 1.0)
    inside = look_inside(gathered, units)
    return None if inside is None else Room(gathered, inside)


def wider_room(
    system: System, unknowns: Unknowns, *, limits: tuple[Limit, ...], room: Room, largest: float
) -> Room | None:
    """Look inside fewer limits than a room has, from the room's own point where that will do."""
    gathered = _gather(system, unknowns, limits)
    slack = gathered.rows @ room.inside.point - gathered.lows
    closed = plainly_closed(gathered)
    if (slack[~closed] > CLOSE * gathered.grains[~closed]).all():
        return Room(gathered, Inside(room.inside.point, closed))
    found = room_of(system, unknowns, limits=limits, largest=largest)
    if found is None or (slack[~found.inside.closed] <= 0).any():
        return found
    return Room(gathered, Inside(room.inside.point, found.inside.closed))


def _gather(system: System, unknowns: Unknowns, limits: tuple[Limit, ...]) -> Limits:
    """List the claims' limits, then people and stocks at least 0, then biases below 1."""
    identity = np.eye(unknowns.width)
    said = np.array([each.weights for each in limits]).reshape(len(limits), unknowns.width)
    people = identity[_nonnegative(system, unknowns)]
    stocks = _stock_rows(system, unknowns)
    biases = -identity[unknowns.first_bias : unknowns.first_error]
    rows = np.concatenate((said, people, stocks, biases))
    lows, grains = np.zeros(len(rows)), np.full(len(rows), GRAIN)
    equal = np.zeros(len(rows), dtype=np.bool_)
    lows[: len(limits)] = [each.low for each in limits]
    equal[: len(limits)] = [each.is_equal for each in limits]
    lows[len(rows) - len(biases) :] = -LARGEST
    grains[len(rows) - len(biases) :] = BIAS_GRAIN
    return Limits(rows, lows, equal, grains)


def _nonnegative(system: System, unknowns: Unknowns) -> NDArray[np.bool_]:
    """Mark the unknowns that may not fall below 0: shape (unknown,)."""
    free = np.array([not each.nonnegative for each in system.columns], dtype=np.bool_)
    marked = np.zeros(unknowns.width, dtype=np.bool_)
    marked[: unknowns.people] = ~(unknowns.pieces.basis[free] > 0).any(axis=0)
    return marked


def _stock_rows(system: System, unknowns: Unknowns) -> Floats:
    """Give every stock that people leave at every edge of time: shape (row, unknown).

    A stock that nobody leaves cannot fall below 0, so long as its flows do not.
    """
    pieces, left = unknowns.pieces, {flow.source for flow in system.flows}
    steps = len(pieces.edges) - 1
    until, blocks = np.tril(np.ones((steps, steps))), [np.zeros((0, unknowns.width))]
    for stock in sorted(left & set(system.stocks)):
        rows = np.zeros((steps, unknowns.width))
        rows[:, pieces.alone.index(system.index[stock, system.knots[0]])] = 1.0
        for flow in system.flows:
            sign = (flow.target == stock) - (flow.source == stock)
            rows[:, pieces.of_flow(flow.name)] += sign * until
        blocks.append(rows)
    return np.concatenate(blocks)
