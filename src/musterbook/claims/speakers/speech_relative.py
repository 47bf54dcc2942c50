"""A verb of saying in a relative clause in, whose clause it is out: `by the SPLA, which said`."""

import re
from collections.abc import Sequence
from typing import Final

from musterbook.claims.speakers.names import speaker_name
from musterbook.claims.speakers.speaker_phrase import last_phrase
from musterbook.claims.speakers.speaker_subject import may_speak, phrase_of
from musterbook.claims.speakers.speech_inverted import LONGEST_NAME
from musterbook.claims.speakers.speech_said import Speech

_ENDS: Final = ("who ", "which ", "that ")
_WHICH = re.compile(
    r"(?P<np>(?:[A-Z][\w.'’&-]*\s+(?:(?:de|des|du|of|the|for|and|al|la|patriotes|pour|el)\s+)*)*"
    r"[A-Z][\w.'’&-]*)"
    r"(?:,?\s+(?:which|who)|,\s(?:an?|the)\s[^,;.]{2,40}\s(?:which|who|that))\s+(?:\w+\s+)?$"
)
# Condemned by relief agencies, who said.
_BY_WHOM = re.compile(
    r"\b(?:by|to|from|with|of|as)\s(?P<np>(?:(?!\b(?:by|to|from|with)\b)[^,;:])+),\s(?:who|which)\s+$"
)
_CLEFT = re.compile(
    r"\b[Ii]t (?:was|is) (?P<np>[^,;:]{2,60}?)(?:, not [^,;:]{2,60})?,? (?:who|which|that) \Z"
)
_BEFORE_COMMA = re.compile(r"(?P<np>[^,;:“\"]+),\s(?:who|which)\s+$")
_OBJECT = re.compile(r"\s(?:[a-z]+ed|met|told|saw|sought|beat)\s")  # contradicted the army
_IN_PLACE = re.compile(r"(?:\s(?:in|at|on|of|from)\s[^,]{2,40})?,?")


def relative_before(
    text: str,
    folded: str,
    start: int,
    *,
    clause: int,
    verb: re.Match[str],
    at: int,
    known: Sequence[Speech],
) -> Speech | None:
    """Read `dismissed by the SPLA, which said`: whoever the relative word stands for speaks."""
    if not folded.endswith(_ENDS, start, at) and not _WHICH.search(
        text, max(start, clause - LONGEST_NAME), at
    ):
        return None
    if (cleft := _CLEFT.search(text, start, at)) and may_speak(cleft["np"]):
        raw = cleft["np"]  # it was the army, not the rebels, who said
        return Speech(cleft.start(), verb.end(), speaker_name(raw), raw)
    comma = folded.rfind(",", start, at)
    for each in known:  # according to relief workers, who put
        if _IN_PLACE.fullmatch(text, each.end, comma + 1) and not each.is_pronoun:
            return Speech(comma + 2, verb.end(), each.speaker, each.raw)
    for read in (_named, _by_whom, _set_before):
        if raw := read(text, max(start, min(clause, at) - LONGEST_NAME), at):
            return Speech(max(start, comma + 2), verb.end(), speaker_name(raw), raw)
    return None


def _named(text: str, start: int, at: int) -> str:
    match = _WHICH.search(text, start, at)
    return match["np"] if match else ""


def _by_whom(text: str, start: int, at: int) -> str:
    match = _BY_WHOM.search(text, start, at)
    return phrase_of(match["np"], is_core=False) if match else ""


def _set_before(text: str, start: int, at: int) -> str:
    match = _BEFORE_COMMA.search(text, start, at)
    raw = last_phrase(_OBJECT.split(match["np"])[-1]) if match else ""
    return raw if raw and may_speak(raw) else ""
