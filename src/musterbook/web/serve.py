"""A folder and an address go in; the case is served there until it is told to stop."""

import signal
import socket
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import uvicorn

from musterbook.core.errors import OutsideError
from musterbook.web.app import make_app
from musterbook.web.office import Office

LOOPBACK = ("127.0.0.1", "localhost", "::1")
EVERY = ("0.0.0.0", "::", "")  # noqa: S104 - refused
SOON = 5  # seconds that open pages are given when the server stops; their streams end in one


class _Server(uvicorn.Server):
    """A server that lets the streams of open pages end as soon as it is told to stop."""

    def __init__(self, settings: uvicorn.Config, office: Office) -> None:
        super().__init__(settings)
        self.office = office
        self.is_interrupted = False

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        self.is_interrupted |= sig == signal.SIGINT
        self.office.end_streams()
        super().handle_exit(sig, frame)


def serve(folder: Path, *, host: str, port: int, ready: Callable[[str], None]) -> None:
    """Serve a case; `ready` is called with the address once it can be opened.

    Raises:
        OutsideError: the address cannot be had.
        KeyboardInterrupt: somebody pressed Ctrl-C, and it has ended.
    """
    if host in EVERY:
        raise OutsideError(f"{host!r} is no address to open in a browser: name the one others type")
    bound = bound_to(host, port)
    port = bound.getsockname()[1]
    office = Office(folder)
    app = make_app(office, _hosts(host, port))
    settings = uvicorn.Config(
        app,
        log_level="warning",
        lifespan="off",
        timeout_graceful_shutdown=SOON,
        server_header=False,
    )
    server = _Server(settings, office)
    bound.listen()  # from here on who asks waits for an answer instead of being turned away
    ready(f"http://{host}:{port}/")
    try:
        server.run(sockets=[bound])
    finally:
        office.close()
    if server.is_interrupted:  # uvicorn's own way of saying so is lost where its loop ends first
        raise KeyboardInterrupt


def bound_to(host: str, port: int) -> socket.socket:
    """Take an address; port 0 is any that is free.

    Raises:
        OutsideError: it cannot be had.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    bound = socket.socket(family, socket.SOCK_STREAM)
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind((host, port))
    except OSError as refused:
        bound.close()
        why = refused.strerror or str(refused)
        raise OutsideError(f"{host}:{port} cannot be had ({why}): try --port 0") from refused
    return bound


def _hosts(host: str, port: int) -> tuple[str, ...]:
    names = LOOPBACK if host in LOOPBACK else (host,)
    return tuple(f"[{each}]:{port}" if ":" in each else f"{each}:{port}" for each in names)
