"""A counted number and the free text around it in, the span worth quoting out."""

import re
from collections.abc import Iterable

from musterbook.claims.speech import Speech

_LEFT_EDGE = re.compile(r"[,;:(—–“\"\n](?:\s|$)|(?<=\s)[“\"(]")
_RIGHT_EDGE = re.compile(r"[,;:)—–”\"](?=\s|$|[,.;])|\s[–—(]|[.!?][\"”')]*\s*$")
_LEADING = re.compile(r"[\s,;:“\"(—–-]*(?:(?:and|but|while|that|where|whereas|also)\s+)*")
_TRAILING = re.compile(r"(?:[\s,;:(—–“\"-]|(?<=\s)(?:and|or|but|while|with|plus|including|another|the|an?|as|of|in))+$")


def quote_span(
    text: str, inside: tuple[int, int], free: tuple[int, int], speeches: Iterable[Speech]
) -> tuple[int, int]:
    """Widen a counted phrase to its clause, but not over a neighbouring number or a speaker.

    `inside` must be quoted; `free` is where no other number stands.
    """
    start, end = free
    for match in _LEFT_EDGE.finditer(text, start, inside[0]):
        start = match.end()
    for speech in speeches:
        if start < speech.end <= inside[0]:
            start = speech.end
    edge = _RIGHT_EDGE.search(text, inside[1], end)
    end = edge.start() if edge else end
    leading = _LEADING.match(text, start, inside[0])
    start = leading.end() if leading else start
    trailing = _TRAILING.search(text, inside[1], end)
    return start, trailing.start() if trailing else end
