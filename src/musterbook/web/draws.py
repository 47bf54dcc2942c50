"""A scenario's name goes in; the paths of all its members come out as a file, once worked out."""

from functools import partial
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from musterbook.views.screens.asking import Asking, Question, Reply
from musterbook.views.screens.query import Query
from musterbook.views.screens.trials import tried_in, words_of
from musterbook.web.office import Office
from musterbook.web.screens import query_of

PATIENCE = 180.0  # seconds that a download may take to be worked out
NOT_FOUND, NOT_YET = 404, 503


async def draws(office: Office, request: Request) -> Response:
    """Give the draws; the child process writes them out while the browser waits."""
    query = query_of(request)
    reply = await run_in_threadpool(partial(_wait, office, query))
    if not isinstance(reply.answer, str):
        said = reply.refused or "not worked out yet: ask again in a while"
        return PlainTextResponse(f"{said}\n", NOT_FOUND if reply.refused else NOT_YET)
    name = quote(f"draws {query.get('scenario')}.csv")
    where = {"Content-Disposition": f"attachment; filename*=UTF-8''{name}"}
    return Response(reply.answer, media_type="text/csv; charset=utf-8", headers=where)


def _wait(office: Office, query: Query) -> Reply:
    found = Reply()

    def is_there() -> bool:
        nonlocal found
        shown = office.shown(query.as_of)
        if shown.bench.loaded.case is None or shown.worked is None or shown.worked.run is None:
            return not office.works
        changes = words_of(tried_in(query, shown.bench.case.plan))
        found = shown.replies.of(Question(Asking.DRAWS, (query.get("scenario"), *changes)))
        office.see_to(shown)
        return not found.is_awaited or not office.works

    office.wait_for(is_there, PATIENCE)
    return found
