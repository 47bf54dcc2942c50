"""The first page: which readings add up, and the numbers that follow."""

from musterbook.views.page_fit import bounds_of, figures_of
from musterbook.views.report_page import answer_context
from musterbook.views.screens.query import Query
from musterbook.views.screens.screen import Context, Screen
from musterbook.views.screens.shown import Shown

EMPTY = "Nothing has been worked out yet: a case needs claims that count."


def _context(shown: Shown, _query: Query) -> Context:
    worked = shown.worked
    assert worked is not None
    return {
        **answer_context(worked),
        "bounds": bounds_of(worked),
        "fit": worked.fit,
        "answer": worked.answer,
        "figures": figures_of(worked) if worked.fit and worked.fit.headline else (),
    }


ANSWER = Screen("/", "The answer", "web/answer.html", _context, needs_results=True, empty=EMPTY)
