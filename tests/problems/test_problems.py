"""Folders with one fault each in, the words `muster` says about it out."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from tests.llm_server import HOLD, playing

HERE = Path(__file__).parent
SOURCE = HERE.parents[1] / "src" / "musterbook"
OURS = ("command", "expected", "prepare.py", "reply", "without")
PORT = ":8080"  # what a case writes for the port of the server that sends its reply
# Codes that only a caller of the library can meet, each with what the command line does instead.
LIBRARY_ONLY = {
    "MB031": "a file this large is refused before it is read: MB003",
    "MB503": "no small case is known whose draws fail: tests/fit/test_extremes.py makes some fail",
    "MB504": "no small case is known whose draws are few: tests/fit/test_extremes.py asks for few",
}
CASES = sorted(path for path in HERE.glob("MB*-*") if path.is_dir())


def copy_of(case: Path, folder: Path) -> Path:
    """Copy the case without the files that speak about it, and prepare it if it must be."""
    copy = folder / "case"
    shutil.copytree(case, copy, ignore=shutil.ignore_patterns(*OURS))
    if (case / "prepare.py").is_file():
        subprocess.run([sys.executable, case / "prepare.py"], cwd=copy, check=True)
    return copy


@contextmanager
def answering(reply: Path) -> Iterator[str]:
    """Run a server on this computer that sends what a file holds; an empty one never answers."""
    if not reply.is_file():
        yield PORT
        return
    head, _, body = reply.read_text("utf-8").partition("\n\n")
    whole = head.replace("\n", "\r\n") + "\r\n\r\n" + body
    with playing(whole.encode() if head else HOLD) as server:
        yield f":{urlsplit(server.url).port}"


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_says(
    case: Path,
    tmp_path: Path,
    muster: Callable[[str, Path], str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    command = case / "command"
    line = command.read_text("utf-8").strip() if command.is_file() else "muster check"
    if (case / "without").is_file():
        monkeypatch.setitem(sys.modules, (case / "without").read_text("utf-8").strip(), None)
    with answering(case / "reply") as port:
        said = muster(line.replace(PORT, port), copy_of(case, tmp_path)).replace(port, PORT)
    if os.environ.get("UPDATE_EXPECTED"):
        (case / "expected").write_text(said, "utf-8")
    assert said == (case / "expected").read_text("utf-8")


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_shows_its_own_code(case: Path) -> None:
    assert case.name.partition("-")[0] in (case / "expected").read_text("utf-8")


def test_every_code_that_can_be_raised_has_a_case() -> None:
    raised = {
        code
        for path in SOURCE.rglob("*.py")
        for code in re.findall(r"[\"'](MB\d{3})[\"']", path.read_text("utf-8"))
    }
    assert set(LIBRARY_ONLY) <= raised
    shown = {path.name.partition("-")[0] for path in CASES}
    assert sorted(raised - shown - set(LIBRARY_ONLY)) == []
