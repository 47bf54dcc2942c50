"""An hour without its day in, by midnight, when darkness fell, the day that it is of out."""

from musterbook.claims.desk import Desk
from musterbook.claims.times.days_of_story import Days, start_of_story, time_of_lead
from musterbook.claims.times.named_last import day_before
from musterbook.claims.times.time_expression import is_short


def day_of_hour(desk: Desk, number: int) -> Days:
    """Give the day that an hour is of: named in the sentence, or last before it, or the story's."""
    own = [each for each in desk.times(number) if each.sort == "closed" and is_short(each)]
    day = own[0].last if own else day_before(desk, number, is_saying=False)
    if day is None and desk.told:
        lead = time_of_lead(desk, number, desk.told)
        day = lead[1] if lead else start_of_story(desk, number, desk.told, same_day=True)
    day = day or day_before(desk, number)
    return day, day
