"""Comparisons of belief with what was said go in; scores by measure, and a report, come out."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from musterbook.questions.scores import LEVELS, likely_count

FEW = 30  # numbers; below it the coverage of an 80 % interval is not known to 12 in 100


@dataclass(frozen=True, slots=True)
class Comparison:
    """What was expected by the end of `day` of a number said later, in people.

    `held` says whether each of the 50, 80 and 95 % intervals held it.
    """

    day: date
    claim: str
    measure: str
    said_on: date
    spoken_of: date
    said: float
    median: float
    held: tuple[bool, ...]
    crps: float

    @property
    def was_past(self) -> bool:
        """Say whether what it speaks of had happened by the day, and so could be known."""
        return self.spoken_of <= self.day

    def to_json(self) -> dict[str, Any]:
        """Give it as `muster backtest --json` prints it."""
        return {
            "as_of": self.day.isoformat(),
            "claim": self.claim,
            "measure": self.measure,
            "said_on": self.said_on.isoformat(),
            "spoken_of": self.spoken_of.isoformat(),
            "said": round(self.said, 1),
            "median": round(self.median, 1),
            "held": list(self.held),
            "crps": round(self.crps, 2),
        }


@dataclass(frozen=True, slots=True)
class Score:
    """How belief fared: counts, shares held, mean CRPS and mean distance of the median (people).

    `numbers` counts the different numbers said, which is what a share rests on: the same number
    is compared with the belief of many days.
    """

    name: str
    comparisons: int
    numbers: int
    held: tuple[float, ...]
    crps: float
    distance: float

    def to_json(self) -> dict[str, Any]:
        """Give it as `muster backtest --json` prints it."""
        shares = {f"held_{round(100 * level)}": round(share, 4) for level, share in self._shares()}
        return {
            "name": self.name,
            "comparisons": self.comparisons,
            "numbers": self.numbers,
            **shares,
            "crps": round(self.crps, 2),
            "distance": round(self.distance, 2),
        }

    def _shares(self) -> Iterable[tuple[float, float]]:
        return zip(LEVELS, self.held, strict=True)


@dataclass(frozen=True, slots=True)
class BacktestReport:
    """How belief fared in one case.

    `known` scores what had happened by the day of the belief, `ahead` what lay ahead of it, which
    the fit's prior alone carries (where it `allows_for_bias`, against what each source would say,
    else against what was said as if it were true); each by measure, all together first.
    `left_out` counts numbers
    that cannot be scored (open on a side, of many dates at once, shares), `skipped` says of days
    why they have no belief.
    """

    known: tuple[Score, ...]
    ahead: tuple[Score, ...]
    comparisons: tuple[Comparison, ...]
    allows_for_bias: bool
    days: int
    left_out: int
    skipped: tuple[str, ...]
    seed: int
    seconds: float

    @property
    def warning(self) -> str:
        """Say how little a score tells where few numbers were compared; empty where they do."""
        if not self.known:
            return ""
        count = self.known[0].numbers
        if count >= FEW:
            return ""
        low, high = likely_count(count, LEVELS[1])
        if count == 1:
            return "Only one number was compared: this tells next to nothing."
        return (
            f"Only {count} different numbers were compared: even were every interval right, "
            f"{low} to {high} of the 80 % intervals would hold. This tells little."
        )

    def to_json(self) -> dict[str, Any]:
        """Give it as `muster backtest --json` prints it."""
        return {
            "days": self.days,
            "allows_for_bias": self.allows_for_bias,
            "left_out": self.left_out,
            "skipped": list(self.skipped),
            "warning": self.warning,
            "known": [each.to_json() for each in self.known],
            "ahead": [each.to_json() for each in self.ahead],
            "comparisons": [each.to_json() for each in self.comparisons],
            "seed": self.seed,
            "seconds": round(self.seconds, 3),
        }


def scores_of(comparisons: Iterable[Comparison]) -> tuple[Score, ...]:
    """Score all comparisons together, then by measure where there are several."""
    every = tuple(comparisons)
    names = tuple(dict.fromkeys(each.measure for each in every))
    if not every:
        return ()
    if len(names) == 1:
        return (_score(names[0], every),)
    alone = (_score(name, [each for each in every if each.measure == name]) for name in names)
    return (_score("all", every), *alone)


def _score(name: str, comparisons: Iterable[Comparison]) -> Score:
    listed = tuple(comparisons)
    return Score(
        name,
        len(listed),
        len({each.claim for each in listed}),
        tuple(float(each) for each in np.mean([each.held for each in listed], axis=0)),
        float(np.mean([each.crps for each in listed])),
        float(np.mean([abs(each.median - each.said) for each in listed])),
    )
