"""Estimates of days that lie within pieces go in; the same come out, as much wider as is fair.

Within a piece a flow is taken to run evenly. A walk does not: by the prior's own covariance, the
people of a few days differ from their even share of the piece by some variance, which is added to
that of the estimate's own error. Several days of one piece share part of it, which is left out of
account: pieces are a week or two long, in which a walk is close to straight.
"""

import math
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from musterbook.account.system import Row, System
from musterbook.core.when import Step, length_in
from musterbook.fit.network import flow_columns
from musterbook.fit.observations import Observed
from musterbook.fit.pieces import is_estimate
from musterbook.fit.prior import Scales
from musterbook.fit.unknowns import Unknowns
from musterbook.fit.walk import walk_variance

UNEVEN = 1e-9  # a weight closer than this to its even share is the same


def roughened(
    observed: Observed, system: System, *, unknowns: Unknowns, scales: Scales
) -> Observed:
    """Widen the terms of groups that an even pace may miss; others come back as they are."""
    if not unknowns.pieces.thinned:
        return observed
    misses = _Misses(system, unknowns, scales)
    missed = {group.name: misses.sd(group.rows[0]) for group in system.groups if is_estimate(group)}
    terms = tuple(
        replace(term, sd=float(np.hypot(term.sd, missed.get(term.group, 0.0))))
        for term in observed.terms
    )
    return replace(observed, terms=terms)


class _Misses:
    """What an even pace misses of rows, by the prior on the account's own steps."""

    def __init__(self, system: System, unknowns: Unknowns, scales: Scales) -> None:
        self.months = np.array(
            [length_in(Step.MONTH, system.knots[0], knot) for knot in system.knots]
        )
        self.knots = np.array([knot.toordinal() for knot in system.knots])
        self.edges = np.array([edge.toordinal() for edge in unknowns.pieces.edges])
        self.width, self.shares = system.width, unknowns.pieces.shares
        overlap = self.shares * np.diff(self.edges)
        self.belonging = (overlap / overlap.sum(axis=1, keepdims=True)).T  # piece by step
        self.flows = [
            (flow, flow_columns(system, flow.name), scales.typical[flow.name])
            for flow in system.flows
        ]

    def sd(self, row: Row) -> float:
        """Give the sd of what is missed of one row, in people."""
        weights, total = row.dense(self.width), 0.0
        for flow, columns, typical in self.flows:
            along = weights[columns]
            if along.any():
                here, pieces = self._touched(np.flatnonzero(along))
                even = along[here] @ self.shares[here, pieces] @ self.belonging[pieces, here]
                odd = along[here] - even
                jumps = -np.diff(odd, prepend=0.0, append=0.0)
                at = np.flatnonzero(np.abs(jumps) > UNEVEN)
                varies = walk_variance(
                    self.months[here.start + at],
                    jumps[at],
                    changes=flow.changes,
                    spread=flow.spread,
                )
                total += typical**2 * varies
        return math.sqrt(max(total, 0.0))

    def _touched(self, steps: NDArray[np.intp]) -> tuple[slice, slice]:
        """Find the pieces that some steps lie in, and all steps of these pieces."""
        first, last = self.knots[steps[0]], self.knots[steps[-1] + 1]
        begin = int(np.searchsorted(self.edges, first, "right")) - 1
        end = int(np.searchsorted(self.edges, last, "left"))
        here = (
            int(np.searchsorted(self.knots, self.edges[begin], "right")) - 1,
            int(np.searchsorted(self.knots, self.edges[end], "left")),
        )
        return slice(*here), slice(begin, end)
