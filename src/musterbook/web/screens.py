"""An address goes in; the screen it names comes out, as a page or as its table for a machine."""

from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response

from musterbook.views.page import render
from musterbook.views.screens.addresses import written
from musterbook.views.screens.frame import frame_context
from musterbook.views.screens.query import Query
from musterbook.views.screens.review_parts import long_reports
from musterbook.views.screens.screen import NothingHereError, Screen, Tables
from musterbook.views.screens.shown import Shown
from musterbook.views.table import Table
from musterbook.web.links import lead_home
from musterbook.web.office import Office
from musterbook.web.plain import plain_page
from musterbook.web.said_key import key_of, take_key_back
from musterbook.web.theme import theme_of

NOT_FOUND = 404


def query_of(request: Request) -> Query:
    """Read what an address asks for; of a value given twice the last counts."""
    path = written(request.scope["path"])
    item = request.path_params.get("item", "")
    return Query(path, item, {name: value for name, value in request.query_params.items() if value})


def page(office: Office, screen: Screen, request: Request) -> Response:
    """Show a screen."""
    return page_at(office, screen, request, query=query_of(request))


def page_at(
    office: Office, screen: Screen, request: Request, *, query: Query, status: int = 200
) -> Response:
    """Show a screen at an address that need not be the one asked for.

    What it shows is taken in a moment, and drawn while others may ask and save: a case as read, and
    results, never change.
    """
    with office.lock:
        shown = office.shown(query.as_of).resting_on(screen.stage)
        if shown.bench.loaded.case is None:
            return _unreadable(shown, request)
        of_office = {"said": office.sayings.take(key_of(request)), "steps": office.steps}
    frame = frame_context(shown, query, theme=theme_of(request), token=office.token) | of_office
    try:
        html = _rendered(screen, shown, query, frame=frame)
    except NothingHereError as missing:
        lines = (f"There is nothing at this address: {missing}.",)
        return plain_page("Not here", lines, request, status=NOT_FOUND)
    office.see_to(shown)
    answer = HTMLResponse(html, status)
    if key_of(request):
        take_key_back(answer, request)
    return answer


def _rendered(screen: Screen, shown: Shown, query: Query, *, frame: dict[str, object]) -> str:
    frame |= {"heading": screen.heading, "empty": screen.empty, **screen.always(shown, query)}
    if screen.needs_results and (shown.worked is None or shown.awaits(screen.stage)):
        html = render("web/waiting.html", frame)
    else:
        html = render(screen.template, {**frame, **screen.context(shown, query)})
    case = shown.bench.case
    reports = {each.id: each.report for each in case.claims}
    return lead_home(html, reports, query=query.kept, in_parts=long_reports(case))


def twin(office: Office, screen: Screen, kind: str, request: Request) -> Response:
    """Give a screen's table as CSV or JSON: `?table=NAME` for another than its first."""
    query = query_of(request)
    query = Query(query.path.removesuffix(f".{kind}"), query.item, query.values)
    shown = office.shown(query.as_of).resting_on(screen.stage)
    if shown.bench.loaded.case is None:
        return _unreadable(shown, request)
    if screen.needs_results and (shown.worked is None or shown.awaits(screen.stage)):
        return PlainTextResponse("not worked out yet: ask again in a while\n", 503)
    try:
        tables = screen.tables(shown, query)
    except NothingHereError as missing:
        return PlainTextResponse(f"{missing}\n", NOT_FOUND)
    wanted = query.get("table") or next(iter(tables), "")
    if wanted not in tables:
        return PlainTextResponse(_known(tables), NOT_FOUND)
    return _file(tables[wanted], wanted, kind)


def _known(tables: Tables) -> str:
    names = ", ".join(tables)
    return f"this page has the tables {names}\n" if names else "this page has no table\n"


def _file(table: Table, name: str, kind: str) -> Response:
    if kind == "json":
        return JSONResponse(table.to_json())
    where = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}.csv"}
    return Response(table.to_csv(), media_type="text/csv; charset=utf-8", headers=where)


def not_there(_office: Office, request: Request) -> Response:
    """Say that an address leads nowhere."""
    lines = ("There is nothing at this address.", "The screens stand at the left of every page.")
    return plain_page("Not here", lines, request, status=NOT_FOUND)


def _unreadable(shown: Shown, request: Request) -> Response:
    lines = (
        f"{shown.bench.folder} cannot be read as a case.",
        "Mend what stands below; this page shows the case as soon as it can be read.",
    )
    problems = shown.bench.problems
    return plain_page(
        "This case cannot be read", lines, request, status=500, problems=problems, waits=True
    )
