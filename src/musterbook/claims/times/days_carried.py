"""A claim that states no time in, the day that the report around it gives it out.

What happened is carried on from the day named before; for a level see `days_of_level.py`.
"""

import re
from datetime import date, timedelta

from musterbook.claims.counting.counted import Counted
from musterbook.claims.counting.happenings import natures
from musterbook.claims.desk import Desk
from musterbook.claims.kinds.kind_names import CHANGE, CUMULATIVE
from musterbook.claims.patterns.led import Led
from musterbook.claims.times.beginnings import since_what_goes_on
from musterbook.claims.times.claim_dated import dated_before, is_of_what_led_to_it
from musterbook.claims.times.days_of_story import (
    FRESH,
    SENTENCES_BACK,
    Days,
    day_in_paragraph,
    is_of_before,
    time_of_event,
    time_of_lead,
)
from musterbook.claims.times.days_of_toll import (
    as_of_saying,
    counted_on,
    day_begun,
    listed_too,
    since_the_event,
)
from musterbook.claims.times.event_names import names_of
from musterbook.claims.times.event_spoken_of import days_spoken_of
from musterbook.claims.times.numbered_days import numbered
from musterbook.claims.times.said_when import said_by_speaker
from musterbook.claims.times.told_beside import is_of_deed_blamed
from musterbook.claims.times.told_just_before import (
    PAST_TENSE,
    of_clause_before,
    of_sentence_before,
    stretch_before,
    told_nearby,
)

_EVENTS = frozenset({"loss", "move", "fate"})  # told as of one day; a gain is of a longer time
_A_DAY = timedelta(days=1)
_CLAUSE = 60  # characters around a number that tell whether it is of one event
# In the civil war; but not of what happens in the war zone.
_LONG = (
    r"(?:(?:during|in) the (?:civil |world |long |whole |entire )?(?:war|conflict|years|insurgency"
    r"|occupation|century|decade)(?! (?:zone|area|office|room|on|cabinet|effort))"
    r"|during the (?:\w+ )?crisis|under the (?:old|former|previous) (?:regime|government|rule))"
)
_ALL_LONG = re.compile(rf"\b{_LONG}\b")
_IN_ALL_OR_LONG = re.compile(rf"\b(?:in all|altogether|so far|over the years|a total of|{_LONG})\b")
_OF_ALL_TIME = re.compile(
    r"(?<!may )(?<!might )(?<!could )\b(?:has|have) (?:\w+ )?"
    r"(?:been|died|fled|left|returned|arrived|lost|killed|come|gone|crossed|reached|cost|claimed"
    r"|taken|wounded|injured|hurt|displaced|driven|forced|uprooted|made|cut down|detained|arrested"
    r"|rounded up|seized|captured|freed|registered|rescued|buried|found|recovered|treated)\b"
    rf"|{_IN_ALL_OR_LONG.pattern}"
)
_IN_ALL = re.compile(r"\b(?:in all|altogether|so far|over the years|a total of|since)\b")


def carried_days(desk: Desk, number: int, counted: Counted, kind: str) -> Days | None:
    """Give the day of a fresh event that a report names once and then takes as known.

    Only what happens to people at one time is so told, and only where that day is near the
    report's own: an older event told beside it keeps its time alone. The nearest wins, of a claim
    of the same nature before and a day named in the same paragraph; else it is the lead's.
    """
    nature = counted.happening.nature if counted.happening else natures().get(counted.counted, "")
    if is_of_deed_blamed(desk.folded, desk.sentences[number].start, counted.start):
        return _of_deed_blamed(desk, number)
    if named := _named_for_it(desk, number, counted, kind):
        return named
    if desk.told and kind == CHANGE and counted.counted == "present":
        return _told_on(desk, number, kind) or _day_around(desk, number, desk.told)
    if _is_of_long_time(desk, number, counted, kind):
        return _up_to_now(desk, number, counted, nature) if kind == CUMULATIVE else None
    if nature == "state" or desk.told is None:
        return None
    listed = listed_too(desk, number) if nature in _EVENTS else None
    if went_on := listed or _told_on(desk, number, kind):
        return went_on
    if nature not in _EVENTS:
        before = of_sentence_before(desk, number, kind)
        return before or _of_the_story(desk, number, counted, kind=kind, told=desk.told)
    return _of_fresh_event(desk, number, counted, kind=kind, nature=nature, told=desk.told)


def _of_deed_blamed(desk: Desk, number: int) -> Days | None:
    """Give the days of a deed for which others are held: told before, or just after.

    Detained four over the killing of 12. The villagers were shot on Thursday.
    """
    here, told = desk.sentences[number], desk.told
    own = [each.first for each in desk.times(number) if each.sort == "closed" and each.first]
    before = dated_before(desk, number, "loss", CHANGE)
    if before and before.start < here.start:
        return before.period_start, before.period_end
    for place in range(number + 1, min(number + 3, len(desk.sentences))) if told else ():
        found = time_of_event(desk, place, told) if told else None
        if found and (not own or found[1][1] < own[0]):
            return found[1]
    return None


def _named_for_it(desk: Desk, number: int, counted: Counted, kind: str) -> Days | None:
    """Give the days of the clause before, of the event spoken of again, of what is told on."""
    if kind != CHANGE:
        return days_spoken_of(desk, number, is_that=True) if kind == CUMULATIVE else None
    named = of_clause_before(desk, number, counted.start) or days_spoken_of(desk, number)
    # A disaster's losses and helpers are told of beside days of searching; and what somebody said
    # on another day is not of the day before it.
    is_apart = desk.story == "disaster" or desk.times(number)
    here = desk.sentences[number]
    if named or is_apart or _ALL_LONG.search(desk.folded, here.start, here.end):
        return named
    return told_nearby(desk, number)


def _up_to_now(desk: Desk, number: int, counted: Counted, nature: str) -> Days | None:
    """Give the days of a count up to now: from its event on, or as the one just before."""
    if nature not in _EVENTS:
        return since_what_goes_on(desk, number)
    since = since_the_event(desk, number, counted) or counted_on(desk, number)
    return since or since_what_goes_on(desk, number)


def _of_fresh_event(
    desk: Desk, number: int, counted: Counted, *, kind: str, nature: str, told: date
) -> Days | None:
    """Give the days of the event: of a claim before, of a day named nearby, of the opening."""
    claim = dated_before(desk, number, nature, kind)
    named = day_in_paragraph(desk, number, told)
    if claim and (named is None or claim.start > named[0]):
        if not claim.period_end or not timedelta() <= told - claim.period_end <= FRESH:
            return None
        first, last = as_of_saying(desk, number, claim, kind)
        if kind == CHANGE and claim.kind == CUMULATIVE and last == told:
            # The escort killed four: in the attack, not up to now.
            return (first, first) if first and told - first <= FRESH else None
        return first, last
    days = named[1] if named else stretch_before(desk, number, kind)
    days = days or time_of_lead(desk, number, told)
    is_flight = counted.counted in ("fled", "displaced")
    if kind == CUMULATIVE and (days is None or nature == "loss" or is_flight):
        days = day_begun(desk, number, days)
    if days is None:
        return _in_recent_weeks(desk, number)
    is_long = days[1] - days[0] > _A_DAY or (nature == "loss" and tells_of_a_fight(desk))
    is_over = kind == CUMULATIVE and told - days[1] > _A_DAY and is_long
    here = desk.sentences[number]
    is_over = is_over and not (
        _GROWS.search(desk.folded, here.start, here.end) or numbered(desk, number)
    )
    if kind != CUMULATIVE or is_over:
        return days
    said = said_by_speaker(desk, number, counted.start, counted.end)
    is_before = said and days[0] <= said < told
    return days[0], said if is_before else told  # officials put it so on Tuesday


_GROWS = Led(
    r"\b(?:toll|count|numbers? (?:of (?:the |those |people |persons )?)?"
    r"(?:dead|deaths|killed|victims|drowned|casualties|fatalities))\b[^.;,]{0,60}?"
    r"\b(?:(?:has|had|have) (?:now )?(?:risen|climbed|grown|reached|passed|gone up|increased"
    r"|mounted)"
    r"|now stands|rose|climbed|mounted|keeps (?:rising|climbing))\b"
)
# What may go on to kill for days.
_DISASTER = Led(rf"\b{names_of('disaster', 'accident')}\b")


def tells_of_a_fight(desk: Desk) -> bool:
    """Say whether a report tells of an attack and of no disaster at all."""
    return desk.story == "attack" and _DISASTER.search(desk.folded) is None


def _of_the_story(
    desk: Desk, number: int, counted: Counted, *, kind: str, told: date
) -> Days | None:
    """Give the day of the story for what somebody did about it: police sent in 100 officers."""
    done = counted.happening.name if counted.happening else ""
    if kind != CHANGE or done in _LONG_WORK:
        return None
    here = desk.sentences[number]
    end = min(here.end, counted.end + _CLAUSE)
    if _NOT_YET.search(desk.folded, here.start, end):
        return None
    did = PAST_TENSE.search(desk.folded, max(here.start, counted.start - _CLAUSE), end)
    return _day_around(desk, number, told) if did else None


_LONG_WORK = frozenset({"recruited", "registered", "trained"})  # no work of one day
_NOT_YET = re.compile(r"\b(?:has|have|will|would|could|may|might|should|agreed|promised|offered)\b")


def _day_around(desk: Desk, number: int, told: date) -> Days | None:
    """Give the day that the paragraph or the opening of the report names for what it tells."""
    named = day_in_paragraph(desk, number, told)
    return named[1] if named else time_of_lead(desk, number, told)


def _told_on(desk: Desk, number: int, kind: str) -> Days | None:
    """Give the days of the claim just before, where its sentence goes on or the next does."""
    before = desk.claim_before(number)
    if before is None or before.kind != kind or not before.period_end:
        return None
    if before.start < desk.sentences[number].start and is_of_what_led_to_it(desk, before):
        return None
    is_told_now = before.period_start is None and before.rule.endswith((";time:told", ";time:list"))
    if kind == CUMULATIVE and is_told_now:
        return None  # nobody said since when
    here = desk.sentences[number]
    if before.start >= here.start:
        return before.period_start, before.period_end
    is_next = number > 0 and before.start >= desk.sentences[number - 1].start
    is_next = is_next and not is_of_before(desk, number - 1)
    is_told_on = (
        is_next and not desk.times(number) and PAST_TENSE.search(desk.folded, here.start, here.end)
    )
    return (before.period_start, before.period_end) if is_told_on else None


def _in_recent_weeks(desk: Desk, number: int) -> Days | None:
    """Give a beginning left open and the report's day where a sentence before tells of both."""
    for place in range(number - 1, max(-1, number - 1 - SENTENCES_BACK), -1):
        for time in reversed(desk.times(place)):
            if time.atom == "past" and time.first is None and time.last == desk.told:
                return None, time.last
    return None


def _is_of_long_time(desk: Desk, number: int, counted: Counted, kind: str) -> bool:
    """Say whether a clause speaks of more than one event: in all, 300 have died.

    A perfect that tells of one deed does not: the men have returned to their native soil.
    """
    if desk.is_lead(number) and not _IN_ALL.search(
        desk.folded, desk.sentences[number].start, desk.sentences[number].end
    ):
        return False  # an explosion has killed 20 people: the latest news
    start = max(desk.sentences[number].start, counted.start - _CLAUSE)
    end = min(desk.sentences[number].end, counted.end + _CLAUSE // 2)
    long = _IN_ALL_OR_LONG if kind == CHANGE else _OF_ALL_TIME
    return bool(long.search(desk.folded, start, end))
