"""A folder goes in; the names of the files and of the folders that lie in it come out."""

import os
from pathlib import Path


def names_in(folder: Path) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """List files and folders by name; a link counts as what it leads to, one to nothing as a file.

    Raises:
        OSError: the folder is not there, or may not be read.
    """
    with os.scandir(folder) as entries:
        found = sorted((each.name, _is_folder(each)) for each in entries)
    files = tuple(name for name, is_folder in found if not is_folder)
    return files, tuple(name for name, is_folder in found if is_folder)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link that leads to itself
        return False
