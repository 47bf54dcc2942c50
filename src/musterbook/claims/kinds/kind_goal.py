"""A number that a year is to come to in, whether that year still runs out: an annual goal.

What a year that is not over is meant to bring is a total still filling up; a goal of last month, or
of a year that is over, is of that time as what came of it is. What somebody only hopes or expects
to do this year is one change to come.
"""

import re
from typing import Final

from musterbook.claims.counting.counted import Finding
from musterbook.claims.counting.happenings import natures
from musterbook.claims.desk import Desk
from musterbook.claims.patterns.led import Led
from musterbook.claims.times.chosen_time import ChosenTime

_WANTED: Final = Led(
    r"\b(?:(?:goal|target|objective|ceiling|quota|need|aim(?! to)|budget)(?:s|ed|ing)?"
    r"|trying|tries|planned for|planners|set out|on (?:track|course)|seeks?|seeking)\b"
)
# The 185,000 refugees the agency had planned for; the 74,500 it needs.
_WANTED_BEHIND = re.compile(
    r"\s+(?:(?:that|which)\s+)?(?:the\s+)?(?:[\w-]+\s+){1,2}?(?:has\s+|had\s+"
    r"|have\s+)?(?:planned\s+for|needs?|wants?"
    r"|hoped?\s+for|aims?\s+for|budgeted\s+for|expected|wanted|needed)\b"
)
_OF_THE_YEAR: Final = Led(
    r"\b(?:annual|yearly)\s+(?:recruiting\s+|enlistment\s+)?(?:goal|target|objective|quota"
    r"|ceiling)\b"
)
_BROUGHT_IN: Final = frozenset({"gain", "move"})
_A_YEAR: Final = 300  # days; shorter goals are of a month or a season
_WORDS: Final = 100  # characters before a number in which who wants it is named


def is_goal_of_running_year(desk: Desk, finding: Finding, chosen: ChosenTime | None) -> bool:
    """Say whether a number is what a year that is not over is to bring in: its annual goal."""
    counted, context = finding.counted, finding.context
    if desk.folded.endswith(" by ", 0, finding.quantity.lead):
        return False  # could miss its target by 10,000
    if natures().get(counted.counted) not in _BROUGHT_IN:
        return False
    end = max(counted.end, finding.quantity.tail)
    left = max(context.start, counted.start - _WORDS)
    if chosen is None:
        return _OF_THE_YEAR.search(desk.folded, left, end) is not None
    first, last, told = chosen.expression.first, chosen.expression.last, desk.told
    if first is None or last is None or told is None or not first < told < last:
        return False
    is_year = (last - first).days >= _A_YEAR
    is_wanted = _WANTED_BEHIND.match(desk.folded, end, context.end)
    return is_year and bool(is_wanted or _WANTED.search(desk.folded, left, end))
