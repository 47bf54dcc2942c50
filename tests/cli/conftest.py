"""A command line and a folder in; what it printed on either side, and its exit code, out."""

from __future__ import annotations

import io
import json
import shlex
import shutil
import sys
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest


@dataclass(frozen=True)
class Told:
    """What a run of the command said."""

    out: str
    err: str
    code: int

    @property
    def json(self) -> Any:
        """Its results, read as JSON."""
        return json.loads(self.out)


Say = Callable[..., Told]


@pytest.fixture
def say(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Say:
    """A function that runs a `muster` line in the test's folder, with keys typed if any."""
    from musterbook.cli.main import run

    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", "dumb")
    monkeypatch.chdir(tmp_path)

    def said(line: str, typed: str = "") -> Told:
        monkeypatch.setattr(sys, "argv", ["muster", *shlex.split(line)])
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(typed.encode()), "utf-8"))
        out, err, code = io.StringIO(), io.StringIO(), 0
        with redirect_stdout(out), redirect_stderr(err):
            try:
                run()
            except SystemExit as left:
                code = left.code if isinstance(left.code, int) else int(left.code is not None)
        return Told(out.getvalue(), err.getvalue(), code)

    return said


@pytest.fixture
def crossing(tmp_path: Path, repository: Path) -> Path:
    """A copy of the small example, named `crossing`, in the test's folder."""
    return Path(shutil.copytree(repository / "examples/crossing", tmp_path / "crossing"))
