"""A clause in, the place it names out: the words after in, near, into, from that begin large."""

import re
from collections.abc import Iterator

from musterbook.claims.counting.people_nouns import singular_people
from musterbook.claims.lexicon_files import word_set
from musterbook.claims.patterns.led import Led

_NAME = r"[A-Z][\w'’-]*(?:\s+(?:(?:of|the|and|al|de)\s+)?[A-Z][\w'’-]*)*"
_PREPOSITION = Led(r"\b(?:in|near|at|to|into|inside|from|around|across|off|on|outside|for|along)\s")
_PLACE = re.compile(
    rf"\b[A-Za-z]+\s+(?:the\s+)?(?:(?:northern|southern|eastern|western|central|northwestern|border|coast|province|city|town|region|area|camp)\s+(?:area\s+|of\s+)*)*(?P<name>{_NAME})"
)
_TIME = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|Spring|Summer|Autumn|Winter|GMT)\b"
)


def place_near(
    text: str, folded: str, start: int, end: int, *, sentence: tuple[int, int]
) -> str | None:
    """Name the first place after a number, else the last one before it in its sentence."""
    for name in _names(text, folded, start, end):
        if _is_place(name):
            return name
    before = tuple(_names(text, folded, sentence[0], start))
    return next((name for name in reversed(before) if _is_place(name)), None)


def _names(text: str, folded: str, start: int, end: int) -> Iterator[str]:
    """Give the names that stand behind a preposition between two places."""
    behind = start
    for preposition in _PREPOSITION.finditer(folded, start, end):
        at = preposition.start()
        if at >= behind and (found := _PLACE.match(text, at, end)):
            yield found["name"]
            behind = found.end()


def _is_place(name: str) -> bool:
    """Say whether a name may be of a place: no month, no title, no people (in Russian hands)."""
    words = name.lower().split()
    if _TIME.match(name) or words[0] in word_set("titles"):
        return False
    return words[-1] not in singular_people() or words[-1] in word_set("titles")
