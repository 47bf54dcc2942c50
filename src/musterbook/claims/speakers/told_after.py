"""A sentence in, whose the figures before it are out: `This was announced by …`."""

import re
from typing import Final

from musterbook.claims.patterns.led import Led
from musterbook.claims.speakers.names import speaker_name
from musterbook.claims.speakers.speaker_phrase import PRONOUNS
from musterbook.claims.speakers.speaker_subject import may_speak, subject_of
from musterbook.claims.speakers.speech_inverted import FORWARD_END

AHEAD: Final = 2  # sentences after a number in which its source may still be named
_FIGURES = r"(?:figures?|numbers?|toll|count|totals?|estimates?|losses|casualties|news|information)"
_GIVEN = (
    r"(?:given|announced|reported|released|made (?:public|known)|provided|supplied|put out"
    r"|published|disclosed|confirmed|issued|compiled|broadcast|stated|revealed|admitted|claimed|acknowledged"
    r"|said|declared|established|conceded)"
)
_TOLD = re.compile(
    r"(?:[a-z]+: )?(?:"
    rf"(?:this|that|these|those|the|its|both|all this)(?: {_FIGURES})?"
    r" (?:was|were|is|are|ha(?:s|ve) been)"
    rf" (?:[a-z]+ ){{0,2}}?{_GIVEN}[^.,;]{{0,40}}? by "
    r"|(?:this|that|these|those|such) (?:is|was|are|were) (?:at least )?(?:the |an? )?(?:\w+ )?"
    rf"{_FIGURES} (?:of|given by|from|by|published by|put out by) "
    rf"|(?:this|that|these|those|the|both) {_FIGURES} (?:comes?|came|originates?|stems?) from "
    rf"|the (?:only )?source (?:of|for) (?:this|that|these|those|the|both|all) {_FIGURES}"
    r" (?:is|was|are) "
    r"|so,? (?:at least,? )?(?:said|says?|claims?|claimed|reports?|reported) "
    rf"|(?:the|these|those|both) {_FIGURES}"
    r" (?:is|are|was|were) (?:from|th(?:at|ose) of|the work of) )"
)
# That is what the ministry says; the ministry said so; the ministry gave the figures.
_SAYS_SO = Led(
    r"\b(?:said|says?|announced|confirmed|admitted|reported|claimed) so\b"
    r"(?! (?:far|many|few|much|long)\b)"
    r"|\b(?:gave|gives?|released|published|announced|provided|supplied|put out)"
    rf" (?:the|these|those|this|that|both) {_FIGURES}"
    r"(?=[.,;]|\s(?:on|in|at|to|yesterday|today|late|early|last|after|before|during)\b)"
)
_LABEL: Final = 20  # characters in which a transcript names whoever goes on: CORRESPONDENT:
_OPENINGS: Final = (
    "this ",
    "that ",
    "these ",
    "those ",
    "the ",
    "its ",
    "both ",
    "all ",
    "such ",
    "so ",
    "so,",
)
_WHAT_SAYS = re.compile(
    r"(?:that|this|such) (?:is|was) (?:at least )?(?:what|the figure(?: that| which)?) "
    r"(?P<who>[^,.;:\"“”]{2,80}?) (?:says?|said|claims?|claimed|gives?|gave|reports?|reported"
    r"|estimates?|found|counted)\b"
)


def teller_of(text: str, folded: str, start: int, end: int) -> str:
    """Name who gave the figures that stand before a sentence; empty where it tells nothing of it.

    >>> sentence = "Those are the figures of the government."
    >>> teller_of(sentence, sentence.lower(), 0, len(sentence))
    'government'
    """
    if so := _SAYS_SO.search(folded, start, end):
        raw = subject_of(text, start, so.start(), is_core=False)
        return speaker_name(raw) if raw and raw.lower() not in PRONOUNS else ""
    begin = folded.find(": ", start, start + _LABEL)
    if not folded.startswith(_OPENINGS, start if begin < 0 else begin + 2):
        return ""
    if what := _WHAT_SAYS.match(folded, start, end):
        raw = text[slice(*what.span("who"))]
        return speaker_name(raw) if may_speak(raw) else ""
    told = _TOLD.match(folded, start, end)
    if told is None:
        return ""
    stop = FORWARD_END.search(folded, told.end() + 1, end)
    raw = text[told.end() : stop.start() if stop else end].strip(" .")
    is_named = may_speak(raw) or folded.startswith("the ", told.end())
    return speaker_name(raw) if is_named else ""
