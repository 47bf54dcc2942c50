"""A saving that was taken back goes in, to be kept; it comes out again, done once more.

What is no text, such as a PDF, is kept as it was under `.muster/undone/`, by its digest.
"""

from pathlib import Path

from musterbook.case.atomic import replace_file
from musterbook.case.lock import holding
from musterbook.case.savings import (
    REDO_LIST,
    UNDO_LIST,
    Change,
    Saving,
    append_line,
    digest_now,
    drop_line,
    lines_of,
    newest_first,
    newest_that,
    saving_of,
)
from musterbook.core.errors import ChangedElsewhereError

UNDONE = ".muster/undone"


def keep_undone(folder: Path, saving: Saving) -> None:
    """Keep a saving that is about to be taken back; called while its files are still there."""
    for change in saving.changes:
        path = folder / change.file
        if _is_no_text(change) and path.exists():
            kept = _kept(folder, change)
            kept.parent.mkdir(parents=True, exist_ok=True)
            replace_file(kept, path.read_bytes())
    append_line(folder / REDO_LIST, saving.line)
    _forget_files(folder)


def saving_to_redo(folder: Path, name: str = "") -> Saving | None:
    """Give the saving taken back last, or the one of a name, that could be done again.

    One of which a file was changed since is passed over: doing it again would write over that.
    """
    return newest_that(folder / REDO_LIST, name, lambda each: _is_as_before(folder, each))


def redo_last(folder: Path, name: str = "") -> tuple[Change, ...]:
    """Do again what was taken back last, or the saving of a name; give the changes made again.

    Nothing is given where there is none.

    Raises:
        ChangedElsewhereError: a file of the one named was changed since; nothing is written.
        OSError: the disk refuses.
    """
    with holding(folder):
        saving = saving_to_redo(folder, name)
        if saving is None:
            _check(folder, name)
            return ()
        append_line(folder / UNDO_LIST, saving.line)
        for change in saving.changes:
            _write(folder, change)
        drop_line(folder / REDO_LIST, saving.line)
        _forget_files(folder)
        return saving.changes


def _check(folder: Path, name: str) -> None:
    named = (each for each in newest_first(folder / REDO_LIST) if each.name == name)
    for saving in named:
        for change in saving.changes:
            if digest_now(folder, change.file) != change.before_digest:
                raise ChangedElsewhereError(
                    f"{change.file} was changed after the undo that redo would take back; "
                    "nothing was written"
                )


def _is_as_before(folder: Path, saving: Saving) -> bool:
    """Say whether every file is as undo left it, and what is to be written is at hand."""
    return bool(saving.changes) and all(
        digest_now(folder, each.file) == each.before_digest
        and (not _is_no_text(each) or _kept(folder, each).exists())
        for each in saving.changes
    )


def _write(folder: Path, change: Change) -> None:
    path = folder / change.file
    path.parent.mkdir(parents=True, exist_ok=True)
    if _is_no_text(change):
        replace_file(path, _kept(folder, change).read_bytes())
    elif change.after is not None:
        replace_file(path, change.after.encode())


def _is_no_text(change: Change) -> bool:
    return change.after is None and change.after_digest is not None


def _kept(folder: Path, change: Change) -> Path:
    return folder / UNDONE / str(change.after_digest)


def _forget_files(folder: Path) -> None:
    """Remove kept files that no saving of the list needs any more."""
    wanted = {
        _kept(folder, change)
        for line in lines_of(folder / REDO_LIST)
        for change in saving_of(line).changes
        if _is_no_text(change)
    }
    for path in (folder / UNDONE).glob("*"):
        if path not in wanted:
            path.unlink(missing_ok=True)
