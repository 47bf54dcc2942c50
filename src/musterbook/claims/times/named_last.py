"""A sentence in, the time that those before it named last out: a day, a month, a year."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from musterbook.claims.desk import Desk
from musterbook.claims.patterns.up_to import UpTo
from musterbook.claims.times.date_spans import neighbour
from musterbook.claims.times.dated import dates_speech
from musterbook.claims.times.days_of_story import Days, is_of_before
from musterbook.claims.times.time_expression import TimeExpression, is_short
from musterbook.claims.times.time_steps import is_year, tuple_of, whole
from musterbook.core.when import Period

_NAMED_BACK: Final = 6  # sentences before in which a time that is pointed at is named


def named_before(desk: Desk, number: int, *, unit: str = "") -> Days:
    """Give the time named last in the sentences before; a saying's day only for want of one.

    With a `unit` it must be a whole one: a month, a quarter.
    """
    said: Days = (None, None)
    for place in range(number - 1, max(-1, number - _NAMED_BACK), -1):
        speeches, start = desk.speakers.in_sentence(place), desk.sentences[place].start
        for time in reversed(desk.dated(place)):
            if time.sort == "same" or not time.last or (unit and not is_whole(time, unit)):
                continue
            first = time.first or _start_of_year(time)
            if first is None:
                continue
            if not is_short(time) or not dates_speech(desk.folded, time, speeches, sentence=start):
                return first, time.last
            said = said if said[0] else (first, time.last)
    return said


def _start_of_year(time: TimeExpression) -> date | None:
    """Give the first of January for what was counted `through 28 August`, a moment for itself."""
    if time.atom == "then":
        return time.last
    return time.last.replace(month=1, day=1) if time.last and time.sort == "until" else None


def is_whole(time: TimeExpression, unit: str) -> bool:
    """Say whether a time is one month, quarter or week."""
    if time.first is None or time.last is None:
        return False
    return neighbour(unit, time.first, 0) == Period(time.first, time.last)


def day_before(
    desk: Desk, number: int, *, back: int = _NAMED_BACK, is_saying: bool = True
) -> date | None:
    """Give the day named last before a sentence; that of a saying only for want of another.

    Unless `is_saying`, a saying's day will not do, nor one before the story or after the report.
    """
    said: date | None = None
    for place in range(number - 1, max(-1, number - 1 - back), -1):
        if not is_saying and is_of_before(desk, place):
            continue
        speeches, start = desk.speakers.in_sentence(place), desk.sentences[place].start
        for time in reversed(desk.dated(place)):
            day = (
                time.last if time.sort in ("closed", "until", "as of") and is_short(time) else None
            )
            if day is None or (time.first and time.first != day):
                continue
            is_ahead = desk.told is not None and day > desk.told  # the feast falls on Tuesday
            if not is_saying and (is_ahead or _HAD.search(desk.folded, start, time.start)):
                continue
            if not dates_speech(desk.folded, time, speeches, sentence=start):
                return day
            said = said or day
    return said if is_saying else None


# A crowd had cheered on Sunday: what was before the story.
_HAD = UpTo(r"\bhad (?:not |also |already )?[a-z]+(?:ed|en|ne|t) (?:[a-z]+ ){0,3}$")


def month_before(desk: Desk, number: int) -> Days:
    """Give the month of the time named last: of what was counted up to a day, of that day."""
    for place in range(number - 1, max(-1, number - 1 - _NAMED_BACK), -1):
        for time in reversed(desk.dated(place)):
            if time.sort in ("until", "till", "as of") and time.last:
                return tuple_of(neighbour("month", time.last, 0))
            if time.first and time.last:
                return whole(named_before(desk, number), "month")
    return None, None


def times_before(desk: Desk, number: int) -> Iterator[TimeExpression]:
    """Give the times of the sentences before, the nearest first."""
    for place in range(number - 1, max(-1, number - _NAMED_BACK), -1):
        yield from reversed(desk.dated(place))


def year_before(desk: Desk, number: int) -> Days:
    """Give the year that the report named last, the calendar's or a fiscal one."""
    for place in range(number - 1, -1, -1):
        for time in reversed(desk.times(place)):
            first, last = time.first, time.last
            if time.sort == "closed" and first and last and is_year(first, last):
                return first, last
    return None, None
