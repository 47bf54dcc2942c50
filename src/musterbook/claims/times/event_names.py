"""Sorts of events in, a piece of a pattern that any of their names fits out."""

import re
from typing import Final, Literal

from musterbook.claims.lexicon_files import words_to_names

EventSort = Literal["disaster", "accident", "carrier", "attack", "unrest", "war", "turn"]
_PLURAL: Final = "(?:e?s)?"


def names_of(*sorts: EventSort) -> str:
    """Give the alternatives, in singular and plural: `quakes` and `clashes` too."""
    names = words_to_names("event_names")
    words = sorted((word for word, sort in names.items() if sort in sorts), key=len, reverse=True)
    return rf"(?:{'|'.join(map(re.escape, words))}){_PLURAL}"
