"""Draws and what the groups say go in; the claims that the answer does not honour come out."""

import numpy as np

from musterbook.account.system import Floats, Group, System
from musterbook.fit.gaussian import Prior
from musterbook.fit.observations import Observed, Term
from musterbook.fit.results import Residual
from musterbook.fit.unknowns import Unknowns

MANY_SDS = 2.0  # a claim further off is listed


def misfits(
    system: System, unknowns: Unknowns, *, observed: Observed, prior: Prior, theta: Floats
) -> tuple[Residual, ...]:
    """List claims whose own number lies more than two sd from what the answer believes.

    Counted twice, with the bias as drawn and against the reported number itself (then the sd
    covers the bias too); the larger counts; the furthest off first. `theta` holds evenly
    weighted draws of shape (draw, unknown).
    """
    groups, people = {group.name: group for group in system.groups}, unknowns.people
    weights = observed.weights(unknowns.width)
    own = np.median(theta @ weights.T, axis=0)
    true = np.median(theta[:, :people] @ weights[:, :people].T, axis=0)
    rest = weights.copy()
    rest[:, :people] = 0.0
    doubts = np.linalg.norm(rest @ prior.root, axis=1)
    found = (
        _residual(groups[term.group], term, own=each_own, true=each_true, doubt=doubt)
        for term, each_own, each_true, doubt in zip(observed.terms, own, true, doubts, strict=True)
    )
    far = (each for each in found if abs(each.sds) > MANY_SDS)
    return tuple(sorted(far, key=lambda each: -abs(each.sds)))


def _residual(group: Group, term: Term, *, own: float, true: float, doubt: float) -> Residual:
    """Hold a term against the medians of what it weighs, with its bias (own) and without (true)."""
    both = (own - term.target) / term.sd, (true - term.target) / np.hypot(term.sd, doubt)
    return Residual(
        group=group.name,
        claims=group.claims,
        words=group.rows[0].words,
        low=min(row.low for row in group.rows),
        high=max(row.high for row in group.rows),
        median=float(true),
        sds=float(max(both, key=abs)),
    )
