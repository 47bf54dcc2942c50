"""A system, its scales and its sources go in; a Gaussian prior over the unknowns comes out.

Each flow is a walk of its own (walk.py); an opening is flat over the range it is given, as nearly
as a Gaussian can be, or as wide as the account where nothing is said; what came before the window
likewise. Truncation to what can be is done by the walls, not here.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from musterbook.account.system import ColumnKind, Floats, MemberKind, System
from musterbook.core.records import Source
from musterbook.fit.bias import bias_covariance
from musterbook.fit.gaussian import Prior
from musterbook.fit.network import columns_of_kind, flow_columns, months_of
from musterbook.fit.unknowns import Unknowns
from musterbook.fit.walk import SPREAD, speed_of, step_covariance


@dataclass(frozen=True, slots=True)
class Scales:
    """How large things are: each flow's typical people per month, and each component's people.

    `derived` names the flows whose scale was taken from the claims; `sizes` gives every opening
    and every total from before the window (by column) the size it may have.
    """

    typical: Mapping[str, float]
    sizes: Mapping[int, float]
    derived: tuple[str, ...] = ()


def prior_of(
    system: System, unknowns: Unknowns, *, scales: Scales, sources: Mapping[str, Source]
) -> Prior:
    """Lay the walks, openings, biases and errors out as one mean and one triangular root."""
    mean, root = np.zeros(unknowns.width), np.zeros((unknowns.width, unknowns.width))
    months = months_of(system)
    for flow in system.flows:
        typical = scales.typical[flow.name]
        columns = flow_columns(system, flow.name)
        covariance = step_covariance(months, sd=SPREAD * typical, speed=speed_of(flow.changes))
        mean[columns] = typical * np.diff(months)
        root[np.ix_(columns, columns)] = np.linalg.cholesky(covariance)
    for column, size in scales.sizes.items():
        mean[column], root[column, column] = _alone(system, column, size)
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


def alone_columns(system: System) -> list[int]:
    """List the columns that are no step of a flow."""
    openings = columns_of_kind(system, ColumnKind.OPENING)
    return openings + columns_of_kind(system, ColumnKind.BEFORE)


def sd_of(prior: Prior, weights: Floats) -> float:
    """Give the prior sd of weights · θ, before any truncation."""
    return float(np.linalg.norm(weights @ prior.root))
