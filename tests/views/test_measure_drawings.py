"""Drawings of one number: prior beside posterior, a logarithmic axis."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from musterbook.fit.results import Fan, MeasurePath
from musterbook.views.fan_frame import Axis, on_axis
from musterbook.views.prior_strip import prior_strip
from musterbook.views.scales import LogScale, log_ticks

DAYS = tuple(date(2025, 1, day) for day in (1, 2, 3, 4))


def path_of(*medians):
    middle = np.array(medians, dtype=float)
    fan = Fan(middle * 0.7, middle * 0.8, middle * 1.2, middle * 1.3)
    parts = [middle * share for share in (1.0, 0.75, 0.9, 1.0, 1.1, 1.25, 0.1, 9.0)]
    return MeasurePath("camp", DAYS, *parts, fan)


@pytest.mark.parametrize(
    ("medians", "dates", "words"),
    [
        ((100, 200, 300, 400), 4, ""),
        ((0, 200, 300, 400), 3, "Drawn from 2025-01-02 on"),
        ((0, 200, 0, 400), None, "the last of them 2025-01-03"),
    ],
)
def test_a_logarithmic_axis_takes_what_is_above_nobody(medians, dates, words):
    shown, said = on_axis(path_of(*medians), Axis.LOG)
    assert (None if shown is None else len(shown.dates)) == dates
    assert words in said
    assert bool(said) == bool(words)
    if shown is not None:
        assert len(shown.fan.q975) == len(shown.prior_q05) == len(shown.dates)


def test_a_linear_axis_leaves_nothing_out():
    shown = path_of(0, 1, 2, 3)
    assert on_axis(shown, Axis.LINEAR) == (shown, "")


def test_decades_are_as_far_from_each_other_as_they_should_be():
    scale = LogScale(10.0, 1000.0, 0.0, 200.0)
    assert [scale(each) for each in (0.0, 10.0, 100.0, 1000.0)] == pytest.approx([0, 0, 100, 200])
    assert log_ticks(10.0, 1000.0) == (10, 20, 50, 100, 200, 500, 1000)


def test_a_prior_far_beyond_the_posterior_is_cut_with_an_arrow():
    near, far = path_of(1, 1, 1, 100), path_of(1, 1, 1, 100)
    far = replace(far, prior_q95=far.prior_q95 * 10)
    near = replace(near, prior_q95=near.prior_q95 / 5)
    assert "<path" not in str(prior_strip(near, 3).drawn)
    assert "<path" in str(prior_strip(far, 3).drawn)
    assert prior_strip(far, 3).before == "0 – 9\u202f000"
