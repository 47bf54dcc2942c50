"""A number's time and another of its clause in, the days of both as one time out."""

import re

from musterbook.claims.desk import Desk
from musterbook.claims.times.chosen_time import ChosenTime
from musterbook.claims.times.days_of_story import Days


def up_to_its_day(desk: Desk, number: int, chosen: ChosenTime, days: Days) -> Days:
    """Read `this year` and `by 10 May` of one clause as one time, from January to May."""
    time, times = chosen.expression, desk.times(number)
    if len(times) != _A_PAIR or days[1] is None:
        return days
    other = times[0] if times[1].start == time.start else times[1]
    year, end = (time, other) if time.atom == "calendar" else (other, time)
    is_pair = year.atom == "calendar" and end.sort in ("until", "as of") and year.sort == "closed"
    near = desk.folded[min(time.end, other.end) : max(time.start, other.start)]
    if not (is_pair and year.first and end.last) or _APART.search(near):
        return days
    is_within = year.first <= end.last and (days[0] is None or days[0] == year.first)
    return (year.first, end.last) if is_within else days


_A_PAIR = 2
_APART = re.compile(r"[;:]|\b(?:and|but|while|compared|from|than|which|who)\b")
