"""Random conflicts: the sum that explains one is an identity, and its shortfall is the least."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.optimize import linprog
from tests.oracles.brute_force_conflicts import network_rows
from tests.oracles.random_accounts import RandomAccount

from musterbook.account.system import Floats, System
from musterbook.conflicts.analyse import verdict_of
from musterbook.conflicts.assembly import Part
from musterbook.conflicts.frame import frame_of
from musterbook.conflicts.moves import least_widening
from musterbook.conflicts.options import ConflictOptions
from musterbook.conflicts.programme import Programme
from musterbook.conflicts.proof import proof_of

ONE_ROW = ("level", "total", "change", "one-sided", "exactly", "mixed", "opening", "before")
SEEDS = range(60)


def clashing(seed: int) -> tuple[System, list[tuple[tuple[str, ...], float]]]:
    system = RandomAccount(
        seed, lies=6, stock_count=2, flow_count=3, steps=3, group_count=8, kinds=ONE_ROW
    ).system()
    found = verdict_of(system, ConflictOptions(bounds=False))
    return system, [(each.members, each.short_by) for each in found.conflicts]


def value(system: System, part: Part, people: Floats) -> float:
    """Count a part of the rest in the system's own columns."""
    if part.name.startswith("before"):
        vector = np.zeros(system.width)
        vector[system.index[part.name, part.end]] = 1.0
        return float(vector @ people)
    if part.start == part.end:
        return float(system.stock_vector(part.name, part.end).dense(system.width) @ people)
    return float(system.total_vector(part.name, part.start, part.end).dense(system.width) @ people)


def test_upper_lines_are_lower_lines_and_the_rest_whoever_moves() -> None:
    random, checked = np.random.default_rng(0), 0
    for seed in SEEDS:
        system, conflicts = clashing(seed)
        for members, _ in conflicts:
            groups = [n for n, each in enumerate(system.groups) if each.name in members]
            programme = Programme(frame_of(system), groups)
            solved = least_widening(programme, groups, giving=groups)
            assert solved is not None
            people = random.normal(size=system.width)
            sides = {True: 0.0, False: 0.0}
            parts = solved.multipliers[programme.network_rows :]
            for half, part in zip(programme.halves, parts, strict=True):
                row = system.groups[half.group].rows[half.row]
                sides[half.is_lower] += abs(part) * float(row.dense(system.width) @ people)
            rest = proof_of(programme, solved).rest
            left_over = sum(weight * value(system, part, people) for part, weight in rest)
            scale = max(abs(part) for part in parts)
            assert sides[False] == pytest.approx(sides[True] + scale * left_over, abs=1e-6)
            checked += 1
    assert checked > 40


def test_the_shortfall_is_the_least_total_widening() -> None:
    checked = 0
    for seed in SEEDS:
        system, conflicts = clashing(seed)
        for members, short_by in conflicts:
            assert short_by == pytest.approx(least_total(system, members), abs=1e-3)
            checked += 1
    assert checked > 40


def least_total(system: System, members: tuple[str, ...]) -> float:
    """One give per member beside the system's own columns, over all its knots."""
    network, rows = network_rows(system), [system.group(name).rows[0] for name in members]
    left = [np.hstack([-network, np.zeros((len(network), len(rows)))])]
    right = [np.zeros(len(network))]
    for number, row in enumerate(rows):
        give = np.eye(len(rows))[number]
        for sign, bound in ((1.0, row.high), (-1.0, row.low)):
            if np.isfinite(bound):
                left.append(np.concatenate([sign * row.dense(system.width), -give])[None, :])
                right.append(np.array([sign * bound]))
    costs = np.concatenate([np.zeros(system.width), np.ones(len(rows))])
    limits = [(0 if each.nonnegative else None, None) for each in system.columns]
    limits += [(0, None)] * len(rows)
    done = linprog(costs, np.vstack(left), np.concatenate(right), bounds=limits, method="highs")
    assert done.status == 0
    return float(done.fun)
