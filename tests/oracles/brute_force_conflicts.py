"""A System in, its conflicts and ways out out, by trying every subset: slow and plain."""

from __future__ import annotations

import itertools
from functools import cache

import numpy as np
from scipy.optimize import linprog

from musterbook.account.system import System

Sets = set[frozenset[str]]


def network_rows(system: System) -> np.ndarray:
    """Every stock at every knot over the system's own columns: shape (stock·knot, column)."""
    vectors = [system.stock_vector(s, knot) for s in system.stocks for knot in system.knots]
    return np.array([vector.dense(system.width) for vector in vectors])


class BruteForce:
    """Feasibility by a fresh programme in the system's own columns, over all of its knots."""

    def __init__(self, system: System, *, always: tuple[str, ...] = ()) -> None:
        self.system = system
        self.network = network_rows(system)
        self.always = frozenset(always)
        self.names = [group.name for group in system.groups if group.name not in always]

    @cache  # noqa: B019
    def is_feasible(self, names: frozenset[str]) -> bool:
        return self.least(names, np.zeros(self.system.width)) is not None

    def least(self, names: frozenset[str], costs: np.ndarray) -> float | None:
        """Minimise a cost over what these groups allow; None if infeasible, -inf if unbounded."""
        left, right = [-self.network], [np.zeros(len(self.network))]
        for group in self.system.groups:
            for each in group.rows if group.name in names | self.always else ():
                weights = each.dense(self.system.width)
                for sign, bound in ((1.0, each.high), (-1.0, each.low)):
                    if np.isfinite(bound):
                        left.append(sign * weights[None, :])
                        right.append(np.array([sign * bound]))
        free = [(0 if each.nonnegative else None, None) for each in self.system.columns]
        done = linprog(costs, np.vstack(left), np.concatenate(right), bounds=free, method="highs")
        assert done.status in (0, 2, 3), done.message
        return {0: done.fun, 2: None, 3: -np.inf}[done.status]

    def conflicts(self) -> Sets:
        """All minimal infeasible subsets, smallest first so that supersets can be skipped."""
        found: Sets = set()
        for size in range(1, len(self.names) + 1):
            for chosen in map(frozenset, itertools.combinations(self.names, size)):
                if not any(each <= chosen for each in found) and not self.is_feasible(chosen):
                    found.add(chosen)
        return found

    def ways_out(self) -> Sets:
        """All minimal sets whose removal leaves a feasible rest."""
        found: Sets = set()
        everyone = frozenset(self.names)
        for size in range(len(self.names) + 1):
            for chosen in map(frozenset, itertools.combinations(self.names, size)):
                if not any(each <= chosen for each in found) and self.is_feasible(
                    everyone - chosen
                ):
                    found.add(chosen)
        return found
