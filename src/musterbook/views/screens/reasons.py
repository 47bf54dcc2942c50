"""A measure and a day from the address go in; what pulls the number then comes out, once known."""

from musterbook.core.problem import Problem
from musterbook.inquiry.present import target_of
from musterbook.questions.results import PullKind, WhyReport
from musterbook.questions.target import Target
from musterbook.views.measures import MeasureView
from musterbook.views.pull_chart import pull_chart
from musterbook.views.pulls import asked, estimate_of, nothing_pulls, pulls_table
from musterbook.views.screens.asking import WORDS, Asking, Question, Reply
from musterbook.views.screens.query import Query
from musterbook.views.screens.screen import Context, Tables
from musterbook.views.screens.shown import Shown
from musterbook.views.table import Table


def target_in(shown: Shown, query: Query, *, view: MeasureView) -> Target | Problem | None:
    """Read the day that an address asks about; None where it asks nothing."""
    day = query.get("why")
    return target_of(shown.bench, f"{view.name}@{day}") if day else None


def reply_to(shown: Shown, target: Target) -> Reply:
    """Give the answer, if it is there; it is wanted only of a fit of the case as it is now."""
    question = Question(Asking.WHY, (str(target),))
    is_ready = shown.is_fresh and shown.worked is not None and shown.worked.fit is not None
    return shown.replies.of(question) if is_ready else shown.replies.peek(question)


def reasons_context(shown: Shown, query: Query, *, view: MeasureView) -> Context:
    """Lay out what an address asks of a number, and what is known of the answer."""
    target = target_in(shown, query, view=view)
    knots = view.path.dates
    told: dict[str, object] = {
        "why_day": query.get("why") or view.day.isoformat(),
        "why_first": knots[0],
        "why_last": knots[-1],
        "why_words": WORDS[Asking.WHY],
        "why_problem": target if isinstance(target, Problem) else None,
        "why_reply": None,
        "why": None,
    }
    if isinstance(target, Target):
        reply = reply_to(shown, target)
        told["why_reply"] = reply
        if isinstance(reply.answer, WhyReport):
            told |= _answered(reply.answer)
    return told


def _answered(report: WhyReport) -> dict[str, object]:
    return {
        "why": report,
        "why_asked": asked(report),
        "why_estimate": estimate_of(report.spread),
        "why_nothing": nothing_pulls(report),
        "why_chart": pull_chart(report),
        "why_tables": [each for each in _by_kind(report).values() if each.rows],
    }


def _by_kind(report: WhyReport) -> dict[str, Table]:
    return {
        f"pulls-by-{kind.value}": pulls_table(report, kind) for kind in PullKind if report.of(kind)
    }


def reasons_tables(shown: Shown, query: Query, *, view: MeasureView) -> Tables:
    """Give what pulls as tables for machines; nothing where it is not known."""
    target = target_in(shown, query, view=view)
    if not isinstance(target, Target):
        return {}
    answer = shown.replies.peek(Question(Asking.WHY, (str(target),))).answer
    return _by_kind(answer) if isinstance(answer, WhyReport) else {}
