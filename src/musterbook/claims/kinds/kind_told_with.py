"""A number told in one breath with the one before it in, whether it has the kind of that one out.

Treated 250 people with burns, as well as 88 women; 200 soldiers crossed, accompanied by 40 nurses;
fighting has killed 118; another 86 were injured; 154 were in one hall and 124 in the other.
"""

import re
from typing import Final

from musterbook.claims.claim import ExtractedClaim
from musterbook.claims.counting.counted import Finding
from musterbook.claims.counting.happenings import HARM, natures
from musterbook.claims.desk import Desk
from musterbook.claims.kinds.kind_names import CHANGE, CUMULATIVE, LEVEL
from musterbook.claims.patterns.led import Led

_AS_WELL_AS = re.compile(
    r"[^.;]{0,70}?,?\s(?:as well as|along with|together with|accompanied by|escorted by)\s+"
    r"(?:(?:about|some|another)\s+)*"
)


def is_told_with(
    desk: Desk, finding: Finding, before: ExtractedClaim, *, time_text: str | None
) -> bool:
    """Say whether of a number nothing else is told than of the one before it, nor another time."""
    counted, context = finding.counted, finding.context
    if before.kind not in (CHANGE, CUMULATIVE) or not context.is_same_sentence:
        return False
    if counted.happening is not None or time_text not in (None, before.time_text):
        return False
    return _AS_WELL_AS.fullmatch(desk.folded, context.left, finding.quantity.lead) is not None


# And 124 in the other building.
_IN_A_PLACE = re.compile(
    r"\s+(?:in|at|on|aboard|inside|under|near)\s+(?:(?!who\b|which\b|were\b|was\b|have\b|had\b|are\b|has\b)[\w'-]+\s*){1,5}[.,;]"
)


def is_in_place_beside(desk: Desk, finding: Finding, before: ExtractedClaim) -> bool:
    """Say whether only a place is told of a number after one of those who were in another."""
    if before.kind != LEVEL or not finding.context.is_same_sentence:
        return False
    if not desk.folded.endswith((" and ", ", "), 0, finding.quantity.lead):
        return False  # compared with 944 in the quarter before
    return _IN_A_PLACE.match(desk.folded, finding.counted.end) is not None


_OTHERS: Final = Led(r"\b(?:another|a further|others?|more)\b")


def adds_to_toll(desk: Desk, finding: Finding) -> bool:
    """Say whether those hurt are told right after a toll that runs, as more of the same."""
    happening = finding.counted.happening
    if happening is None or happening.nature != "loss" or not desk.claims:
        return False
    last, here = desk.claims[-1], desk.sentences[finding.number]
    if last.kind != CUMULATIVE or natures().get(last.counted) not in HARM:
        return False
    if last.counted == finding.counted.counted or finding.number == 0:
        return False
    is_next = desk.sentences[finding.number - 1].start <= last.start < here.start
    lead, end = finding.quantity.lead, finding.counted.end
    start = max(here.start, lead - len("a further "))
    return (
        is_next
        and lead - here.start <= _FIRST
        and _OTHERS.search(desk.folded, start, end) is not None
    )


_FIRST: Final = 16  # characters of a sentence before which its first number begins
