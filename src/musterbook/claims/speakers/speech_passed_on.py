"""A sentence in, whose word in it somebody else passes on, and who blames, out."""

import re
from collections.abc import Iterator
from typing import Final

from musterbook.claims.patterns.led import Led
from musterbook.claims.speakers.names import speaker_name
from musterbook.claims.speakers.speaker_phrase import last_phrase
from musterbook.claims.speakers.speaker_subject import may_speak, subject_of
from musterbook.claims.speakers.speech_said import Speech

# An account of a defector, according to whom; a statement by the army, in which.
WHOM = Led(
    r"\b(?:according to whom|by whose (?:account|count)|in which"
    r"|whose (?:count|figure|estimate)[^,;:.]{0,30})\b"
)
_BY_WHOM = re.compile(r"\b(?:by|of|from|with|to) (?P<np>[^,;:.]{2,60}), \Z")
_FAR: Final = 70  # characters before that in which whoever is meant stands
# Had heard from a driver that; word came from the capital that.
HEARD = Led(
    r"\b(?:(?:hear[ds]?|learned|learnt|learns?|gathered"
    r"|(?:was|were|been|is) (?:told|informed|learned|learnt))"
    r"|(?:word|news|reports?|confirmation) (?:has |have |had |also )?"
    r"(?:came|come|comes|reached \w+))"
    r"(?: [a-z]+day)? (?:from|by) (?P<np>[^,;:.]{2,60}?) that\b"
)
IN_NAME = Led(r"\bin the name of (?P<np>[^,;:.]{2,60}?) (?:says|said|claims|claimed|speaks|puts)\b")


def passed_on(text: str, folded: str, start: int, end: int) -> Iterator[Speech]:
    """Read `the account of X, according to whom`, `had heard from X that`."""
    for pattern in (HEARD, IN_NAME):
        for match in pattern.finditer(folded, start, end):
            yield from _speech(text, *match.span("np"), end=match.end())
    for match in WHOM.finditer(folded, start, end):
        if named := _BY_WHOM.search(folded, max(start, match.start() - _FAR), match.start()):
            cut = _LAST_OF.match(named["np"])
            at = named.start("np") + (cut.end() if cut else 0)
            yield from _speech(text, at, named.end("np"), end=match.end())


def _speech(text: str, at: int, stop: int, *, end: int) -> Iterator[Speech]:
    raw = text[at:stop]
    who = last_phrase(raw) if may_speak(raw) else ""
    if who and may_speak(who):
        yield Speech(at, end, speaker_name(who), who, is_inner=True)


_LAST_OF = re.compile(r".*\b(?:by|from|with)\s")
# Held the army responsible for; suspects the militia of having; was accused by X of.
BLAMED = Led(
    r"\b(?:(?:holds?|held)\s[^,.;:]{3,40}?\s(?:responsible|accountable|to blame) for"
    r"|(?:suspects?|suspected)\s[^,.;:]{3,40}?\sof\s(?:having\s)?\w+ing"
    r"|(?:accused|suspected|charged)\sby\s(?P<by>[^,.;:]{2,60}?)\s(?:of|with))\b"
)


_FIGURE = r"(?:toll|count|number|figure|estimate|total|tally)"
# Raised the toll to 40, set its number at 40; stuck to the figure of 40.
SETS = Led(
    r"\b(?:(?:raise[sd]?|lower(?:s|ed)?|revise[sd]?|update[sd]?|increase[sd]?|reduce[sd]?|cuts?"
    r"|corrects?|corrected|adjust(?:s|ed)?|sets?|fix(?:es|ed)) (?:upwards? |downwards? |up |down )?"
    rf"(?:the|its|their|his|her|that|this) (?:\w+ ){{0,2}}?{_FIGURE}\b"
    r"(?=[^.;:]{0,60} (?:to|at) )"
    r"|(?:repeat(?:s|ed)?|st(?:icks|uck) to|st(?:ands|ood) by|offer(?:s|ed)?|defend(?:s|ed)?"
    rf"|use[sd]?|gives?|gave) (?:an?|the|its|that|this) (?:\w+ ){{0,2}}?{_FIGURE} of)\b"
)


def blamed(text: str, folded: str, start: int, end: int) -> Iterator[Speech]:
    """Read `held the army responsible for`, `were accused by X of`, `raised the toll to`."""
    for match in SETS.finditer(folded, start, end):
        raw = subject_of(text, start, match.start(), is_core=False)
        if raw and may_speak(raw):
            yield Speech(match.start(), match.end(), speaker_name(raw), raw)
    for match in BLAMED.finditer(folded, start, end):
        by = text[slice(*match.span("by"))] if match["by"] else ""
        raw = by or subject_of(text, start, match.start(), is_core=False)
        if raw and may_speak(raw):
            yield Speech(match.start(), match.end(), speaker_name(raw), raw)
