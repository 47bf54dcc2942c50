"""The oracle's density in, the fit's own Gaussian beside it: one posterior, written twice."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.linalg import solve_triangular
from tools.calibration.model import Model, model_of
from tools.calibration.nuts import SOFT, layout_of, log_density
from tools.calibration.peer import ACCOUNT, Drawn, posed
from tools.calibration.sayings import joint

from musterbook.account.system import Floats, System
from musterbook.fit.observations import observe
from musterbook.fit.scales import scales_of
from musterbook.fit.unknowns import Unknowns, unknowns_of
from musterbook.fit.world import World, draw_from
from musterbook.fit.worlds import worlds_of


@pytest.fixture(scope="module")
def drawn() -> tuple[Model, System, World, Unknowns, Floats]:
    model, system, _ = posed()
    rng, unknowns, scales = np.random.default_rng(1), unknowns_of(system), scales_of(system)
    observed = observe(system, unknowns)
    worlds = worlds_of(
        system, unknowns, observed=observed, scales=scales, sources=model.sources, rng=rng
    )
    assert worlds is not None
    theta = draw_from(worlds.after, observed, draws=32, burn=32, rng=rng).theta
    return model, system, worlds.after, unknowns, theta


def normals_of(model: Model, system: System, unknowns: Unknowns, theta: Floats) -> Floats:
    """Turn the fit's unknowns into the oracle's standard normals."""
    layout = layout_of(model, system)
    away = unknowns.columns(theta, system) - layout.centre
    people = np.linalg.lstsq(layout.spread, away.T, rcond=None)[0].T
    places = [unknowns.bias_of(key) for key in layout.keys]
    biases = solve_triangular(layout.root, theta[:, places].T, lower=True).T
    return np.concatenate((people, biases, theta[:, unknowns.first_error :]), axis=1)


def test_the_density_is_the_fits_own_inside_the_walls(
    drawn: tuple[Model, System, World, Unknowns, Floats],
) -> None:
    model, system, world, unknowns, theta = drawn
    observed = observe(system, unknowns)
    ours = -np.square(
        solve_triangular(world.prior.root, (theta - world.prior.mean).T, lower=True)
    ).sum(axis=0)
    for term in observed.terms:
        ours -= np.square((theta @ term.weights - term.target) / term.sd)
    ours /= 2
    for place, count in observed.counts.items():
        ours += count * np.log1p(-theta[:, place])
    normals = normals_of(model, system, unknowns, theta)
    density = log_density(system, layout_of(model, system), np)
    theirs = np.array([density(each) for each in normals])
    assert np.ptp(ours) > 1
    assert np.ptp(ours - theirs) < 1e-3


def test_beyond_a_wall_it_falls(drawn: tuple[Model, System, World, Unknowns, Floats]) -> None:
    model, system, _, unknowns, theta = drawn
    moved = theta[:1].copy()
    moved[0, unknowns.pieces.of_flow("leave").start] = -10 * SOFT
    density = log_density(system, layout_of(model, system), np)
    inside, outside = (
        float(density(normals_of(model, system, unknowns, each)[0])) for each in (theta[:1], moved)
    )
    assert outside < inside - 40


def test_what_is_posed_is_always_the_same() -> None:
    _, system, names = posed()
    _, (again,) = joint(model_of(ACCOUNT), 1, np.random.default_rng(7))
    assert system.groups == again.groups
    assert ("bias of ministry", "strength") in names


def test_moments_are_weighted_and_effective_draws_are_the_fits() -> None:
    values = np.array([[0.0], [1.0]] * 64)
    drawn = Drawn(values, np.tile([0.25, 0.75], 64) / 64, 2, (1.0,))
    (mean,), (sd,) = drawn.moments()
    assert (mean, sd) == (0.75, pytest.approx(np.sqrt(0.1875)))
    assert drawn.effective()[0] == pytest.approx(128 * 0.8)
