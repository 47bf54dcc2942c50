"""A count up to an hour in, the days since what it counts began out: 430 were held by noon."""

from dataclasses import replace

from musterbook.claims.counting.counted import Counted
from musterbook.claims.desk import Desk
from musterbook.claims.kinds.kind_names import CHANGE, CUMULATIVE
from musterbook.claims.times.beginnings import start_told_before
from musterbook.claims.times.chosen_time import ChosenTime
from musterbook.claims.times.days_of_story import Days
from musterbook.claims.times.nature_of import nature_of


def days_by_an_hour(
    desk: Desk, number: int, counted: Counted, chosen: ChosenTime, *, days: Days
) -> Days:
    """Begin a count up to an hour as one up to that hour's day: 430 had been held by noon."""
    time, (first, last) = chosen.expression, days
    if last is None or not desk.folded.startswith("by ", time.start):
        return days
    before = next(
        (e for e in reversed(desk.claims) if e.start < desk.sentences[number].start), None
    )
    is_then = before is not None and before.kind == CHANGE
    if before and is_then and (before.period_start, before.period_end) == (last, last):
        return days  # 94 died on Thursday; 65 bodies had been brought in by evening
    by_then = replace(chosen, expression=replace(time, last=last, sort="until"))
    nature = nature_of(counted)
    is_toll = counted.kind == CUMULATIVE
    begun = start_told_before(
        desk, number, by_then, kind=CUMULATIVE, last=last, is_toll=is_toll, nature=nature
    )
    return begun or first, last
