"""What a terminal shows while it waits."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from musterbook.cli import terminal
from musterbook.core.progress import nobody


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> io.StringIO:
    stream = io.StringIO()
    console = Console(file=stream, force_terminal=True, width=80)
    monkeypatch.setattr(terminal, "err", lambda: console)
    return stream


def test_long_work_is_counted(shown: io.StringIO, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(terminal, "SOON", -1.0)
    with terminal.working("fitting") as told:
        told(3, 12)
    assert "fitting: 3 of 12" in shown.getvalue()


def test_short_work_and_a_single_piece_are_not(shown: io.StringIO) -> None:
    with terminal.working("fitting") as told:
        told(1, 1)
        told(3, 12)
    assert "of 1" not in shown.getvalue()


def test_a_pipe_hears_nothing() -> None:
    with terminal.working("fitting") as told:
        assert told is nobody
