"""A sentence that numbers the days of what goes on in, the day on which that began out.

The siege entered its fifth day on Thursday; shelled for a third day running; now in its fifth day.
"""

import re
from datetime import date
from typing import Final

from musterbook.claims.desk import Desk
from musterbook.claims.number_words import ORDINALS, WORDS, count_of, day_of_ordinal
from musterbook.claims.patterns.led import Led
from musterbook.claims.times.date_spans import back_from, days_on
from musterbook.claims.times.event_names import names_of
from musterbook.claims.times.time_expression import is_short
from musterbook.core.noun import noun

_NTH: Final = rf"(?P<n>{ORDINALS}|\d+(?:st|nd|rd|th))"
_ITS: Final = "(?:its|their|the|an?)"
_RUN: Final = "straight|consecutive|successive"
_STRIFE: Final = names_of("unrest", "attack", "war", "disaster", "course")
# The day that is numbered is the one of which is told, in this order of forms.
_NUMBERED: Final = (
    Led(rf"\bfor (?:the|a|an) {_NTH} (?:(?:{_RUN}) )?(?P<u>day|night)\b(?! of the (?:week|month))"),
    Led(rf"\b(?:entered|enters|entering|into) {_ITS} {_NTH} (?P<u>day|night|week|month|year)\b"),
    Led(rf"\b(?:now|is|are|was|were) in (?:its|their|the) {_NTH} (?P<u>day)\b"),
)
_AGE: Final = Led(
    rf"\b(?P<n>\d+|{WORDS})-(?P<u>day|week|month|year)-old (?=(?:[a-z]+ ){{0,2}}?{_STRIFE}\b)"
)
_MANY: Final = 7  # days, beyond which a count may be out by one
_DAY_REACH: Final = 64  # characters behind such words in which the day they are of is named


@noun
class Numbered:
    """Where the words stand that number a day, and the first day they count from."""

    start: int
    end: int
    first: date


def numbered(desk: Desk, place: int) -> Numbered | None:
    """Give the day from which a sentence counts the days of what goes on, if it does."""
    sentence, told = desk.sentences[place], desk.told
    if told is None:
        return None
    span = (sentence.start, sentence.end)
    for form in _NUMBERED:
        found = form.search(desk.folded, *span)
        if found is None:
            continue
        digits = re.sub(r"\D", "", found["n"])
        number = int(digits) if digits else day_of_ordinal(found["n"])
        unit = "day" if found["u"] == "night" else found["u"]
        day = _day_of(desk, place, found.end()) or told
        first = back_from(day, number - 1, unit)
        if number > _MANY:
            first = _named_beside(desk, place, first) or first
        return Numbered(found.start(), found.end(), first)
    if aged := _AGE.search(desk.folded, *span):
        return Numbered(aged.start(), aged.end(), back_from(told, count_of(aged["n"]), aged["u"]))
    return None


def _named_beside(desk: Desk, place: int, first: date) -> date | None:
    """Give the day before, where the report named it: not all count the day of the beginning."""
    before = days_on(first, -1)
    for at in range(place):
        for each in desk.times(at):
            if each.sort in ("closed", "since") and each.first == before and is_short(each):
                return before
    return None


def _day_of(desk: Desk, place: int, end: int) -> date | None:
    """Give the day that is numbered: entered its fifth day on Thursday."""
    days = [
        each
        for each in desk.times(place)
        if each.sort == "closed" and each.first and each.first == each.last
    ]
    near = [each for each in days if end - _DAY_REACH <= each.start <= end + _DAY_REACH]
    if not near:
        return None
    return min(near, key=lambda each: abs(each.start - end)).first
