"""A rate that states no time in, the days for which it is told out: now, or when it was said."""

import re
from typing import Final

from musterbook.claims.claim import ExtractedClaim
from musterbook.claims.counting.counted import Counted
from musterbook.claims.desk import Desk
from musterbook.claims.patterns.led import Led
from musterbook.claims.times.days_of_story import Days
from musterbook.claims.times.said_when import said_on

_CLAUSE: Final = 60  # characters around a number in which a word such as `now` is its own
_CLAIMS_BACK: Final = 2  # a goal may stand between a count and its rate
_NOW = Led(
    r"\b(?:now|currently|at present|at the moment|these days|nowadays"
    r"|(?:the|its|their) (?:present|current) (?:rate|pace))\b"
)
_APART = re.compile(r"[,;]|\b(?:and|but|while|that|which|who)\b")
# That works out at 30,000 a month; they are coming in at a rate of 3,000 a month.
_GOES_ON = Led(
    r"\b(?:works? out|that is|this is|averag\w*|amounts? to|or about|equals?"
    r"|(?:they|these) (?:are|have been) [a-z]+ing (?:[a-z]+ )?at (?:an? |the )?(?:rate|pace))\b"
)


def day_of_rate(desk: Desk, number: int, counted: Counted) -> tuple[Days, str]:
    """Give the day of a rate that holds now, or that somebody told on a day."""
    here = desk.sentences[number]
    if desk.told and _is_now(desk, here.start, here.end, counted):
        return (desk.told, desk.told), ";time:told"
    said = said_on(desk, number)
    return ((said, said), ";time:saying") if said else ((None, None), "")


def _is_now(desk: Desk, start: int, end: int, counted: Counted) -> bool:
    left, right = max(start, counted.start - _CLAUSE), min(end, counted.end + _CLAUSE)
    for now in _NOW.finditer(desk.folded, left, right):
        between = (min(now.end(), counted.end), max(now.start(), counted.start))
        if _APART.search(desk.folded, *between) is None:
            return True
    return False


def goes_on_from(desk: Desk, number: int) -> ExtractedClaim | None:
    """Give the running count whose rate a sentence gives: that is 30,000 a month."""
    sentence = desk.sentences[number]
    if desk.claim_before(number) is None:
        return None
    if _GOES_ON.search(desk.folded, sentence.start, sentence.end) is None:
        return None
    near = desk.claims[-_CLAIMS_BACK:]
    return next((each for each in reversed(near) if ";time:since" in each.rule), None)


_AGAINST = Led(r"\b(?:compared (?:with|to)|against|(?:down|up) from|instead of|rather than)\b")


def is_set_against_rate(desk: Desk, end: int, counted: Counted) -> bool:
    """Say whether a rate is only set against the one before: 600 a week, compared with 1,500."""
    return _AGAINST.search(desk.folded, end, counted.end) is not None
