"""The claims before a number in, the last one of its nature that has a day of its own out."""

import re
from datetime import timedelta
from typing import Final

from musterbook.claims.claim import ExtractedClaim
from musterbook.claims.counting.happenings import HARM, natures
from musterbook.claims.desk import Desk
from musterbook.claims.kinds.kind_names import CUMULATIVE
from musterbook.claims.times.days_of_story import day_in_paragraph

_CLAIMS_BACK = 12  # claims and characters before a sentence in which its event may be dated
_CHARACTERS_BACK = 900
_KIN = dict.fromkeys(HARM, HARM)  # killed and taken in one fight
_ONE_FIGHT = timedelta(days=7)


def dated_before(desk: Desk, number: int, nature: str, kind: str) -> ExtractedClaim | None:
    """Give the nearest claim before of the same nature that has a day of its own."""
    start = desk.sentences[number].start
    for earlier in reversed(desk.claims[-_CLAIMS_BACK:]):
        if start - earlier.start > _CHARACTERS_BACK:
            return None
        if (
            natures().get(earlier.counted) in _KIN.get(nature, (nature,))
            and earlier.period_end
            and (_is_dated(earlier) or _is_running_on(earlier, kind))
            and not _OF_BODIES.search(desk.folded, earlier.start, earlier.end)
            and not is_of_what_led_to_it(desk, earlier)
            and (natures().get(earlier.counted) == nature or is_as_short(earlier, _ONE_FIGHT))
        ):
            return earlier
    return None


# Killed 10 on Sunday in an attack launched after two were shot dead on Saturday.
_AFTER_THEM = re.compile(r"[.;!?]\s|\b(?P<after>after|following)\s[^.;,]*$")
_SENTENCE: Final = 260  # characters before a claim that hold the rest of its sentence


def is_of_what_led_to_it(desk: Desk, claim: ExtractedClaim) -> bool:
    """Say whether a claim is of what was before the deed that its sentence dates otherwise."""
    begin = max(0, claim.start - _SENTENCE)
    for found in _AFTER_THEM.finditer(desk.folded, begin, claim.start):
        if not found["after"]:
            begin = found.end()
    after = _AFTER_THEM.search(desk.folded, begin, claim.end)
    if after is None or not after["after"]:
        return False
    return any(
        begin <= each.start < after.start()
        and each.period_end
        and claim.period_end
        and each.period_end > claim.period_end
        for each in desk.claims
    )


_OF_BODIES = re.compile(r"\b(?:bodies|remains|corpses) of\b")  # found or handed over since


def is_as_short(claim: ExtractedClaim, length: timedelta) -> bool:
    """Say whether a claim's time is short enough for one fight: those killed and those taken."""
    first, last = claim.period_start, claim.period_end
    return first is not None and last is not None and last - first <= length


def _is_running_on(claim: ExtractedClaim, kind: str) -> bool:
    """Say whether a toll told before runs from a known day on: 22 killed since Friday."""
    is_toll = kind == CUMULATIVE == claim.kind
    return is_toll and claim.period_start is not None and ";time:since" in claim.rule


def _is_dated(claim: ExtractedClaim) -> bool:
    return any(mark in claim.rule for mark in (";time:closed", ";time:carried"))


def is_of_other_day(desk: Desk, number: int, claim: ExtractedClaim) -> bool:
    """Say whether the words since a claim name another day for what they tell."""
    named = day_in_paragraph(desk, number, desk.told) if desk.told else None
    if named is None or named[0] < claim.start:
        return False
    return named[1] != (claim.period_start, claim.period_end)
