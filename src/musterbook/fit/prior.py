"""A system, its scales and its sources go in; a Gaussian prior over the unknowns comes out.

Each flow is a walk of its own (walk.py); an opening is flat over the range it is given, as nearly
as a Gaussian can be, or as wide as the account where nothing is said; what came before the window
likewise. Truncation to what can be is done by the walls, not here.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from musterbook.account.system import ColumnKind, Floats, MemberKind, System
from musterbook.core.records import Source
from musterbook.fit.bias import bias_covariance
from musterbook.fit.gaussian import Prior
from musterbook.fit.unknowns import Unknowns
from musterbook.fit.walk import apart, walk_along


@dataclass(frozen=True, slots=True)
class Scales:
    """How large things are: each flow's typical people per month, and each component's people.

    `derived` names the flows whose scale was taken from the claims, `least` bounds it below;
    `sizes` gives every opening and every total from before the window (by column) its size.
    `unbounded` names the measures that neither claims nor a declared scale limit from above.
    """

    typical: Mapping[str, float]
    least: Mapping[str, float]
    sizes: Mapping[int, float]
    derived: tuple[str, ...]
    unbounded: tuple[str, ...] = ()

    @property
    def largest(self) -> float:
        """The largest number of people about."""
        return max(self.sizes.values(), default=1.0)


def prior_of(
    system: System,
    unknowns: Unknowns,
    *,
    profiles: Mapping[str, Floats],
    sizes: Mapping[int, float],
    sources: Mapping[str, Source],
    still: NDArray[np.bool_],
    wider: float = 1.0,
) -> Prior:
    """Lay walks, openings, biases and errors out as one mean and one triangular root.

    `profiles` gives each flow's typical people per month by piece, `sizes` the size of every
    column that is no flow; all their sds are made `wider`. `still` marks the unknowns that are
    held at 0, shape (unknown,): a flow that is forbidden for a while says nothing of the rest.
    """
    mean, root = np.zeros(unknowns.width), np.zeros((unknowns.width, unknowns.width))
    pieces = unknowns.pieces
    manners = {(flow.changes, flow.spread) for flow in system.flows}
    months = tuple(pieces.months.tolist())
    walks = {manner: walk_along(months, *manner) for manner in manners}
    for flow in system.flows:
        typical, here = profiles[flow.name], pieces.of_flow(flow.name)
        walk = walks[flow.changes, flow.spread]
        mean[here] = typical * walk.mean
        root[here, here] = wider * typical[:, None] * apart(walk.root, still[here])
    for place, column in enumerate(pieces.alone):
        mean[place], sd = _alone(system, column, sizes[column])
        root[place, place] = wider * sd
    biases = slice(unknowns.first_bias, unknowns.first_error)
    if unknowns.biases:
        root[biases, biases] = np.linalg.cholesky(bias_covariance(unknowns.biases, sources))
    errors = np.arange(unknowns.first_error, unknowns.width)
    root[errors, errors] = 1.0
    return Prior(mean, root)


def _alone(system: System, column: int, size: float) -> tuple[float, float]:
    """Give the mean and sd of an opening or of a total from before the window."""
    if system.columns[column].kind is ColumnKind.BEFORE:
        return size / 2, size
    low, high = _range_of(system, column)
    if math.isfinite(low) and math.isfinite(high):
        return (low + high) / 2, max(high - low, 1.0)
    return (low if math.isfinite(low) else 0.0), size


def _range_of(system: System, column: int) -> tuple[float, float]:
    rows = [
        row
        for group in system.groups
        if group.kind is MemberKind.OPENING
        for row in group.rows
        if row.columns == (column,) and row.weights == (1.0,)
    ]
    low = max((row.low for row in rows), default=-math.inf)
    return low, min((row.high for row in rows), default=math.inf)
