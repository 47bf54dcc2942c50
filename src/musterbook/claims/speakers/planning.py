"""A place in a sentence in, who is said to plan what stands there out: the agency hopes to feed."""

import re
from typing import Final

from musterbook.claims.patterns.led import Led
from musterbook.claims.speakers.names import speaker_name
from musterbook.claims.speakers.speaker_subject import subject_of
from musterbook.claims.speakers.speech_said import Speech

# What a body means to do it says itself.
_PLANS = Led(
    r"\b(?:plans?|intends?|hopes?|aims?|expects?|proposes?"
    r"|(?:has|have) (?:offered|volunteered|pledged|promised)"
    r"|(?:is|are|was|were) (?:prepared|ready|willing|determined)) to\b"
)
# A plan to, the force's plan to: the noun; several plan.
_NO_PLANNER = re.compile(r"(?:\b(?:an?|the|any|no|its|their|his|her)|['’]s?)\s\Z")
_SEVERAL = re.compile(r"(?:(?<!['’s])s|\bpeople|\bwe|\bthey|\bpolice)\s\Z")
_HAS: Final = frozenset("has have had is are was were".split())
_ONE: Final = ("plan ", "hope ", "aim ", "intend ", "expect ", "propose ")
_WE = re.compile(r"\b(?P<who>we|i)\s\Z")


def planner_before(text: str, folded: str, sentence: int, start: int) -> Speech | None:
    """Read the last plan before a place as a saying of whoever plans; none if unsure."""
    found = None
    for found in _PLANS.finditer(folded, sentence, start):  # noqa: B007
        pass
    if not found or _NO_PLANNER.search(folded, sentence, found.start()):
        return None
    is_bare = found[0].startswith(_ONE)
    if is_bare and not _SEVERAL.search(folded, sentence, found.start()):
        return None
    near = _WE.search(folded, sentence, found.start())
    raw = subject_of(text, sentence, found.start(), is_core=False)
    raw = near["who"] if near else raw
    if not _HAS.isdisjoint(raw.split()):
        return None  # UNHCR has three staff there and plans to
    return Speech(sentence, found.end(), speaker_name(raw), raw) if raw else None
