"""A case's folder goes in; while the lock is held no other process of ours writes to it."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

LOCK = ".muster/lock"


@contextlib.contextmanager
def holding(folder: Path) -> Iterator[None]:
    """Hold the case's lock; where the system knows no such locks, digests alone must guard."""
    path = folder / LOCK
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a") as file:
        try:
            import fcntl
        except ImportError:
            yield
            return
        fcntl.flock(file, fcntl.LOCK_EX)
        yield
