"""What happens in the office goes in; a stream of events comes out, for pages to keep up with."""

import asyncio
import json
from collections.abc import AsyncIterator
from functools import partial

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from musterbook.core.errors import MusterbookError
from musterbook.views.screens.frame import news_of, progress_words
from musterbook.views.screens.query import Query
from musterbook.web.office import Office
from musterbook.web.screens import query_of

NOTHING: dict[str, object] = dict.fromkeys(("digest", "results", "progress", "errand", "news"), "")
LOOK = 1.0  # seconds between looks at the folder and the clock
SHARED = LOOK / 2  # seconds for which one page's look at the folder serves all others


async def events(office: Office, request: Request) -> Response:
    """Stream what a page needs to know: the case's digest, what is under way, what is new."""
    stream = _stream(office, query_of(request), request)
    return StreamingResponse(stream, media_type="text/event-stream")


async def _stream(office: Office, query: Query, request: Request) -> AsyncIterator[str]:
    told = ""
    while office.is_open and not await request.is_disconnected():
        state = json.dumps(
            await run_in_threadpool(partial(state_of, office, query, patience=SHARED))
        )
        if state != told:
            told = state
            yield f"data: {state}\n\n"
        await asyncio.sleep(LOOK)


def state_of(office: Office, query: Query, *, patience: float = 0.0) -> dict[str, object]:
    """Say how the case and its results stand, as seen on the day a page looks from.

    The folder is not looked at if somebody did within `patience` seconds.
    """
    with office.lock:
        try:
            shown = office.shown(query.as_of, patience=patience)
        except (MusterbookError, OSError):
            return NOTHING
        if shown.bench.loaded.case is None:
            return NOTHING
        return {
            "digest": shown.bench.case.digest,
            "results": f"{office.results_of(query.as_of)}, {office.errands.came} answers",
            "progress": progress_words(shown.progress),
            "errand": progress_words(shown.errand),
            "news": news_of(shown),
        }
