"""A running count that names no time of its own in, the day on which it was given out out.

On Monday the minister had put the dead at 44; a day earlier the number was given as 30.
"""

from dataclasses import replace

from musterbook.claims.counting.counted import Counted
from musterbook.claims.desk import Desk
from musterbook.claims.times.chosen_time import ChosenTime
from musterbook.claims.times.dated import dates_speech
from musterbook.claims.times.days_of_count import speaks_of_a_count, tells_a_count
from musterbook.claims.times.days_of_story import Days
from musterbook.claims.times.event_days import begun_on
from musterbook.claims.times.time_expression import is_short
from musterbook.claims.times.time_steps import shifted


def given_on(desk: Desk, number: int, counted: Counted) -> ChosenTime | None:
    """Give the day on which a sentence says that a count was given out as it then stood."""
    times = desk.times(number)
    if not times or not speaks_of_a_count(desk, number, counted):
        return None
    speeches, start = desk.speakers.in_sentence(number), desk.sentences[number].start
    for time in times:
        is_day = time.sort == "closed" and is_short(time) and time.first == time.last
        if not is_day or not dates_speech(desk.folded, time, speeches, sentence=start):
            continue
        if tells_a_count(desk, number, counted, time):
            return ChosenTime(time, of_saying=True)
    return None


def stood_then(
    desk: Desk, number: int, counted: Counted, chosen: ChosenTime, *, days: Days
) -> ChosenTime | None:
    """Give the day before another on which a count stood so, as a time of its own.

    Nothing is counted before there is something to count: a day earlier is one before the report.
    """
    step, begun = chosen.expression.atom, begun_on(desk, number)
    is_back = chosen.expression.sort == "shifted" and step[0].isalnum()
    if is_back and desk.told and begun and days[1] and days[1] < begun <= desk.told:
        days = shifted(step, (desk.told, desk.told), desk.told)
    first, last = days
    if last is None or first != last:
        return None
    day = replace(chosen.expression, first=last, last=last, sort="closed", atom="day")
    return ChosenTime(day, of_saying=True) if tells_a_count(desk, number, counted, day) else None
