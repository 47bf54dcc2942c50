"""The account: stocks and flows drawn, and every measure over time."""

from musterbook.views.page_fit import fit_context
from musterbook.views.report_page import links_of
from musterbook.views.screens.query import Query
from musterbook.views.screens.screen import Context, Screen
from musterbook.views.screens.shown import Shown

EMPTY = "There is no account to show yet: a case needs claims that count."


def _context(shown: Shown, _query: Query) -> Context:
    worked = shown.worked
    assert worked is not None
    return {"exhibits": worked, "links": links_of(worked), **fit_context(worked)}


ACCOUNT = Screen(
    "/account", "The account", "web/account.html", _context, needs_results=True, empty=EMPTY
)
