"""A sentence in, whose the figures before it are out: `This was announced by …`."""

import re
from typing import Final

from musterbook.claims.speakers.names import speaker_name
from musterbook.claims.speakers.speaker_subject import may_speak
from musterbook.claims.speakers.speech_inverted import FORWARD_END

AHEAD: Final = 2  # sentences after a number in which its source may still be named
_FIGURES = r"(?:figures?|numbers?|toll|count|totals?|estimates?|losses|casualties|news)"
_TOLD = re.compile(
    r"(?:[a-z]+: )?(?:"
    rf"(?:this|that|these|those|the|its|both)(?: {_FIGURES})? (?:was|were|is|are|ha(?:s|ve) been)"
    r" (?:[a-z]+ ){0,2}?(?:given|announced|reported|released|made (?:public|known)|provided"
    r"|supplied|put out|published|disclosed|confirmed|issued|compiled|broadcast)[^.,;]{0,40}? by "
    rf"|(?:these|those) (?:are|were) the (?:\w+ )?{_FIGURES} (?:of|given by|from) "
    rf"|(?:this|that|these|those|the) {_FIGURES} (?:comes?|came) from )"
)


def teller_of(text: str, folded: str, start: int, end: int) -> str:
    """Name who gave the figures that stand before a sentence; empty where it tells nothing of it.

    >>> sentence = "Those are the figures of the government."
    >>> teller_of(sentence, sentence.lower(), 0, len(sentence))
    'government'
    """
    told = _TOLD.match(folded, start, end)
    if told is None:
        return ""
    stop = FORWARD_END.search(folded, told.end() + 1, end)
    raw = text[told.end() : stop.start() if stop else end].strip(" .")
    is_named = may_speak(raw) or folded.startswith("the ", told.end())
    return speaker_name(raw) if is_named else ""
