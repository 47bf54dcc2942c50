"""What a fit gives: draws of whole worlds go in, paths, biases, misfits and flags come out."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from musterbook.account.system import Choice, Floats, System

QUANTILES = (0.05, 0.25, 0.50, 0.75, 0.95)  # the columns of every table of a posterior
FAN = (0.025, 0.10, 0.90, 0.975)  # the ends of the 95 % and 80 % bands, which drawings add


class FlagKind(StrEnum):
    """What a reader of an answer should know about it."""

    PRIOR_EXCLUDES = "prior excludes a claim"
    PRIOR_DOMINATED = "prior-dominated"
    EXCESS_MATTERS = "excess scale matters"
    PRIOR_SCALE_MATTERS = "prior scale matters"
    SCALE_FROM_CLAIMS = "scale taken from the claims"
    SCALE_MADE_UP = "scale made up"
    UNBOUNDED = "unbounded"
    NOT_IDENTIFIED = "bias not identified"
    FEW_DRAWS = "few effective draws"
    LONG_PIECES = "long pieces"
    OUT_OF_TIME = "out of time"


@dataclass(frozen=True, slots=True)
class Flag:
    """One warning about an answer: its kind, the measure, source or claim, and a sentence."""

    kind: FlagKind
    subject: str
    says: str


@dataclass(frozen=True, slots=True)
class Fan:
    """The ends of the 80 % and 95 % bands of a measure over time: arrays of shape (date,)."""

    q025: Floats
    q10: Floats
    q90: Floats
    q975: Floats


@dataclass(frozen=True, slots=True)
class MeasurePath:
    """A measure over time: arrays of shape (date,), in people; a total counts from the opening.

    `fan` is for drawings alone, and missing where a path was made without draws.
    """

    name: str
    dates: tuple[date, ...]
    mean: Floats
    q05: Floats
    q25: Floats
    q50: Floats
    q75: Floats
    q95: Floats
    prior_q05: Floats
    prior_q95: Floats
    fan: Fan | None = None

    def at(self, day: date) -> int:
        """Find the position of the last knot that is not after a day (0 where all are after)."""
        return max(bisect_right(self.dates, day) - 1, 0)

    def to_json(self) -> list[dict[str, Any]]:
        """Give one object per date, counts rounded to a tenth of a person."""
        names = ("mean", "q05", "q25", "q50", "q75", "q95", "prior_q05", "prior_q95")
        columns = [getattr(self, name) for name in names]
        return [
            {"date": day.isoformat()}
            | {
                name: round(float(column[i]), 1)
                for name, column in zip(names, columns, strict=True)
            }
            for i, day in enumerate(self.dates)
        ]


@dataclass(frozen=True, slots=True)
class SourceBias:
    """How far a source's numbers of one class lie off, as shares: true = reported · (1 − bias).

    Positive means that it overstates. `identified` is False where the claims say next to nothing,
    or nothing but the priors does: no other source, assumption or exact number is a yardstick.
    """

    source: str
    bias_class: str
    q05: float
    q50: float
    q95: float
    identified: bool

    @property
    def key(self) -> tuple[str, str]:
        """The source and the class of measure it is about."""
        return self.source, self.bias_class


@dataclass(frozen=True, slots=True)
class Residual:
    """A claim the answer does not honour: `sds` standard deviations off (positive: truth above)."""

    group: str
    claims: tuple[str, ...]
    words: str
    low: float
    high: float
    median: float
    sds: float


@dataclass(frozen=True, slots=True)
class Precision:
    """How well a measure's posterior is known at the as-of date, given that it was only drawn from.

    `effective` counts draws as if independent and evenly weighted; `median_error` is the Monte
    Carlo standard error of the median, in people.
    """

    effective: float
    median_error: float
    share: float = 0.0


@dataclass(frozen=True, slots=True)
class Answer:
    """The posterior under one reading of every word, with some members set aside.

    `draws` has shape (draw, column), in people, columns as in `system.columns`; `weights` has
    shape (draw,) and sums to 1. `system` no longer holds the groups set aside. `biases` has
    shape (draw, source), one column for each entry of `sources`, which
    stand by source, the class with the most claims first. `precision` has every measure's Monte
    Carlo error, `kish` is the share of the draws that the weights leave in effect.
    """

    choice: Choice
    set_aside: tuple[str, ...]
    system: System
    draws: Floats
    weights: Floats
    biases: Floats
    seed: int
    ess_min: float
    seconds: float
    measures: Mapping[str, MeasurePath]
    sources: tuple[SourceBias, ...]
    residuals: tuple[Residual, ...] = ()
    warnings: tuple[Flag, ...] = ()
    precision: Mapping[str, Precision] = field(default_factory=dict)
    kish: float = 1.0

    @property
    def reading(self) -> dict[str, str]:
        """The reading chosen for each ambiguous measure."""
        return dict(self.choice)

    def to_json(self) -> dict[str, Any]:
        """Give this answer as `muster fit --json` prints it."""
        return {
            "reading": self.reading,
            "set_aside": list(self.set_aside),
            "draws": len(self.draws),
            "ess_min": round(self.ess_min, 1),
            "kish_share": round(self.kish, 3),
            "precision": {
                name: {"ess": round(each.effective, 1), "median_error": round(each.median_error, 2)}
                for name, each in self.precision.items()
            },
            "seconds": round(self.seconds, 3),
            "measures": {name: path.to_json() for name, path in self.measures.items()},
            "sources": _sources_to_json(self.sources),
            "residuals": [_residual_to_json(each) for each in self.residuals],
            "warnings": [
                {"kind": each.kind.value, "subject": each.subject, "says": each.says}
                for each in self.warnings
            ],
        }


@dataclass(frozen=True, slots=True)
class FitReport:
    """All answers side by side; never an average of answers that contradict each other.

    `agree` says whether every answer's medians lie inside every other's middle half, over the
    measures that mean the same in both; `impossible` has a sentence for each answer that could
    not be given.
    """

    answers: tuple[Answer, ...]
    agree: bool
    seed: int
    seconds: float = 0.0
    disagreements: tuple[str, ...] = ()
    impossible: tuple[str, ...] = ()

    @property
    def headline(self) -> Answer | None:
        """The one answer to lead with, or None where the answers do not agree."""
        return self.answers[0] if self.answers and self.agree else None

    def to_json(self) -> dict[str, Any]:
        """Give the whole report as `muster fit --json` prints it."""
        return {
            "seed": self.seed,
            "draws": max((len(each.draws) for each in self.answers), default=0),
            "ess_min": round(min((each.ess_min for each in self.answers), default=0.0), 1),
            "seconds": round(self.seconds, 3),
            "agree": self.agree,
            "disagreements": list(self.disagreements),
            "impossible": list(self.impossible),
            "answers": [each.to_json() for each in self.answers],
        }


def _sources_to_json(sources: tuple[SourceBias, ...]) -> dict[str, dict[str, Any]]:
    """Give each source its first class's bias, and all its classes under `classes`."""
    table: dict[str, dict[str, Any]] = {}
    for each in sources:
        entry = _bias_to_json(each)
        row = table.setdefault(each.source, {**entry, "classes": {}})
        row["classes"][each.bias_class] = entry
    return table


def _bias_to_json(bias: SourceBias) -> dict[str, Any]:
    return {
        "bias_q05": round(bias.q05, 4),
        "bias_q50": round(bias.q50, 4),
        "bias_q95": round(bias.q95, 4),
        "identified": bias.identified,
    }


def _residual_to_json(residual: Residual) -> dict[str, Any]:
    return {
        "member": residual.group,
        "claims": list(residual.claims),
        "words": residual.words,
        "median": round(residual.median, 1),
        "sds": round(residual.sds, 2),
    }
