"""The fits of one case as of many days go in; how one number moved, and on what news, comes out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from musterbook.account.system import Choice, MemberKind, System
from musterbook.fit.results import Answer
from musterbook.questions.nearness import tied_to
from musterbook.questions.spread import Spread, spread_of_draws
from musterbook.questions.target import Target, values_at, vector_at


@dataclass(frozen=True, slots=True)
class Stand:
    """What was believed under one reading of every word, or with a way out taken."""

    choice: Choice
    set_aside: tuple[str, ...]
    spread: Spread

    def to_json(self) -> dict[str, Any]:
        """Give it as `muster history --json` prints it."""
        return {
            "reading": dict(self.choice),
            "set_aside": list(self.set_aside),
            **self.spread.to_json(),
        }


@dataclass(frozen=True, slots=True)
class Moment:
    """A day on which something new was said, and what was believed by its end.

    `news` are the claims that came in and could bear on the number, `elsewhere` those of other
    parts of the account, `gone` those whose place was taken. `stands` is empty where no fit was
    possible; several are not averaged. `is_feasible` says whether what had been said could all be
    true under some reading; `why_not` is a sentence where nothing could be worked out.
    """

    day: date
    news: tuple[str, ...]
    elsewhere: tuple[str, ...]
    gone: tuple[str, ...]
    is_feasible: bool
    stands: tuple[Stand, ...]
    why_not: str = ""

    def to_json(self) -> dict[str, Any]:
        """Give it as `muster history --json` prints it, less the sentences."""
        return {
            "date": self.day.isoformat(),
            "news": list(self.news),
            "elsewhere": list(self.elsewhere),
            "gone": list(self.gone),
            "feasible": self.is_feasible,
            "stands": [each.to_json() for each in self.stands],
            "why_not": self.why_not,
        }


@dataclass(frozen=True, slots=True)
class HistoryReport:
    """How belief about one number moved, the earliest day first."""

    target: Target
    moments: tuple[Moment, ...]
    seed: int
    seconds: float

    def to_json(self) -> dict[str, Any]:
        """Give it as `muster history --json` prints it, less the sentences."""
        return {
            "measure": self.target.measure,
            "date": self.target.day.isoformat(),
            "seed": self.seed,
            "seconds": round(self.seconds, 3),
            "moments": [each.to_json() for each in self.moments],
        }


@dataclass(frozen=True, slots=True)
class Then:
    """The case as of one day: what counted by then, and the fits that could be worked out."""

    day: date
    system: System
    is_feasible: bool
    answers: tuple[Answer, ...]
    why_not: str = ""

    @property
    def said(self) -> tuple[str, ...]:
        """Every claim that had been made, copies too, in the order of the account."""
        groups = (each for each in self.system.groups if each.kind is MemberKind.CLAIM)
        return tuple(claim for group in groups for claim in group.claims)


def history_of(target: Target, days: Iterable[Then]) -> Iterator[Moment]:
    """Give a moment for every day on which a claim came in or went."""
    before: tuple[str, ...] = ()
    for then in days:
        came = [each for each in then.said if each not in before]
        gone = tuple(each for each in before if each not in then.said)
        if came or gone:
            near = _near(then.system, target)
            yield Moment(
                then.day,
                tuple(each for each in came if each in near),
                tuple(each for each in came if each not in near),
                gone,
                then.is_feasible,
                tuple(_stand(each, target) for each in then.answers),
                then.why_not,
            )
        before = then.said


def _near(system: System, target: Target) -> frozenset[str]:
    """Name the claims of the number's own part of the account."""
    groups = tied_to(system, vector_at(system, target))
    return frozenset(claim for each in groups for claim in each.claims)


def _stand(answer: Answer, target: Target) -> Stand:
    values = values_at(answer.system, answer.draws, target)
    return Stand(answer.choice, answer.set_aside, spread_of_draws(values, answer.weights))
