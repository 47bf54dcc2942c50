"""A number and the only time of its sentence in, whether that time is of other matter out."""

import re
from datetime import timedelta
from typing import Final

from musterbook.claims.counting.counted import Finding
from musterbook.claims.desk import Desk
from musterbook.claims.kinds.kind_names import CHANGE, LEVEL
from musterbook.claims.times.chosen_time import ChosenTime
from musterbook.claims.times.time_expression import TimeExpression
from musterbook.claims.times.told_as_now import is_told_as_now, is_told_up_to_now
from musterbook.claims.times.told_beside import (
    is_attached,
    is_of_those_taken,
    is_of_what_is_beside,
)

# Twelve of them were soldiers who had deserted in March: they died with the rest.
_THEY_WERE = re.compile(
    r"\bof (?:them|those) (?:were|are|was) (?:[\w'-]+ ){0,3}?"
    r"(?:[a-z-]+s|people|men|women|children) (?:who|that|captured|seized|detained|arrested|taken)\b"
    r"[^.;:]*$"
)
_AFTER = re.compile(r"\b(?:after|when)\b")
_STILL_AFTER = re.compile(r"\s+(?:still|now|live|sleep|remain|stay|wait|need|lack|are)\b")
# In a mine where nine died on Monday, 43 were believed to be still underground.
_STILL_SO = re.compile(r"[^.;,]{0,40}?\bstill\b")
_WAS_DOING = re.compile(r"[^.;,]{0,24}?\s(?:was|were) [a-z]+ing\b")
_JUST_NOW: Final = timedelta(days=7)  # what was so lately may be what the number is of
_DEED = re.compile(
    r"\b(?:opened fire|fired|shot|stormed|shelled|bombed|attacked|raided|ambushed|fought|clashed"
    r"|exploded|blew up|struck|massacred?|crashed|sank|collapsed)\b"
)
_PARTED = re.compile(r",|;|\b(?:and|but|while|whereas|who|which|where|when|after|before|since)\b")


_NEXT_CLAUSE = re.compile(r";|\b(?:and|but|while|whereas)\b")


def is_of_next_clause(desk: Desk, finding: Finding, chosen: ChosenTime) -> bool:
    """Say whether a day is of another clause than a perfect: 52 died on 7 May and 300 have fled."""
    time, folded = chosen.expression, desk.folded
    if time.sort != "closed" or chosen.of_saying or not (time.last and desk.told):
        return False
    lead, end = finding.quantity.lead, finding.counted.end
    left, right = min(end, time.end), max(lead, time.start)
    if time.last >= desk.told or _NEXT_CLAUSE.search(folded, left, right) is None:
        return False
    context = finding.context
    return is_told_up_to_now(folded, (context.left, context.end), (lead, end))


def is_of_other_matter(desk: Desk, finding: Finding, chosen: ChosenTime, kind: str) -> bool:
    """Say whether a time chosen for want of another is not that of the number.

    A camp set up in 1994 holds 300: now. After a ferry sank on Friday 30 are missing: now. In a
    town that fell in 1987 a blast killed 12: not in 1987.
    """
    time, folded, context = chosen.expression, desk.folded, finding.context
    is_of_theirs = _THEY_WERE.search(folded, finding.quantity.lead, time.start) is not None
    if is_of_theirs or (kind == LEVEL and _is_of_another_event(folded, finding, time)):
        return True
    if chosen.of_saying or kind not in (LEVEL, CHANGE) or time.sort not in ("closed", "since"):
        return False
    span = (context.start, finding.quantity.lead, finding.counted.end)
    if kind == CHANGE:
        if not (time.last and desk.told and desk.told - time.last > _JUST_NOW):
            return False
        if is_attached(folded, time, span[2]):
            return True
        return is_of_what_is_beside(folded, time, span) and not _tells_of_harm(folded, time)
    left = max(context.left, time.end) if time.end <= span[1] else context.left
    if not is_told_as_now(folded, (left, context.end), (span[1], span[2])):
        is_still = _STILL_SO.match(folded, span[2], context.end) is not None
        return is_still and time.end < span[1] and is_of_what_is_beside(folded, time, span)
    if is_of_what_is_beside(folded, time, span):
        return True
    is_over = time.sort == "closed" and time.last and desk.told and time.last < desk.told
    left, right = min(span[2], time.end), max(span[1], time.start)
    is_parted = _PARTED.search(folded, left, right) is not None
    # Hold 12 nurses kidnapped in December.
    return bool(is_over) and (is_parted or is_of_those_taken(folded, time, span[2]))


def _tells_of_harm(folded: str, time: TimeExpression) -> bool:
    """Say whether what is told beside tells of the deed: where soldiers opened fire in July."""
    comma = max(0, folded.rfind(",", 0, time.start))
    return _DEED.search(folded, comma, time.start) is not None


def _is_of_another_event(folded: str, finding: Finding, time: TimeExpression) -> bool:
    """Say whether a level's time dates what led to it: missing after the ferry sank on Friday."""
    counted = finding.counted
    if time.start > counted.end and _STILL_AFTER.match(folded, time.end):
        return " who " in folded[counted.end : time.start]  # who came in March still wait
    if time.sort == "since" and " and that " in folded[time.end : counted.start]:
        return True  # that 900 have come since May, and that 400 remain
    if time.atom == "spent":
        return True  # grown to 6,000 in twelve months: it is so now
    between = _AFTER.search(folded, counted.end, max(counted.end, time.start))
    if between and _WAS_DOING.match(folded, counted.end, between.start()):
        return False  # was preparing to leave when it was surprised at dawn: then
    is_fate = counted.happening is not None and counted.happening.nature == "fate"
    return between is not None and (between[0] == "after" or is_fate)
