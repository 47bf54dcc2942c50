"""The address of a server and a request in, the bytes of its reply out, or why there are none.

The only module that uses httpx, and the only one that speaks to another computer.
"""

import json
import re
import time
from dataclasses import dataclass, field
from types import ModuleType
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit, urlunsplit

from musterbook.claims.proposer.nouns import Json
from musterbook.claims.proposer.problems import LONG
from musterbook.claims.proposer.shown import shown
from musterbook.core.problem import Problem

if TYPE_CHECKING:
    import httpx

MOST_BYTES: Final = 4_000_000  # of a reply; what is used of one has a tenth
_PATH: Final = "/chat/completions"
_LOCAL = re.compile(r"localhost|127\.[\d.]+|::1")
_SENDABLE = re.compile(r"[!-~]+")
_UNFORMED: Final = (400, 422)  # what servers say that do not know `response_format`
_FORM: Final = "response_format"
_OK: Final = 200
_SECRET: Final = 12  # characters; a shorter key is a word that servers without keys are given
_HEADERS: Final = {
    "accept": "application/json",
    "accept-encoding": "identity",  # nothing to unpack, so nothing that swells
    "content-type": "application/json",
}
_PATIENCE: Final = "give it longer: --llm-timeout SECONDS"
# The first where musterbook is installed, the second in a clone, where make has set it up.
_INSTALL: Final = "pip install 'musterbook[llm]', or in a clone: .venv/bin/pip install -e '.[llm]'"
_AGAIN: Final = "try again; the server's own log may say what it died of"
_SETTINGS: Final = (
    "correct the URL, or the proxy and certificate settings of the environment "
    "(HTTP_PROXY, HTTPS_PROXY, ALL_PROXY, SSL_CERT_FILE)"
)
_VERSION: Final = "look whether the URL is that of an OpenAI-compatible server: …/v1"
_LOG: Final = "the server's own log says more"
_REMEDIES: Final = {
    401: "put a key it knows into the environment as MUSTER_LLM_KEY",
    403: "put a key that may do this into the environment as MUSTER_LLM_KEY",
    404: "correct the URL (…/v1) or the model's name",
    429: "wait, or ask a server that takes more",
}


class _TooLateError(Exception):
    """A reply that trickles in for longer than was to be waited."""


def endpoint(url: str) -> str | None:
    """Give the address to send to for the address of a server; None if it is none."""
    if not _SENDABLE.fullmatch(url):
        return None
    try:
        parts = urlsplit(url)
        is_address = bool(parts.hostname) and (parts.port is None or parts.port > 0)
    except ValueError:
        return None
    if not is_address or parts.scheme not in ("http", "https") or "@" in parts.netloc:
        return None
    path = parts.path.rstrip("/")
    path = path if path.endswith(_PATH) else path + _PATH
    return urlunsplit((parts.scheme, parts.netloc, path, parts.query, ""))


@dataclass(frozen=True, slots=True)
class LlmClient:
    """A server of the OpenAI kind: where it is, how long to wait, its key if it wants one."""

    address: str
    seconds: float
    key: str = field(default="", repr=False)

    def __call__(self, request: Json) -> bytes | Problem:
        """Send a request; a server that does not take the form it asks for gets it without."""
        if self.key and not _SENDABLE.fullmatch(self.key):
            says = "the key in MUSTER_LLM_KEY holds characters that cannot be sent"
            return Problem("MB160", says, fix="set it anew, without spaces or line ends")
        try:
            import httpx
        except ImportError:
            says = "a model is asked by httpx, which is not installed"
            return Problem("MB160", says, fix=_INSTALL)
        status, reply = self._post(httpx, request)
        if status in _UNFORMED and _FORM in request:
            bare = {key: value for key, value in request.items() if key != _FORM}
            status, reply = self._post(httpx, bare)
        return reply

    def _post(self, httpx: "ModuleType", request: Json) -> tuple[int, bytes | Problem]:
        """Send one request; give the status (0 where there is none) and the reply, or a fault."""
        is_local = bool(_LOCAL.fullmatch(urlsplit(self.address).hostname or ""))
        options = {"timeout": self.seconds, "trust_env": not is_local, "follow_redirects": False}
        body = json.dumps(request).encode()
        try:
            with (
                httpx.Client(**options) as client,
                client.stream("POST", self.address, content=body, headers=self._head()) as reply,
            ):
                return reply.status_code, self._taken(reply)
        except (httpx.TimeoutException, _TooLateError):
            return 0, self._fault("MB162", f"no whole answer within {self.seconds:g} s", _PATIENCE)
        except (httpx.ProtocolError, httpx.ReadError):
            return 0, self._fault("MB164", "the reply broke off, or is no HTTP", _AGAIN)
        except httpx.TransportError as error:
            return 0, self._unreached(error, "start the server, or correct the URL")
        except (httpx.InvalidURL, ValueError, OSError, ImportError) as error:
            # What httpx raises for a host name, a proxy or a certificate file that is none.
            return 0, self._unreached(error, _SETTINGS)

    def _head(self) -> dict[str, str]:
        return _HEADERS | ({"authorization": f"Bearer {self.key}"} if self.key else {})

    def _taken(self, reply: "httpx.Response") -> bytes | Problem:
        """Take the body of a reply that is JSON, whole and not too large."""
        body = self._body(reply)
        status, sort = reply.status_code, reply.headers.get("content-type", "")
        if reply.is_redirect:
            where = shown(reply.headers.get("location", "nowhere"))
            says = f"it redirects to {where}; redirects are not followed"
            return self._fault("MB163", says, "give the URL it redirects to, if that is right")
        if status != _OK:
            return self._refusal(status, body)
        if "json" not in sort or reply.headers.get("content-encoding", "identity") != "identity":
            says = f"it sent {shown(sort) or 'something'}, not plain JSON"
            return self._fault("MB164", says, _VERSION, body)
        if len(body) > MOST_BYTES:
            return self._fault("MB164", f"it sent more than {MOST_BYTES:,} bytes", _VERSION)
        return body

    def _body(self, reply: "httpx.Response") -> bytes:
        """Read a body until it ends, is too large or takes too long; hide the key in it."""
        until, body = time.monotonic() + self.seconds, bytearray()
        for chunk in reply.iter_raw():
            body += chunk
            if len(body) > MOST_BYTES:
                break
            if time.monotonic() > until:
                raise _TooLateError
        is_secret = len(self.key) >= _SECRET
        return bytes(body).replace(self.key.encode(), b"[key]") if is_secret else bytes(body)

    def _unreached(self, error: Exception, fix: str) -> Problem:
        why = shown(re.sub(r"^\[Errno -?\d+\] ", "", str(error)), LONG)
        return self._fault("MB161", f"it cannot be reached ({why})", fix)

    def _refusal(self, status: int, body: bytes) -> Problem:
        return self._fault("MB163", f"it answered {status}", _REMEDIES.get(status, _LOG), body)

    def _fault(self, code: str, says: str, fix: str, body: bytes = b"") -> Problem:
        """Name the server, without what its address may carry after a question mark."""
        server = urlunsplit((*urlsplit(self.address)[:3], "", ""))
        words = shown(body[: 8 * LONG].decode("utf-8", "replace"), LONG)
        numbers = (("server", shown(server, LONG)), ("came back", words))
        told = tuple(each for each in numbers if each[1])
        return Problem(code, f"the model's server failed: {says}", numbers=told, fix=fix)
