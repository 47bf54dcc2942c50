"""Who says things, and how far each has seemed to be off."""

from musterbook.views.screens.query import Query
from musterbook.views.screens.screen import Context, Screen, Tables
from musterbook.views.screens.shown import Shown
from musterbook.views.tables_claims import hedges_table, sources_table


def _context(shown: Shown, _query: Query) -> Context:
    case = shown.bench.case
    return {"sources": sources_table(case, shown.claims), "hedges": hedges_table(case.hedges)}


def _tables(shown: Shown, _query: Query) -> Tables:
    return {"sources": sources_table(shown.bench.case, shown.claims)}


SOURCES = Screen("/sources", "Sources", "web/sources.html", _context, _tables)
