"""A wording that points at a time told before in, the days it points at out.

At that time; the year before; two days later; in the first week of the fighting.
"""

import re
from datetime import date, timedelta
from typing import Final

from musterbook.claims.desk import Desk
from musterbook.claims.kinds.kind_names import CUMULATIVE, LEVEL
from musterbook.claims.number_words import count_of, day_of_ordinal
from musterbook.claims.times.began_when import IS_OVER_NEXT, beginning_before, end_before
from musterbook.claims.times.date_spans import back_from, days_on, neighbour
from musterbook.claims.times.day_of_hour import day_of_hour
from musterbook.claims.times.days_of_story import (
    Days,
    start_of_event,
    start_of_story,
    time_of_lead,
)
from musterbook.claims.times.event_days import begun_on
from musterbook.claims.times.event_spoken_of import days_spoken_of
from musterbook.claims.times.named_last import (
    day_before,
    is_whole,
    month_before,
    named_before,
    times_before,
    year_before,
)
from musterbook.claims.times.stretch_named import is_stretch, stretch_alike
from musterbook.claims.times.time_expression import (
    CAME_AFTER,
    HOUR,
    ONLY_SO,
    UP_TO_HOUR,
    TimeExpression,
    is_short,
)
from musterbook.claims.times.time_in_year import OF_YEAR, part_of_year
from musterbook.claims.times.time_steps import shifted, tuple_of, whole
from musterbook.claims.times.time_windows import length_of
from musterbook.core.when import Period

_BEGINNINGS_BACK = 8  # sentences before in which the beginning of an event is looked for
_WITHIN_BACK = 3  # the same for `within a week`
_SINCE_ITS = re.compile(r"\bsince (?:the|its|their|a) [^,.;]*$")
_SINCE_REACH = 48  # characters that hold `since the agency's last update`
_NOUN_REACH = 40  # characters that hold an event's name before its date


# By nightfall of the day that was told of; but by noon today's toll had risen.
_EVENINGS = ("evening", "nightfall", "dusk", "midnight")


def pointed_at(desk: Desk, number: int, time: TimeExpression, *, kind: str) -> Days:
    """Give the time that `by noon`, `that day` or `the day before` points at."""
    found = _from_antecedent(desk, number, time)
    near = max(desk.sentences[number].start, time.start - _SINCE_REACH)
    if time.sort == "shifted" and _SINCE_ITS.search(desk.folded, near, time.start):
        return found[0], desk.told  # since its last update four days earlier
    words = desk.folded[time.start : time.end]
    if words.startswith("by the time") and kind != LEVEL:
        return None, found[1]
    if words.startswith("when ") and kind == CUMULATIVE:
        return None, found[1]  # when the fighting ended 700 had surrendered
    is_over = words.endswith(_EVENINGS) and found[1] is not None and found[1] != desk.told
    if words.startswith(UP_TO_HOUR) and kind == CUMULATIVE and desk.told and not is_over:
        # By noon of the day of the report so many had been counted since the event.
        begun = start_of_story(desk, number, desk.told)
        found = (begun, desk.told) if begun else found
    if words.startswith("as of ") and kind == LEVEL and desk.told:
        return desk.told, desk.told  # as of noon there were 44
    if found[1] is None and time.atom == HOUR:  # of the day of the report, as far as is known
        return None if kind == CUMULATIVE else desk.told, desk.told
    if words.endswith(" the day") and words != "on the day" and not _is_one_day(found):
        return desk.told, desk.told  # in the course of the day: of the report's own
    if found[1] is None and time.sort == "same" and desk.told:
        return time_of_lead(desk, number, desk.told) or (None, None)  # of the day of the story
    return found


def _is_one_day(days: Days) -> bool:
    return days[0] is not None and days[0] == days[1]


def days_pointed_at(desk: Desk, number: int, time: TimeExpression) -> Days:
    """Give the days that a time points at, whatever is counted."""
    return _from_antecedent(desk, number, time)


def _claim_before(desk: Desk, number: int) -> Days:
    """Give the days of the last claim that stands no later than a sentence."""
    end = desk.sentences[number].end
    for claim in reversed(desk.claims):
        if claim.start < end:
            return claim.period_start, claim.period_end
    return None, None


def _one_before(desk: Desk, number: int) -> tuple[Days, str]:
    """Give the time of the claim before and the unit that it is: a quarter, a month."""
    first, last = _claim_before(desk, number)
    if first is None or last is None:
        return (None, None), ""
    units = ("month", "quarter", "year", "week")
    unit = next((u for u in units if neighbour(u, first, 0) == Period(first, last)), "")
    return ((first, last), unit) if unit else ((None, None), "")


def _when(desk: Desk, number: int, time: TimeExpression) -> Days:
    """Give the day that the report named for an event, or all time up to it: before the storm."""
    step, _, named = time.atom[1:].rpartition(":")
    is_before, noun = named.startswith("<"), named.lstrip("<").rstrip("s")
    if not noun:
        return None, _then(desk, number, time)
    if IS_OVER_NEXT.match(desk.folded, time.end):
        place = time.start
        day = end_before(desk, number, place, back=_BEGINNINGS_BACK, named=noun.lstrip(ONLY_SO))
        spoken_of = None if day else days_spoken_of(desk, number)
        day = spoken_of[1] if spoken_of else day
    else:
        day = _day_of(desk, number, time, noun)
    if day and step:
        count, unit = step[1:].rsplit(" ", 1)
        day = back_from(day, -count_of(count) if step[0] == "+" else count_of(count), unit)
    return (None if is_before else day), day


def _then(desk: Desk, number: int, time: TimeExpression) -> date | None:
    """Give the end of what was told `until then`, the beginning of what was told `before that`."""
    is_end = not desk.folded.startswith(("before", "prior"), time.start)
    for each in reversed(desk.times(number)):
        if each.end <= time.start and each.first:
            return each.last if is_end and each.sort == "closed" else each.first
    if begun := _claim_before(desk, number)[0]:
        return begun
    return named_before(desk, number)[1 if is_end else 0]


# Told of by one another's names.
_PACTS: Final = ("agreement", "accord", "treaty", "pact")


def _day_of(desk: Desk, number: int, time: TimeExpression, noun: str) -> date | None:
    is_only_so, noun = noun.startswith(ONLY_SO), noun.removeprefix(ONLY_SO)
    names = _PACTS if noun in _PACTS else (noun,)
    for place in range(number, -1, -1):
        for each in reversed(desk.times(place)):
            near = max(0, each.start - _NOUN_REACH)
            around = desk.folded[near : each.end + len(noun) + 1]
            is_named = any(name in around for name in names)
            if each.first and each is not time and is_named and each.sort in ("closed", "since"):
                return each.first
    if is_only_so:
        return None
    begun = begun_on(desk, number, noun, named=True)
    if begun := begun or begun_on(desk, number, like=noun, named=True):
        return begun
    return None if noun == "emergency" else start_of_event(desk, number)


def _before_it_came(desk: Desk, number: int, time: TimeExpression) -> Days:
    """Give the day so long before the one told of; of months and years the month."""
    own = [each for each in desk.times(number) if each.end <= time.start and is_short(each)]
    day = own[-1].last if own else day_before(desk, number) or desk.told
    if day is None:
        return None, None
    count, unit = time.atom.removeprefix(CAME_AFTER).rsplit(" ", 1)
    first = back_from(day, count_of(count), unit)
    return tuple_of(neighbour("month", first, 0)) if unit in ("month", "year") else (first, first)


def _from_antecedent(desk: Desk, number: int, time: TimeExpression) -> Days:
    """Give the time a wording points back to: at that time; the year before."""
    if time.sort == "same":
        return _the_same(desk, number, time)
    if time.atom.startswith((">", "<", "=", CAME_AFTER)):
        is_before = time.atom.startswith(CAME_AFTER)
        return (_before_it_came if is_before else _from_the_start)(desk, number, time)
    same, _, atom = time.atom.rpartition(":")
    own = [each for each in desk.times(number) if each.start < time.start and each.last]
    if same:
        own = [each for each in own if is_whole(each, same)]
    anchor = (own[-1].first, own[-1].last) if own else named_before(desk, number, unit=same)
    if not own and atom.endswith("day") and (day := day_before(desk, number)):
        anchor = (day, day)
    if atom == "one":
        anchor, atom = _one_before(desk, number)
    if anchor[0] is None and time.atom.startswith("+"):
        anchor = _claim_before(desk, number)
    if anchor[0] is None or anchor[1] is None:
        return None, None
    if time.atom.startswith(OF_YEAR):
        part = part_of_year(time.atom, (anchor[0], anchor[1]))
        return tuple_of(part) if part else (None, None)
    if anchor[0] == anchor[1] and desk.folded[time.start : time.end] in _YEAR_BEFORE:
        return tuple_of(neighbour("year", anchor[0], -1))
    return shifted(atom, (anchor[0], anchor[1]), desk.told)


_THAT = re.compile(r"(?:[a-z]+ )?(?:that|the)(?: same)? (?:day|night|week|month|year)$")


def _the_same(desk: Desk, number: int, time: TimeExpression) -> Days:
    """Give the time named last: at that time, that month; by noon of a day that is named."""
    if time.atom.startswith("@"):
        return _when(desk, number, time)
    words = desk.folded[time.start : time.end]
    own = [each for each in desk.times(number) if each.end <= time.start and each.last]
    if is_stretch(words):
        before = (*reversed(own), *times_before(desk, number))
        return stretch_alike(words, before) or named_before(desk, number)
    if time.atom == HOUR:
        is_own = own and words.startswith("by ")
        return (own[-1].first, own[-1].last) if is_own else day_of_hour(desk, number)
    if own and own[-1].sort == "closed" and _THAT.match(words):
        return whole((own[-1].first, own[-1].last), words.rpartition(" ")[2])
    if words.endswith("the year"):
        return year_before(desk, number)
    if words.endswith(" month"):
        return month_before(desk, number)
    is_of_day = words.endswith(_OF_A_DAY) and not words.endswith(_LAST_DAY)
    if is_of_day and (day := day_before(desk, number)):
        return day, day
    first, last = named_before(desk, number)
    first = last if words.endswith(_LAST_DAY) else first
    return whole((first, last), words.rpartition(" ")[2])


_LAST_DAY = (" last day", " final day")
_OF_A_DAY = (" day", " night", " evening", " morning", " afternoon", " date")


def _from_the_start(desk: Desk, number: int, time: TimeExpression) -> Days:
    """Give the first days of what began on a day told before: in the first week of the fighting."""
    count, unit = time.atom[1:].rsplit(" ", 1)
    is_first = not time.atom.startswith("=")
    words = desk.folded[time.start : time.end].rpartition(" of ")[2] if is_first else ""
    back = _BEGINNINGS_BACK if is_first else _WITHIN_BACK
    begun = beginning_before(desk, number, time.start, back=back, named=words)
    if time.atom.startswith(">"):
        return _nth(begun or start_of_event(desk, number), day_of_ordinal(count) - 1, unit)
    length = length_of(count, unit)
    if begun is None and is_first:
        begun = start_of_event(desk, number)
    if begun is None and is_first:
        own = [each for each in desk.times(number) if each.sort == "closed" and each.first]
        return (own[0].first, own[0].last) if own else (None, None)
    if begun is None:
        return (
            (None, None)
            if is_first or not desk.told
            else (days_on(desk.told, -length.days), desk.told)
        )
    is_inside = is_first and " of" not in desk.folded[time.end - len(" of the") : time.end]
    inside = timedelta(days=1) if length and is_inside else timedelta()
    return begun, days_on(begun, (length - inside).days)


def _nth(begun: date | None, before: int, unit: str) -> Days:
    """Give the third day or week of what began on a day, where so many went before."""
    if begun is None:
        return None, None
    first, after = (back_from(begun, -count, unit) for count in (before, before + 1))
    return first, days_on(after, -1)


_YEAR_BEFORE = frozenset({"the year before", "the previous year", "the preceding year"})
