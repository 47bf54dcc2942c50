"""A paper that a text points at again in, who put it out: the communique is the joint staff's."""

import re
from functools import cache
from typing import Final

from musterbook.claims.speakers.names import speaker_name
from musterbook.claims.speakers.speaker_subject import may_speak, subject_of
from musterbook.claims.speakers.speech_inverted import FORWARD_END

_ISSUED: Final = (
    r"(?:released|issued|published|put out|presented|submitted|distributed|made public|adopted)"
)


@cache
def _patterns(noun: str) -> tuple[re.Pattern[str], ...]:
    word = re.escape(noun)
    owned = rf"\b{word}(?: {_ISSUED})? (?:of|by|from) (?=the |[A-Z])"
    one = r"(?:an?|its|the|their|another)"
    issued = rf"\b(?:has |have |had )?{_ISSUED} {one}(?: [\w-]+){{0,4}}? {word}\b"
    own = rf"(?P<own>\b[A-Z][\w. -]{{1,50}}?)['’]s? (?:[\w-]+ ){{0,2}}{word}\b"
    return re.compile(owned, re.IGNORECASE), re.compile(issued), re.compile(own)


def putter_of(text: str, start: int, end: int, noun: str) -> str:
    """Name who put the paper out that a sentence tells of; empty where it does not say.

    >>> putter_of("The radio quoted a communique of the joint staff.", 0, 49, "communique")
    'joint staff'
    """
    owned, issued, own = _patterns(noun)
    if match := owned.search(text, start, end):
        stop = FORWARD_END.search(text, match.end() + len("the "), end)
        raw = text[match.end() : stop.start() if stop else end].strip(" .")
        return speaker_name(raw) if may_speak(raw) else ""
    if (match := own.search(text, start, end)) and may_speak(match["own"]):
        return speaker_name(match["own"])
    match = issued.search(text, start, end)
    raw = subject_of(text, start, match.start(), is_core=False) if match else ""
    return speaker_name(raw) if raw else ""
