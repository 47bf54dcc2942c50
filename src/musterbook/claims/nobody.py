"""Folded text in, the places where it says that nobody was harmed out, as zeros."""

import re
from collections.abc import Iterator

from musterbook.claims.numbers import Quantity

NONE = "none"
_NOBODY = re.compile(
    r"(?<!\w)(?:no one|nobody|none|no\s+(?:people|persons|soldiers|troops|civilians|passengers"
    r"|casualties|deaths|fatalities|injuries|victims|survivors|police|officers|children))"
    r"(?=(?:\s+(?:of|else|on|in|aboard|among|from|\w+ed)\s[^.;]{0,40}?)?\s+(?:was|were|is|are|has|have|had|died)\b)"
)


def zeros_in(folded: str) -> Iterator[Quantity]:
    """Yield `no one`, `nobody`, `no soldiers` before a verb as the number zero."""
    for match in _NOBODY.finditer(folded):
        start, end = match.span()
        yield Quantity(start, end, 0.0, 0.0, "stated", start, end, NONE)
