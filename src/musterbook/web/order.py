"""What to work out goes from the server to its child process, and back comes how far it is."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TypeAlias

from musterbook.core.records import Case
from musterbook.views.screens.asking import Question
from musterbook.workbench import Workbench
from musterbook.workbench.shelf import Results as Kept

STAGES: Mapping[str, str] = {
    "conflicts": "looking for conflicts",
    "fit": "fitting the account",
    "run": "running the scenarios",
    "weigh": "weighing the explanations",
    "ways": "seeing what each way out would change",
}


@dataclass(frozen=True, slots=True)
class CaseAsOf:
    """A case by the digest of what bears on its results, as believed on a day.

    Of one that cannot be read the digest is empty.
    """

    digest: str
    as_of: date | None

    @classmethod
    def of(cls, bench: Workbench) -> "CaseAsOf":
        """Name the case that a bench has open."""
        return cls(bench.bearing.ever if bench.loaded.case else "", bench.as_of)


@dataclass(frozen=True, slots=True)
class Order:
    """Work on one case as believed on one day: its stages, in the order of `STAGES`.

    After them come the `questions`; `known` are results of stages that need not be had again.
    With a `digest` (`Bearing.ever`) only the case whose results hang on just that is meant, not
    what its files say by then.
    """

    folder: Path
    as_of: date | None = None
    stages: tuple[str, ...] = tuple(STAGES)
    questions: tuple[Question, ...] = ()
    known: Kept = field(default_factory=dict)
    digest: str = ""

    @property
    def about(self) -> CaseAsOf:
        """The case and the day it is for."""
        return CaseAsOf(self.digest, self.as_of)

    @property
    def size(self) -> int:
        """How many things are to be done."""
        return len(self.stages) + len(self.questions)


def stages_of(case: Case) -> tuple[str, ...]:
    """List the stages a case has anything for."""
    left_out = {
        *(() if case.plan.scenarios else ("run",)),
        *(() if case.board.hypotheses else ("weigh",)),
    }
    return tuple(each for each in STAGES if each not in left_out)


@dataclass(frozen=True, slots=True)
class Begun:
    """A stage has begun; `done` of `of` stages lie behind."""

    stage: str
    done: int
    of: int


@dataclass(frozen=True, slots=True)
class Results:
    """What a bench has come to hold since the message before."""

    kept: Kept = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Failed:
    """A stage could not be worked out, and why in a sentence; the others go on."""

    stage: str
    why: str


@dataclass(frozen=True, slots=True)
class Outdated:
    """The files are not those of the case ordered any more: nothing was worked out."""


@dataclass(frozen=True, slots=True)
class Answered:
    """The answer to a question, or why there is none."""

    question: Question
    answer: object = None
    refused: str = ""


Message: TypeAlias = Begun | Results | Failed | Answered | Outdated
