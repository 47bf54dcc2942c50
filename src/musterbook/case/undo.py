"""Changes of files go in, to be remembered; the files before the last change come out again.

`.muster/undo.jsonl` holds one line per saving: every file's text and digest before and after.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from musterbook.case.atomic import replace_file
from musterbook.case.lock import holding
from musterbook.case.paper import digest_of
from musterbook.core.errors import ChangedElsewhereError

UNDO_LIST = ".muster/undo.jsonl"
CASE = "case.yaml"
MOST_REMEMBERED = 500  # savings; older ones are in git
MOST_BYTES = 8_000_000  # of the list, which is written anew at each saving: a moment's work


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
    """One entry of the undo list: why the files were written, and each of them."""

    why: str
    changes: tuple[Change, ...]

    @property
    def began_the_case(self) -> bool:
        """Say whether there was no case before it, so that undoing it would leave none."""
        return any(each.file == CASE and each.before_digest is None for each in self.changes)


def remember(folder: Path, changes: Sequence[Change], why: str = "") -> None:
    """Add a saving to the undo list."""
    path = folder / UNDO_LIST
    path.parent.mkdir(parents=True, exist_ok=True)
    line = json.dumps({"why": why, "changes": [asdict(each) for each in changes]})
    lines = _newest([*_lines(path), line][-MOST_REMEMBERED:])
    replace_file(path, ("\n".join(lines) + "\n").encode())


def _newest(lines: list[str]) -> list[str]:
    """Keep the last lines that the list has room for, the very last in any case."""
    room, kept = MOST_BYTES, len(lines)
    while kept and (room := room - len(lines[kept - 1])) >= 0:
        kept -= 1
    return lines[min(kept, len(lines) - 1) :]


def _lines(path: Path) -> list[str]:
    return path.read_text("utf-8").splitlines() if path.exists() else []


def _changes(line: str) -> tuple[Change, ...]:
    """Read one line of the list; a line nobody can read is as if it were not there."""
    try:
        return tuple(Change(**each) for each in json.loads(line)["changes"])
    except (ValueError, TypeError, KeyError):
        return ()


def digest_now(folder: Path, file: str) -> str | None:
    """Give the digest of a file as it is now; None where there is none."""
    try:
        return digest_of((folder / file).read_bytes())
    except FileNotFoundError:
        return None


def last_saving(folder: Path) -> str:
    """Give why the last saving was made; empty where there is none, or it cannot be read."""
    lines = _lines(folder / UNDO_LIST)
    try:
        return str(json.loads(lines[-1])["why"]) if lines else ""
    except (ValueError, TypeError, KeyError):
        return ""


def saving_to_undo(folder: Path) -> Saving | None:
    """Give the saving that `undo_last` would take back; None where there is none."""
    for line in reversed(_lines(folder / UNDO_LIST)):
        changes = _changes(line)
        if _was_done(folder, changes):
            return Saving(str(json.loads(line).get("why", "")), changes)
    return None


def undo_last(folder: Path) -> tuple[Change, ...]:
    """Take the last saving back, and give the changes taken back; nothing where there is none.

    Raises:
        ChangedElsewhereError: a file is not as the saving left it; nothing is written.
        OSError: the disk refuses.
    """
    with holding(folder):
        path = folder / UNDO_LIST
        lines = _lines(path)
        while lines:
            changes = _changes(lines.pop())
            if _was_done(folder, changes):
                _check(folder, changes)
                for change in changes:
                    _restore(folder, change)
                replace_file(path, "".join(f"{line}\n" for line in lines).encode())
                return changes
    return ()


def _was_done(folder: Path, changes: Sequence[Change]) -> bool:
    """Say whether a saving went through; one broken off before it wrote is passed over."""
    return any(digest_now(folder, each.file) != each.before_digest for each in changes)


def _check(folder: Path, changes: Sequence[Change]) -> None:
    for change in changes:
        if digest_now(folder, change.file) not in (change.after_digest, change.before_digest):
            raise ChangedElsewhereError(
                f"{change.file} was changed after the saving that undo would take back; "
                "nothing was written"
            )


def _restore(folder: Path, change: Change) -> None:
    if change.before is None:
        (folder / change.file).unlink(missing_ok=True)
    else:
        replace_file(folder / change.file, change.before.encode())
