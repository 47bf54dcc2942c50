"""Sixty months, eight stocks, ten flows: all conflicts of 42 claims, the smallest of 400."""

from __future__ import annotations

import pytest
from tests.oracles.random_accounts import RandomAccount

from musterbook.conflicts.analyse import verdict_of
from musterbook.conflicts.options import ConflictOptions
from musterbook.conflicts.results import Verdict

NUMBERS = ("level", "total", "change", "one-sided", "exactly", "mixed", "total", "before")
NO_BOUNDS = ConflictOptions(bounds=False)


def judged(seed: int, claims: int) -> Verdict:
    system = RandomAccount(
        seed,
        group_count=claims,
        stock_count=8,
        flow_count=10,
        steps=60,
        lie_size=3.0,
        kinds=NUMBERS,
    ).system()
    return verdict_of(system, NO_BOUNDS)


@pytest.mark.slow
def test_forty_claims_two_of_them_false() -> None:
    results = [judged(seed, 42) for seed in range(10)]
    clashing = [found for found in results if not found.feasible]
    assert len(clashing) >= 3
    assert all(found.complete for found in clashing if len(found.conflicts) <= 10)


@pytest.mark.slow
def test_four_hundred_claims_give_the_smallest_twenty_and_say_so() -> None:
    found = judged(3, 400)
    assert len(found.conflicts) == NO_BOUNDS.limit
    assert not found.complete
    sizes = [len(each.members) for each in found.conflicts]
    assert sizes == sorted(sizes)
    assert found.ways_out


def test_out_of_time_says_that_there_are_more() -> None:
    system = RandomAccount(0, lies=8, group_count=10, stock_count=2, flow_count=2, steps=2).system()
    found = verdict_of(system, ConflictOptions(seconds=0.0, bounds=False))
    assert not found.feasible
    assert found.conflicts
    assert not found.complete
    (way_out,) = found.ways_out
    assert verdict_of(system.without(*way_out.members), NO_BOUNDS).feasible
