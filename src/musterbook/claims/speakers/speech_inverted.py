"""A verb of saying with its speaker behind it in, that saying out: `…”, said the minister`."""

import re
from typing import Final

from musterbook.claims.calendar_words import WEEKDAY
from musterbook.claims.speakers.names import apposed_name, speaker_name
from musterbook.claims.speakers.speaker_subject import DAY_NAMES, may_speak, phrase_of
from musterbook.claims.speakers.speech_said import Speech
from musterbook.claims.speakers.speech_verbs import speech_forms

_DAY = rf"today|yesterday|tonight|{WEEKDAY}"
FORWARD_END = re.compile(
    r"(?:[,;:()\"“”—–\n]|\.(?<!\blt.)(?<!\bcol.)(?<!\bgen.)(?<!\bmaj.)(?<!\bcapt.)(?<!\bdr.)"
    r"(?<!\bmr.)(?<!\bms.)(?<!\bst.)(?<!\bsgt.)(?<!\badm.)(?<!\bbrig.)(?<!\bsen.)(?<!\brep.)(?<!\b[a-z].)"
    r"(?<!\bgov.))"
    r"(?=\s|$|[\"”])|\s\(|\s+(?:who|which|that|said|says|on|in|at|as|when|after"
    rf"|{_DAY}"
    r"|more|over|about|some|only|nearly|almost|around|between|at least|up to|as many"
    r"|now|still|already|holds?|held|numbers?|numbered|total(?:s|led)?|remains?|includes?|roughly|it|he|she|they"
    r"|is|are|was|were|has|have|had|there|there's|an estimated|\d|[-–—])(?!\w)"
)


LONGEST_NAME = 90  # characters; a longer phrase names nobody in particular


# A spokesman, Abdul Musayev, said; Ada Lund, a nurse, said: the comma closes what is set beside.
_SET_BESIDE = re.compile(
    r",\s(?:(?:al-)?[A-Z]|\d|(?:an?|the|its|his|her|who|which|whose|of|head|chief|director)\s)"
    r"[^,;:\"“”]{1,80},\s*$"
)


_ENDS = re.compile(rf"\s*(?:\.|$|(?:{_DAY})\b)")


_CLOSES = re.compile(rf"\s*(?:[,.;)\"]|$|(?:who|which|in|on|at|when|after|as|{_DAY})\b)")


def named_after(
    text: str, folded: str, start: int, *, end: int, verb: re.Match[str]
) -> Speech | None:
    """Read `…, said Dale Kerwin, a spokesman.`: a name that a comma or the end closes."""
    if not (verb[0] in speech_forms("inverted_speech") or verb[0] in speech_forms("core_speech")):
        return None  # disputed the police figures
    found = subject_after(text, folded, start, end=end, verb=verb)
    if found is None or found.raw.split()[0].lower() in DAY_NAMES or not may_speak(found.raw):
        return None
    closes = _ENDS if _SET_BESIDE.search(text, start, verb.start()) else _CLOSES
    return found if closes.match(folded, found.end + 1, end) else None


def _ends_in_name(raw: str) -> bool:
    """Say whether a title in small letters stands before a name: rebel commander Ali Hassan."""
    words = raw.split()
    return len(words) > _A_TITLE and words[-1][0].isupper() and words[-2][0].isupper()


_A_TITLE: Final = 2  # words of the shortest name
_CLOSED: Final = 3  # characters before a verb in which a comma or a quotation mark stands


def subject_after(
    text: str, folded: str, start: int, *, end: int, verb: re.Match[str]
) -> Speech | None:
    """Read the inverted form: `…", said the minister`."""
    before = text[max(start, verb.start() - _CLOSED) : verb.start()].rstrip()
    if not before.endswith((",", '"', "”")) or verb[0] in ("told", "tells", "tell"):
        return None
    stop = FORWARD_END.search(folded, verb.end() + 2, end)
    raw = text[verb.end() : stop.start() if stop else end].strip(" .")
    is_core = verb[0] in speech_forms("core_speech")
    if not raw or len(raw) > LONGEST_NAME:
        return None
    who = raw if _ends_in_name(raw) else phrase_of(raw, is_core=is_core)
    if not who:
        return None
    name = apposed_name(who, _IN_PLACE.sub("", text[stop.start() : end])) if stop else ""
    return Speech(
        verb.start(), verb.end() + len(raw), speaker_name(name or who), name or who, is_after=True
    )


# A spokesman for the ministry in Baku, Peter Hall: the name comes after the place.
_IN_PLACE = re.compile(r"^\s(?:in|at|on|for)\s[^,.;]{2,40}(?=,)|^\s*\([^)]*\)(?=,)")
