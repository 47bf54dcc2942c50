"""A path inside a case goes in; its bytes, text or nodes come out, or a problem says why not."""

import hashlib
import os
import stat
from dataclasses import dataclass
from pathlib import Path

from musterbook.case.nodes import Node
from musterbook.case.yaml_text import read_nodes
from musterbook.core.problem import Place, Problem

MEGABYTE = 1_000_000
MOST_REPORT_BYTES = 20 * MEGABYTE  # the longest report in our collection is 3 MB of PDF
MOST_YAML_BYTES = 5 * MEGABYTE  # 2,000 claims are 0.15 MB


@dataclass(frozen=True, slots=True)
class Sheet:
    """One YAML file as read: its nodes (None when it could not be) and its digest."""

    file: str
    digest: str
    node: Node | None


def digest_of(data: bytes) -> str:
    """Give the SHA-256 of some bytes in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def read_bytes(folder: Path, file: str, limit: int) -> tuple[bytes | None, tuple[Problem, ...]]:
    """Read a plain file inside the case; its size is looked at before its bytes."""
    return FileReader(folder).read(file, limit)


class FileReader:
    """Reads the files of one case; where its folders lead is looked up once for all their files."""

    def __init__(self, folder: Path) -> None:
        """Take the case's folder."""
        self._folder = folder
        self._root = Path(os.path.realpath(folder))
        self._stays: dict[str, bool] = {}  # whether a folder lies inside the case

    def read(self, file: str, limit: int) -> tuple[bytes | None, tuple[Problem, ...]]:
        """Read a plain file inside the case; its size is looked at before its bytes."""
        path, place = self._folder / file, Place(file)
        try:
            facts = path.lstat()
            is_link = stat.S_ISLNK(facts.st_mode)
            if not (self._is_inside(path) if is_link else self._lies_inside(file)):
                says, fix = "this link leads out of the case", "put the file itself here"
                return None, (Problem("MB002", says, place, fix=fix),)
            facts = path.stat() if is_link else facts
            if not stat.S_ISREG(facts.st_mode):
                says, fix = "this is not a plain file", "put a plain file here, or remove it"
                return None, (Problem("MB002", says, place, fix=fix),)
            if facts.st_size > limit:
                return None, (_too_large(place, facts.st_size, limit),)
            with path.open("rb", buffering=0) as opened:
                return opened.readall(), ()
        except (OSError, RuntimeError, ValueError) as error:
            reason = getattr(error, "strerror", None) or str(error)
            says = f"this file cannot be read: {reason}"
            return None, (Problem("MB002", says, place, fix="mend or remove it"),)

    def _lies_inside(self, file: str) -> bool:
        folder = file.rpartition("/")[0]
        if folder not in self._stays:
            self._stays[folder] = self._is_inside(self._folder / folder)
        return self._stays[folder]

    def _is_inside(self, path: Path) -> bool:
        return Path(os.path.realpath(path)).is_relative_to(self._root)


def read_named(path: Path, limit: int) -> tuple[bytes | None, tuple[Problem, ...]]:
    """Read a plain file that somebody named, wherever it lies; its size is looked at first."""
    place = Place(str(path))
    try:
        facts = path.stat()
        if stat.S_ISDIR(facts.st_mode):
            says, fix = "this is a folder, and a report is a file", "name the files that lie in it"
        elif not stat.S_ISREG(facts.st_mode):
            says, fix = "this is not a plain file", "save what it gives in a file, and name that"
        elif facts.st_size > limit:
            return None, (_too_large(place, facts.st_size, limit),)
        else:
            return path.read_bytes(), ()
    except FileNotFoundError:
        says, fix = "there is no such file", _nearest(path)
    except (OSError, RuntimeError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        says, fix = (
            f"this file cannot be read: {reason}",
            "check its path, and that you may read it",
        )
    return None, (Problem("MB002", says, place, fix=fix),)


def _nearest(path: Path) -> str:
    """Say which file may have been meant instead of one that is not there."""
    from difflib import get_close_matches

    if not path.parent.is_dir():
        return f"check the path: there is no folder {path.parent}"
    names = [each.name for each in path.parent.iterdir() if each.is_file()]
    meant = get_close_matches(path.name, names, n=1)
    return f"did you mean `{path.with_name(meant[0])}`?" if meant else "check the path"


def _too_large(place: Place, size: int, limit: int) -> Problem:
    numbers = (
        ("size", f"{size / MEGABYTE:.1f} MB"),
        ("at most", f"{limit / MEGABYTE:.0f} MB"),
    )
    fix = "keep the part that makes claims as a text of its own"
    return Problem("MB003", "this file is too large to read", place, numbers=numbers, fix=fix)


def read_sheet(folder: Path, file: str) -> tuple[Sheet | None, tuple[Problem, ...]]:
    """Read a YAML file into nodes; None where there are not even bytes."""
    data, problems = read_bytes(folder, file, MOST_YAML_BYTES)
    return (None, problems) if data is None else sheet_of(data, file)


def sheet_of(data: bytes, file: str) -> tuple[Sheet, tuple[Problem, ...]]:
    """Read the bytes of a YAML file into nodes."""
    digest = digest_of(data)
    text, problems = decode(data, file)
    if text is None:
        return Sheet(file, digest, None), problems
    node, problems = read_nodes(text, file)
    return Sheet(file, digest, node), problems


def decode(data: bytes, file: str) -> tuple[str | None, tuple[Problem, ...]]:
    """Read bytes as UTF-8; a byte that is none gets a problem at its line and column."""
    try:
        return data.decode("utf-8-sig"), ()
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace").split("\n")
        byte = data[error.start]
        problem = Problem(
            "MB004",
            f"the byte 0x{byte:02X} is not UTF-8",
            Place(file, len(before), len(before[-1]) + 1),
            numbers=(("in Latin-1 it is", f"`{chr(byte)}`"),) if byte >= 0xA0 else (),  # noqa: PLR2004
            fix="save the file as UTF-8 (iconv -f latin1 -t utf-8, when it is Latin-1)",
        )
        return None, (problem,)
