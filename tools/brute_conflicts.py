"""Random small accounts in, whether every conflict and way out is as brute force has it out.

Use: python -m tools.brute_conflicts [--cases N] [--first SEED]
Each account has five to seven members, of openings, levels, totals, changes, rates, shares,
`exactly`, `throughout`, one-sided bounds, copies, and dates in the middle of a month. Brute force
tries every subset in the account's own unknowns. Ends with 1 at the first difference.
"""

from __future__ import annotations

import argparse
import sys
import time

from tests.oracles.brute_force_conflicts import BruteForce
from tests.oracles.random_accounts import RandomAccount

from musterbook.account.system import System
from musterbook.conflicts.analyse import verdict_of
from musterbook.conflicts.options import ConflictOptions

CASES = 1_000
EVERYTHING = ConflictOptions(limit=1_000, seconds=60, bounds=False)


def account(seed: int) -> System:
    """Draw the account of a seed."""
    return RandomAccount(
        seed,
        lies=1 + seed % 5,
        group_count=5 + seed % 3,
        stock_count=2 + seed % 2,
        flow_count=2 + seed % 3,
        steps=2 + seed % 2,
    ).system()


def is_as_brute_force_has_it(system: System) -> tuple[bool, int]:
    """Compare conflicts and ways out with brute force; tell also how many conflicts there are."""
    brute, found = BruteForce(system), verdict_of(system, EVERYTHING)
    conflicts = {frozenset(each.members) for each in found.conflicts}
    ways = {frozenset(each.members) for each in found.ways_out} or {frozenset[str]()}
    is_whole = found.complete and found.all_ways_out
    is_right = is_whole and conflicts == brute.conflicts() and ways == brute.ways_out()
    return is_right, len(conflicts)


def main() -> None:
    """Compare as many accounts as asked for, and say how it went."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cases", type=int, default=CASES)
    parser.add_argument("--first", type=int, default=0, help="the first seed")
    asked = parser.parse_args()
    began, clashing, conflicts = time.perf_counter(), 0, 0
    for seed in range(asked.first, asked.first + asked.cases):
        is_right, count = is_as_brute_force_has_it(account(seed))
        if not is_right:
            print(f"seed {seed}: not as brute force has it")
            sys.exit(1)
        clashing += count > 0
        conflicts += count
    took = time.perf_counter() - began
    print(
        f"{asked.cases} accounts, {clashing} of them with conflicts, {conflicts} conflicts in all: "
        f"every conflict and way out as brute force has it ({took:.0f} s)"
    )


if __name__ == "__main__":
    main()
