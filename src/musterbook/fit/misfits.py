"""Draws and what the groups say go in; the claims that the answer does not honour come out."""

import numpy as np

from musterbook.account.system import Floats, Group, System
from musterbook.fit.gaussian import Prior
from musterbook.fit.observations import Observed, Term
from musterbook.fit.prior import sd_of
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
    groups = {group.name: group for group in system.groups}
    found = (
        _residual(groups[term.group], term, unknowns, prior=prior, theta=theta)
        for term in observed.terms
    )
    far = (each for each in found if abs(each.sds) > MANY_SDS)
    return tuple(sorted(far, key=lambda each: -abs(each.sds)))


def _residual(
    group: Group, term: Term, unknowns: Unknowns, *, prior: Prior, theta: Floats
) -> Residual:
    counted = term.weights[: unknowns.people]
    true = theta[:, : unknowns.people] @ counted
    own = float(np.median(theta @ term.weights - term.target)) / term.sd
    rest = term.weights.copy()
    rest[: unknowns.people] = 0.0
    plain = float(np.median(true) - term.target) / np.hypot(term.sd, sd_of(prior, rest))
    return Residual(
        group=group.name,
        claims=group.claims,
        words=group.rows[0].words,
        low=min(row.low for row in group.rows),
        high=max(row.high for row in group.rows),
        median=float(np.median(true)),
        sds=float(max((own, plain), key=abs)),
    )
