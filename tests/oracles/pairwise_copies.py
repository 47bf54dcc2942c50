"""Texts in, the share of five-word runs that each pair has in common out; slow, obviously right."""

import re
from collections.abc import Mapping
from itertools import combinations


def runs_of(text: str) -> set[tuple[str, ...]]:
    """Give the runs of five words of a text, as words."""
    words = re.findall(r"\w+", text.lower())
    return {tuple(words[at : at + 5]) for at in range(max(1, len(words) - 4))}


def shares(
    texts: Mapping[str, str], *, least: float, common: int = 10**9
) -> dict[tuple[str, str], float]:
    """Compare every pair; runs that more than `common` texts hold are left out.

    Texts must have many runs of their own. Gives the pairs that have so much in common.
    """
    runs = {name: runs_of(text) for name, text in sorted(texts.items())}
    holders: dict[tuple[str, ...], int] = {}
    for each in runs.values():
        for run in each:
            holders[run] = holders.get(run, 0) + 1
    own = {name: {run for run in each if holders[run] <= common} for name, each in runs.items()}
    found = {}
    for (one, left), (other, right) in combinations(own.items(), 2):
        if len(left) and not left.isdisjoint(right):
            share = len(left & right) / len(left | right)
            if share >= least:
                found[one, other] = share
    return found
