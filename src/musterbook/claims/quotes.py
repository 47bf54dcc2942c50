"""A counted number and the free text around it in, the span worth quoting out."""

import re
from collections.abc import Iterable
from typing import Final

from musterbook.claims.speakers.speech_said import Speech

# Each begins with one of few characters: the search then runs over the rest at full speed.
_LEFT_EDGE = re.compile(r"[,;:(—–“\"\n](?:\s|$|(?<=\s[“\"(]))")
_RIGHT_EDGE = re.compile(
    r"[,;:)—–”\"\s.!?](?:(?<=[,;:)—–”\"])(?=\s|$|[,.;])|(?<=\s)[–—(]|(?<=[.!?])[\"”')]*\s*$)"
)
_LEADING = re.compile(
    r"[\s,;:“\"(—–-]*(?:(?:and|but|while|that|where|whereas|also)\s+)*", re.IGNORECASE
)
_TRAILING = re.compile(
    r"(?:[\s,;:(—–“\"-]|(?<=\s)(?:and|or|but|while|with|plus|including|another|the|an?|as|of|in|from|to|at|by|for))+$"
)
# How the last word must be for `_TRAILING` to match: looked at first, since few are.
_TRAILS: Final = frozenset(
    "and or but while with plus including another the a an as of in from to at by for".split()
)
_TRAILING_MARKS: Final = frozenset(' \n,;:(—–“"-')
_LONGEST_TRAILING = len("including") + 1
_THAT = re.compile(r"[^,]{0,30}?\bthat\b", re.IGNORECASE)
_CONJUNCTION = re.compile(r"\b(?:and|or|but|while|plus)\s+", re.IGNORECASE)
# The first words of what is said of the next number: `and wounding` [238].
_FOLLOWER = re.compile(r"(?:,|\s(?:and|or|but|while))(?:\s+\w+){0,5}\s*$")


def quote_span(
    text: str,
    inside: tuple[int, int],
    *,
    free: tuple[int, int],
    speeches: Iterable[Speech],
    sentence: tuple[int, int],
) -> tuple[int, int]:
    """Widen a counted phrase to its clause, but not over a neighbouring number or a speaker.

    `inside` must be quoted; `free` is where no other number stands.
    """
    start, end = free
    is_followed = end < sentence[1]
    if start > sentence[0]:
        for match in _CONJUNCTION.finditer(text, start, inside[0]):
            start = match.end()
    for match in _LEFT_EDGE.finditer(text, start, inside[0]):
        start = match.end()
    for speech in speeches:
        if start < speech.end <= inside[0]:
            that = _THAT.match(text, speech.end, inside[0])
            start = that.end() if that else speech.end
    edge = _RIGHT_EDGE.search(text, inside[1], end)
    end = edge.start() if edge else end
    leading = _LEADING.match(text, start, inside[0])
    start = leading.end() if leading else start
    if is_followed and end == free[1]:
        follower = _FOLLOWER.search(text, inside[1], end)
        end = follower.start() if follower else end
    trailing = _trails(text, inside[1], end) and _TRAILING.search(text, inside[1], end)
    return start, trailing.start() if trailing else end


def _trails(text: str, start: int, end: int) -> bool:
    """Say whether a stretch may end in what leads on to something else."""
    words = text[max(start, end - _LONGEST_TRAILING) : end].split()
    return not words or text[end - 1] in _TRAILING_MARKS or words[-1] in _TRAILS
