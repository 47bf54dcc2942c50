"""A toll that states no time in, the days since its event out, to the telling."""

from typing import Final

from musterbook.claims.claim import ExtractedClaim
from musterbook.claims.counting.counted import Counted
from musterbook.claims.desk import Desk
from musterbook.claims.kinds.kind_names import CUMULATIVE
from musterbook.claims.patterns.led import Led
from musterbook.claims.times.days_of_story import FRESH, Days, Stretch
from musterbook.claims.times.event_days import begun_on
from musterbook.claims.times.event_names import names_of
from musterbook.claims.times.said_when import said_by_speaker, said_on


def as_of_saying(desk: Desk, number: int, claim: ExtractedClaim, kind: str) -> Days:
    """Give a claim's days; a count that was told on a day within them ends on that day."""
    first, last = claim.period_start, claim.period_end
    said = said_on(desk, number) if claim.kind == CUMULATIVE else None
    if said and first and last and first <= said < last:
        return first, said
    is_told_anew = claim.kind == kind == CUMULATIVE and desk.claim_before(number) is None
    return first, desk.told if is_told_anew else last  # in a paragraph of its own


_STRIFE: Final = names_of("war", "unrest")
_OF_IT = Led(rf"\b(?:it|the {_STRIFE}) (?:has|have)\b|\bin (?:the|that) {_STRIFE}\b")


_IN_ALL = Led(r"\b(?:in all|altogether|all told|in total|over the years)\b")
_WOULD = Led(r"\b(?:would|could|might) have\b")


def since_the_event(desk: Desk, number: int, counted: Counted) -> Days | None:
    """Give the days since an event, for those who have died of it up to now.

    An event of these weeks is what the report is about; an older one must be spoken of.
    """
    here, told = desk.sentences[number], desk.told
    first = begun_on(desk, number)
    if first is None or told is None or _WOULD.search(desk.folded, here.start, here.end):
        return None
    is_spoken_of = _OF_IT.search(desk.folded, here.start, here.end)
    if told - first > FRESH and not is_spoken_of:
        return None
    if desk.story == "attack" and _IN_ALL.search(desk.folded, here.start, here.end):
        return None  # more than this attack has killed
    said = said_by_speaker(desk, number, counted.start, counted.end)
    return first, said if said and first <= said < told else told


def day_begun(desk: Desk, number: int, days: Stretch | None) -> Stretch | None:
    """Give the day on which the event began whose victims are counted, where it is of these weeks.

    A day named nearby for something else is not that of the quake: on Monday teams searched on.
    """
    first = begun_on(desk, number)
    is_fresh = first is not None and desk.told is not None and desk.told - first <= FRESH
    if first is None or not is_fresh or (days and days[0] <= first):
        return days
    return first, first


def counted_on(desk: Desk, number: int) -> Days | None:
    """Give the days of the running count just before: in a week 9 have died. Others have fled."""
    if desk.claim_before(number) is None:
        return None
    near = desk.sentences[number if desk.times(number) else max(0, number - 1)].start
    for before in reversed(desk.claims):
        if before.start < near:
            return None
        if before.kind == CUMULATIVE and before.period_start and before.period_end == desk.told:
            return before.period_start, before.period_end
    return None


_ALSO = Led(r"\balso\s+(?:lists?|listed|counts?|counted|reports?|reported|speaks|records?)\b")


def listed_too(desk: Desk, number: int) -> Days | None:
    """Give the days of the count before for what its keeper lists beside it."""
    here = desk.sentences[number]
    is_listed = number > 0 and _ALSO.search(desk.folded, here.start, here.end) is not None
    return counted_on(desk, number) if is_listed else None
