"""A way out of a reading goes in; the question what it would do to the numbers comes out."""

import hashlib
import json
from dataclasses import dataclass

from musterbook.account.system import Choice
from musterbook.conflicts.results import Verdict, WayOut
from musterbook.questions.spread import Spread
from musterbook.views.exhibits import Exhibits
from musterbook.views.screens.asking import Asking, Question, Reply
from musterbook.views.screens.query import Query
from musterbook.views.screens.shown import Shown

ASKED = "fit"  # in an address: the way out that is to be fitted
KEY_LENGTH = 10  # hexadecimal digits: a case has some hundred ways out at most


@dataclass(frozen=True, slots=True)
class WayAsked:
    """What there is of the fit of a way out; `key` names it in an address.

    `can_be_asked` says whether a fit of it would tell anything that is not known yet.
    """

    key: str
    reply: Reply
    is_asked: bool
    can_be_asked: bool

    @property
    def spreads(self) -> dict[str, Spread] | None:
        """Every measure with the way taken, once worked out."""
        answer = self.reply.answer
        return answer if isinstance(answer, dict) else None


def question_of(verdict: Verdict, way: WayOut) -> Question:
    """Ask what a way out would do to every number."""
    return Question(Asking.WAY, (json.dumps(verdict.choice), *way.members))


def way_of(question: Question) -> tuple[Choice, tuple[str, ...]]:
    """Read the choice of readings and whom to set aside back from a question."""
    choice, *members = question.words
    return tuple((measure, reading) for measure, reading in json.loads(choice)), tuple(members)


def key_of(question: Question) -> str:
    """Name a question in an address."""
    return hashlib.sha256("\n".join(question.words).encode()).hexdigest()[:KEY_LENGTH]


def way_asked(shown: Shown, query: Query, *, verdict: Verdict, way: WayOut) -> WayAsked:
    """Look up what is known of a way out; it is wanted where the address asks for it."""
    question = question_of(verdict, way)
    key = key_of(question)
    is_asked, can_be = query.get(ASKED) == key, _can_be_asked(shown.worked, verdict, way)
    wanted = is_asked and can_be and shown.is_fresh
    reply = shown.replies.of(question) if wanted else shown.replies.peek(question)
    return WayAsked(key, reply, is_asked, can_be)


def _can_be_asked(worked: Exhibits | None, verdict: Verdict, way: WayOut) -> bool:
    """Say whether a fit would tell more: once the usual ones are there and this is none of them."""
    if worked is None or not worked.bench.holds("fit"):
        return False
    answers = worked.fit.answers if worked.fit is not None else ()
    return not any(
        each.choice == verdict.choice and set(each.set_aside) == set(way.members)
        for each in answers
    )
