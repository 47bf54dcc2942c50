"""A system and its sources go in; the list of everything a fit does not know comes out.

Legend: θ stacks openings and the pieces of every flow (people; pieces.py), one bias
for each source and class of measure (a share), and one shared error for each claim of several
rows (in its own sd).
"""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from musterbook.account.system import Floats, Group, MemberKind, Row, System, Vector
from musterbook.fit.network import flow_columns
from musterbook.fit.pieces import Pieces, pieces_of

BiasKey = tuple[str, str]  # (source, class of measure)


@dataclass(frozen=True, slots=True)
class Unknowns:
    """Where each part of θ stands: people first, then biases, then shared errors."""

    pieces: Pieces
    biases: tuple[BiasKey, ...]
    errors: tuple[str, ...]

    @property
    def width(self) -> int:
        """How many unknowns there are."""
        return self.people + len(self.biases) + len(self.errors)

    @property
    def people(self) -> int:
        """How many of the unknowns count people."""
        return self.pieces.count

    @property
    def first_bias(self) -> int:
        """Where the biases begin."""
        return self.people

    @property
    def first_error(self) -> int:
        """Where the shared errors begin."""
        return self.people + len(self.biases)

    def weights(self, row: Row | Vector) -> Floats:
        """Spread a row over the unknowns: shape (unknown,)."""
        weights = np.zeros(self.width)
        basis = self.pieces.basis
        weights[: self.people] = np.asarray(row.weights) @ basis[list(row.columns)]
        return weights

    def columns(self, theta: Floats, system: System) -> Floats:
        """Turn unknowns, shape (draw, unknown), into the system's columns, (draw, column)."""
        pieces, columns = self.pieces, np.empty((system.width, len(theta)))
        columns[list(pieces.alone)] = theta[:, : len(pieces.alone)].T
        for flow in pieces.flows:
            columns[flow_columns(system, flow)] = pieces.shares @ theta[:, pieces.of_flow(flow)].T
        return columns.T  # all draws of a column lie side by side, as summaries read them

    def bias(self, group: Group) -> int | None:
        """Find the bias a group's number carries, if any."""
        if group.origin is None or not speaks(group):
            return None
        return self.bias_of((group.origin, group.bias_class))

    def bias_of(self, key: BiasKey) -> int:
        """Find the bias of a source in a class of measure."""
        return self.first_bias + self.biases.index(key)

    def error(self, group: Group) -> int | None:
        """Find the shared error of a group of several rows, if it has one."""
        return self.first_error + self.errors.index(group.name) if shares(group) else None


def speaks(group: Group) -> bool:
    """Say whether a group is a source's report of a number, not a bound nobody may move."""
    return (
        group.kind is MemberKind.CLAIM
        and not group.is_derived
        and any(not row.is_ratio for row in group.rows)
    )


def shares(group: Group) -> bool:
    """Say whether a group is one number said of several dates, with one error."""
    reported = [row for row in group.rows if not row.is_ratio]
    return speaks(group) and len(reported) > 1 and any(row.low < row.high for row in reported)


def unknowns_of(system: System) -> Unknowns:
    """List what a fit of a system does not know."""
    groups = tuple(group for group in system.groups if speaks(group))
    return Unknowns(
        pieces_of(system),
        _distinct((each.origin, each.bias_class) for each in groups if each.origin is not None),
        tuple(group.name for group in groups if shares(group)),
    )


def _distinct(keys: Iterable[BiasKey]) -> tuple[BiasKey, ...]:
    return tuple(sorted(set(keys)))
