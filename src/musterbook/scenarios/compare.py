"""Ensembles of the same members in; differences from a baseline, and what carries them, out."""

from collections.abc import Mapping
from datetime import date

import numpy as np

from musterbook.scenarios.quantiles import Floats
from musterbook.scenarios.results import Difference, EnsemblePath, InputKind, TornadoBar

TAIL = 0.1  # the lowest and the highest tenth of an input are set against each other
MOST_BARS = 8  # a tornado of more is not read


def difference(
    scenario: str, baseline: str, *, measure: str, dates: tuple[date, ...], values: Floats
) -> Difference:
    """Summarise differences of shape (date, member), taken member by member."""
    return Difference(scenario, baseline, EnsemblePath.of_members(measure, dates, values=values))


def tornado(
    scenario: str, measure: str, *, values: Floats, inputs: Mapping[tuple[InputKind, str], Floats]
) -> tuple[TornadoBar, ...]:
    """Say how far each uncertain input moves a measure; values and inputs of shape (member,).

    Read off the ensemble itself (no further runs), so inputs that move together in the fit share
    their credit. Widest first, at most eight.
    """
    found = np.isfinite(values)
    if found.sum() * TAIL < 1 or np.ptp(values[found]) == 0:
        return ()
    bars = [
        _bar(scenario, measure, values=values[found], key=key, numbers=numbers[found])
        for key, numbers in inputs.items()
        if np.ptp(numbers[found]) > 0
    ]
    return tuple(sorted(bars, key=lambda bar: -abs(bar.high - bar.low))[:MOST_BARS])


def _bar(
    scenario: str, measure: str, *, values: Floats, key: tuple[InputKind, str], numbers: Floats
) -> TornadoBar:
    order = np.argsort(numbers, kind="stable")
    tail = max(1, int(TAIL * len(values)))
    return TornadoBar(
        scenario=scenario,
        measure=measure,
        kind=key[0],
        input=key[1],
        low=float(values[order[:tail]].mean()),
        high=float(values[order[-tail:]].mean()),
        share=_rank_share(values, numbers),
    )


def _rank_share(values: Floats, numbers: Floats) -> float:
    """Square the correlation of ranks (Spearman's), 0 to 1; 0 where the values do not vary."""
    if np.ptp(values) == 0:
        return 0.0
    ranks = [np.argsort(np.argsort(each, kind="stable")) for each in (values, numbers)]
    return float(np.corrcoef(ranks[0], ranks[1])[0, 1] ** 2)
