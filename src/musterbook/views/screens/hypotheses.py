"""The explanations offered, and what weighs for and against them."""

from musterbook.views.report_page import weighing_context
from musterbook.views.screens.query import Query
from musterbook.views.screens.screen import Context, Screen
from musterbook.views.screens.shown import Shown

EMPTY = "Nothing has been weighed yet."


def _context(shown: Shown, _query: Query) -> Context:
    worked = shown.worked
    assert worked is not None
    return {"exhibits": worked, **weighing_context(worked)}


HYPOTHESES = Screen(
    "/hypotheses", "Why", "web/hypotheses.html", _context, needs_results=True, empty=EMPTY
)
