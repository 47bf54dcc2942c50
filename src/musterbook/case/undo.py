"""Changes of files go in, to be remembered; the files before a change come out again."""

from collections.abc import Sequence
from pathlib import Path

from musterbook.case.atomic import replace_file
from musterbook.case.lock import holding
from musterbook.case.redo import keep_undone
from musterbook.case.savings import (
    UNDO_LIST,
    Change,
    Saving,
    append_line,
    digest_now,
    drop_line,
    line_of,
    newest_first,
    newest_that,
)
from musterbook.core.errors import ChangedElsewhereError


def remember(folder: Path, changes: Sequence[Change], why: str = "") -> None:
    """Add a saving to the undo list."""
    append_line(folder / UNDO_LIST, line_of(changes, why))


def last_saving(folder: Path) -> str:
    """Give why the last saving was made; empty where there is none, or it cannot be read."""
    return next((each.why for each in newest_first(folder / UNDO_LIST)), "")


def saving_to_undo(folder: Path, name: str = "") -> Saving | None:
    """Give the last saving, or the one of a name, that could be taken back; None: there is none."""
    return newest_that(folder / UNDO_LIST, name, lambda each: _was_done(folder, each.changes))


def undo_last(folder: Path, name: str = "") -> tuple[Change, ...]:
    """Take the last saving back, or the one of a name, and give the changes taken back.

    Nothing is given where there is none. What was saved after it, of other files, stays.

    Raises:
        ChangedElsewhereError: a file is not as the saving left it; nothing is written.
        OSError: the disk refuses.
    """
    with holding(folder):
        saving = saving_to_undo(folder, name)
        if saving is None:
            return ()
        _check(folder, saving)
        keep_undone(folder, saving)
        for change in saving.changes:
            _restore(folder, change)
        drop_line(folder / UNDO_LIST, saving.line)
        return saving.changes


def _was_done(folder: Path, changes: Sequence[Change]) -> bool:
    """Say whether a saving went through; one broken off before it wrote is passed over."""
    return any(digest_now(folder, each.file) != each.before_digest for each in changes)


def _check(folder: Path, saving: Saving) -> None:
    for change in saving.changes:
        if digest_now(folder, change.file) not in (change.after_digest, change.before_digest):
            raise ChangedElsewhereError(
                f"{change.file} was changed after the saving that undo would take back"
                f"{_by_what(folder, saving, change.file)}; nothing was written"
            )


def _by_what(folder: Path, saving: Saving, file: str) -> str:
    """Say which later saving changed a file, where one of ours did."""
    for each in newest_first(folder / UNDO_LIST):
        if each.line == saving.line:
            return ""
        if any(change.file == file for change in each.changes):
            return f" ({each.why})" if each.why else ""
    return ""


def _restore(folder: Path, change: Change) -> None:
    if change.before is None:
        (folder / change.file).unlink(missing_ok=True)
    else:
        replace_file(folder / change.file, change.before.encode())
