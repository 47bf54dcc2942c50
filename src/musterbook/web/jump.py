"""Words go in; the page of the claim, measure, report or source they name comes out."""

from collections.abc import Iterator
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from musterbook.views.anchors import claim_anchor, source_anchor
from musterbook.views.screens.addresses import measure_page, report_page
from musterbook.views.screens.claims import PAGE
from musterbook.views.screens.found import FOUND, found
from musterbook.views.screens.query import Query
from musterbook.views.screens.shown import Shown
from musterbook.web.office import Office
from musterbook.web.screens import page_at, query_of
from musterbook.web.theme import way_back

OK, NOT_FOUND = 200, 404


def places_of(shown: Shown) -> Iterator[tuple[str, str]]:
    """Give every name one can go to, with its address."""
    case, network = shown.bench.case, shown.bench.ledger.network
    yield from ((name, report_page(name)) for name in case.reports)
    many = len(case.claims) > PAGE  # the register is asked for the page a claim is on
    for each in case.claims:
        asked = f"?{urlencode({'claim': each.id})}" if many else ""
        yield each.id, f"/claims{asked}#{claim_anchor(each.id)}"
    yield from ((name, measure_page(name)) for name in network.names)
    yield from ((name, f"/sources#{source_anchor(name)}") for name in case.sources)


def jump(office: Office, request: Request) -> Response:
    """Go to what is named; else list what has the words. With no words, stay where one was."""
    query = query_of(request)
    wanted = query.get("to").strip()
    if not wanted:
        return RedirectResponse(way_back(query.get("back") or "/"), 303)
    with office.lock:
        shown = office.shown(query.as_of)
        places = dict(places_of(shown)) if shown.bench.loaded.case else {}
    near = [name for name in places if wanted and wanted.lower() in name.lower()]
    name = wanted if wanted in places else near[0] if len(near) == 1 else ""
    if name:
        path, _, anchor = places[name].partition("#")
        kept = query.kept.replace("?", "&") if "?" in path else query.kept
        return RedirectResponse(f"{path}{kept}{'#' + anchor if anchor else ''}", 303)
    status = OK if places and any(found(shown, wanted)) else NOT_FOUND
    return page_at(office, FOUND, request, query=_as_asked(query), status=status)


def _as_asked(query: Query) -> Query:
    """Leave out of an address where the one who asks came from."""
    values = {name: each for name, each in query.values.items() if name != "back"}
    return Query(query.path, "", values)


def places(office: Office, _request: Request) -> Response:
    """List the names one can go to, for the box that completes them."""
    with office.lock:
        shown = office.shown()
        names = [name for name, _ in places_of(shown)] if shown.bench.loaded.case else []
    return JSONResponse(names)
