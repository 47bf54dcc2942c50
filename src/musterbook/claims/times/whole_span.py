"""A time that an event is called by in, all of its month, season, year or years out."""

import re
from dataclasses import replace
from datetime import date
from typing import Final

from musterbook.claims.times.date_spans import back_from, neighbour
from musterbook.claims.times.time_expression import TimeExpression

_SEASON: Final = ("season", "this_season")
_TO_YEAR = re.compile(r"(?P<y>\d{4})\s?[-–/]\s?(?P<z>\d{2,4})")


def whole_of(folded: str, time: TimeExpression, edge: date) -> TimeExpression:
    """Give all of the month, season, year or years that an event is called by."""
    words = folded[time.start : time.end]
    unit = "year" if time.atom == "year" or words.endswith(" year") else "month"
    if words.endswith(" week"):
        unit = "week"
    days = neighbour(unit, edge, 0)
    last = days.end
    if time.atom in _SEASON:
        last = neighbour("month", back_from(edge, -2, "month"), 0).end
    years = _TO_YEAR.search(words) if time.atom == "years" else None
    if years:
        last = date(int(years["y"][: -len(years["z"])] + years["z"]), 12, 31)
    return replace(time, first=days.start, last=last, sort="closed")
