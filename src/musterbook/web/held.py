"""Files sent with a form that was not taken go in; they come out when the form is sent again.

A browser empties the field of a file when a page is shown again; nobody should choose it twice.
"""

import secrets
from typing import TypeAlias

MOST_HELD = 4  # forms whose files are kept; the one longest unasked for goes first

Files: TypeAlias = tuple[tuple[str, bytes], ...]  # each by its name; two may have the same


class Held:
    """The files of a few forms by keys nobody can guess."""

    def __init__(self) -> None:
        """Hold nothing."""
        self._files: dict[str, Files] = {}

    def put(self, files: Files) -> str:
        """Keep the files of a form; give the key to ask for them by."""
        key = secrets.token_urlsafe(12)
        self._files[key] = files
        for old in list(self._files)[:-MOST_HELD]:
            del self._files[old]
        return key

    def get(self, key: str) -> Files:
        """Give the files of a form, if they are still here."""
        return self._files.get(key, ())
