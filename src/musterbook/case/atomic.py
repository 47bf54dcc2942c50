"""A path and bytes go in; the file holds all of them or what it held before, never half."""

import contextlib
import os
import tempfile
from pathlib import Path

NEW_FILE_MODE = 0o666  # as open() would; the process's umask takes from it


def replace_file(path: Path, data: bytes) -> None:
    """Write a file as one step: beside it, flushed to the disk, then moved into its place.

    Raises:
        OSError: the disk is full, the folder read-only and so on; the old file is untouched.
    """
    path = path.resolve()  # a link stays a link; what it leads to is replaced
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        beside.chmod(_mode_of(path))
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    _flush_folder(path.parent)


def _mode_of(path: Path) -> int:
    """Give the permissions of the file replaced, or those a new file would get."""
    with contextlib.suppress(OSError):
        return path.stat().st_mode & 0o7777
    mask = os.umask(0)
    os.umask(mask)
    return NEW_FILE_MODE & ~mask


def _flush_folder(folder: Path) -> None:
    """Flush the folder's own list of names, where the system can."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
