"""The reports of a case: the list, and one with its text marked and its claims beside it."""

from collections.abc import Iterator, Mapping

from musterbook.core.records import Report, Status
from musterbook.views.anchors import report_anchor
from musterbook.views.report_page import mark_class
from musterbook.views.report_views import report_views
from musterbook.views.screens.fingerprint import fingerprint
from musterbook.views.screens.query import Query
from musterbook.views.screens.screen import Context, NothingHereError, Screen, Tables
from musterbook.views.screens.shown import Shown
from musterbook.views.table import Cell, Table, cells, table


def reports_table(shown: Shown) -> Table:
    """List the reports with what became of their claims."""
    return table(
        "The reports of this case",
        "report | published | publisher | #claims | #accepted | #to review | #not found",
        _rows(shown),
    )


def _rows(shown: Shown) -> Iterator[tuple[Cell, ...]]:
    case = shown.bench.case
    for each in sorted(case.reports.values(), key=lambda report: (report.published, report.name)):
        own = [claim for claim in case.claims if claim.report == each.name]
        states = [claim.status for claim in own]
        lost = sum(claim.at is None and bool(claim.quote) for claim in own)
        yield cells(
            Cell(each.title, f"/reports/{each.name}"),
            each.published.isoformat(),
            each.publisher,
            str(len(own)),
            str(states.count(Status.ACCEPTED)),
            str(states.count(Status.PROPOSED)),
            str(lost),
        )


def _list_context(shown: Shown, _query: Query) -> Context:
    return {"reports_table": reports_table(shown)}


def _tables(shown: Shown, _query: Query) -> Tables:
    return {"reports": reports_table(shown)}


def report_named(shown: Shown, name: str) -> Report:
    """Find a report by its name or its anchor.

    Raises:
        NothingHereError: there is none.
    """
    reports: Mapping[str, Report] = shown.bench.case.reports
    for each in reports.values():
        if name in (each.name, report_anchor(each.name).removeprefix("report-")):
            return each
    raise NothingHereError(f"no report is called {name!r}")


def _context(shown: Shown, query: Query) -> Context:
    report = report_named(shown, query.item)
    views = report_views(shown.bench.case, shown.claims, disputed={})
    view = next(each for each in views if each.report is report)
    return {
        "view": view,
        "marks": {name: mark_class(each) for name, each in shown.claims.items()},
        "prints": {each.claim.id: fingerprint(each.claim) for each in view.marked + view.orphans},
    }


REPORTS = Screen("/reports", "Reports", "web/reports.html", _list_context, _tables)
REPORT = Screen("/reports/{item:path}", "Report", "web/report.html", _context)
