"""Requests go in; those that this machine's own pages did not make are refused, with the reason.

The page is for the person at this machine: a web site open in another tab must neither read nor
write it, whatever name it makes resolve to this address.
"""

from collections.abc import Collection
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

MOST_BYTES = 32 * 1024 * 1024  # of one request: the largest report a case takes, and its form
MOST_DIGITS = 18  # of a length that is looked at as a number: any longer one is too large
TOO_LARGE = 413
TOO_MUCH = f"This is larger than {MOST_BYTES // (1024 * 1024)} MB, the most a report may be.\n"
SAFE = ("GET", "HEAD", "OPTIONS")
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",  # `no-referrer` would have browsers send forms without origin
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}


class Guard:
    """Lets through what names one of `hosts`, and for a write comes from a page of theirs."""

    def __init__(self, app: ASGIApp, hosts: Collection[str]) -> None:
        """Stand before an application; `hosts` are `name:port` as browsers write them."""
        self.app = app
        self.hosts = frozenset(hosts)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Refuse, or pass on: with a limit on the body, and headers that keep a page to itself."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        refusal = self.refusal(scope["method"], headers)
        if refusal is not None:
            await refusal(scope, receive, _with_headers(send, scope["path"]))
            return
        await self.app(scope, _limited(receive), _with_headers(send, scope["path"]))

    def refusal(self, method: str, headers: Headers) -> PlainTextResponse | None:
        """Give the answer to a request that is refused; None where it may pass."""
        host, origin = headers.get("host", ""), headers.get("origin")
        if host not in self.hosts:
            known = min(self.hosts)
            return PlainTextResponse(f"This page is served as http://{known} only.\n", 421)
        if method in SAFE:
            return None
        if origin is not None and _host_of(origin) not in self.hosts:
            return PlainTextResponse("Writes are taken from this case's own pages only.\n", 403)
        if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
            return PlainTextResponse("Writes are taken from this case's own pages only.\n", 403)
        length = headers.get("content-length", "")
        if length.isdecimal() and (len(length) > MOST_DIGITS or int(length) > MOST_BYTES):
            return PlainTextResponse(TOO_MUCH, TOO_LARGE)
        return None


def _host_of(origin: str) -> str:
    """Give the `name:port` of an origin; empty where it is no address."""
    try:
        return urlsplit(origin).netloc
    except ValueError:
        return ""


def _limited(receive: Receive) -> Receive:
    """Count a body as it comes in, since its length may be left unsaid or be a lie."""
    seen = 0

    async def counted() -> Message:
        nonlocal seen
        message = await receive()
        seen += len(message.get("body", b""))
        if seen > MOST_BYTES:
            raise HTTPException(TOO_LARGE, TOO_MUCH)
        return message

    return counted


def _with_headers(send: Send, path: str) -> Send:
    async def sent(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
            if not path.startswith("/static/"):
                headers.setdefault("Cache-Control", "no-store")
        await send(message)

    return sent
