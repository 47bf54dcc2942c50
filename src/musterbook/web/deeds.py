"""A form goes in; what it asks for is done to the case's files, or refused with nothing lost."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TypeAlias

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from musterbook.core.errors import ChangedElsewhereError, OutsideError
from musterbook.web import (
    deeds_claims,
    deeds_conflicts,
    deeds_edit,
    deeds_hypotheses,
    deeds_office,
    deeds_reports,
    deeds_scenarios,
    deeds_sources,
    deeds_window,
)
from musterbook.web.form import Again, Form, Refusal
from musterbook.web.guard import MOST_BYTES
from musterbook.web.long_deed import LongDeed
from musterbook.web.office import Office
from musterbook.web.plain import plain_page
from musterbook.web.said_key import hand_key
from musterbook.web.screens import page_at
from musterbook.web.theme import way_back

Deed: TypeAlias = Callable[[Office, Form], str]  # gives where to go; "" is back where it came from
DEEDS: Mapping[str, Deed] = {
    **deeds_claims.DEEDS,
    **deeds_edit.DEEDS,
    **deeds_reports.DEEDS,
    **deeds_conflicts.DEEDS,
    **deeds_hypotheses.DEEDS,
    **deeds_sources.DEEDS,
    **deeds_office.DEEDS,
    **deeds_scenarios.DEEDS,
    **deeds_window.DEEDS,
}

FORBIDDEN, CONFLICT, NOT_TAKEN = 403, 409, 422
MOST_FILES = 100  # sent at once; together they are held to the size of one request
HIDDEN = ("token", "back", "seen", "what", "members", "row")


async def do(office: Office, deed: Deed, request: Request) -> Response:
    """Carry out a deed: only with the token of this run, and only on what the page had seen."""
    try:
        form = await read_form(request)
    except HTTPException as refused:  # more files or fields than any page of ours sends
        said = (refused.detail, f"At most {MOST_FILES} files are taken at once.")
        return plain_page("Not done", said, request, status=refused.status_code)
    back = way_back(form.text("back") or "/")
    told = partial(plain_page, request=request, typed=_typed(form), back=back)
    if form.text("token") != office.token:
        lines = ("This page is of an earlier run of `muster serve`: load it again and repeat.",)
        return told("Not done", lines, status=FORBIDDEN)
    try:
        there, key = await run_in_threadpool(_done, office, deed, form)
    except Again as again:
        shown = partial(page_at, query=again.query, status=NOT_TAKEN)
        return await run_in_threadpool(shown, office, again.screen, request)
    except Refusal as refused:
        status, problems = refused.status, refused.problems
        return told(refused.heading, refused.lines, status=status, problems=problems)
    except ChangedElsewhereError as changed:
        return told("Changed", (str(changed),), status=CONFLICT)
    except (OutsideError, OSError) as outside:
        return told("Not done", (str(outside),), status=500)
    answer = RedirectResponse(way_back(there or back), 303)
    if key:
        hand_key(answer, key)
    return answer


def _done(office: Office, deed: Deed, form: Form) -> tuple[str, str]:
    """Do it; give where to go, and the key to what it has to say there."""
    office.sayings.begin()
    if isinstance(deed, LongDeed):
        there = deed(office, form)
    else:
        with office.lock:
            office.look()
            there = deed(office, form)
    return there, office.sayings.hand_over()


def _typed(form: Form) -> list[tuple[str, str]]:
    return [(name, value) for name, value in form.texts.items() if value and name not in HIDDEN]


async def read_form(request: Request) -> Form:
    """Read a form's texts and files; what the path names (`item`) is among the texts."""
    texts, files = dict[str, str](), list[tuple[str, bytes]]()
    async with request.form(max_files=MOST_FILES, max_fields=200, max_part_size=MOST_BYTES) as sent:
        for name, value in sent.multi_items():
            if isinstance(value, UploadFile):
                files.append((value.filename or name, await value.read()))
            else:
                texts[name] = value.replace("\r\n", "\n")
    return Form({**texts, **request.path_params}, files)
