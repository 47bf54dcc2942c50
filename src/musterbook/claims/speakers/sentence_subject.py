"""A sentence in, whom it is about out, though nobody in it says anything."""

import re
from functools import cache
from typing import Final

from musterbook.claims.lexicon_files import word_set
from musterbook.claims.number_words import SMALL
from musterbook.claims.patterns.alternation import alternation
from musterbook.claims.speakers.speaker_phrase import PRONOUNS
from musterbook.claims.speakers.speaker_subject import subject_of

_REACH: Final = 160  # characters from a sentence's start in which its verb is sought
_NOT_FINITE = re.compile(r"\b(?:not|be|been|being|a|an|the|of|in|by|for|to|and|with)\s$")
_CALLED = re.compile(r",?\s(?:named|called|aged|nicknamed)\s[A-Z\d]")  # a doctor named Ali Hassan
_ONE = re.compile(r"One\b|\d")  # of one of those who were killed nobody goes on to say that he said


@cache
def _verb() -> re.Pattern[str]:
    past = alternation(sorted(word_set("irregular_past")))
    return re.compile(
        r"[,\s](?:(?<=,)\s|(?<!,))(?:has|have|had|is|was|are|were|will|would|did|does|plans|wants|hopes"
        rf"|[a-z]{{2,}}ed|{past}|sp(?:oke|eaks)|kept|knew|heard|felt|calls|denies)\b"
    )


def subject_at(text: str, start: int, end: int) -> str:
    """Give whom the sentence at `start` is about; empty where that is nobody who may speak."""
    for verb in _verb().finditer(text, start, min(end, start + _REACH)):
        if _NOT_FINITE.search(text, start, verb.start() + 1) or _CALLED.match(text, verb.start()):
            continue
        found = subject_of(text, start, verb.start() + 1, is_core=False)
        first, _, rest = found.lower().partition(" ")
        is_number = not rest and first in SMALL
        if found and first not in word_set("irregular_past") and not is_number:
            return "" if first in PRONOUNS or _ONE.match(found) else found
    return ""
