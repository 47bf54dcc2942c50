"""Replies in, a real server on this computer that plays them back, and what it was asked, out."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

HOLD = b""  # a reply that never comes: the server holds on until the test ends


def http(
    body: bytes | str,
    *,
    status: str = "200 OK",
    sort: str = "application/json",
    length: int | None = None,
    more: str = "",
) -> bytes:
    """Write a reply as it goes over the wire; `length` may promise more than is sent."""
    body = body.encode() if isinstance(body, str) else body
    size = len(body) if length is None else length
    head = f"HTTP/1.1 {status}\r\ncontent-type: {sort}\r\ncontent-length: {size}\r\n{more}\r\n"
    return head.encode() + body


def content(words: str) -> bytes:
    """Write a reply in which the model says some words."""
    return http(json.dumps({"choices": [{"message": {"role": "assistant", "content": words}}]}))


def claims(*proposals: Any) -> bytes:
    """Write a reply in which the model proposes claims."""
    return content(json.dumps({"claims": list(proposals)}))


@dataclass
class Playing:
    """A server at `url`: it sends its replies in order, the last again and again."""

    url: str
    replies: list[bytes]
    asked: list[Any] = field(default_factory=list)
    heads: list[dict[str, str]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)


@contextmanager
def playing(*replies: bytes) -> Iterator[Playing]:
    """Run a server until the block ends, whatever it still holds back."""
    let_go = threading.Event()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            number = len(played.asked)
            played.asked.append(json.loads(self.rfile.read(int(self.headers["content-length"]))))
            played.heads.append({name.lower(): value for name, value in self.headers.items()})
            played.paths.append(self.path)
            reply = played.replies[min(number, len(played.replies) - 1)]
            if reply == HOLD:
                let_go.wait(30)
            self.close_connection = True
            try:
                self.wfile.write(reply)
            except OSError:
                return  # the client had enough

        def log_message(self, *_: Any) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = False
    server.block_on_close = True
    played = Playing(f"http://127.0.0.1:{server.server_port}/v1", list(replies))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield played
    finally:
        let_go.set()
        server.shutdown()
        server.server_close()
        thread.join()
