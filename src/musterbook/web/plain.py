"""A heading and lines go in; a page for what went wrong comes out, with what was typed kept."""

from collections.abc import Sequence

from starlette.requests import Request
from starlette.responses import HTMLResponse

from musterbook.core.problem import Problem
from musterbook.views.page import render
from musterbook.web.theme import theme_of


def plain_page(
    heading: str,
    lines: Sequence[str],
    request: Request,
    *,
    status: int,
    problems: Sequence[Problem] = (),
    typed: Sequence[tuple[str, str]] = (),
    back: str = "/",
    waits: bool = False,
) -> HTMLResponse:
    """Say what went wrong and how to go on; `typed` are the names and texts of a refused form.

    A page that `waits` is loaded again when the case can be read.
    """
    context = {
        "heading": heading,
        "lines": lines,
        "problems": problems,
        "typed": typed,
        "back": back,
        "theme": theme_of(request),
        "waits": waits,
    }
    return HTMLResponse(render("web/faulty.html", context), status)


def cannot_be_read(request: Request, error: Exception) -> HTMLResponse:
    """Say that the world outside stands in the way, such as a folder that is gone."""
    lines = (
        f"{str(error)[:1].upper()}{str(error)[1:]}.",
        "This page shows the case as soon as it can be read.",
    )
    return plain_page("This case cannot be read", lines, request, status=500, waits=True)
