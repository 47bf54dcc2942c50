"""A plan once it is read: its dates, its courses of events, what is watched and what is asked."""

from dataclasses import dataclass

from musterbook.core.when import Instant
from musterbook.scenarios.change import Change
from musterbook.scenarios.clock import Clock
from musterbook.scenarios.question import Question
from musterbook.scenarios.world import Formula


@dataclass(frozen=True, slots=True)
class Course:
    """One scenario read: its changes hold from `start` on (an instant, never before the run)."""

    name: str
    start: Instant
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """A question with the formula it asks about."""

    question: Question
    formula: Formula


@dataclass(frozen=True, slots=True)
class ReadPlan:
    """The whole plan read: what is watched, by its name as written, and asked of which courses."""

    clock: Clock
    courses: tuple[Course, ...]
    watch: tuple[tuple[str, Formula], ...]
    questions: tuple[Asked, ...]
