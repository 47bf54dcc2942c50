"""The small parts of a fit: pieces of time, limits, tilts, summaries."""

from __future__ import annotations

import itertools
import math
from dataclasses import replace
from datetime import date

import numpy as np
import pytest
from tests.oracles.fit_systems import account, claim, says
from tests.oracles.random_accounts import member

from musterbook.account.system import MemberKind, Row
from musterbook.core.when import Step, length_in
from musterbook.fit.bias import kish_share, shares_of, tilt_remainder, tilt_terms
from musterbook.fit.central import centre_of
from musterbook.fit.effort import effective_draws
from musterbook.fit.gaussian import Prior, left_of, place_in, plane_of, whiten
from musterbook.fit.helpers import WIDER, Slits
from musterbook.fit.observations import Term, observe, without
from musterbook.fit.pieces import pieces_of
from musterbook.fit.polytope import Inside, Limits, look_inside, plainly_closed
from musterbook.fit.prior import Scales
from musterbook.fit.results import QUANTILES
from musterbook.fit.roughness import roughened
from musterbook.fit.start import NEAR, middle_of
from musterbook.fit.start import _newton as newton_step
from musterbook.fit.summary import evenly_weighted, quantiles
from musterbook.fit.unknowns import unknowns_of
from musterbook.fit.walk import walk_over
from musterbook.fit.walls import Walls

FLOWS = {"enter": ("outside", "here")}


def test_days_make_months_and_a_claim_cuts_one() -> None:
    system = account(2, FLOWS, ["here"], step=Step.DAY)
    vector = system.total_vector("enter", system.knots[0], date(2025, 1, 10))
    pieces = pieces_of(says(system, claim("early", vector, 1, 2)))
    assert [str(each) for each in pieces.edges] == [
        "2024-12-31", "2025-01-10", "2025-01-31", "2025-02-28",
    ]  # fmt: skip
    assert pieces.basis.sum(axis=0) == pytest.approx(np.ones(pieces.count))
    tenth = pieces.basis[system.index["enter", date(2025, 1, 3)]]
    assert tenth[pieces.of_flow("enter")] == pytest.approx([0.1, 0, 0])


def test_weeks_that_straddle_a_month_belong_to_both() -> None:
    system = account(2, FLOWS, ["here"], step=Step.WEEK)
    pieces = pieces_of(system)
    week = pieces.basis[system.index["enter", date(2025, 2, 2)]][pieces.of_flow("enter")]
    assert week == pytest.approx([5 / 31, 2 / 28])


def test_limits_that_never_have_slack_are_found() -> None:
    # x + y <= 0 with both at least 0 closes three rows; z has room.
    rows = np.array([[1.0, 0, 0], [0, 1, 0], [-1, -1, 0], [0, 0, 1]])
    equal, grains = np.zeros(4, dtype=np.bool_), np.full(4, 0.5)
    inside = look_inside(Limits(rows, np.array([0, 0, 0, 7.0]), equal, grains), np.ones(3))
    assert inside is not None
    assert inside.closed.tolist() == [True, True, True, False]
    assert inside.point[:2] == pytest.approx([0, 0])
    assert inside.point[2] > 7


def test_limits_that_clash_have_no_inside() -> None:
    rows = np.array([[1.0], [-1.0]])
    limits = Limits(rows, np.array([3.0, -2.0]), np.zeros(2, dtype=np.bool_), np.full(2, 0.5))
    assert look_inside(limits, np.ones(1)) is None


def rough_walls(seed: int, *, aside: float) -> tuple[Walls, np.ndarray]:
    """Give walls around a point that far from the Gaussian's middle, a thin slit among them."""
    rng = np.random.default_rng(seed)
    rows, point = rng.standard_normal((30, 5)), aside * rng.standard_normal(5)
    rows[1] = -rows[0]
    room = rng.uniform(0.5, 2, 30)
    room[:2] = 10.0 ** -rng.integers(1, 4)
    return Walls(rows, room - rows @ point), point


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("aside", [0.0, 3.0, 40.0])
def test_the_middle_is_where_walls_and_gaussian_push_alike(seed: int, aside: float) -> None:
    walls, _ = rough_walls(seed, aside=aside)
    for sharpness in (1.0, 0.05):
        middle = centre_of(walls, sharpness=sharpness)
        assert middle is not None
        slack = walls.rows @ middle + walls.slack
        assert slack.min() > 0
        # What is left to go, seen from here, is a fraction of what draws vary by.
        _, _, decrement = newton_step(walls, middle, slack=slack, weight=sharpness)
        assert decrement < NEAR * sharpness


def test_a_middle_that_rounding_hides_is_walked_to_from_inside(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    walls, start = rough_walls(1, aside=3.0)
    near = middle_of(walls, start)
    monkeypatch.setattr("musterbook.fit.start.centre_of", lambda *_, **__: None)
    assert middle_of(walls, start) == pytest.approx(near, abs=0.5)


@pytest.mark.parametrize("count", [10, 40, 640])
def test_the_tilt_leaves_the_weights_nearly_even(count: int) -> None:
    # A bias b with sd 0.1, n numbers reported, and data that place it within 0.02 of 0.1.
    counts, middle = np.array([float(count)]), np.array([0.1])
    targets, sds = tilt_terms(middle, counts)
    centre = (0.12 + 2 * sds[0] ** 2 / count) / 1.2
    biases = np.random.default_rng(1).normal(centre, 0.02, (4000, 1))
    assert kish_share(shares_of(tilt_remainder(biases, middle, counts))) > 0.9
    plain = shares_of(counts * np.log1p(-biases)[:, 0])
    assert targets[0] == pytest.approx(-0.8)
    assert kish_share(plain) < kish_share(shares_of(tilt_remainder(biases, middle, counts)))


def test_effective_draws_of_a_chain_with_a_known_memory() -> None:
    rng, memory, count = np.random.default_rng(2), 0.8, 20_000
    chain = np.zeros((count, 2))
    noise = rng.standard_normal((count, 2))
    for i in range(1, count):
        chain[i] = memory * chain[i - 1] + noise[i]
    chain[:, 1] = noise[:, 1]
    found = effective_draws(chain, np.full(count, 1 / count))
    assert found[0] == pytest.approx(count * (1 - memory) / (1 + memory), rel=0.25)
    assert found[1] == pytest.approx(count, rel=0.1)


def test_even_weights_come_from_repeating_draws() -> None:
    draws, weights = np.arange(4.0)[:, None], np.array([0.5, 0.25, 0.25, 0.0])
    assert evenly_weighted(draws, weights)[:, 0].tolist() == [0, 0, 1, 2]


def test_a_slit_is_found_and_its_help_is_taken_off_again() -> None:
    rng, rows = np.random.default_rng(3), np.array([[1.0, 0.0], [0.0, 1.0]])
    theta = np.column_stack((rng.uniform(70, 71, 500), rng.normal(0, 10, 500)))
    slits = Slits(rows)
    assert slits.has_narrow(theta, 10 * np.eye(2))
    assert slits.move(theta, 10 * np.eye(2))
    (term,) = slits.terms()
    assert term.weights.tolist() == [1.0, 0.0]
    assert term.sd == pytest.approx(WIDER / np.sqrt(12), rel=0.1)
    density = -(((theta @ term.weights - term.target) / term.sd) ** 2) / 2
    assert density + slits.log_weights(theta) == pytest.approx(np.zeros(500))
    assert not slits.move(theta, 10 * np.eye(2))


def test_a_share_of_a_stock_is_kept_in_every_step() -> None:
    # Nobody is here when January begins, so a tenth of the stock a week lets nobody leave in the
    # first week; an even pace over the month would close January for good.
    system = account(1, FLOWS | {"leave": ("here", "outside")}, ["here"], step=Step.WEEK)
    rows = []
    for start, end in itertools.pairwise(system.knots):
        moved, held = system.total_vector("leave", start, end), system.stock_vector("here", start)
        weights = moved.weights + tuple(-0.1 * each for each in held.weights)
        rows.append(Row(moved.columns + held.columns, weights, -math.inf, 0, "l", is_ratio=True))
    share = member("a tenth", rows, kind=MemberKind.ASSUMPTION)
    assert len(pieces_of(says(system, share)).edges) >= len(system.knots)


def test_days_that_a_long_table_names_are_thinned_out_but_not_those_of_bounds() -> None:
    system = account(6, FLOWS, ["here"], step=Step.DAY)
    days = list(itertools.pairwise(system.knots))
    vectors = [system.total_vector("enter", start, end) for start, end in days]
    table = [claim(f"on day {i}", vector, 3, 5) for i, vector in enumerate(vectors)]
    bound = replace(claim("more", vectors[40], 2, excess=5.0), name="more")
    full = pieces_of(says(system, *table, bound))
    assert (len(full.edges), full.thinned) == (len(system.knots), 0)
    pieces = pieces_of(says(system, *table, bound), most=40)
    assert len(pieces.edges) <= 41
    assert pieces.thinned == len(system.knots) - len(pieces.edges)
    assert set(days[40]) <= set(pieces.edges)
    assert max((end - start).days for start, end in itertools.pairwise(pieces.edges)) <= 8


def test_what_an_even_pace_misses_of_a_day_is_what_a_walk_strays_from_it() -> None:
    system = account(2, FLOWS, ["here"], step=Step.DAY)
    days = list(itertools.pairwise(system.knots))
    table = [claim(f"{i}", system.total_vector("enter", *day), 3, 5) for i, day in enumerate(days)]
    system = says(system, *table)
    unknowns = replace(unknowns_of(system), pieces=pieces_of(system, most=3))
    scales = Scales({"enter": 100.0}, {}, {}, ())
    plain = observe(system, unknowns)
    wide = roughened(plain, system, unknowns=unknowns, scales=scales)
    months = np.array([length_in(Step.MONTH, system.knots[0], day) for day in system.knots])
    root = walk_over(months, "quickly").root
    rng = np.random.default_rng(5)
    people = 100 * rng.standard_normal((4000, len(days))) @ root.T
    shares = unknowns.pieces.shares
    even = people @ (shares > 0) @ shares.T
    strayed = np.sqrt(np.square(people - even).mean(axis=0))
    added = [math.sqrt(b.sd**2 - a.sd**2) for a, b in zip(plain.terms, wide.terms, strict=True)]
    assert np.array(added) == pytest.approx(strayed, rel=0.1)


def test_quantiles_are_those_of_numpy() -> None:
    draws = np.random.default_rng(0).normal(size=(101, 3))
    for levels in (QUANTILES, (0.0, 1.0)):
        assert (quantiles(draws, levels) == np.quantile(draws, levels, axis=0)).all()
    assert (quantiles(draws[:, 0]) == np.quantile(draws[:, 0], QUANTILES)).all()


def test_what_equalities_hold_is_closed_without_a_programme() -> None:
    rows = np.array([[1.0, 0, 0], [1, 0, 0], [1, 1, 0], [0, 1, 0], [0, 1, 1]])
    equal = np.array([True, False, False, False, True])
    limits = Limits(rows, np.zeros(5), equal, np.full(5, 0.5))
    assert plainly_closed(limits).tolist() == [True, True, False, False, True]


def test_what_is_observed_without_some_is_what_the_others_say() -> None:
    system = account(3, FLOWS, ["here"], step=Step.MONTH)
    first, last = system.knots[0], system.knots[-1]
    vector = system.total_vector("enter", first, last)
    groups = (
        claim("two-sided", vector, 90, 110, origin="radio"),
        claim("open", vector, 80, math.inf, origin="paper", excess=20.0),
        claim("exact", vector, 100, 100, origin="radio"),
    )
    whole = says(system, *groups)
    unknowns = unknowns_of(whole)
    observed = observe(whole, unknowns)
    for names in ({"open"}, {"two-sided", "exact"}, set()):
        left = without(observed, names, system=whole, unknowns=unknowns)
        again = observe(whole.without(*names), unknowns)
        assert [each.group for each in left.terms] == [each.group for each in again.terms]
        assert [each.group for each in left.limits] == [each.group for each in again.limits]
        assert left.counts == again.counts


@pytest.mark.parametrize("count", [2, 30])
def test_few_estimates_leave_what_many_would_by_the_long_way(count: int) -> None:
    rng = np.random.default_rng(count)
    width = 12
    prior = Prior(rng.standard_normal(width), np.tril(rng.standard_normal((width, width))))
    rows = np.concatenate((rng.standard_normal((2, width)), np.eye(width)))
    inside = Inside(np.zeros(width), np.arange(len(rows)) < 2)
    limits = Limits(rows, -np.ones(len(rows)), inside.closed, np.ones(len(rows)))
    plane = plane_of(prior, limits, inside)
    sds = rng.uniform(0.5, 2, count)
    weights = rng.standard_normal((count, width))
    terms = [Term("", row, 1.0, float(sd)) for row, sd in zip(weights, sds, strict=True)]
    whitened = whiten(plane, terms)
    # Covariances by the book, the rows that never have slack and the estimates as conditions.
    seen = np.concatenate((rows[:2], weights))
    noise = np.diag(np.concatenate((np.zeros(2), sds**2)))
    covariance = prior.root @ prior.root.T
    gain = covariance @ seen.T @ np.linalg.inv(seen @ covariance @ seen.T + noise)
    told = np.concatenate((-np.ones(2), np.ones(count)))
    assert whitened.centre == pytest.approx(prior.mean + gain @ (told - seen @ prior.mean))
    left = covariance - gain @ seen @ covariance
    assert whitened.spread @ whitened.spread.T == pytest.approx(left, abs=1e-6)
    assert left_of(plane, terms, weights=rows[5]) == pytest.approx(rows[5] @ left @ rows[5])
    points = rng.standard_normal((4, width - 2))
    assert place_in(whitened, prior, whitened.theta(points)) == pytest.approx(points, abs=1e-6)
    assert whitened.walls.rows == pytest.approx(rows[2:] @ whitened.spread)
    assert whitened.walls.slack == pytest.approx(rows[2:] @ whitened.centre + 1)
