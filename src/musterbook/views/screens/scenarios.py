"""What if: the scenarios side by side."""

from musterbook.views.report_page import run_context
from musterbook.views.screens.query import Query
from musterbook.views.screens.screen import Context, Screen
from musterbook.views.screens.shown import Shown

EMPTY = "Scenarios start from a fitted account, and there is none yet."


def _context(shown: Shown, _query: Query) -> Context:
    worked = shown.worked
    assert worked is not None
    return {"exhibits": worked, **run_context(worked.run)}


SCENARIOS = Screen(
    "/scenarios", "What if", "web/scenarios.html", _context, needs_results=True, empty=EMPTY
)
