"""Random small accounts: what the multipliers say is given is the least, and what grew is true."""

from __future__ import annotations

import numpy as np
import pytest
from tests.oracles.brute_force_conflicts import BruteForce
from tests.oracles.random_accounts import RandomAccount

from musterbook.account.system import System
from musterbook.conflicts.assembly import Assembly
from musterbook.conflicts.frame import frame_of
from musterbook.conflicts.growing import Grower
from musterbook.conflicts.hitting import bits
from musterbook.conflicts.multipliers import Multipliers
from musterbook.conflicts.programme import Programme

ONE_ROW = ("level", "total", "change", "one-sided", "exactly", "mixed", "opening", "before")
UNLIMITED = (0.0, float("inf"))


def clashing(seed: int, *, groups: int = 9, kinds: tuple[str, ...] = ONE_ROW) -> System:
    return RandomAccount(
        seed, lies=5, stock_count=2, flow_count=3, steps=3, group_count=groups, kinds=kinds
    ).system()


@pytest.mark.parametrize("seed", range(12))
def test_multipliers_give_as_little_as_rows_that_give(seed: int) -> None:
    """Ask both ways round, at several costs in turn: each group has one row, and so one give."""
    frame, random = frame_of(clashing(seed)), np.random.default_rng(seed)
    everyone = range(len(frame.system.groups))
    programme, assembly = Programme(frame, everyone), Assembly(frame, everyone)
    multipliers = Multipliers(assembly)
    columns = [programme.gives[group][0] for group in everyone]
    for _ in range(4):
        costs = np.exp(random.normal(size=len(columns)) * 2)
        by_group = dict(zip(columns, costs.tolist(), strict=True))
        straight = programme.least(everyone, by_group, loose=dict.fromkeys(columns, UNLIMITED))
        each = np.array([costs[half.group] for half in assembly.halves])
        gives = multipliers.least_gives(each)
        assert straight is not None
        assert gives is not None
        assert gives @ each == pytest.approx(straight.value, abs=1e-4)


def test_what_grew_is_true_and_grows_by_little_more() -> None:
    """Grow every single group, again and again; few could still join what came of it."""
    checked = late = 0
    for seed in range(12):
        system = clashing(seed, groups=11, kinds=(*ONE_ROW, "throughout", "rate", "share"))
        brute, grower = BruteForce(system), Grower(frame_of(system), range(len(system.groups)))
        for core in [*range(len(system.groups))] * 2:
            if not brute.is_feasible(frozenset([brute.names[core]])):
                continue
            grown = frozenset(brute.names[each] for each in bits(grower.grown(1 << core)))
            assert brute.names[core] in grown
            assert brute.is_feasible(grown)
            others = [each for each in brute.names if each not in grown]
            late += sum(brute.is_feasible(grown | {each}) for each in others)
            checked += 1
    assert checked > 200
    assert late < checked / 2
