"""A counted phrase's end in, where the verb stands beyond what is set apart after it out."""

import re
from functools import cache
from typing import Final

from musterbook.claims.counting.deed_words import is_deed
from musterbook.claims.lexicon_files import word_set
from musterbook.claims.patterns.alternation import alternation

# 33 million people - one in seven - have; eleven people, a midwife among them, died.
_AUXILIARIES: Final = "has have had were was are"


@cache
def _aside() -> re.Pattern[str]:
    verbs = alternation((*_AUXILIARIES.split(), *sorted(word_set("irregular_past"))))
    return re.compile(
        r"\s*(?:[-–—]+\s[^-–—;.()]{1,60}\s[-–—]+\s"
        r"|,\s(?!but|who|and|or|which|where|while|when|according)[^;.()\"]{1,90},\s)"
        rf"(?P<verb>{verbs}|[a-z]+ed)\b"
    )


_MARKS: Final = frozenset(",-–—")  # an aside begins with one of them
_VERB: Final = 60  # characters in which the verb beyond an aside says all that it says


def verb_beyond(folded: str, start: int, end: int) -> int | None:
    """Give where the verb begins beyond an aside after a phrase; None if none is set apart."""
    if not _MARKS.intersection(folded[start : start + 2]):
        return None
    aside = _aside().match(folded, start, end)
    if aside is None or not (aside["verb"] in _AUXILIARIES.split() or is_deed(aside["verb"])):
        return None
    return aside.start("verb")


def clause_with_verb(folded: str, start: int, right: int, *, end: int) -> int:
    """Give the end of a phrase's clause, behind a verb that an aside or others counted part off."""
    if start >= right:
        return min(start + _VERB, end)
    verb = verb_beyond(folded, start, end)
    if verb is None and right < end:
        verb = _verb_of_joined(folded, start, end) or _verb_of_place(folded, start, right, end=end)
    return right if verb is None else max(right, min(verb + _VERB, end))


# Ten guards and eight inmates have been hurt: of both it is told.
_JOINED_SUBJECTS = re.compile(
    r"(?:\s(?:from|of|in)(?:\s[\w'-]+){1,3}?)?(?:,?\s(?:and|or|as well as|along with)\s|,\s)"
    r"(?:(?!(?:were|was|are|is|has|have|had|said|says|that|who|which|it|he|she|they"
    r"|we)\b)[\w',-]+\s){1,9}?(?P<verb>have|has|had|were|are)\s"
)


@cache
def _placed() -> re.Pattern[str]:
    verbs = "|".join((*_AUXILIARIES.split(), *sorted(word_set("irregular_past"))))
    return re.compile(
        r"\s(?:at|of|in|from|on|near|aboard|along|with)\s"
        r"(?:(?!(?:who|which|that|whom|and|but|as|when|while|where|said|says)\b)[\w'’.-]+\s){1,7}?"
        rf"(?P<verb>{verbs}|[a-z]+ed)\b"
    )


def _verb_of_place(folded: str, start: int, right: int, *, end: int) -> int | None:
    """Give where the verb begins of people of a place with a number in its name: five mines."""
    placed = _placed().match(folded, start, end)
    if placed is None or placed.start("verb") < right:
        return None
    is_verb = placed["verb"] in _AUXILIARIES.split() or is_deed(placed["verb"])
    return placed.start("verb") if is_verb else None


_JOINTS: Final = (" and ", ", ", " or ", " as well", " along", " of ", " in ", " from ")


def _verb_of_joined(folded: str, start: int, end: int) -> int | None:
    """Give where the perfect begins that people joined by `and` share."""
    if not folded.startswith(_JOINTS, start):
        return None
    joined = _JOINED_SUBJECTS.match(folded, start, end)
    return joined.start("verb") if joined else None
