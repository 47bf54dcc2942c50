"""The key to what a deed has to say goes in with its answer; the page it leads to asks with it.

It is a cookie of the address that the answer leads to, for as long as a browser takes to go there.
"""

from urllib.parse import urlsplit

from starlette.requests import Request
from starlette.responses import Response

COOKIE = "muster_said"
SECONDS = 60  # the browser goes there at once; a slow machine may take seconds for the page


def hand_key(answer: Response, key: str) -> None:
    """Give the browser a key for the page that an answer leads to."""
    path = urlsplit(answer.headers["location"]).path
    answer.set_cookie(COOKIE, key, max_age=SECONDS, path=path, httponly=True, samesite="strict")


def key_of(request: Request) -> str:
    """Give the key that a browser asks with; empty where it has none."""
    return request.cookies.get(COOKIE, "")


def take_key_back(answer: Response, request: Request) -> None:
    """Have the browser forget the key of this page: what it opened has been said."""
    answer.delete_cookie(COOKIE, path=request.url.path, httponly=True, samesite="strict")
