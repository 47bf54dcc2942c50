"""What questions give: pulls, wishes, moments and scores, as values."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from musterbook.account.system import Choice
from musterbook.questions.spread import Spread
from musterbook.questions.target import Target

CLEAR = 3.0  # standard errors: among fifty members two would stand out by chance at 2
WIDER = 1.25  # a 90 % interval this much wider is no accident of some hundred draws

NOTHING = 0.02  # of the interval's width: a pull below it would not show in any printed digit


class How(StrEnum):
    """How a number without a member was worked out."""

    REWEIGHTED = "reweighted"
    REFITTED = "refitted"
    NOT_NEAR = "bears on other things"


class PullKind(StrEnum):
    """What pulls."""

    CLAIM = "claim"
    ASSUMPTION = "assumption"
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class Pull:
    """How far one member pulls a measure: the median with it, less the median without it.

    `error` is the standard error of `pull` by the number of draws, `widens` how many times as wide
    the 90 % interval is without the member. `kish` is the share of the draws that reweighting left
    in effect, `pareto_k` the shape of the weights' tail (None where the draws were not reweighted).
    A source's `members` are the groups of all its claims.
    """

    kind: PullKind
    name: str
    members: tuple[str, ...]
    pull: float
    error: float
    without: Spread
    widens: float
    how: How
    kish: float | None = None
    pareto_k: float | None = None

    @property
    def is_clear(self) -> bool:
        """Say whether it stands out from the noise of the draws."""
        return self.how is not How.NOT_NEAR and abs(self.pull) > CLEAR * self.error

    @property
    def holds(self) -> bool:
        """Say whether without it the number is much less certain."""
        return self.how is not How.NOT_NEAR and self.widens > WIDER

    def to_json(self) -> dict[str, Any]:
        """Give it as `muster why --json` prints it, less the trail."""
        return {
            "kind": self.kind.value,
            "name": self.name,
            "members": list(self.members),
            "pull": round(self.pull, 1),
            "error": round(self.error, 1),
            "is_clear": self.is_clear,
            "holds": self.holds,
            "widens": _rounded(self.widens),
            "without": self.without.to_json(),
            "how": self.how.value,
            "kish": _rounded(self.kish),
            "pareto_k": _rounded(self.pareto_k),
        }


@dataclass(frozen=True, slots=True)
class WhyReport:
    """Why a measure is what it is on a day, under one answer; pulls by size, the largest first."""

    target: Target
    choice: Choice
    set_aside: tuple[str, ...]
    spread: Spread
    pulls: tuple[Pull, ...]
    seed: int
    seconds: float

    def of(self, *kinds: PullKind) -> tuple[Pull, ...]:
        """Give the pulls of some kinds."""
        return tuple(each for each in self.pulls if each.kind in kinds)

    def matters(self, pull: Pull) -> bool:
        """Say whether a member moves the number by more than a hair, or keeps it certain."""
        moves = pull.is_clear and abs(pull.pull) >= NOTHING * self.spread.width
        return moves or pull.holds

    def to_json(self) -> dict[str, Any]:
        """Give it as `muster why --json` prints it, less the trails."""
        return {
            "measure": self.target.measure,
            "date": self.target.day.isoformat(),
            "reading": dict(self.choice),
            "set_aside": list(self.set_aside),
            "now": self.spread.to_json(),
            "seed": self.seed,
            "seconds": round(self.seconds, 3),
            "pulls": [each.to_json() for each in self.pulls],
        }


def by_size(pulls: Iterable[Pull]) -> tuple[Pull, ...]:
    """Sort pulls, the largest first."""
    return tuple(sorted(pulls, key=lambda each: (-abs(each.pull), each.name)))


def _rounded(value: float | None) -> float | None:
    finite = value is not None and abs(value) < float("inf")
    return round(value, 3) if finite and value is not None else None
