"""A level with a time of its own in, its one day out where the time itself is not that day."""

import re
from datetime import date

from musterbook.claims.counting.counted import Counted
from musterbook.claims.desk import Desk
from musterbook.claims.times.chosen_time import ChosenTime
from musterbook.claims.times.date_spans import back_from
from musterbook.claims.times.days_of_story import Days

# Are missing in the floods that have swept the east since 19 July: now.
_GOING_ON = re.compile(r"[^.;]*\b(?:in|by|after|from)\b[^.;,]*\b(?:that|which) (?:has|have)\b.*")


def level_dated(
    desk: Desk, counted: Counted, chosen: ChosenTime, days: Days, *, told: date | None
) -> Days:
    """Give the day of a level told beside what has gone on since a day, or set against a year ago.

    The days are those of its time as worded, and stand where it is neither.
    """
    time = chosen.expression
    is_since = time.sort == "since"
    if is_since and _GOING_ON.fullmatch(desk.folded, counted.end, time.start):
        return told, told
    words = desk.folded[time.start : time.end]
    if desk.told and time.atom == "ago" and words.endswith(("a year ago", "one year ago")):
        day = back_from(desk.told, 1, "year")
        return day, day
    return days
