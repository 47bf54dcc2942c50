"""The beginning of a sentence in, in what way it goes on with what was said before it out."""

import re
from typing import Final

from musterbook.claims.patterns.led import Led

# Of these, 40 drowned. They included 12 children. Another 20 were missing. A further 300 had come.
_PART: Final = re.compile(
    r"(?:but |and )?(?:of (?:these|them|those|this number|the total)\b"
    r"|they (?:includ|join|number|compris|consist)\w*\b"
    r"|(?:this|that|these|they|the (?:new |latest )?(?:deaths?|arrests?|releases?|find|finds"
    r"|discovery|arrivals?|bodies))"
    r" (?:would |will )?(?:bring|brings|brought|take|takes|took|raise|raises|raised)"
    r" (?:the|to)\b"
    r"|(?:another|a further|an additional) (?!\w+ (?:said|told|man|woman|official|witness)\b))"
)
# Seventeen children were among them.
_AMONG: Final = Led(
    r"\b(?:is|are|was|were) (?:also )?among (?:them|these|those (?:killed|held|freed|hurt)"
    r")\b"
)
_PRONOUN: Final = re.compile(r"(?:but |and )?(?P<who>he|she|it|they) ")


def leans_back(folded: str, start: int, end: int) -> bool:
    """Say whether a sentence only goes on counting those of the sentence before.

    >>> [leans_back(each, 0, len(each)) for each in ("of these, 40 drowned.", "in may 40 drowned.")]
    [True, False]
    """
    return bool(_PART.match(folded, start, end) or _AMONG.search(folded, start, end))


def opens_with(folded: str, start: int, end: int) -> str:
    """Give the pronoun a sentence opens with; empty where it opens otherwise."""
    match = _PRONOUN.match(folded, start, end)
    return match["who"] if match else ""
