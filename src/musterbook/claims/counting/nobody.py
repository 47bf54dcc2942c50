"""Folded text in, the places where it says that nobody was harmed out, as zeros."""

import re
from collections.abc import Iterator

from musterbook.claims.counting.people_nouns import is_listed_people_word, singular_people
from musterbook.claims.lexicon_files import word_set
from musterbook.claims.numbers import Quantity
from musterbook.claims.patterns.led import Led

NONE = "none"
_NOBODY = Led(
    r"(?<![\w-])(?:no one|nobody|none|not (?:one|a single one)(?= (?:of|had|has|was|were|have)\b)|"
    r"(?:no|not a single|not one)\s+(?:[a-z'.-]+\s+){0,2}?(?P<noun>[a-z-]+))"
    r"(?=(?:\s+(?:of|who|else|on|in|aboard|among|from|\w+ed)\s[^.;]{0,40}?)?"
    r"\s+(?:was|were|is|are|has|have|had|died|survived)\b)"
)
# None captured; we hold no one; it holds not a single soldier.
_NONE_SO = Led(
    r"(?<![\w-])none(?= (?:killed|wounded|injured|hurt|captured|missing|dead|detained|arrested)\b)"
)
_HELD = Led(
    r"(?<![\w-])(?:holds?|held|holding|killed|killing|captured|wounded|injured|detained|arrested"
    r"|lost|took)\s+(?P<none>no one|nobody|none|(?:no|not a single|not one)\s+"
    r"(?:[a-z'.-]+\s+){0,2}?(?P<noun>[a-z-]+))"
    r"(?=\s*(?:[.;,:)]|$)|\s+(?:in|at|on|there|here|at all)\b)"
)


def zeros_in(folded: str) -> Iterator[Quantity]:
    """Yield `no one`, `nobody`, `no soldiers` beside a verb as the number zero."""
    for match in _NOBODY.finditer(folded):
        if _is_of_people(match):
            yield _zero(*match.span())
    for match in _NONE_SO.finditer(folded):
        yield _zero(*match.span())
    for match in _HELD.finditer(folded):
        if _is_of_people(match):
            yield _zero(*match.span("none"))


def _is_of_people(match: re.Match[str]) -> bool:
    noun = match["noun"]
    if word_set("no_not_none").intersection(match[0].split()):
        return False
    return noun is None or is_listed_people_word(noun) or noun in singular_people()


def _zero(start: int, end: int) -> Quantity:
    return Quantity(start, end, 0.0, 0.0, "stated", start, end, NONE)
