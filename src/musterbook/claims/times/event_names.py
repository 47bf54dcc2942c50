"""Sorts of events in, a piece of a pattern that any of their names fits out."""

import re
from typing import Final, Literal

from musterbook.claims.lexicon_files import words_to_names

EventSort = Literal["disaster", "accident", "carrier", "attack", "unrest", "war", "turn", "course"]
_STRIFE: Final = ("attack", "unrest", "war")  # told of by one another's names: the clashes, the war
_HARM: Final = ("disaster", "accident", "carrier")
_PLURAL: Final = "(?:e?s)?"


def names_of(*sorts: EventSort) -> str:
    """Give the alternatives, in singular and plural: `quakes` and `clashes` too."""
    names = words_to_names("event_names")
    words = sorted((word for word, sort in names.items() if sort in sorts), key=len, reverse=True)
    return rf"(?:{'|'.join(map(re.escape, words))}){_PLURAL}"


def are_alike(one: str, other: str) -> bool:
    """Say whether two names may be of one event; no name may be of any but a vote or a treaty."""
    first, second = _sort(one), _sort(other)
    if "turn" in (first, second):
        return first == second
    return not (first and second) or first == second


def are_of_one_sort(one: str, other: str) -> bool:
    """Say whether two names are of one sort in the table: a storm and a cyclone, but no crash."""
    return _listed(one) == _listed(other) != ""


def _listed(name: str) -> str:
    names = words_to_names("event_names")
    return names.get(name) or names.get(name.removesuffix("s")) or names.get(name[:-2]) or ""


def _sort(name: str) -> str:
    sort = _listed(name)
    return "strife" if sort in _STRIFE else "harm" if sort in _HARM else sort
