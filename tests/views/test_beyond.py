"""A median beyond what is certain in, a sentence that says why that can be out."""

from __future__ import annotations

from tests.oracles.fit_systems import account, claim, says

from musterbook.conflicts.analyse import analyse
from musterbook.fit.answer import answer
from musterbook.fit.options import FitJob, FitOptions
from musterbook.fit.results import Answer
from musterbook.views.beyond import beyond_certain

QUICK = FitOptions(draws=1000, effective=0, prior_draws=64)


def told(*, low: float, high: float) -> str:
    """Two sources, of one number: near to each other, or far apart and just at one."""
    system = account(3, {"enter": ("outside", "here")}, ["here"], typical=2000.0)
    total = system.total_vector("enter", system.knots[0], system.knots[-1])
    system = says(
        system,
        claim("first", total, 1000, 1400, origin="office"),
        claim("second", total, low, high, origin="paper"),
    )
    found = answer(FitJob(system), QUICK, sources={})
    assert isinstance(found, Answer)
    return beyond_certain([found], analyse({system.choice: system}))


def test_a_median_outside_the_certain_bounds_is_explained() -> None:
    said = told(low=1395, high=9000)
    assert said.startswith("Outside what is certain if every claim holds: ")
    assert "enter" in said
    assert "the fit lets sources be off" in said


def test_nothing_is_said_where_medians_are_inside() -> None:
    assert told(low=900, high=1500) == ""
