"""Generated accounts in, how fast conflicts are found and how often the false claim out.

Use: python -m tools.planted_lies [--print] [--accounts N]
Writes its section of docs/benchmarks.md. An account has sixty months, eight stocks and ten flows;
its claims are true but for a few, whose numbers are wrong by a share of themselves.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from statistics import median

from tests.oracles.planted_accounts import Shape, adds_up, planted
from tools.bench import PAGE, machine
from tools.bench_page import with_section

from musterbook.account.system import System
from musterbook.conflicts.analyse import verdict_of
from musterbook.conflicts.options import ConflictOptions
from musterbook.conflicts.results import Verdict

ACCOUNTS = 40
TIMED = range(10)  # the seeds of the ten accounts timed
FEW = 10  # conflicts that a person reads through
# The first ten seeds whose account of 42 claims has at most ten conflicts; those between have 13
# to 19, or more than the twenty that are listed. Ten of a kind, so that their median is one.
WITH_FEW = (0, 1, 6, 7, 10, 12, 14, 17, 20, 21)
ROUNDS = 2  # of which the best counts
# A busy machine spends more time than its processor; within a minute no search is cut short.
ALONE = ConflictOptions(bounds=False, seconds=60)
SHAPE = Shape()
LARGE = replace(SHAPE, claims=400)
SIZES = (0.3, 0.6, 1.5)  # how far off a false number is, as a share of it
COUNTS = (1, 2, 4)
TITLE = "## Conflicts and planted lies"
HEAD = f"""\
{TITLE}

Written by `make bench` on generated accounts: sixty months, eight stocks with known openings, ten
flows, claims about levels, totals and changes of every kind at the ends of months, all true but for
some false ones. Times are of the whole verdict without bounds, from a loaded system, in seconds of
one processor, the best of {ROUNDS} rounds. Each row has ten accounts in which every lie clashes:
those of seeds 0 to 9, and in the second row the first ten seeds with at most {FEW} conflicts
({", ".join(map(str, WITH_FEW))}).
"""

LIES = """
Lies planted as they fall, {accounts} accounts a row. *Caught*: given that a conflict arises, a
smallest way out sets aside false claims only; *first*: the one of least people, which is listed
first, does. *Unseen*: the share of lies that no conflict can show, since the true claims leave
room for them.
"""


@dataclass(frozen=True, slots=True)
class Tally:
    """What became of the false claims in many accounts, as counts of accounts."""

    accounts: int
    clashing: int
    caught: int
    first: int
    unseen: int
    lies: int


def timings() -> Iterator[str]:
    """Time ten accounts in which every false claim clashes, small, simple and large: a row each."""
    yield _row("42 claims, two false", _timed(SHAPE, TIMED))
    few = _timed(SHAPE, WITH_FEW)
    yield _row(f"42 claims, two false: at most {FEW} conflicts", few, target="0.3 s")
    large = _timed(LARGE, TIMED)
    yield _row("400 claims, two false: the smallest twenty", large, target="2 s")


def _timed(shape: Shape, seeds: Iterable[int]) -> list[tuple[float, Verdict]]:
    return [timed(planted(seed, shape, clashing=True).system) for seed in seeds]


def _row(what: str, found: list[tuple[float, Verdict]], *, target: str = "") -> str:
    times = [took for took, _ in found]
    whole = sum(each.complete for _, each in found)
    more = f"{whole} of {len(found)} list every conflict"
    more += ", the others say that there are more" if whole < len(found) else ""
    return f"| {what} | {median(times):.2f} s | {max(times):.2f} s | {target} | {more} |"


def timed(system: System) -> tuple[float, Verdict]:
    """Time one verdict, in seconds of one processor: the best round."""
    times = []
    for _ in range(ROUNDS):
        began = time.process_time()
        found = verdict_of(system, ALONE)
        times.append(time.process_time() - began)
    return min(times), found


def tally(shape: Shape, accounts: int) -> Tally:
    """Plant false claims as they fall, and see which of them the ways out name.

    A lie is *unseen* where the account adds up with it once the other lies are gone: no conflict
    can show it. It is *caught* where a smallest way out sets aside false claims only.
    """
    clashing = caught = first = unseen = lies = 0
    for seed in range(accounts):
        drawn = planted(seed, shape, clashing=False)
        lies += len(drawn.false)
        for lie in drawn.false:
            others = tuple(each for each in drawn.false if each != lie)
            unseen += adds_up(drawn.system.without(*others))
        found = verdict_of(drawn.system, ALONE)
        if found.feasible:
            continue
        clashing += 1
        least = found.ways_out[0].count
        smallest = [each for each in found.ways_out if each.count == least]
        caught += any(set(each.members) <= set(drawn.false) for each in smallest)
        first += set(smallest[0].members) <= set(drawn.false)
    return Tally(accounts, clashing, caught, first, unseen, lies)


def share(part: int, whole: int) -> str:
    """Write a part as a percentage of a whole."""
    return f"{100 * part / whole:.0f} %" if whole else "none"


def lie_rows(accounts: int) -> Iterator[str]:
    """Give the table of planted lies, one row for each number of them and how far off they are."""
    for count in COUNTS:
        for size in SIZES:
            yield lie_row(count, size, tally(replace(SHAPE, lies=count, lie_size=size), accounts))


def lie_row(count: int, size: float, found: Tally) -> str:
    """Write what became of lies as a row of shares."""
    return (
        f"| {count} | {size:.0%} | {share(found.clashing, found.accounts)} "
        f"| {share(found.caught, found.clashing)} | {share(found.first, found.clashing)} "
        f"| {share(found.unseen, found.lies)} |"
    )


def section(accounts: int) -> str:
    """Measure everything and write the section."""
    times = ["| what | median | slowest | target | |", "|---|---|---|---|---|", *timings()]
    lies = [
        LIES.format(accounts=accounts),
        "| lies | off by | conflict arises | caught | first | unseen |",
        "|---|---|---|---|---|---|",
        *lie_rows(accounts),
    ]
    about = machine(("numpy", "highspy", "musterbook"))
    return "\n".join([HEAD, *times, *lies, "", f"Machine: {about}", ""])


def main() -> None:
    """Measure, and write the section or print it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--print", action="store_true", help="print, and leave the page as it is")
    parser.add_argument("--accounts", type=int, default=ACCOUNTS)
    asked = parser.parse_args()
    text = section(asked.accounts)
    print(text)
    if not asked.print:
        PAGE.write_text(with_section(PAGE.read_text("utf-8"), text), "utf-8")


if __name__ == "__main__":
    main()
