"""What every test shares: no network, the folders around it, and a `muster` that runs a line."""

from __future__ import annotations

import io
import shlex
import socket
import sys
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

# Cores are shared with other work: no example fails for being slow, and a failure comes back.
settings.register_profile("house", deadline=None, derandomize=True)
settings.load_profile("house")

REPOSITORY = Path(__file__).parents[1]
SHARED = REPOSITORY.parent / "shared"
_LOOPBACK = ("127.", "::1", "localhost")


class NetworkForbiddenError(RuntimeError):
    """A test tried to reach another host."""


def _refuse_other_hosts(address: Any) -> None:
    """Raise unless the address is this computer's own, or a socket file."""
    host = address[0] if isinstance(address, tuple) else None
    if host is not None and not str(host).startswith(_LOOPBACK):
        message = f"a test tried to reach {address!r}; tests use no network"
        raise NetworkForbiddenError(message)


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let sockets connect to the loopback only, and look up no names."""
    connect, connect_ex = socket.socket.connect, socket.socket.connect_ex
    look_up = socket.getaddrinfo

    def guarded_connect(self: socket.socket, address: Any) -> None:
        _refuse_other_hosts(address)
        connect(self, address)

    def guarded_connect_ex(self: socket.socket, address: Any) -> int:
        _refuse_other_hosts(address)
        return connect_ex(self, address)

    def guarded_look_up(host: Any, *args: Any, **kwargs: Any) -> Any:
        if host is not None:
            _refuse_other_hosts((host.decode() if isinstance(host, bytes) else host,))
        return look_up(host, *args, **kwargs)

    monkeypatch.setattr(socket.socket, "connect", guarded_connect)
    monkeypatch.setattr(socket.socket, "connect_ex", guarded_connect_ex)
    monkeypatch.setattr(socket, "getaddrinfo", guarded_look_up)


@pytest.fixture
def repository() -> Path:
    """The folder that holds pyproject.toml."""
    return REPOSITORY


@pytest.fixture
def shared() -> Path:
    """The folder of common data beside the checkout; the test is skipped where there is none."""
    if not SHARED.is_dir():
        pytest.skip("needs the data folder `shared` beside the checkout")
    return SHARED


@pytest.fixture(autouse=True)
def _one_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let it be the same day for the command line wherever and whenever tests run."""
    monkeypatch.setattr("musterbook.cli.days.today", lambda: date(2026, 12, 1))


@pytest.fixture
def muster(monkeypatch: pytest.MonkeyPatch) -> Callable[[str, Path], str]:
    """A function that runs a `muster …` line in a folder: all it prints, then `(exit N)`."""
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("TERM", "dumb")

    def run_line(line: str, folder: Path) -> str:
        from musterbook.cli.main import run

        monkeypatch.chdir(folder)
        monkeypatch.setattr(sys, "argv", shlex.split(line))
        printed, status = io.StringIO(), 0
        with redirect_stdout(printed), redirect_stderr(printed):
            try:
                run()
            except SystemExit as left:
                status = left.code if isinstance(left.code, int) else int(left.code is not None)
        text = printed.getvalue().replace(str(folder), ".")
        return "\n".join(row.rstrip() for row in [*text.splitlines(), f"(exit {status})"]) + "\n"

    return run_line
