"""A choice of light, dark or the system's own goes in; a cookie keeps it, a style sheet obeys."""

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from musterbook.views.page import style

COOKIE = "muster_theme"
THEMES = ("", "light", "dark")
YEAR = 365 * 24 * 3600  # seconds that a choice is kept


def theme_of(request: Request) -> str:
    """Give the theme chosen: of the address if it names one, else of the cookie."""
    named = request.query_params.get("theme", request.cookies.get(COOKIE, ""))
    return named if named in THEMES else ""


def choose(request: Request) -> Response:
    """Keep a choice, and go back to the page it was made on."""
    wanted = request.query_params.get("to", "")
    answer = RedirectResponse(way_back(request.query_params.get("back", "/")), 303)
    if wanted in THEMES:
        answer.set_cookie(COOKIE, wanted, max_age=YEAR, httponly=True, samesite="strict")
    return answer


def style_sheet(_request: Request) -> Response:
    """Give the style sheet that all windows share."""
    return Response(str(style()), media_type="text/css", headers={"Cache-Control": "no-cache"})


def way_back(address: str) -> str:
    """Give an address on this server as it is, and the first page for any other."""
    is_ours = address.startswith("/") and not address.startswith(("//", "/\\"))
    return address if is_ours and "\n" not in address and "\r" not in address else "/"
