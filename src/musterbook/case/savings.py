"""The lists of savings that undo and redo go by: lines of a file go in, savings come out.

`.muster/undo.jsonl` and `.muster/redo.jsonl` hold one line per saving: every file's text and digest
before and after.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from musterbook.case.atomic import replace_file
from musterbook.case.paper import digest_of

UNDO_LIST = ".muster/undo.jsonl"
REDO_LIST = ".muster/redo.jsonl"
CASE = "case.yaml"
MOST_REMEMBERED = 500  # savings; older ones are in git
MOST_BYTES = 8_000_000  # of a list, which is written anew at each saving: a moment's work
NAME_LENGTH = 16  # of a saving's name: its digest cut, as long as no two will meet


@dataclass(frozen=True, slots=True)
class Change:
    """One file before and after a saving, with digests; None where there was, or is, no file.

    `after` is None too where the file is no text, such as a PDF put in.
    """

    file: str
    before: str | None
    after: str | None
    before_digest: str | None
    after_digest: str | None


@dataclass(frozen=True, slots=True)
class Saving:
    """One entry of a list: why the files were written, each of them, and its line in the list."""

    why: str
    changes: tuple[Change, ...]
    line: str = ""

    @property
    def name(self) -> str:
        """What a form calls it by: another saving has another name."""
        return digest_of(self.line.encode())[:NAME_LENGTH]

    @property
    def began_the_case(self) -> bool:
        """Say whether there was no case before it, so that undoing it would leave none."""
        return any(each.file == CASE and each.before_digest is None for each in self.changes)


def line_of(changes: Sequence[Change], why: str) -> str:
    """Write a saving as a line of a list."""
    return json.dumps({"why": why, "changes": [asdict(each) for each in changes]})


def saving_of(line: str) -> Saving:
    """Read one line of a list; one that nobody can read changed nothing."""
    try:
        read = json.loads(line)
        changes = tuple(Change(**each) for each in read["changes"])
        return Saving(str(read.get("why", "")), changes, line)
    except (ValueError, TypeError, KeyError, AttributeError):
        return Saving("", (), line)


def lines_of(path: Path) -> list[str]:
    """Read a list; one that is not there is empty."""
    return path.read_text("utf-8").splitlines() if path.exists() else []


def newest_first(path: Path) -> Iterator[Saving]:
    """Give the savings of a list, the last one first."""
    return map(saving_of, reversed(lines_of(path)))


def newest_that(path: Path, name: str, is_usable: Callable[[Saving], bool]) -> Saving | None:
    """Give the last saving of a list that can be used, or the one of a name; None if none can."""
    named = (each for each in newest_first(path) if not name or each.name == name)
    return next(filter(is_usable, named), None)


def append_line(path: Path, line: str) -> None:
    """Add a saving to a list, which forgets its oldest where it grows too large."""
    path.parent.mkdir(parents=True, exist_ok=True)
    _write(path, _newest([*lines_of(path), line][-MOST_REMEMBERED:]))


def drop_line(path: Path, line: str) -> None:
    """Take a saving out of a list: of several alike the last."""
    lines = lines_of(path)
    at = len(lines) - 1 - lines[::-1].index(line)
    _write(path, [*lines[:at], *lines[at + 1 :]])


def _write(path: Path, lines: list[str]) -> None:
    replace_file(path, "".join(f"{line}\n" for line in lines).encode())


def _newest(lines: list[str]) -> list[str]:
    """Keep the last lines that the list has room for, the very last in any case."""
    room, kept = MOST_BYTES, len(lines)
    while kept and (room := room - len(lines[kept - 1])) >= 0:
        kept -= 1
    return lines[min(kept, len(lines) - 1) :]


def digest_now(folder: Path, file: str) -> str | None:
    """Give the digest of a file as it is now; None where there is none."""
    try:
        return digest_of((folder / file).read_bytes())
    except FileNotFoundError:
        return None
