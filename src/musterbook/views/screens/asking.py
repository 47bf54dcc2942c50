"""A question that takes long to answer goes in; its answer comes out once somebody has it.

A screen never works anything out: it names what it wants, and shows what is there of it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Asking(StrEnum):
    """What can be asked; the words of each question are told beside it."""

    WHY = "why"  # MEASURE@DAY: what pulls the number
    THEN = "then"  # DAY: every measure as it was believed by the end of that day
    TRIAL = "trial"  # the address of changes tried: the scenarios run with them
    WAY = "way"  # a choice of readings as JSON, and whom to set aside: every measure after that
    DRAWS = "draws"  # SCENARIO, and the changes tried: every member's path, as CSV


WORDS: Mapping[str, str] = {
    Asking.WHY: "leaving out each claim in turn",
    Asking.THEN: "fitting what had been said by then",
    Asking.TRIAL: "running the scenarios with your change",
    Asking.WAY: "fitting the account with this way out taken",
    Asking.DRAWS: "writing out the draws",
}


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to work out: the same question has the same answer as long as the case stands."""

    asking: Asking
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reply:
    """What there is of an answer: the answer itself, why there is none, or neither yet."""

    answer: object = None
    refused: str = ""

    @property
    def is_awaited(self) -> bool:
        """Say whether it is still to come."""
        return self.answer is None and not self.refused


@dataclass(frozen=True, slots=True)
class Replies:
    """What is known of a case as believed on a day, by question, and what a page still wants."""

    known: Mapping[Question, Reply] = field(default_factory=dict)
    wanted: list[Question] = field(default_factory=list)

    def of(self, question: Question) -> Reply:
        """Give what there is; what is not there is noted as wanted."""
        reply = self.known.get(question, Reply())
        if reply.is_awaited and question not in self.wanted:
            self.wanted.append(question)
        return reply

    def peek(self, question: Question) -> Reply:
        """Give what there is without wanting it."""
        return self.known.get(question, Reply())
