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
) -> HTMLResponse:
    """Say what went wrong and how to go on; `typed` are the names and texts of a refused form."""
    context = {
        "heading": heading,
        "lines": lines,
        "problems": problems,
        "typed": typed,
        "back": back,
        "theme": theme_of(request),
    }
    return HTMLResponse(render("web/faulty.html", context), status)
