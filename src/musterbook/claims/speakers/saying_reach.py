"""A saying in a sentence and a place in it in, whether the saying still reaches that place out."""

import re
from typing import Final

from musterbook.claims.patterns.up_to import UpTo
from musterbook.claims.speakers.speech_said import UNNAMED_REPORTS, Speech

_BREAK = re.compile(r"\b(?:while(?!\s+(?:\w+ing|ago|later|back|before)\b)|whereas)\b")
# X says it has 300 prisoners, but the total is estimated at 900: by nobody named.
_ESTIMATED = re.compile(
    r",\s(?:but|and|while|which)\s[^,;]{0,60}\b(?:is|are|was|were) estimated at"
)
_NEW_CLAUSE = UpTo(r"(?:;|\b(?:and|while|but|whereas|as|though|although)\b)[\s,]*$")
# 40 died, as the mayor had warned; but: 40 died, as the mayor said that help would come.
_AS_SAID = re.compile(r",\sas\s$")
_ENDS_THERE = re.compile(r"\s*(?:[,.;)]|$|(?:on|in|at|earlier|yesterday|today|last|this)\b)")
_ASKED: Final = frozenset("appeal appeals appealed urges urged condemned vowed pledged".split())
_COUNTED: Final = frozenset("counted recorded registered listed documented tallied".split())
_AND_THEN = re.compile(r", (?:and|but) ")
_IN_ASIDE: Final = (", where ", ", which ")
# And Mustapha hospital took in; the next has its own subject and verb.
_HAS_VERB = re.compile(
    r"(?!\d)(?:[\w'-]+ ){1,5}?(?:took|had|has|have|was|were|is|are|received|found|[a-z]+ed) "
)
_FRAMES: Final = ("according to", "by ", "on ")
_CLAUSE: Final = 60  # characters before a saying in which what was said stands


def reaches(folded: str, speech: Speech, end: int) -> bool:
    """Say whether a saying after a number still speaks of it: `…, he said`."""
    between = folded[end : speech.start]
    if ";" in between:
        return False
    if _NEW_CLAUSE.search(folded, end, speech.start) and not (
        _AS_SAID.search(between) and _ENDS_THERE.match(folded, speech.end)
    ):
        return False
    if speech.is_relative and "," in between.removesuffix(", which "):
        return False
    if folded.startswith("of whom", speech.start):
        return False
    if speech.speaker == speech.raw == UNNAMED_REPORTS and "," in between:
        return False
    return (speech.is_after or speech.is_inner) and not speech.is_alleged


def is_past(folded: str, speech: Speech, start: int) -> bool:
    """Say whether a saying stands behind another number before the one at `start`."""
    opening = folded[max(0, speech.start - _CLAUSE) : speech.start]
    return any(each.isdigit() for each in opening) and "," in folded[speech.end : start]


def still_heard(folded: str, speeches: list[Speech], start: int) -> list[Speech]:
    """Keep the sayings that still hold at `start`, outermost first."""
    kept: list[Speech] = []
    limit = start
    for speech in reversed(speeches):
        between = folded[speech.end : limit]
        if speech.is_after:  # two died, he said, while 16 were hurt
            between = between.removeprefix(", while ")
        is_other = "whereas" in between or "while" in between
        is_other = is_other and _BREAK.search(between) is not None
        is_other |= "estimated at" in between and _ESTIMATED.search(between) is not None
        is_other |= speech.is_alleged and ";" in between
        is_other |= " after " in between and _asks(folded, speech)
        is_other |= _is_over(folded, speech, between)
        if (is_other and not frames(folded, speech)) or (kept and re.search(r"[\d;]", between)):
            break
        kept.insert(0, speech)
        limit = speech.start
    return kept


def _is_over(folded: str, speech: Speech, between: str) -> bool:
    """Say whether a clause of its own begins that a saying does not reach.

    Witnesses counted 33 bodies, and the hospital took in 70; where workers say food is
    short, and 200,000 are in camps; 15 died according to newspapers, but his office has 41.
    """
    joint = _AND_THEN.search(between)
    if joint is None or between.startswith(" that "):
        return False
    if speech.is_after:
        return joint[0] == ", but " and folded.startswith("according", speech.start)
    verb = _last_word(folded, speech)
    is_aside = folded.endswith(_IN_ASIDE, 0, speech.start)
    return is_aside or (verb in _COUNTED and _HAS_VERB.match(between, joint.end()) is not None)


def _asks(folded: str, speech: Speech) -> bool:
    """Say whether a saying tells nothing: appealed for help after 228 were killed."""
    return _last_word(folded, speech) in _ASKED


def _last_word(folded: str, speech: Speech) -> str:
    return folded[folded.rfind(" ", 0, speech.end) + 1 : speech.end]


def frames(folded: str, speech: Speech) -> bool:
    """Say whether a saying opens its sentence, `According to X`, and so holds to its end."""
    return folded.startswith(_FRAMES, speech.start) and not speech.is_after
