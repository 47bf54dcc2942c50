"""Words go in; the page of the claim, measure, report or source they name comes out."""

from collections.abc import Iterator
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from musterbook.core.suggest import did_you_mean
from musterbook.views.anchors import claim_anchor, slug, source_anchor
from musterbook.views.screens.claims import PAGE
from musterbook.views.screens.shown import Shown
from musterbook.web.office import Office
from musterbook.web.plain import plain_page
from musterbook.web.screens import query_of

NOT_FOUND = 404


def places_of(shown: Shown) -> Iterator[tuple[str, str]]:
    """Give every name one can go to, with its address."""
    case, network = shown.bench.case, shown.bench.ledger.network
    yield from ((name, f"/reports/{name}") for name in case.reports)
    many = len(case.claims) > PAGE  # the register is asked for the page a claim is on
    for each in case.claims:
        asked = f"?{urlencode({'claim': each.id})}" if many else ""
        yield each.id, f"/claims{asked}#{claim_anchor(each.id)}"
    yield from ((name, f"/account/{slug(name)}") for name in network.names)
    yield from ((name, f"/sources#{source_anchor(name)}") for name in case.sources)


def jump(office: Office, request: Request) -> Response:
    """Go to what is named; where nothing is, say what is near."""
    query = query_of(request)
    wanted = query.get("to").strip()
    with office.lock:
        shown = office.shown(query.as_of)
        places = dict(places_of(shown)) if shown.bench.loaded.case else {}
    near = [name for name in places if wanted and wanted.lower() in name.lower()]
    name = wanted if wanted in places else near[0] if len(near) == 1 else ""
    if name:
        path, _, anchor = places[name].partition("#")
        kept = query.kept.replace("?", "&") if "?" in path else query.kept
        return RedirectResponse(f"{path}{kept}{'#' + anchor if anchor else ''}", 303)
    lines = (f"Nothing here is called {wanted!r}; {did_you_mean(wanted, list(places))}",)
    return plain_page("Not here", lines, request, status=NOT_FOUND)


def places(office: Office, _request: Request) -> Response:
    """List the names one can go to, for the box that completes them."""
    with office.lock:
        shown = office.shown()
        names = [name for name, _ in places_of(shown)] if shown.bench.loaded.case else []
    return JSONResponse(names)
