"""Whole answers against the posterior by brute force."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from tests.oracles.fit_systems import account, assume, claim, says
from tests.oracles.posterior_by_weighting import Oracle, Said, moments

from musterbook.account.system import Group, System
from musterbook.core.problem import Place
from musterbook.core.records import Source
from musterbook.fit import walk
from musterbook.fit.answer import answer
from musterbook.fit.options import FitJob, FitOptions
from musterbook.fit.results import Answer

SOURCES = {
    "ministry": Source("ministry", "The ministry", Place("sources.yaml"), reliability="D"),
    "agency": Source("agency", "The agency", Place("sources.yaml"), reliability="C"),
}
SDS = {"ministry": 0.20, "agency": 0.10}
WIDENED = 1.5  # of credibility 3
LENGTHS = (1.0, 1.0, 1.0)
FLOWS = {"enter": ("outside", "here"), "leave": ("here", "outside")}


def fit(system: System, **options: int) -> Answer:
    found = answer(
        FitJob(system), FitOptions(**{"draws": 3000, "effective": 0, **options}), sources=SOURCES
    )
    assert isinstance(found, Answer)
    return found


def parts(word: str) -> tuple[tuple[float, float], ...]:
    level = walk.LEVEL_SHARE
    return (
        (level, walk.speed_of(walk.LEVEL_CHANGES)),
        (1 - level, walk.speed_of(walk.CHANGES[word])),
    )


def oracle(flows: int = 1, **more: object) -> Oracle:
    return Oracle(
        LENGTHS, (100.0,) * flows, tuple(SDS.values()), walk.MEAN, walk.SPREAD, parts("quickly"),
        **more,
    )  # fmt: skip


def compare(found: Answer, weights: dict[tuple[int, int], float], slow: Oracle) -> None:
    """Hold mean and sd of a sum of columns against the oracle's, within a tenth of an sd."""
    people, _, shares = slow.draw(1_500_000, np.random.default_rng(5))
    assert 1 / np.square(shares).sum() > 1500
    values = sum(w * people[:, flow, piece] for (flow, piece), w in weights.items())
    mean, sd = moments(np.asarray(values), shares)
    system = found.system
    names = [flow.name for flow in system.flows]
    columns = {key: system.index[names[key[0]], system.knots[key[1] + 1]] for key in weights}
    drawn = sum(w * found.draws[:, columns[key]] for key, w in weights.items())
    own_mean, own_sd = moments(np.asarray(drawn), found.weights)
    assert own_mean == pytest.approx(mean, abs=0.12 * sd)
    assert own_sd == pytest.approx(sd, rel=0.10)


def total(flow: int = 0, last: int = 2) -> dict[tuple[int, int], float]:
    return {(flow, piece): 1.0 for piece in range(last + 1)}


def one_flow() -> System:
    return account(3, {"enter": ("outside", "here")}, ["here"])


def two_sided(system: System, low: float, high: float, *, knot: int = 3) -> Group:
    vector = system.total_vector("enter", system.knots[0], system.knots[knot])
    return claim(f"total {knot}", vector, low, high)


def test_nothing_said_leaves_the_prior() -> None:
    compare(fit(one_flow()), total(), oracle())


def test_a_two_sided_claim_and_its_bias() -> None:
    system = one_flow()
    found = fit(says(system, two_sided(system, 500, 600)))
    sd = 100 / math.sqrt(12) * WIDENED
    compare(found, total(), oracle(said=[Said(total(), 500, 600, sd)]))


def test_many_claims_of_one_source_tilt_its_bias() -> None:
    system = one_flow()
    groups = [two_sided(system, 190 * k, 190 * k + 60, knot=k) for k in (1, 2, 3)]
    sd = 60 / math.sqrt(12) * WIDENED
    said = [Said(total(0, k - 1), 190 * k, 190 * k + 60, sd) for k in (1, 2, 3)]
    compare(fit(says(system, *groups)), total(), oracle(said=said))


def test_a_one_sided_claim_pulls_down_to_its_bound() -> None:
    system = one_flow()
    vector = system.total_vector("enter", system.knots[0], system.knots[3])
    found = fit(says(system, claim("more", vector, 400, excess=80, origin="agency")))
    said = [Said(total(), 400, math.inf, 80, source=1)]
    compare(found, total(), oracle(said=said))


def test_deep_truncation_and_a_stock_that_may_not_fall_below_nobody() -> None:
    # Hardly anyone came, as the claim has it, while the prior has as many leaving as coming.
    system = account(3, FLOWS, ["here"])
    vector = system.total_vector("enter", system.knots[0], system.knots[3])
    found = fit(says(system, claim("few", vector, 60, 140)))
    sd = 80 / math.sqrt(12) * WIDENED
    stocks = [total(0, k) | {(1, p): -1.0 for p in range(k + 1)} for k in range(3)]
    slow = oracle(2, said=[Said(total(), 60, 140, sd)], stocks=stocks)
    compare(found, total(), slow)
    compare(found, total(1), slow)


def test_a_flow_assumed_to_be_nothing_is_nothing() -> None:
    system = account(3, FLOWS, ["here"])
    leave = system.total_vector("leave", system.knots[0], system.knots[3])
    found = fit(says(system, assume("nobody leaves", leave, 0, 0), two_sided(system, 500, 600)))
    columns = [system.index["leave", knot] for knot in system.knots[1:]]
    assert np.abs(found.draws[:, columns]).max() < 1e-6
    sd = 100 / math.sqrt(12) * WIDENED
    compare(found, total(), oracle(said=[Said(total(), 500, 600, sd)]))


def test_exactly_is_the_limit_of_a_narrow_interval() -> None:
    system = one_flow()
    exact = fit(says(system, two_sided(system, 500, 500)))
    narrow = fit(says(system, two_sided(system, 499, 501)))
    one, other = exact.measures["enter"], narrow.measures["enter"]
    spread = other.q95[-1] - other.q05[-1]
    for name in ("q05", "q50", "q95"):
        assert abs(getattr(one, name)[-1] - getattr(other, name)[-1]) < 0.06 * spread
    bias = exact.biases[:, 0]
    drawn = exact.draws.sum(axis=1)  # the flow alone: its stock starts at nobody
    assert drawn == pytest.approx(500 * (1 - bias), abs=1e-4)


def test_several_rows_of_one_number_share_one_error() -> None:
    # A level said to hold throughout may lie anywhere in its band; were each date its own
    # Gaussian, three dates would narrow it by the root of three.
    system = account(3, FLOWS, ["here"], typical=30.0, empty=False)
    vectors = [system.stock_vector("here", knot) for knot in system.knots]
    parts_ = [claim("level", v, 900, 1100, credibility=1) for v in vectors]
    throughout = replace(parts_[0], rows=tuple(row for each in parts_ for row in each.rows))
    once = fit(says(system, parts_[-1])).measures["here"]
    path = fit(says(system, throughout)).measures["here"]
    assert path.q95[-1] - path.q05[-1] > 0.85 * (once.q95[-1] - once.q05[-1])
