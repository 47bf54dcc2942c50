"""Counted people and what tells who they are in, the times of their sentence that are not of that.

Ten marines seized in January were freed with them: not in January.
"""

import re
from datetime import timedelta
from typing import Final

from musterbook.claims.counting.counted import Counted, Finding
from musterbook.claims.counting.happenings import natures
from musterbook.claims.counting.own_verb import end_of_people
from musterbook.claims.desk import Desk
from musterbook.claims.times.claim_dated import is_as_short
from musterbook.claims.times.dated import dates_speech
from musterbook.claims.times.time_expression import TimeExpression

_NEARBY: Final = 500  # characters before people in which a deed is told that goes on with them
_ONE_DEED: Final = timedelta(days=3)
# 30,000 of them were Georgians who had gone back in May, after the war of 1993.
_WERE_SUCH: Final = re.compile(r"\s+(?:were|are|was) (?:[\w'-]+ ){1,4}?(?:who|that|which) ")
_OPENS: Final = 4  # characters before a time that opens its sentence
_BEING: Final = re.compile(r"\s*(?:were|are|remained?)\s")
# Will be tried if they do not come back; have not been seen since.
_OTHERWISE: Final = re.compile(r"\s*(?:will|would|have|has|may|might|can|could|are|is)\b")


def times_of_deed(desk: Desk, finding: Finding, told: Counted) -> tuple[TimeExpression, ...]:
    """Leave out times of what tells which people are counted, where their own verb has another.

    `told` is the count up to that verb. The other may be named just before: told on of a deed.
    """
    counted, times = finding.counted, desk.times(finding.number)
    if counted.rule.startswith("people:part-of") and times:
        who = _WERE_SUCH.match(desk.folded, counted.end, finding.context.end)
        times = tuple(each for each in times if not (who and each.start >= who.end()))
    is_harm = told.happening is not None and told.happening.nature == "loss"
    if told.end == counted.end or is_harm or not times:
        return times
    others = tuple(each for each in times if not counted.end <= each.start < told.end)
    if len(others) == len(times):
        return times
    is_named = end_of_people(desk.folded, told) != told.end
    is_dated = is_named and any(_is_of_verb(desk, finding, each, told) for each in others)
    is_theirs = not (is_dated or _is_held_then(desk, told) or _is_told_on(desk, finding, told))
    return times if is_theirs else others


def _is_of_verb(desk: Desk, finding: Finding, time: TimeExpression, told: Counted) -> bool:
    """Say whether a time stands behind the people's own verb, or before them as the deed's."""
    if time.start >= told.end:
        return True
    number, start = finding.number, finding.context.start
    if time.sort != "closed" or time.start - start > _OPENS:
        return False
    speeches = desk.speakers.in_sentence(number)
    return not dates_speech(desk.folded, time, speeches, sentence=start)


def _is_held_then(desk: Desk, told: Counted) -> bool:
    """Say whether people are where they are: those who had left in May were held at the pier."""
    is_state = told.happening is not None and told.happening.nature in ("state", "fate")
    return is_state and _BEING.match(desk.folded, told.end) is not None


def _is_told_on(desk: Desk, finding: Finding, told: Counted) -> bool:
    """Say whether people are counted to whom the same was done as to those counted just before."""
    deed = told.happening
    if deed is None or _OTHERWISE.match(desk.folded, told.end):
        return False
    for earlier in reversed(desk.claims):
        if told.start - earlier.start > _NEARBY:
            return False
        if natures().get(earlier.counted) == deed.nature and earlier.period_end:
            is_here = earlier.start >= desk.sentences[finding.number].start
            return not is_here and is_as_short(earlier, _ONE_DEED)
    return False
