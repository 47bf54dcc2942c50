"""One account at two steps in, the same prior on totals out."""

from __future__ import annotations

import numpy as np
import pytest
from tools.calibration import steps
from tools.calibration.steps import Prior, widest


def test_the_widest_gap_is_of_any_flow_and_quantile() -> None:
    first = Prior("month", 1, {"a": np.array([10.0, 20.0]), "b": np.array([5.0, 8.0])})
    second = Prior("day", 1, {"a": np.array([10.0, 21.0]), "b": np.array([5.5, 8.0])})
    assert widest([first, second]) == pytest.approx(0.1)


@pytest.mark.parametrize("silent", [False, True], ids=["claims", "none"])
def test_days_give_the_prior_of_months(monkeypatch: pytest.MonkeyPatch, *, silent: bool) -> None:
    # Without claims the first point inside stands in a corner, among hundreds of idle walls.
    # The same random numbers give both steps the same draws, but for a few that rounding parts.
    monkeypatch.setattr(steps, "DRAWS", 1600)
    found = []
    for step in ("day", "month"):
        model = steps._at_step(step)
        system = steps._bare(model.system) if silent else model.system
        found.append(steps._prior(step, system, model.sources))
    assert found[0].pieces == found[1].pieces
    assert widest(found) < 0.02
