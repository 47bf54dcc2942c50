"""The reports of a case: the list of them, and the form that takes another in."""

from collections.abc import Iterator

from musterbook.core.records import Report, Status
from musterbook.views.screens.addresses import report_page
from musterbook.views.screens.query import Query, Typed
from musterbook.views.screens.screen import Context, Screen, Tables
from musterbook.views.screens.shown import Shown
from musterbook.views.table import Cell, Table, Tone, cells, table

ADD = "add"  # the name of the form
NAMES = (
    "report | published | publisher | reliability | #claims | #accepted | #to review | #not found"
)


def reports_table(shown: Shown) -> Table:
    """List the reports with what became of their claims."""
    return table("The reports of this case", NAMES, _rows(shown))


def _rows(shown: Shown) -> Iterator[tuple[Cell, ...]]:
    case = shown.bench.case
    own: dict[str, list[tuple[Status, bool]]] = {}
    for claim in case.claims:
        is_lost = claim.at is None and bool(claim.quote)
        own.setdefault(claim.report, []).append((claim.status, is_lost))
    for each in sorted(case.reports.values(), key=lambda report: (report.published, report.name)):
        yield _row(shown, each, own.get(each.name, []))


def _row(shown: Shown, report: Report, claims: list[tuple[Status, bool]]) -> tuple[Cell, ...]:
    source = shown.bench.case.sources.get(report.publisher)
    states = [status for status, _ in claims]
    waiting, lost = states.count(Status.PROPOSED), sum(is_lost for _, is_lost in claims)
    where = report_page(report.name)
    return cells(
        Cell(report.title, where),
        report.published.isoformat(),
        source.title if source else report.publisher,
        source.reliability if source else "F",
        str(len(claims)),
        str(states.count(Status.ACCEPTED)),
        Cell(str(waiting), where if waiting else "", Tone.STRONG if waiting else Tone.QUIET),
        Cell(str(lost), f"{where}#not-found" if lost else "", Tone.BAD if lost else Tone.QUIET),
    )


def _context(shown: Shown, query: Query) -> Context:
    case = shown.bench.case
    listed = reports_table(shown)
    waiting = sum(each.status is Status.PROPOSED for each in case.claims)
    lost = sum(each.at is None and bool(each.quote) for each in case.claims)
    return {
        "reports_table": listed,
        "waiting": waiting,
        "lost": lost,
        "typed": query.typed if query.typed.form == ADD else Typed(),
        "is_adding": query.typed.form == ADD or bool(query.get(ADD)) or not listed.rows,
    }


def _tables(shown: Shown, _query: Query) -> Tables:
    return {"reports": reports_table(shown)}


REPORTS = Screen("/reports", "Reports", "web/reports.html", _context, _tables)
