"""What cannot all be true: a card for each smallest set, and the readings."""

from musterbook.views.report_page import answer_context, conflicts_context
from musterbook.views.screens.query import Query
from musterbook.views.screens.screen import Context, Screen
from musterbook.views.screens.shown import Shown

EMPTY = "Nothing has been held together yet: a case needs claims that count."


def _context(shown: Shown, _query: Query) -> Context:
    worked = shown.worked
    assert worked is not None
    return {**answer_context(worked), **conflicts_context(worked)}


CONFLICTS = Screen(
    "/conflicts", "Conflicts", "web/conflicts.html", _context, needs_results=True, empty=EMPTY
)
