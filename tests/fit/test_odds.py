"""Evidence against brute force, and what is said of readings."""

from __future__ import annotations

import math

import numpy as np
import pytest
from tests.fit.test_posterior import FLOWS, SOURCES, WIDENED, one_flow, oracle, total, two_sided
from tests.oracles.fit_systems import account, claim, says
from tests.oracles.posterior_by_weighting import Oracle, Said

from musterbook.account.system import System
from musterbook.fit.evidence import Evidence, evidence_of
from musterbook.fit.observations import observe
from musterbook.fit.odds import UNDECIDED, ReadingOdds, _judged, odds_of
from musterbook.fit.options import FitJob, FitOptions
from musterbook.fit.scales import scales_of
from musterbook.fit.unknowns import unknowns_of
from musterbook.fit.worlds import worlds_of


def compare(system: System, slow: Oracle) -> None:
    unknowns, rng = unknowns_of(system), np.random.default_rng(1)
    observed = observe(system, unknowns)
    worlds = worlds_of(
        system, unknowns, observed=observed, scales=scales_of(system), sources=SOURCES, rng=rng
    )
    assert worlds is not None
    found = evidence_of(worlds, observed, rng=rng)
    wanted = slow.log_evidence(1_000_000, np.random.default_rng(5))
    assert found.error < 0.3
    assert found.log == pytest.approx(wanted, abs=3 * found.error + 0.03)


def test_evidence_of_estimates_is_the_mean_density_under_the_prior() -> None:
    system = one_flow()
    groups = [two_sided(system, 190 * k, 190 * k + 60, knot=k) for k in (1, 2, 3)]
    sd = 60 / math.sqrt(12) * WIDENED
    said = [Said(total(0, k - 1), 190 * k, 190 * k + 60, sd) for k in (1, 2, 3)]
    compare(says(system, *groups), oracle(said=said))


def test_evidence_of_a_bound_counts_how_seldom_the_prior_reaches_it() -> None:
    system = account(3, FLOWS, ["here"])
    vector = system.total_vector("enter", system.knots[0], system.knots[3])
    group = claim("more", vector, 550, excess=60, origin="agency")
    stocks = [total(0, k) | {(1, p): -1.0 for p in range(k + 1)} for k in range(3)]
    said = [Said(total(), 550, math.inf, 60, source=1)]
    compare(says(system, group), oracle(2, said=said, stocks=stocks))


def readings(*logs: tuple[float, float, float], error: float = 0.1) -> tuple[ReadingOdds, ...]:
    return tuple(
        ReadingOdds((("word", f"reading {i}"),), tuple(Evidence(each, error, 5) for each in row))
        for i, row in enumerate(logs)
    )


@pytest.mark.parametrize(
    ("rows", "error", "favoured", "why"),
    [
        (((-5, -5, -5), (-9, -8, -10)), 0.1, 0, "leads at every scale"),
        (((-9, -8, -10), (-5, -5, -5)), 0.1, 1, "leads at every scale"),
        (((-5, -5, -9), (-9, -8, -5)), 0.1, None, "once the prior is half or twice as wide"),
        (((-5, -5, -5), (-5.5, -6, -7)), 0.1, None, "three times as likely"),
        (((-5, -5, -5), (-9, -8, -10)), 3.0, None, "the error of working it out"),
    ],
)
def test_a_reading_is_favoured_only_if_it_leads_whatever_the_scale(
    rows: tuple[tuple[float, float, float], ...], error: float, favoured: int | None, why: str
) -> None:
    found = _judged(readings(*rows, error=error), is_alike=True, derived=False)
    assert found.favoured == favoured
    assert why in found.why
    assert (UNDECIDED in found.why) == (favoured is None)


def test_one_reading_alone_is_not_weighed() -> None:
    found = odds_of([FitJob(one_flow())], FitOptions(), sources={})
    assert found.favoured is None
    assert "nothing to weigh" in found.why


def test_a_reading_that_the_claims_speak_for_is_favoured() -> None:
    system = account(3, FLOWS, ["here"])
    enter, leave = (
        system.total_vector(each, system.knots[0], system.knots[3]) for each in ("enter", "leave")
    )
    known = claim("left", leave, 20, 40)
    other = claim("meant", enter, 330, 350, origin="agency")
    wrong = claim("meant", leave, 330, 350, origin="agency")
    jobs = [FitJob(says(system, known, each)) for each in (wrong, other)]
    found = odds_of(jobs, FitOptions(), sources=SOURCES)
    assert found.favoured == 1
    assert min(found.leads) > math.log(3)
    table = found.to_json()
    assert table["scales"] == [0.5, 1.0, 2.0]
