"""Folded text in, the places where it says that nobody was harmed out, as zeros."""

from collections.abc import Iterator

from musterbook.claims.led import Led
from musterbook.claims.lexicon_files import word_set
from musterbook.claims.numbers import Quantity
from musterbook.claims.people_nouns import is_listed_people_word, singular_people

NONE = "none"
_NOBODY = Led(
    r"(?<![\w-])(?:no one|nobody|none|not (?:one|a single one)(?= of)|"
    r"(?:no|not a single)\s+(?:[a-z'.-]+\s+){0,2}?(?P<noun>[a-z-]+))"
    r"(?=(?:\s+(?:of|who|else|on|in|aboard|among|from|\w+ed)\s[^.;]{0,40}?)?"
    r"\s+(?:was|were|is|are|has|have|had|died|survived)\b)"
)


def zeros_in(folded: str) -> Iterator[Quantity]:
    """Yield `no one`, `nobody`, `no soldiers` before a verb as the number zero."""
    for match in _NOBODY.finditer(folded):
        noun = match["noun"]
        if word_set("no_not_none").intersection(match[0].split()):
            continue
        if noun is None or is_listed_people_word(noun) or noun in singular_people():
            start, end = match.span()
            yield Quantity(start, end, 0.0, 0.0, "stated", start, end, NONE)
