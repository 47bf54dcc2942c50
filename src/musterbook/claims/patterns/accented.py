"""A pattern with capitals in, the same for the capitals of other Latin alphabets out."""

from typing import Final

# The capitals with accents of the Latin alphabets of Europe and Turkey (Latin-1, Latin Extended-A).
_CAPITALS: Final = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪİĶĻŁŃŅŇŌŐŒŔŘŚŞŠŢŤŪŮŰŲŹŻŽȘȚ"


def accented(pattern: str) -> str:
    """Widen `[A-Z]` in a pattern.

    >>> import re
    >>> bool(re.match(accented("[A-Z]"), "Šešelj"))
    True
    """
    return pattern.replace("[A-Z]", f"[{_CAPITALS}]")
