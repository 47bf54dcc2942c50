"""A clause in, the place it names out: the words after in, near, into, from that begin large."""

import re

_NAME = r"[A-Z][\w'’-]*(?:\s+(?:(?:of|the|and|al|de)\s+)?[A-Z][\w'’-]*)*"
_PLACE = re.compile(
    rf"\b(?:in|near|at|to|into|inside|from|around|across|off|on|outside|for|along|of)\s+(?:the\s+)?(?:(?:northern|southern|eastern|western|central|northwestern|border|coast|province|city|town|region|area|camp)\s+(?:area\s+|of\s+)*)*(?P<name>{_NAME})"
)
_TIME = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"|Spring|Summer|Autumn|Winter|GMT)\b"
)


def place_near(text: str, start: int, end: int, *, sentence: tuple[int, int]) -> str | None:
    """Name the first place after a number, else the last one before it in its sentence."""
    for match in _PLACE.finditer(text, start, end):
        if not _TIME.match(match["name"]):
            return match["name"]
    before = [
        m["name"] for m in _PLACE.finditer(text, sentence[0], start) if not _TIME.match(m["name"])
    ]
    return before[-1] if before else None
