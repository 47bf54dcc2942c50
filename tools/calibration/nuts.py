"""A model and what is reported in, draws by NumPyro's NUTS out: an oracle that shares no code.

The density is written from the method's page. NUTS cannot stand at a wall (with hard ones it was
simply wrong), so beyond each a draw costs ½ (people beyond / SOFT)² instead of being forbidden;
`exactly` has no density at all, so those claims are set aside for this comparison.
Legend: u standard normal, z people by piece and flow, b biases, e shared errors, t what a claim
counts, c the middle (or bound) reported.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable
from dataclasses import dataclass
from types import ModuleType
from typing import Any, TypeAlias

import numpy as np
from tools.calibration.model import Model
from tools.calibration.truths import openings

from musterbook.account.system import Floats, Group, MemberKind, System
from musterbook.fit.bias import LARGEST, bias_covariance
from musterbook.fit.observations import FLAT, WIDENED
from musterbook.fit.pieces import pieces_of
from musterbook.fit.walk import walk_over

SOFT = 0.5  # people beyond a wall that cost half a log unit: with 1, means moved by up to 0.05 sd
SOFT_BIAS = 0.001  # the same for a bias beyond its limit
BELOW_ONE = 0.99  # where the logarithm of 1 − b stops falling: far beyond that limit
CHAINS = 4
SEED = 3
ACCEPTED = 0.95  # of proposals: at 0.8 one draw in five met a wall and diverged

Array: TypeAlias = Any  # of jax, or of numpy
Density = Callable[[Array], Array]


@dataclass(frozen=True, slots=True)
class Layout:
    """How u becomes columns and biases: columns = centre + spread @ u, biases = root @ u'."""

    centre: Floats
    spread: Floats
    root: Floats
    keys: tuple[tuple[str, str], ...]
    errors: tuple[str, ...]

    @property
    def width(self) -> int:
        """How many standard normals there are."""
        return self.spread.shape[1] + len(self.root) + len(self.errors)


def layout_of(model: Model, system: System) -> Layout:
    """Lay out the prior, before anything is cut off."""
    pieces, held = pieces_of(system), openings(system)
    centre, blocks = np.zeros(system.width), []
    for column, (low, high) in held.items():
        centre[column] = (low + high) / 2
        if low < high:
            blocks.append(np.zeros((system.width, 1)))
            blocks[-1][column] = high - low
    for flow in system.flows:
        assert flow.typical is not None
        walk = walk_over(pieces.months, flow.changes, flow.spread)
        columns = [system.index[flow.name, knot] for knot in system.knots[1:]]
        centre[columns] = flow.typical * pieces.shares @ walk.mean
        blocks.append(np.zeros((system.width, len(walk.mean))))
        blocks[-1][columns] = flow.typical * pieces.shares @ walk.root
    claims = [each for each in system.groups if each.kind is MemberKind.CLAIM]
    keys = tuple(sorted({(str(each.origin), each.bias_class) for each in claims}))
    root = np.linalg.cholesky(bias_covariance(keys, model.sources))
    errors = tuple(each.name for each in claims if len(each.rows) > 1)
    return Layout(centre, np.concatenate(blocks, axis=1), root, keys, errors)


def log_density(system: System, layout: Layout, arrays: ModuleType) -> Density:
    """Give the log density of u; `arrays` is jax.numpy, or numpy where nobody differentiates."""
    walls, slack = _walls(system)
    walls_of_u, slack_of_u = walls @ layout.spread, walls @ layout.centre + slack
    claims = [
        _said(each, system, layout=layout, arrays=arrays)
        for each in system.groups
        if each.kind is MemberKind.CLAIM
    ]

    def density(u: Array) -> Array:
        people = layout.spread.shape[1]
        biases = layout.root @ u[people : people + len(layout.root)]
        errors = u[people + len(layout.root) :]
        total = -u @ u / 2 - _outside(walls_of_u @ u[:people] + slack_of_u, SOFT, arrays)
        total -= _outside(LARGEST - biases, SOFT_BIAS, arrays)
        columns = layout.centre + layout.spread @ u[:people]
        for claim in claims:
            total += claim(columns, biases, errors)
        return total

    return density


def _outside(slack: Array, soft: float, arrays: ModuleType) -> Array:
    return (arrays.minimum(slack, 0.0) ** 2).sum() / (2 * soft**2)


def _walls(system: System) -> tuple[Floats, Floats]:
    """Give all that must be at least 0, as rows over the columns: flows, stocks, assumptions."""
    rows, lows = [*np.eye(system.width)], [0.0] * system.width
    for stock in system.stocks:
        for knot in system.knots:
            rows.append(system.stock_vector(stock, knot).dense(system.width))
            lows.append(0.0)
    for group in system.groups:
        if group.kind in {MemberKind.ASSUMPTION, MemberKind.OPENING}:
            for row in group.rows:
                for sign, low in ((1.0, row.low), (-1.0, -row.high)):
                    if math.isfinite(low) and row.low < row.high:
                        rows.append(sign * row.dense(system.width))
                        lows.append(low)
    return np.array(rows), -np.array(lows)


def _said(
    group: Group, system: System, *, layout: Layout, arrays: ModuleType
) -> Callable[[Array, Array, Array], Array]:
    """Give the log density of what one observation reports."""
    rows = np.array([row.dense(system.width) for row in group.rows])
    row, place = group.rows[0], layout.keys.index((str(group.origin), group.bias_class))
    width, wider = row.high - row.low, WIDENED[group.credibility]
    sign = -1.0 if math.isinf(row.low) else 1.0
    middle = np.mean([each for each in (row.low, row.high) if math.isfinite(each)])

    def density(columns: Array, biases: Array, errors: Array) -> Array:
        off = rows @ columns - middle * (1 - biases[place])
        jacobian = arrays.log1p(-arrays.minimum(biases[place], BELOW_ONE))
        if math.isinf(width):
            beyond = sign * off
            excess = beyond.mean() / row.excess
            return jacobian - excess**2 / 2 - _outside(beyond, SOFT, arrays)
        if len(rows) > 1:
            shared = errors[layout.errors.index(group.name)] * math.sqrt(wider**2 - 1)
            inside = width / 2 - abs(off + width / FLAT * shared)
            return jacobian - _outside(inside, SOFT, arrays)
        return jacobian - (off[0] / (width / FLAT * wider)) ** 2 / 2

    return density


@dataclass(frozen=True, slots=True)
class Sampled:
    """Draws chain by chain: columns (draw, column), biases (draw, bias); seconds of each run."""

    columns: Floats
    biases: Floats
    seconds: tuple[float, ...]
    divergent: int


def sample(
    model: Model, system: System, *, warm_up: int, draws: int, chains: int = CHAINS, runs: int = 1
) -> Sampled:
    """Draw by NUTS; of several runs the last is kept, and only the first has to compile."""
    import jax
    import jax.numpy

    jax.config.update("jax_enable_x64", True)  # noqa: FBT003
    from numpyro.infer import MCMC, NUTS

    layout = layout_of(model, system)
    density = log_density(system, layout, jax.numpy)
    runner = MCMC(
        NUTS(potential_fn=lambda u: -density(u), dense_mass=True, target_accept_prob=ACCEPTED),
        num_warmup=warm_up, num_samples=draws, num_chains=chains,
        chain_method="sequential", progress_bar=False,
    )  # fmt: skip
    begin = 0.1 * np.random.default_rng(SEED).standard_normal((chains, layout.width))
    seconds = []
    for run in range(runs):
        began = time.perf_counter()
        runner.run(
            jax.random.PRNGKey(SEED + run),
            init_params=begin if chains > 1 else begin[0],
            extra_fields=("diverging",),
        )
        found = np.asarray(runner.get_samples())
        seconds.append(time.perf_counter() - began)
    people = layout.spread.shape[1]
    return Sampled(
        layout.centre + found[:, :people] @ layout.spread.T,
        found[:, people : people + len(layout.root)] @ layout.root.T,
        tuple(seconds),
        int(np.asarray(runner.get_extra_fields()["diverging"]).sum()),
    )
