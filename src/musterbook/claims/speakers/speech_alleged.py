"""A sentence in, what it says that another asserts out: a rebel claim that 500 had deserted."""

from collections.abc import Iterator

from musterbook.claims.patterns.led import Led
from musterbook.claims.speakers.names import speaker_name
from musterbook.claims.speakers.speaker_subject import may_speak
from musterbook.claims.speakers.speech_inverted import FORWARD_END
from musterbook.claims.speakers.speech_said import Speech

_CLAIM = (
    r"(?:claims?|lies?|reports?|versions?|allegations?|assertions?|charges?|accusations?"
    r"|rumou?rs?|stor(?:y|ies))"
)
_CLAIMS = Led(rf"\b{_CLAIM}\b")  # looked for first: most sentences have none
_THAT = r"(?:that|to the effect that|according to which)"
# A claim by X that; the lie broadcast by X that; the rebels' claim that; a government report that.
_ALLEGED = Led(
    r"(?<!of )(?<!at )(?<!from )(?<!for )\b(?:a|an|the|any|this|earlier|as)\s"
    rf"(?:(?:\w+\s)?{_CLAIM}\s(?:(?:broadcast|put out|made|spread|published|issued|carried)\s)?"
    rf"(?:by|of|from)\s(?P<by>[^,.;:\"]{{3,60}}?),?\s{_THAT}\b"
    rf"|(?P<of>[\w-]+(?:\s[\w-]+)??)(?:['’]s?)?\s{_CLAIM}\s{_THAT}\b)"
)


def alleged(text: str, folded: str, start: int, end: int) -> Iterator[Speech]:
    """Read `denied a rebel claim that`: those who claim are quoted by whoever denies it."""
    if not _CLAIMS.may_begin(folded, start, end):
        return
    for match in _ALLEGED.finditer(folded, start, end):
        group = "by" if match["by"] else "of"
        raw = text[match.start(group) : match.end(group)]
        if group == "by" and (stop := FORWARD_END.search(raw, len("the "))):
            raw = raw[: stop.start()]
        if may_speak(raw):
            name = speaker_name(raw)
            yield Speech(match.start(), match.end(), name, raw, is_inner=True, is_alleged=True)
