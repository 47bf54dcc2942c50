"""A scale taken from the claims must come out of the cut-off prior at about that scale."""

from pathlib import Path

import numpy as np
import pytest

from musterbook.fit.fit import fit_answers
from musterbook.fit.options import FitOptions
from musterbook.workbench import Workbench

CASES = Path(__file__).parents[1] / "cases"
MANY = FitOptions(draws=304, effective=0, prior_draws=400)


@pytest.fixture(scope="module")
def answer():
    bench = Workbench(CASES / "contingent")
    report, problems = fit_answers(bench.fit_jobs(), MANY, sources=bench.case.sources)
    assert problems == ()
    return report.answers[0]


@pytest.mark.parametrize("flow", ["deploy", "kill", "wound", "evacuate", "rotate"])
def test_the_prior_of_a_derived_scale_holds_what_the_claims_allow(answer, flow):
    low, high = {
        "deploy": (14_500, 19_705),
        "kill": (1_500, 3_000),
        "wound": (4_000, 5_500),
        "evacuate": (1_500, 5_500),
        "rotate": (1_045, 1_155),
    }[flow]
    path = answer.measures[flow]
    at = path.at(answer.system.as_of)
    assert path.prior_q05[at] < high
    assert path.prior_q95[at] > low
    middle = (path.prior_q05[at] + path.prior_q95[at]) / 2
    assert middle < 1.3 * high


@pytest.mark.parametrize(
    ("measure", "low", "high"),
    [("casualties", 6_000, 7_000), ("killed", 1_500, 3_000), ("sent", 18_000, 19_705)],
)
def test_the_posterior_does_not_drift_from_what_is_certain(answer, measure, low, high):
    path = answer.measures[measure]
    at = path.at(answer.system.as_of)
    assert np.interp(path.q50[at], [0.95 * low, 1.07 * high], [0, 1]) not in (0, 1)


def test_a_scale_nobody_spoke_of_is_said_to_be_made_up(tmp_path: Path) -> None:
    (tmp_path / "case.yaml").write_text("title: A camp\nwindow: 2025-01 to 2025-03\n", "utf-8")
    account = "stocks: {camp: in the camp}\noutside: [land]\nflows: {arrive: land -> camp}\n"
    (tmp_path / "account.yaml").write_text(account, "utf-8")
    (found,) = Workbench(tmp_path).fit(MANY).answers
    kinds = {each.kind.value for each in found.warnings}
    assert "scale made up" in kinds
    assert "scale taken from the claims" not in kinds
