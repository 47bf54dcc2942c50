"""A counted phrase's end in, where the verb stands beyond what is set apart after it out."""

import re
from typing import Final

# 33 million people - one in seven - have; eleven people, a midwife among them, died.
_ASIDE: Final = re.compile(
    r"\s*(?:[-–—]+\s[^-–—;.()]{1,60}\s[-–—]+\s"
    r"|,\s(?!but|who|and|or|which|where|while|when|according)[^;.()\"]{1,90},\s)"
    r"(?=(?:has|have|had|were|was|are|died|fled|drowned|perished|attacked|surrendered|arrived|left"
    r"|returned|joined|crossed|took)\b)"
)
_MARKS: Final = frozenset(",-–—")  # an aside begins with one of them
_VERB: Final = 60  # characters in which the verb beyond an aside says all that it says


def verb_beyond(folded: str, start: int, end: int) -> int | None:
    """Give where the verb begins beyond an aside after a phrase; None if none is set apart."""
    if not _MARKS.intersection(folded[start : start + 2]):
        return None
    aside = _ASIDE.match(folded, start, end)
    return aside.end() if aside else None


def clause_with_verb(folded: str, start: int, right: int, *, end: int) -> int:
    """Give the end of a phrase's clause, behind the verb that an aside with a number parts off."""
    verb = verb_beyond(folded, start, end)
    return right if verb is None else max(right, min(verb + _VERB, end))
