"""The case as it is now goes in; the one-file report comes out, to be sent on."""

from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from musterbook.onefile.render import ReportOptions, render_report
from musterbook.views.page import script_hash
from musterbook.views.screens.query import Query, Typed
from musterbook.views.screens.send import SEND
from musterbook.views.screens.shown import Shown
from musterbook.views.sections import SECTIONS, NoSuchSectionError, chosen_sections
from musterbook.web.office import Office
from musterbook.web.order import stages_of
from musterbook.web.plain import plain_page
from musterbook.web.screens import page_at, query_of
from musterbook.web.theme import theme_of

NOT_TAKEN = 422
# The file carries its own style; nothing else is let in, and nothing is carried out.
POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'"
)


def whole_report(office: Office, request: Request) -> Response:
    """Give the report of the sections chosen, once everything in it has been worked out."""
    query = query_of(request)
    if query.get("form") and not query.get("section"):
        typed = Typed("send", dict(query.values), {"section": "Choose at least one section."})
        day = {"as_of": query.get("as_of")}
        again = Query(SEND.path, "", day, typed)
        return page_at(office, SEND, request, query=again, status=NOT_TAKEN)
    try:
        options = options_of(request)
    except NoSuchSectionError as unknown:
        return plain_page("Not understood", (f"{unknown}.",), request, status=422, back="/send")
    shown = office.shown(query.as_of)  # what it holds never changes, so that nobody has to wait
    if _is_whole(shown):
        assert shown.worked is not None
        bench = shown.worked.bench
        kept = "attachment" if query.get("save") else "inline"
        name = f"{bench.folder.resolve().name}.html"
        headers = {
            "Content-Security-Policy": policy_of(options),
            "Content-Disposition": f"{kept}; filename*=UTF-8''{quote(name)}",
        }
        return HTMLResponse(render_report(bench, options), headers=headers)
    lines = ("The report is written as soon as everything in it has been worked out: ask again.",)
    return plain_page("Not yet", lines, request, status=503, back="/send")


def policy_of(options: ReportOptions) -> str:
    """Say what the report's page may do: run our own script at the most, known by its hash."""
    return f"{POLICY}; script-src '{script_hash()}'" if options.interactive else POLICY


def options_of(request: Request) -> ReportOptions:
    """Read what of the report is asked for; every section ticked is the whole report.

    Raises:
        NoSuchSectionError: a section named is none.
    """
    asked = request.query_params
    sections = chosen_sections(asked.getlist("section"))
    names = () if len(sections) == len(SECTIONS) else tuple(each.anchor for each in sections)
    return ReportOptions(
        theme=theme_of(request), sections=names, interactive=bool(asked.get("interactive"))
    )


def _is_whole(shown: Shown) -> bool:
    """Say whether every stage that the case has anything for is there, of the case as it is."""
    worked = shown.worked
    if worked is None or not shown.is_fresh:
        return False
    return all(worked.bench.holds(each) for each in stages_of(worked.bench.case))
