"""A sentence in, what it says that another asserts out: a rebel claim that 500 had deserted."""

import re
from collections.abc import Iterator
from typing import Final

from musterbook.claims.lexicon_files import word_set
from musterbook.claims.patterns.led import Led
from musterbook.claims.speakers.names import speaker_name
from musterbook.claims.speakers.speaker_phrase import last_phrase
from musterbook.claims.speakers.speaker_subject import may_speak
from musterbook.claims.speakers.speech_inverted import FORWARD_END
from musterbook.claims.speakers.speech_said import Speech

_CLAIM = (
    r"(?:claims?|lies?|reports?|versions?|allegations?|assertions?|charges?|accusations?"
    r"|rumou?rs?|stor(?:y|ies)|suggestions?|complaints?|boasts?)"
)
# What somebody really said, whatever others make of it.
_WORD = (
    r"(?:announcements?|admissions?|statements?|estimates?|warnings?|predictions?|assurances?"
    r"|disclosures?|confirmation|revelations?|fears?|testimony|conviction|calculations?|promises?"
    r"|pledges?|declarations?|acknowledge?ment|acceptance|insistence|belief|view|forecasts?"
    r"|remarks?|denials?)"
)
_THAT = r"(?:that|to the effect that|according to which)"
_PUT_OUT = r"(?:(?:broadcast|put out|made|spread|published|issued|carried|printed|circulated)\s)?"
# A claim by X that; the lie broadcast by X that; the rebels' claim that; a government report that.
ALLEGED = Led(
    rf"\b(?P<noun>{_CLAIM}|{_WORD})\s{_PUT_OUT}(?:by|of|(?<!s )from|(?P<where>in))"
    rf"\s(?P<by>[^,.;:\"]{{3,60}}?),?\s{_THAT}\b"
    r"|(?<!of )(?<!at )(?<!from )(?<!for )\b(?:a|an|the|any|this|earlier|as)\s"
    rf"(?P<of>[\w-]+(?:\s[\w-]+)??)(?:['’]s?)?\s{_CLAIM}\s{_THAT}\b"
)
OWNED = Led(rf"\b(?P<noun>{_CLAIM}|{_WORD}) {_THAT}\b")
_OWNER = re.compile(
    r"['’](?:(?<=[\w.)].)s|(?<=s.)) (?:(?:own|latest|earlier|repeated|first|later|public|official"
    r"|solemn|early|recent|new) ){0,2}\Z"
)
_IS_CLAIM = re.compile(_CLAIM)
_BEFORE: Final = 70  # characters before a claim in which its owner may stand


def alleged(text: str, folded: str, start: int, end: int) -> Iterator[Speech]:
    """Read `denied a rebel claim that`: those who claim are quoted by whoever denies it."""
    for match in ALLEGED.finditer(folded, start, end):
        group = "by" if match["by"] else "of"
        raw = text[match.start(group) : match.end(group)]
        if group == "by" and (stop := FORWARD_END.search(raw, len("the "))):
            raw = raw[: stop.start()]
        if match["where"] and raw.split()[-1].lower() not in word_set("source_nouns"):
            continue  # a report in Geneva
        if may_speak(raw):
            yield _speech(match, match.start(), raw)
    for match in OWNED.finditer(folded, start, end):
        begin = max(start, match.start() - _BEFORE)
        if owner := _OWNER.search(folded, begin, match.start()):
            raw = last_phrase(text[begin : owner.start()])
            if raw and may_speak(raw):
                yield _speech(match, owner.start() - len(raw), raw)


def _speech(match: re.Match[str], start: int, raw: str) -> Speech:
    noun = match["noun"]
    is_claim = noun is None or _IS_CLAIM.fullmatch(noun) is not None
    name = speaker_name(raw)
    return Speech(start, match.end(), name, raw, is_inner=is_claim, is_alleged=is_claim)
