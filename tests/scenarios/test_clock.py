"""Dates in, months and stretches of equal steps out."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musterbook.core.when import Step
from musterbook.scenarios.clock import clock_of, stretches


def test_the_first_report_is_the_start_and_the_last_the_end():
    clock = clock_of(date(2026, 2, 16), date(2026, 4, 10), step=Step.MONTH)
    assert [each.isoformat() for each in clock.dates] == [
        "2026-02-16",
        "2026-02-28",
        "2026-03-31",
        "2026-04-10",
    ]
    assert clock.ticks == pytest.approx((0, 12 / 28, 12 / 28 + 1, 12 / 28 + 1 + 10 / 30))


def test_a_long_run_by_days_is_reported_by_longer_steps():
    assert len(clock_of(date(2026, 1, 31), date(2026, 12, 31), step=Step.DAY).dates) == 335
    assert (
        len(clock_of(date(2025, 12, 31), date(2029, 12, 31), step=Step.DAY).dates) == 211
    )  # weeks, both ends cut
    assert len(clock_of(date(2025, 12, 31), date(2125, 12, 31), step=Step.DAY).dates) == 401


@given(
    st.lists(st.floats(-5, 20)),
    st.floats(0.01, 15),
    st.floats(0.01, 3),
)
def test_stretches_cover_the_time_without_a_gap_and_break_where_they_should(breaks, end, step):
    found = list(stretches(breaks, end=end, step=step))
    assert found[0].start == 0
    assert found[-1].end == end
    assert all(left.end == right.start for left, right in pairwise(found))
    assert all(each.step <= step * (1 + 1e-6) for each in found)
    assert all(each.at(each.steps) == each.end for each in found)
    inside = [each for each in breaks if 1e-8 < each < end - 1e-8]
    assert all(min(abs(each.start - at) for each in found) < 1e-8 for at in inside)
