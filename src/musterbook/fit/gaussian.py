"""A Gaussian prior, linear observations and limits go in; a standard Gaussian with walls comes out.

Legend: θ = m + L u with u standard normal a priori; on the equalities u = p + Z v, Z orthonormal,
so that v too is standard normal (the prior conditional on them); the observations give v the
precision P = I + GᵀG = C Cᵀ and the mean q; and v = q + C⁻ᵀ w makes w standard normal again. All
of it works with covariances of the prior, never their inverses: daily steps of a smooth walk are
close to singular.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from musterbook.account.system import Floats
from musterbook.fit.observations import Term
from musterbook.fit.polytope import Inside, Limits
from musterbook.fit.triangles import Triangle
from musterbook.fit.turn import Turn, turn_of
from musterbook.fit.walls import Walls

SHARP = 1e5  # an estimate so many times finer than the prior: squared, it leaves six digits of 16
SHARPEST = 1e8  # likewise: what then stays of a row is too little to be told by a difference
FEW = 0.5  # estimates for each v: with fewer it is cheaper to turn only what they look at


@dataclass(frozen=True)
class Prior:
    """θ's mean and a lower triangular root of its covariance: shapes (θ,) and (θ, θ)."""

    mean: Floats
    root: Floats

    @cached_property
    def triangle(self) -> Triangle:
        """The root, made ready to solve with."""
        return Triangle(self.root)


@dataclass(frozen=True, slots=True)
class Plane:
    """Where the equalities leave room: u = foot + Z v, and root @ Z and m + root @ foot beside it.

    `walls` are the rows that can be slack, over v.
    """

    foot: Floats
    turn: Turn | None
    centre: Floats
    spread: Floats
    walls: Walls

    def among(self, limits: Limits, inside: Inside) -> "Plane":
        """Give the same plane between other rows that can be slack."""
        walls = _walls_of(limits, inside, centre=self.centre, spread=self.spread)
        return replace(self, walls=walls)

    def place(self, u: Floats) -> Floats:
        """Find the v of points u of the plane: (point, u) -> (point, v)."""
        return u if self.turn is None else self.turn.free(u)


@dataclass(frozen=True, slots=True)
class Seen:
    """What estimates make of v: v = middle + C⁻ᵀ w, C being `factor`, in what they look at.

    Few estimates look at a few directions only, the columns of `directions`, shape (v, direction);
    across these nothing changes. None: at all.
    """

    middle: Floats
    factor: Triangle
    directions: Floats | None

    def narrowed(self, rows: Floats) -> Floats:
        """Turn rows over v into rows over w."""
        if self.directions is None:
            return self.factor.solve(rows.T).T
        along = rows @ self.directions
        less = self.factor.solve(along.T).T - along
        return np.asarray(rows + less @ self.directions.T)

    def place(self, points: Floats) -> Floats:
        """Find the w of points v: (point, v) -> (point, w)."""
        off = points - self.middle
        if self.directions is None:
            return np.asarray(off @ self.factor.lower)
        along = off @ self.directions
        return np.asarray(off + (along @ self.factor.lower - along) @ self.directions.T)


@dataclass(frozen=True, slots=True)
class Whitened:
    """θ = centre + spread @ w with w standard normal inside `walls`."""

    centre: Floats
    spread: Floats
    walls: Walls
    plane: Plane
    seen: Seen | None

    def theta(self, points: Floats) -> Floats:
        """Turn points of shape (…, w) back into unknowns, (…, θ)."""
        count = math.prod(points.shape[:-1])
        flat = points.reshape(count, points.shape[-1]) @ self.spread.T
        flat += self.centre
        return np.asarray(flat.reshape(*points.shape[:-1], len(self.centre)))


def plane_of(prior: Prior, limits: Limits, inside: Inside) -> Plane:
    """Solve the rows that never have slack, and keep what they leave free."""
    rows, lows = limits.rows[inside.closed], limits.rows[inside.closed] @ inside.point
    lows = np.where(limits.equal[inside.closed], limits.lows[inside.closed], lows)
    held = rows @ prior.root
    length = np.linalg.norm(held, axis=1)
    real = length > 0
    foot, turn, spread = np.zeros(len(prior.mean)), None, prior.root
    if real.any():
        held = held[real] / length[real, None]
        wanted = (lows - rows @ prior.mean)[real] / length[real]
        turn = turn_of(held)
        foot = turn.foot(wanted)
        spread = turn.free(prior.root)
    centre = prior.mean + prior.root @ foot
    return Plane(
        foot, turn, centre, spread, _walls_of(limits, inside, centre=centre, spread=spread)
    )


def _walls_of(limits: Limits, inside: Inside, *, centre: Floats, spread: Floats) -> Walls:
    """Turn the rows that can be slack into walls."""
    is_open = ~inside.closed
    slack = limits.rows @ centre - limits.lows
    return Walls(limits.sums.times(spread)[is_open], slack[is_open])


def whiten(plane: Plane, terms: Sequence[Term]) -> Whitened:
    """Weigh the observations in."""
    if not terms:
        return Whitened(plane.centre, plane.spread, plane.walls, plane, None)
    weights = np.array([term.weights for term in terms]).reshape(len(terms), len(plane.centre))
    targets = np.array([term.target for term in terms])
    sds = np.array([term.sd for term in terms])
    missing = (targets - weights @ plane.centre) / sds
    seen = _seen((weights @ plane.spread) / sds[:, None], missing)
    walls = Walls(
        seen.narrowed(plane.walls.rows), plane.walls.slack + plane.walls.rows @ seen.middle
    )
    centre = plane.centre + plane.spread @ seen.middle
    return Whitened(centre, seen.narrowed(plane.spread), walls, plane, seen)


def left_of(plane: Plane, terms: Sequence[Term], *, weights: Floats) -> float:
    """Give the variance that observations leave a row over θ, walls aside: shape (θ,)."""
    row = (weights @ plane.spread)[None]
    if terms:
        sds = np.array([term.sd for term in terms])[:, None]
        rows = np.array([term.weights for term in terms]) @ plane.spread / sds
        row = _seen(rows, np.zeros(len(rows))).narrowed(row)
    return float(np.square(row).sum())


def _seen(rows: Floats, missing: Floats) -> Seen:
    """Say what estimates make of v, for `rows` G, (estimate, v), of sd 1 and what is `missing`."""
    is_sharp = np.abs(rows).max(initial=0.0) > SHARPEST
    if is_sharp or len(rows) > FEW * rows.shape[1]:
        factor, middle = _weighed(rows, missing)
        return Seen(middle, factor, None)
    directions, upper = np.linalg.qr(rows.T)
    factor, middle = _weighed(upper.T, missing)
    return Seen(directions @ middle, factor, directions)


def _weighed(seen: Floats, missing: Floats) -> tuple[Triangle, Floats]:
    """Give C of C Cᵀ = I + GᵀG and the mean q, for G `seen` and what is `missing`.

    Where an estimate is far finer than the prior, squaring G would lose every digit; then G is
    turned into a triangle as it is.
    """
    width = seen.shape[1]
    if np.abs(seen).max(initial=0.0) < SHARP:
        factor = Triangle(np.asarray(np.linalg.cholesky(np.eye(width) + seen.T @ seen)))
        half = factor.solve(seen.T @ missing)
    else:
        turned, upper = np.linalg.qr(np.concatenate((seen, np.eye(width))))
        signs = np.where(np.diag(upper) < 0, -1.0, 1.0)
        factor = Triangle((signs[:, None] * upper).T)
        half = signs * (turned[: len(missing)].T @ missing)
    return factor, factor.solve_turned(half)


def place_in(whitened: Whitened, prior: Prior, theta: Floats) -> Floats:
    """Find the w of points θ: (point, θ) -> (point, w)."""
    plane = whitened.plane
    u = prior.triangle.solve((theta - prior.mean).T).T
    points = plane.place(u - plane.foot)
    return points if whitened.seen is None else whitened.seen.place(points)
