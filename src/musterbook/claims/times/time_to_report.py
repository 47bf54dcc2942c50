"""A month, season or year that something came to pass in, its days as far as the report out."""

import re
from dataclasses import replace
from datetime import date

from musterbook.claims.desk import Desk
from musterbook.claims.times.chosen_time import ChosenTime
from musterbook.claims.times.date_spans import back_from
from musterbook.claims.times.time_expression import TimeExpression

# Those a month or a season brought: as far as it has gone where it is not over.
_RUN_ON = frozenset(
    "first_of month month_year month_of last_month month_months season this_season"
    " year half quarter whole_year".split()
)
_OF_THE_YEAR = frozenset({"half", "quarter", "first_of"})
_YEAR_NAMED = re.compile(r"\d{4}|\bthis year\b")


def _year_back(time: TimeExpression) -> TimeExpression:
    """Give the same part of the year before: what came in the last quarter, told in January."""
    first, last = (back_from(each, 1, "year") if each else None for each in (time.first, time.last))
    return replace(time, first=first, last=last)


def up_to_the_report(desk: Desk, chosen: ChosenTime, told: date) -> ChosenTime:
    """End a month, a season or a year that is not over with the report: 31 have died in July.

    A part of the year that is still to come is of the year before, where something came to pass.
    """
    time = chosen.expression
    if time.sort != "closed" or time.atom not in _RUN_ON or not (time.first and time.last):
        return chosen
    if time.first > told and time.atom in _OF_THE_YEAR:
        words = desk.folded[time.start : time.end]
        return chosen if _YEAR_NAMED.search(words) else replace(chosen, expression=_year_back(time))
    is_running = time.first <= told < time.last
    return replace(chosen, expression=replace(time, last=told)) if is_running else chosen
