"""A level that states no time in, the day on which it is told to have been so out."""

import re
from datetime import date, timedelta
from typing import Final

from musterbook.claims.counting.counted import Counted
from musterbook.claims.desk import Desk
from musterbook.claims.number_words import ORDINALS, day_of_ordinal
from musterbook.claims.patterns.led import Led
from musterbook.claims.patterns.up_to import UpTo
from musterbook.claims.times.days_of_story import (
    FRESH,
    Days,
    Stretch,
    day_in_paragraph,
    time_of_lead,
)
from musterbook.claims.times.event_days import begun_on
from musterbook.claims.times.event_spoken_of import days_spoken_of
from musterbook.claims.times.said_when import said_by_speaker, said_in_paragraph, said_within
from musterbook.claims.times.time_expression import is_short
from musterbook.claims.times.told_as_now import is_told_as_now
from musterbook.claims.times.told_just_before import told_nearby

_PAST = re.compile(
    r"\b(?:was|were|had|lived|numbered|served|worked|lay|stood|waited|hid|did|could|would|will"
    r"|plans?|planned|once|might|may|if|used to|in the coming (?:years|months|weeks))\b"
)  # so once, or not yet
_OF_OLD = re.compile(
    r"\b(?:before|once|originally|used to|earlier|previously|formerly|until|after)\b"
)  # so long before the day of the story


_CLAUSE = 48  # characters before a number that may say that it is yet to come
_TO_BE = re.compile(
    r"\b(?:would|will) (?:have to be|be (?:cut|reduced|raised|increased))\b"
    r"(?![^,.;]*\bfrom\b)[^,.;]*$"
)
# Had 10,000 at its height: nobody says when that was.
_HEIGHT: Final = (
    r"at (?:its|their|the) (?:very )?(?:height|peak|zenith|strongest)\b(?! (?:of|in|on)\b)"
)
_THEN_HIGHEST = Led(rf"\b{_HEIGHT}")
_HIGHEST_BEHIND = re.compile(rf"[^.;,]{{0,32}}?\s{_HEIGHT}")
_OPENS_HIGHEST = re.compile(rf"{_HEIGHT}[^.;]{{0,60}}$")


def told_at_its_height(desk: Desk, number: int, counted: Counted) -> bool:
    """Say whether a number is that of a height whose day nobody names."""
    here = desk.sentences[number]
    if not _THEN_HIGHEST.may_begin(desk.folded, here.start, here.end):
        return False
    is_behind = _HIGHEST_BEHIND.match(desk.folded, counted.end, here.end)
    return bool(is_behind or _OPENS_HIGHEST.match(desk.folded, here.start, counted.start))


_OF_THOSE = UpTo(
    r"(?:[.;:,][\"”]?\s+|\n\s*|\band )of (?:the |its |their |those )?$"
    r"|(?<!of )\bcarrying (?:(?:about|some|at least|more than) )*$"
)
_ABOARD = re.compile(r"\s+(?:\w+\s+)?(?:on duty|on (?:the|that|its) shift|aboard|on board)\b")

_STILL = re.compile(r"\s+(?:remain|remains|are|is)\b")  # on board still


def day_of_level(desk: Desk, number: int, counted: Counted) -> tuple[Days, str]:
    """Give the day of a level that names none: of its telling, or of what is told just before.

    `About 4,000 are in the camp` holds on the day it is said, and where no day is said, on the
    day the report is of. What was so holds on the day of the story, where that is near.
    """
    sentence = desk.sentences[number]
    near = max(sentence.start, counted.start - _CLAUSE)
    if _TO_BE.search(desk.folded, near, counted.start):
        return (None, None), ""
    if counted_from := _from_its_event(desk, number, counted):
        return counted_from, ";time:carried"
    if said := said_by_speaker(desk, number, counted.start, counted.end):
        return (said, said), ";time:saying"
    span, place = (sentence.start, sentence.end), (counted.start, counted.end)
    within = said_within(desk, number, counted.start, counted.end)
    if within and not is_told_as_now(desk.folded, span, place):
        return within, ";time:saying"
    if desk.told is None:
        return (None, None), ""
    words = desk.folded[sentence.start : sentence.end]
    is_so = counted.counted == "rescued" or _LEFT_SO.match(desk.folded, counted.end)
    stayed = _STAYED.match(desk.folded, counted.end, sentence.end)
    is_now = bool(is_so) or not (_PAST.search(words) or stayed)  # were safe when it was said
    is_now = is_now or is_told_as_now(desk.folded, span, place)
    if is_now and not counted.rule.endswith(":aboard"):
        return (desk.told, desk.told), ";time:told"
    if days := _as_it_was(desk, number, counted, words):
        return days, ";time:carried"
    is_told = bool(stayed) or _is_so_when_told(desk, number, counted, words)
    return ((desk.told, desk.told), ";time:told") if is_told else ((None, None), "")


# Spent a second night in the open.
_NTH_NIGHT = Led(
    r"\b(?:spent|spending|spend|spends|slept|for|face|faced|facing) (?:an?|the|its|their) "
    rf"(?P<n>{ORDINALS})(?: (?:straight|consecutive|cold|successive))? nights?\b"
)


def _nth_night(desk: Desk, number: int, counted: Counted) -> Days | None:
    """Give the night that is counted from the event: the second is that of the next day."""
    told, end = desk.told, desk.sentences[number].end
    found = _NTH_NIGHT.search(desk.folded, counted.end, min(end, counted.end + _CLAUSE))
    if found is None or told is None:
        return None
    lead = time_of_lead(desk, number, told)
    first = begun_on(desk, number) or (lead[0] if lead else None)
    if first is None or told - first > FRESH:
        return None
    night = first + timedelta(days=day_of_ordinal(found["n"]) - 1)
    return (night, min(told, night + timedelta(days=1))) if night <= told else None


def _from_its_event(desk: Desk, number: int, counted: Counted) -> Days | None:
    """Give the days that are known by an event: its nights, the day of those who were in it."""
    if night := _nth_night(desk, number, counted):
        return night
    begun = _day_of_whole(desk, number, counted)
    return (begun, begun) if begun else None


# Homeless after floods that began on 19 July: so when it was told all the same.
_AFTER_IT = re.compile(r"(?<=homeless )after\b|(?<=missing )after\b|(?<=hospital )after\b")


def _is_so_when_told(desk: Desk, number: int, counted: Counted, words: str) -> bool:
    """Say whether a past tense is only that of a report: said 13 were held; two were missing."""
    words = _AFTER_IT.sub("", _ASIDE.sub("", words))
    if _OF_OLD.search(words) or _FOR_SO_MANY.search(words):
        return False
    is_fate = counted.happening is not None and counted.happening.nature == "fate"
    return bool(desk.speakers.in_sentence(number)) or (is_fate and " had " not in words)


# At the mine, where nine died earlier this week, officials said 43 were still underground.
_ASIDE = re.compile(r"^[^,;]*, (?:where|which|who|when) [^,;]*, ")
# Spent the night in the park: past forms that cannot tell who is counted.
_STAYED = re.compile(
    r"\s+(?:slept|spent|sat|hid|ate|drank|swam|sang|wept|knelt|gathered|crowded|queued"
    r"|waited|camped|huddled|crammed|packed|prayed|watched|attended|listened|filled|lined|cheered)"
    r"\s(?!by\b)"
)
_WERE_SO = re.compile(rf"\s+(?:were|was)\s|{_STAYED.pattern}")
# Not so then, or not yet: a prison built for 120; would hold 300.
_FOR_SO_MANY = re.compile(
    r"\b(?:(?:was|were|is|are)\s+(?:built|designed|meant|intended)\s+(?:for|to)|capable of|once|if"
    r"|would|could|will|plans?|planned|never)\b"
)
_LEFT_SO = re.compile(r"\s+(?:(?:had|have) been|were)\s+left\s+(?:homeless|without)\b")


def _as_it_was(desk: Desk, number: int, counted: Counted, words: str) -> Days | None:
    """Give the day of the story for what is told in the past: there were 69 on board."""
    if _CARRIED.search(words) and (spoken_of := _day_of_voyage(desk, number)):
        return spoken_of
    is_there = _is_counted_there(counted) or _WAITING.match(desk.folded, counted.end)
    if desk.told is None or not is_there:
        return None
    named = day_in_paragraph(desk, number, desk.told)
    days = named[1] if named else _counted_up_to(desk, number)
    if days is None and _WERE_SO.match(desk.folded, counted.end):
        older = told_nearby(desk, number)
        if older:
            return older
    if days is None and not _OF_OLD.search(words):
        days = time_of_lead(desk, number, desk.told) or said_in_paragraph(desk, number)
    if days is None:
        return None
    is_weekend = days[1] - days[0] == timedelta(days=1)
    return (days[0] if is_weekend else days[1]), days[1]


def _counted_up_to(desk: Desk, number: int) -> Stretch | None:
    """Give the day up to which the sentence before tells: by Tuesday night the town was cut off."""
    if not number or desk.sentences[number - 1].paragraph != desk.sentences[number].paragraph:
        return None
    for time in reversed(desk.dated(number - 1)):
        if time.sort in ("until", "till", "as of") and time.last and is_short(time):
            is_over = desk.told is not None and time.last <= desk.told
            return (time.last, time.last) if is_over else None
    return None


# Were waiting to be moved: not moved yet.
_WAITING = re.compile(
    r"\s+(?:was|were) (?:[a-z]+ )?(?:waiting|hoping|trying|unable|queu(?:e)?ing|ready|yet)"
    r" (?:to|for)\b"
)

# The ferry was carrying 300; there were 69 on board.
_CARRIED = re.compile(r"\b(?:was|were|had been) (?:carrying|taking)\b|\b(?:aboard|on board)\b")


def _day_of_voyage(desk: Desk, number: int) -> Days | None:
    """Give the last day of the event that those aboard were in."""
    if spoken_of := days_spoken_of(desk, number):
        return spoken_of[1], spoken_of[1]
    named = day_in_paragraph(desk, number, desk.told) if desk.told else None
    return (named[1][1], named[1][1]) if named else None


def _day_of_whole(desk: Desk, number: int, counted: Counted) -> date | None:
    """Give the day of the event for those who were in it: of 15 firemen on duty eight are dead."""
    here = desk.sentences[number]
    before = _OF_THOSE.search(desk.folded, counted.start - _CLAUSE, counted.start)
    aboard = _ABOARD.match(desk.folded, counted.end, here.end)
    if not (before or aboard) or (aboard and _STILL.match(desk.folded, counted.end, aboard.end())):
        return None
    if aboard and not before and (voyage := _day_of_voyage(desk, number)):
        return voyage[1]
    first = begun_on(desk, number + 1)
    return first if first and desk.told and desk.told - first <= FRESH else None


def _is_counted_there(counted: Counted) -> bool:
    return counted.happening is None or counted.happening.nature == "state"
