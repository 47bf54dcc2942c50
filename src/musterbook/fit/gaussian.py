"""A Gaussian prior, linear observations and limits go in; a standard Gaussian with walls comes out.

Legend: θ = m + L u with u standard normal a priori; on the equalities u = p + Z v, Z orthonormal,
so that v too is standard normal (the prior conditional on them); the observations give v the
precision P = I + GᵀG = C Cᵀ and the mean q; and v = q + C⁻ᵀ w makes w standard normal again. All
of it works with covariances of the prior, never their inverses: daily steps of a smooth walk are
close to singular.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.linalg import cholesky, qr, solve_triangular

from musterbook.account.system import Floats
from musterbook.fit.observations import Term
from musterbook.fit.polytope import Inside, Limits
from musterbook.fit.walls import Walls

SHARP = 1e5  # an estimate so many times finer than the prior: squared, it leaves six digits of 16
RANK = 1e-9  # singular below this share of the largest: the rows repeat one another


@dataclass(frozen=True, slots=True)
class Prior:
    """θ's mean and a lower triangular root of its covariance: shapes (θ,) and (θ, θ)."""

    mean: Floats
    root: Floats


@dataclass(frozen=True, slots=True)
class Plane:
    """Where the equalities leave room: u = p + Z v, and root @ Z and m + root @ p beside them."""

    foot: Floats
    basis: Floats | None
    centre: Floats
    spread: Floats


@dataclass(frozen=True, slots=True)
class Whitened:
    """θ = centre + spread @ w with w standard normal inside `walls`."""

    centre: Floats
    spread: Floats
    walls: Walls
    plane: Plane
    middle: Floats
    factor: Floats

    def theta(self, points: Floats) -> Floats:
        """Turn points of shape (…, w) back into unknowns, (…, θ)."""
        count = math.prod(points.shape[:-1])
        flat = points.reshape(count, points.shape[-1]) @ self.spread.T
        return np.asarray(self.centre + flat.reshape(*points.shape[:-1], len(self.centre)))


def plane_of(prior: Prior, limits: Limits, inside: Inside) -> Plane:
    """Solve the rows that never have slack, and keep what they leave free."""
    rows, lows = limits.rows[inside.closed], limits.rows[inside.closed] @ inside.point
    lows = np.where(limits.equal[inside.closed], limits.lows[inside.closed], lows)
    held = rows @ prior.root
    length = np.linalg.norm(held, axis=1)
    real = length > 0
    if not real.any():
        return Plane(np.zeros(len(prior.mean)), None, prior.mean, prior.root)
    held = held[real] / length[real, None]
    wanted = (lows - rows @ prior.mean)[real] / length[real]
    turned, upper, order = qr(held.T, pivoting=True)
    rank = int((np.abs(np.diag(upper)) > RANK).sum())
    foot = turned[:, :rank] @ solve_triangular(upper[:rank, :rank], wanted[order[:rank]], trans="T")
    basis = turned[:, rank:]
    return Plane(foot, basis, prior.mean + prior.root @ foot, prior.root @ basis)


def whiten(plane: Plane, terms: Sequence[Term], *, limits: Limits, inside: Inside) -> Whitened:
    """Weigh the observations in, and turn the rows that can be slack into walls."""
    width = plane.spread.shape[1]
    rows, lows = limits.rows[~inside.closed], limits.lows[~inside.closed]
    if not terms:
        walls = Walls(rows @ plane.spread, rows @ plane.centre - lows)
        return Whitened(plane.centre, plane.spread, walls, plane, np.zeros(width), np.eye(width))
    weights = np.array([term.weights for term in terms]).reshape(len(terms), len(plane.centre))
    targets = np.array([term.target for term in terms])
    sds = np.array([term.sd for term in terms])
    seen = (weights @ plane.spread) / sds[:, None]
    missing = (targets - weights @ plane.centre) / sds
    factor, middle = _weighed(seen, missing)
    spread = np.asarray(solve_triangular(factor, plane.spread.T, lower=True).T)
    centre = plane.centre + plane.spread @ middle
    walls = Walls(rows @ spread, rows @ centre - lows)
    return Whitened(centre, spread, walls, plane, middle, factor)


def _weighed(seen: Floats, missing: Floats) -> tuple[Floats, Floats]:
    """Give C of C Cᵀ = I + GᵀG and the mean q, for G `seen` and what is `missing`.

    Where an estimate is far finer than the prior, squaring G would lose every digit; then G is
    turned into a triangle as it is.
    """
    width = seen.shape[1]
    if np.abs(seen).max(initial=0.0) < SHARP:
        factor = np.asarray(cholesky(np.eye(width) + seen.T @ seen, lower=True))
        half = solve_triangular(factor, seen.T @ missing, lower=True)
    else:
        turned, upper = qr(np.concatenate((seen, np.eye(width))), mode="economic")
        signs = np.where(np.diag(upper) < 0, -1.0, 1.0)
        factor = (signs[:, None] * upper).T
        half = signs * (turned[: len(missing)].T @ missing)
    return factor, np.asarray(solve_triangular(factor, half, lower=True, trans="T"))


def place_in(whitened: Whitened, prior: Prior, theta: Floats) -> Floats:
    """Find the w of points θ: (point, θ) -> (point, w)."""
    plane = whitened.plane
    u = solve_triangular(prior.root, (theta - prior.mean).T, lower=True).T - plane.foot
    v = u if plane.basis is None else u @ plane.basis
    return np.asarray((v - whitened.middle) @ whitened.factor)
