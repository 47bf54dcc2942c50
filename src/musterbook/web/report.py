"""The case as it is now goes in; the one-file report comes out, to be sent on."""

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from musterbook.onefile.render import render_report
from musterbook.web.office import Office
from musterbook.web.plain import plain_page
from musterbook.web.screens import query_of


def whole_report(office: Office, request: Request) -> Response:
    """Give the report, once everything in it has been worked out."""
    query = query_of(request)
    with office.lock:
        shown = office.shown(query.as_of)
        if shown.is_fresh and shown.worked is not None and not office.is_working:
            headers = {"Content-Security-Policy": "", "Content-Disposition": "inline"}
            return HTMLResponse(render_report(shown.worked.bench), headers=headers)
    lines = ("The report is written as soon as everything in it has been worked out: ask again.",)
    return plain_page("Not yet", lines, request, status=503)
