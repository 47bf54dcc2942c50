"""A folder goes in; names, sizes and times of its files come out, to see whether any changed."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TypeAlias

from musterbook.case.find import FOLDERS

Signature: TypeAlias = frozenset[tuple[str, int, int]]


def signature_of(folder: Path) -> Signature:
    """Give what changes when any file of a case does; hidden ones are no part of it.

    A folder that is not there, or may not be read, has the signature of an empty one.
    """
    return frozenset(facts for sub in ("", *FOLDERS) for facts in _files(folder, sub))


def _files(folder: Path, sub: str) -> Iterator[tuple[str, int, int]]:
    try:
        entries = list(os.scandir(folder / sub))
    except OSError:
        return
    for entry in entries:
        try:
            if entry.name.startswith(".") or entry.is_dir():
                continue
            facts = entry.stat()
        except OSError:  # it went away meanwhile, or leads nowhere
            continue
        yield f"{sub}/{entry.name}", facts.st_size, facts.st_mtime_ns
