"""The case as it is now goes in; the one-file report comes out, to be sent on."""

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from musterbook.onefile.render import render_report
from musterbook.views.screens.shown import Shown
from musterbook.web.office import Office
from musterbook.web.order import stages_of
from musterbook.web.plain import plain_page
from musterbook.web.screens import query_of

# The file carries its own style; nothing else is let in, and nothing is carried out.
POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'"


def whole_report(office: Office, request: Request) -> Response:
    """Give the report, once everything in it has been worked out."""
    query = query_of(request)
    with office.lock:
        shown = office.shown(query.as_of)
        if _is_whole(shown):
            assert shown.worked is not None
            headers = {"Content-Security-Policy": POLICY, "Content-Disposition": "inline"}
            return HTMLResponse(render_report(shown.worked.bench), headers=headers)
    lines = ("The report is written as soon as everything in it has been worked out: ask again.",)
    return plain_page("Not yet", lines, request, status=503)


def _is_whole(shown: Shown) -> bool:
    """Say whether every stage that the case has anything for is there, of the case as it is."""
    worked = shown.worked
    if worked is None or not shown.is_fresh:
        return False
    return all(worked.bench.holds(each) for each in stages_of(worked.bench.case))
