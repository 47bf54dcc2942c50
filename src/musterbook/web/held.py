"""A file sent with a form that was not taken goes in; it comes out when the form is sent again.

A browser empties the field of a file when a page is shown again; nobody should choose it twice.
"""

import secrets

MOST_HELD = 4  # files; the one longest unasked for goes first


class Held:
    """A few files by keys nobody can guess."""

    def __init__(self) -> None:
        """Hold nothing."""
        self._files: dict[str, tuple[str, bytes]] = {}

    def put(self, name: str, data: bytes) -> str:
        """Keep a file; give the key to ask for it by."""
        key = secrets.token_urlsafe(12)
        self._files[key] = (name, data)
        for old in list(self._files)[:-MOST_HELD]:
            del self._files[old]
        return key

    def get(self, key: str) -> tuple[str, bytes] | None:
        """Give a file, if it is still here."""
        return self._files.get(key)
