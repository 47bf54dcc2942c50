"""Ensembles of the same members in; differences from a baseline, and what carries them, out."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from musterbook.scenarios.quantiles import Floats
from musterbook.scenarios.results import Difference, EnsemblePath, InputKind, TornadoBar

TAIL = 0.1  # the lowest and the highest tenth of an input are set against each other
MOST_BARS = 8  # a tornado of more is not read
Key: TypeAlias = tuple[InputKind, str]


@dataclass(frozen=True, slots=True)
class Ranked:
    """An uncertain input: members from the lowest to the highest, and the rank of each."""

    key: Key
    order: NDArray[np.intp]
    ranks: Floats


def difference(
    scenario: str, baseline: str, *, measure: str, dates: tuple[date, ...], values: Floats
) -> Difference:
    """Summarise differences of shape (date, member), taken member by member."""
    return Difference(scenario, baseline, EnsemblePath.of_members(measure, dates, values=values))


def rank_inputs(inputs: Mapping[Key, Floats], *, known: dict[Key, Ranked]) -> list[Ranked]:
    """Rank members by each input that varies, arrays of shape (member,); keep what is ranked."""
    for key, numbers in inputs.items():
        if key not in known and np.ptp(numbers) > 0:
            order = np.argsort(numbers, kind="stable")
            known[key] = Ranked(key, order, _ranks(order))
    return [known[key] for key in inputs if key in known]


def tornado(
    scenario: str, measure: str, *, values: Floats, inputs: Iterable[Ranked]
) -> tuple[TornadoBar, ...]:
    """Say how far each uncertain input moves a measure; values of shape (member,).

    Read off the ensemble itself (no further runs), so inputs that move together in the fit share
    their credit. Widest first, at most eight.
    """
    found = np.isfinite(values)
    if found.sum() * TAIL < 1 or np.ptp(values[found]) == 0:
        return ()
    ranks = _ranks(np.argsort(values[found], kind="stable"))
    bars = []
    for ranked in inputs:
        sorted_values = values[ranked.order]
        low, high = _tails(sorted_values[np.isfinite(sorted_values)])
        share = float(np.corrcoef(ranks, ranked.ranks[found])[0, 1] ** 2)
        bars.append(TornadoBar(scenario, measure, *ranked.key, low, high, share))
    return tuple(sorted(bars, key=lambda bar: -abs(bar.high - bar.low))[:MOST_BARS])


def _tails(values: Floats) -> tuple[float, float]:
    tail = max(1, int(TAIL * len(values)))
    return float(values[:tail].mean()), float(values[-tail:].mean())


def _ranks(order: NDArray[np.intp]) -> Floats:
    ranks = np.empty(len(order))
    ranks[order] = np.arange(len(order))
    return ranks
