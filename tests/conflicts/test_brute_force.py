"""Random small accounts: conflicts, ways out, bounds and factors as a slow oracle has them."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.optimize import linprog
from tests.oracles.brute_force_conflicts import BruteForce
from tests.oracles.random_accounts import RandomAccount
from tools.brute_conflicts import account, is_as_brute_force_has_it

from musterbook.account.system import System
from musterbook.conflicts.analyse import verdict_of
from musterbook.conflicts.intervals import half_width
from musterbook.conflicts.options import ConflictOptions
from musterbook.conflicts.results import Verdict

EVERYTHING = ConflictOptions(limit=1_000, seconds=60)


def small(seed: int, *, lies: int | None = None) -> System:
    return RandomAccount(
        seed,
        lies=2 + seed % 5 if lies is None else lies,
        group_count=6,
        stock_count=2 + seed % 2,
        flow_count=2 + seed % 3,
        steps=2 + seed % 2,
    ).system()


def clashes(seed: int) -> bool:
    """Compare with the oracle, and tell whether there was a conflict at all."""
    is_right, conflicts = is_as_brute_force_has_it(account(seed))
    assert is_right, f"seed {seed}"
    return conflicts > 0


def test_a_few_accounts_as_the_oracle_has_them() -> None:
    assert sum(clashes(seed) for seed in range(12)) >= 5


@pytest.mark.slow
@pytest.mark.parametrize("block", range(2))
def test_many_accounts_as_the_oracle_has_them(block: int) -> None:
    """The whole thousand: python -m tools.brute_conflicts."""
    assert sum(clashes(seed) for seed in range(100 + 50 * block, 150 + 50 * block)) >= 20


@pytest.mark.parametrize("seed", range(30))
def test_the_truth_is_never_a_conflict(seed: int) -> None:
    found = verdict_of(small(seed, lies=0), EVERYTHING)
    assert found.feasible
    assert found.conflicts == ()
    assert found.widen is not None
    assert found.widen <= 1 + 1e-6


@pytest.mark.parametrize("seed", range(12))
def test_bounds_as_the_oracle_has_them(seed: int) -> None:
    system = small(seed, lies=0)
    brute, found = BruteForce(system), verdict_of(system, EVERYTHING)
    everyone = frozenset(brute.names)
    for name, (low, high) in found.bounds.items():
        costs = system.measure_vector(name, system.as_of).dense(system.width)
        least, most = brute.least(everyone, costs), brute.least(everyone, -costs)
        assert (-np.inf if low is None else low) == pytest.approx(least, abs=0.01)
        assert (np.inf if high is None else high) == pytest.approx(-most, abs=0.01)


@pytest.mark.parametrize("seed", range(25))
def test_the_factor_of_widening_as_the_oracle_has_it(seed: int) -> None:
    system = small(seed)
    found, expected = verdict_of(system, EVERYTHING), least_factor(system)
    assert (found.widen is None) == (expected is None)
    if expected is not None:
        assert found.widen == pytest.approx(expected, abs=1e-5)
        assert found.feasible == (expected <= 1 + 1e-7)


def least_factor(system: System) -> float | None:
    """The factor as one more column beside the system's own: centre ± factor × half-width."""
    brute = BruteForce(system)
    left, right = [], []
    for row in (row for group in system.groups for row in group.rows):
        for sign, bound in ((1.0, row.high), (-1.0, row.low)):
            if np.isfinite(bound):
                left.append([*(sign * row.dense(system.width)), -half_width(row)])
                right.append(sign * bound - half_width(row))
    network = np.hstack([-brute.network, np.zeros((len(brute.network), 1))])
    limits = [(0 if each.nonnegative else None, None) for each in system.columns]
    done = linprog(
        [*np.zeros(system.width), 1.0],
        np.vstack([network, *np.array(left)[:, None, :]]),
        np.concatenate([np.zeros(len(network)), right]),
        bounds=[*limits, (0, None)],
        method="highs",
    )
    return float(done.fun) if done.status == 0 else None


def one_by_one(found: Verdict) -> list[frozenset[str]]:
    return [frozenset(each.members) for each in found.conflicts]


@pytest.mark.parametrize("seed", [2, 3, 7, 11])
def test_the_smallest_come_first_when_not_all_are_asked_for(seed: int) -> None:
    system = RandomAccount(
        seed, lies=8, group_count=10, stock_count=2, flow_count=2, steps=2
    ).system()
    everything, few = verdict_of(system, EVERYTHING), verdict_of(system, ConflictOptions(limit=2))
    assert len(everything.conflicts) > 2
    assert not few.complete
    sizes = [len(each) for each in one_by_one(everything)]
    assert [len(each) for each in one_by_one(few)] == sizes[:2]
    assert set(one_by_one(few)) <= set(one_by_one(everything))
