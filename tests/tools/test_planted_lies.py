"""Accounts with false claims in them in, what became of these out."""

from dataclasses import replace

import pytest
from tests.oracles.planted_accounts import Shape, planted
from tools.bench import other_sections
from tools.planted_lies import ALONE, FEW, LIES, SHAPE, TITLE, WITH_FEW, Tally, lie_row, tally

from musterbook.conflicts.analyse import verdict_of

SMALL = Shape(months=6, stocks=3, flows=4, claims=14, lies=2)


def test_all_but_the_lies_is_true() -> None:
    for seed in range(6):
        drawn = planted(seed, SMALL, clashing=True)
        assert len(drawn.false) == 2
        assert not verdict_of(drawn.system, ALONE).feasible
        assert verdict_of(drawn.system.without(*drawn.false), ALONE).feasible


def test_the_same_seed_plants_the_same_lies() -> None:
    one, other = (planted(3, SMALL, clashing=False) for _ in range(2))
    assert one.system.groups == other.system.groups


def test_what_is_caught_has_clashed_and_what_is_unseen_has_not() -> None:
    found = tally(SMALL, 8)
    assert found.accounts == 8
    assert found.lies == 16
    assert 0 < found.clashing <= 8
    assert found.first <= found.caught <= found.clashing
    assert 0 < found.unseen < found.lies


@pytest.mark.slow
def test_the_simple_accounts_are_the_first_ten_with_few_conflicts() -> None:
    asked = replace(ALONE, limit=FEW)
    systems = [planted(seed, SHAPE, clashing=True).system for seed in range(max(WITH_FEW) + 1)]
    few = [seed for seed, each in enumerate(systems) if verdict_of(each, asked).complete]
    assert tuple(few) == WITH_FEW
    assert len(few) == 10


def test_a_row_gives_shares() -> None:
    row = lie_row(2, 0.6, Tally(accounts=10, clashing=8, caught=6, first=4, unseen=5, lies=20))
    assert row == "| 2 | 60% | 80 % | 75 % | 50 % | 25 % |"
    assert "none" in lie_row(1, 0.3, Tally(10, 0, 0, 0, 10, 10))


def test_the_section_is_kept_when_the_page_is_written_anew() -> None:
    text = f"{TITLE}\n{LIES.format(accounts=3)}"
    assert other_sections(f"# Benchmarks\n\n| a |\n\n{text}").lstrip() == text
