"""Answers of the fit and the verdicts of conflicts go in; where they part comes out, in words."""

from collections.abc import Iterable, Iterator

from musterbook.conflicts.results import Bounds, ConflictReport
from musterbook.fit.results import Answer
from musterbook.views.words import estimate, listed, span

NOBODY = 0.5  # people: less beyond a bound is rounding
SURE = 3.0  # Monte Carlo errors of a median: less beyond a bound is chance
MOST_NAMED = 3  # measures named: the rest is told by their number


def beyond_certain(answers: Iterable[Answer], verdicts: ConflictReport) -> str:
    """Say which medians lie outside what is certain, and why that can be; empty where none does.

    Both are as of the as-of date. Where something is set aside nothing is certain of what is left.
    """
    bounds = {each.choice: each.bounds for each in verdicts.feasible_readings}
    told = dict.fromkeys(
        words
        for answer in answers
        if not answer.set_aside
        for words in _outside(answer, bounds.get(answer.choice, {}))
    )
    if not told:
        return ""
    named = list(told)[:MOST_NAMED]
    more = len(told) - len(named)
    some = listed([*named, *([f"{more} more"] if more else [])])
    return (
        f"Outside what is certain if every claim holds: {some}. That can be, for the fit lets "
        "sources be off and bounds be missed, while what is certain takes every claim at its word."
    )


def _outside(answer: Answer, bounds: Bounds) -> Iterator[str]:
    for name, (low, high) in bounds.items():
        path = answer.measures.get(name)
        if path is None:
            continue
        at = path.at(answer.system.as_of)
        median = float(path.q50[at])
        known = answer.precision.get(name)
        least = max(NOBODY, SURE * known.median_error if known else 0.0)
        if (low is not None and median < low - least) or (
            high is not None and median > high + least
        ):
            middle, _ = estimate(float(path.q05[at]), median, float(path.q95[at]))
            yield f"{name}, {middle} where {span(low, high)} is certain"
