"""What a run of scenarios found: ensembles of watched measures in, plain values for views out."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias

import numpy as np

from musterbook.fit.results import Fan
from musterbook.scenarios.quantiles import QUANTILES, Floats, summarise

Json: TypeAlias = dict[str, object]


class InputKind(StrEnum):
    """What kind of uncertain thing a bar of the tornado speaks of."""

    PARAMETER = "parameter"
    CHANGE = "change"
    START = "start"
    RATE = "recent rate"


@dataclass(frozen=True, slots=True)
class EnsemblePath:
    """Quantiles over members of one watched measure, at each date: arrays of shape (date,).

    Units are the measure's own: people, or none for a ratio. The first date is the start.
    `missing` is the share of members that have no value there (a zero was divided by).
    `fan` is for drawings alone, and missing where a path was made without members.
    """

    measure: str
    dates: tuple[date, ...]
    mean: Floats
    q05: Floats
    q25: Floats
    q50: Floats
    q75: Floats
    q95: Floats
    missing: Floats
    fan: Fan | None = None

    @classmethod
    def of_members(cls, measure: str, dates: tuple[date, ...], *, values: Floats) -> "EnsemblePath":
        """Summarise values of shape (date, member); members without a number are left out."""
        told, fan = summarise(values)
        return cls(measure, dates, **told, fan=fan)

    def to_json(self) -> list[Json]:
        """Give one object per date, as `muster run --json` prints it."""
        names = ("mean", *QUANTILES)
        columns = [getattr(self, name) for name in names]
        return [
            {"date": day.isoformat()}
            | {name: _finite(column[at]) for name, column in zip(names, columns, strict=True)}
            for at, day in enumerate(self.dates)
        ]


@dataclass(frozen=True, slots=True)
class ScenarioResult:
    """One scenario's ensemble: `paths` by measure, what it assumes in words, one line each.

    `clipped` counts how many times (members × steps) outflows had to be scaled down because they
    exceeded their stock.
    """

    name: str
    paths: Mapping[str, EnsemblePath]
    assumes: tuple[str, ...] = ()
    clipped: int = 0


@dataclass(frozen=True, slots=True)
class Difference:
    """A scenario less the baseline, member by member: quantiles of the difference at each date."""

    scenario: str
    baseline: str
    path: EnsemblePath

    def to_json(self) -> Json:
        """Give it as `muster run --json` prints it."""
        return {
            "scenario": self.scenario,
            "baseline": self.baseline,
            "measure": self.path.measure,
            "path": self.path.to_json(),
        }


@dataclass(frozen=True, slots=True)
class QuestionAnswer:
    """The share of members for which what was asked comes true, under one scenario.

    `error` is the Monte Carlo standard error of `probability`; `words` its band in ICD 203.
    """

    ask: str
    scenario: str
    probability: float
    error: float
    words: str

    def to_json(self) -> Json:
        """Give it as `muster run --json` prints it."""
        return {
            "ask": self.ask,
            "scenario": self.scenario,
            "probability": self.probability,
            "error": self.error,
            "words": self.words,
        }


@dataclass(frozen=True, slots=True)
class TornadoBar:
    """How far one uncertain input moves one watched measure at the last date.

    `low` and `high` are the measure's means among the members where the input lies in its lowest
    and its highest tenth; `share` is how much of the measure's variance the input carries
    (squared rank correlation, 0 to 1).
    """

    scenario: str
    measure: str
    kind: InputKind
    input: str
    low: float
    high: float
    share: float

    def to_json(self) -> Json:
        """Give it as `muster run --json` prints it."""
        return {
            "scenario": self.scenario,
            "measure": self.measure,
            "kind": self.kind.value,
            "input": self.input,
            "low": _finite(self.low),
            "high": _finite(self.high),
            "share": _finite(self.share),
        }


@dataclass(frozen=True, slots=True)
class RunReport:
    """All scenarios run on the same members: bars of the tornado sorted by reach, widest first.

    `start` is the date whose end the projection starts from, `baseline` the scenario that the
    differences are taken from, `rules` how each flow runs where nothing changes it, in words.
    """

    members: int
    seed: int
    start: date
    until: date
    scenarios: Mapping[str, ScenarioResult]
    questions: tuple[QuestionAnswer, ...] = ()
    differences: tuple[Difference, ...] = ()
    tornado: tuple[TornadoBar, ...] = ()
    baseline: str = ""
    integrator: str = "rk4"
    step_months: float = 0.25
    seconds: float = 0.0
    rules: tuple[str, ...] = ()

    def to_json(self) -> Json:
        """Give the whole run as `muster run --json` prints it."""
        return {
            "members": self.members,
            "seed": self.seed,
            "start": self.start.isoformat(),
            "until": self.until.isoformat(),
            "baseline": self.baseline,
            "integrator": self.integrator,
            "step_months": self.step_months,
            "scenarios": {
                name: {measure: path.to_json() for measure, path in each.paths.items()}
                for name, each in self.scenarios.items()
            },
            "rules": list(self.rules),
            "assumes": {name: list(each.assumes) for name, each in self.scenarios.items()},
            "clipped": {name: each.clipped for name, each in self.scenarios.items()},
            "questions": [each.to_json() for each in self.questions],
            "differences": [each.to_json() for each in self.differences],
            "tornado": [each.to_json() for each in self.tornado],
        }


def _finite(value: float) -> float | None:
    """Give six digits, more than any ensemble has; what is no number is null."""
    return float(f"{value:.6g}") if np.isfinite(value) else None
