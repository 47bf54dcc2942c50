"""A hundred thousand made-up reports in, the section on copies of docs/benchmarks.md out.

Use: python -m tools.bench_copies [--print] [--reports N]
Says how long the search for copies takes, how much memory the process had at most, how many of the
copies planted it finds, and how many pairs it finds that nobody planted.
"""

from __future__ import annotations

import argparse
import resource
import sys
import time
from collections.abc import Iterator

from tools.bench import PAGE, machine
from tools.bench_page import with_section
from tools.planted_tellings import planted_tellings
from tools.planted_texts import Copied, Planted, planted_texts

from musterbook.claims.copies.retellings import find_retellings
from musterbook.reports.copies import ALIKE, Copy, find_copies

REPORTS = 100_000
SURE = 0.7  # share of wording from which on a copy should be found
KILOBYTES = 1 if sys.platform != "darwin" else 1 / 1024  # of one unit of ru_maxrss
TITLE = "## Copies"
HEAD = f"""\
{TITLE}

Written by `make bench-copies` on made-up reports, seed 1: agencies' mastheads, a disclaimer that
all share, stock phrases, and among them copies word for word, edited copies, copies with one number
changed, and texts that stand in longer ones. For retellings, made-up figures with days.
"""

Row = tuple[str, str, str]


def peak() -> float:
    """Give the most memory that this process has had, in GB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * KILOBYTES / 1e6


def wording(count: int) -> Iterator[Row]:
    """Time the search for near copies and parts, and hold it against what was planted."""
    planted = planted_texts(count)
    words, before = sum(len(each.split()) for each in planted.texts.values()), peak()
    yield "reports", f"{count:,}", f"{words / count:.0f} words each; {before:.2f} GB with them"
    began = time.perf_counter()
    found = find_copies(planted.texts)
    took = time.perf_counter() - began
    yield "search", f"{took:.0f} s", f"{1000 * took / count:.2f} ms a report"
    yield "memory", f"{peak():.2f} GB", "most the process had, the texts included; under 4 GB"
    yield from recalled(planted, found)


def recalled(planted: Planted, found: tuple[Copy, ...]) -> Iterator[Row]:
    """Count what was found of each kind, and what was not planted."""
    pairs = {frozenset((each.first, each.second)) for each in found}
    wholes = [each for each in planted.copies if each.kind != "part"]
    groups: dict[str, list[Copied]] = {
        f"copies, {SURE:.0%} or more alike": [each for each in wholes if each.share >= SURE],
        f"copies, {ALIKE:.0%} to {SURE:.0%} alike": [
            each for each in wholes if ALIKE <= each.share < SURE
        ],
        "parts": [each for each in planted.copies if each.kind == "part"],
    }
    for what, group in groups.items():
        hits = sum(each.names in pairs for each in group)
        yield what, f"{100 * hits / max(1, len(group)):.1f} %", f"{hits:,} of {len(group):,} found"
    false = pairs - {each.names for each in planted.copies}
    yield "false pairs", f"{len(false):,}", f"among {len(pairs):,} found"


def figures(count: int) -> Iterator[Row]:
    """Time the search for changed numbers, and hold it against what was planted."""
    planted = planted_tellings(count)
    began = time.perf_counter()
    found = find_retellings(planted.tellings)
    took = time.perf_counter() - began
    pairs = {frozenset((each.first.name, each.second.name)) for each in found}
    hits, many = len(pairs & planted.mutated), len(planted.mutated)
    what = f"figures of {len(planted.tellings):,} reports of a year"
    yield "retellings, search", f"{took:.0f} s", what
    yield "changed numbers", f"{100 * hits / max(1, many):.1f} %", f"{hits:,} of {many:,} found"
    yield "false pairs", f"{len(pairs - planted.mutated):,}", "updates and chance included"


def section(rows: list[Row]) -> str:
    """Write the section."""
    lines = [f"| {what} | {figure} | {on} |" for what, figure, on in rows]
    head = ["| what | figure | on |", "|---|---|---|"]
    engines = ("numpy", "datasketch", "musterbook")
    return "\n".join([HEAD, *head, *lines, "", f"Machine: {machine(engines)}", ""])


def main() -> None:
    """Measure, and put the section into the page, or print it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--print", action="store_true", help="print, and leave the page as it is")
    parser.add_argument("--reports", type=int, default=REPORTS, help="how many to make up")
    asked = parser.parse_args()
    text = section([*wording(asked.reports), *figures(asked.reports)])
    print(text)
    if not asked.print:
        PAGE.write_text(with_section(PAGE.read_text("utf-8"), text), "utf-8")


if __name__ == "__main__":
    main()
