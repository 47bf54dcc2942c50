"""A time as a text words it: where it stands, its days, and how it is meant."""

from datetime import date
from typing import Final

from musterbook.core.noun import noun

HOUR: Final = "hour"  # the atom of an hour whose day is not said: by noon, when darkness fell
UP_TO_HOUR: Final = ("by ", "as of ")  # before an hour up to which something had come about
THUS_FAR: Final = "thus far"  # the atom of a length up to now: six weeks into the war
CAME_AFTER: Final = "%"  # what the atom begins with of what came so long after something
ONLY_SO: Final = "~"  # before the name of what is no event by its name: the clearance

YEARLY: Final = frozenset({"month_day", "day_month", "month"})  # forms that may name no year


@noun
class TimeExpression:
    """A time as worded at `start` to `end`: `first` or `last` None where open or not known.

    `sort` is closed (in May), since, until (by, before), till (by or until a time to come), as of,
    now (to date), same (at that time: needs what was named before), since then and shifted (the
    year before: so do they), or event. `atom` is the form the time itself has.
    """

    start: int
    end: int
    first: date | None
    last: date | None
    sort: str
    atom: str


POINTING: Final = ("same", "shifted")  # sorts whose days another time tells
POINTED: Final = "pointed"  # the atom of such a time where its days are known
DAYS: Final = frozenset({"iso", "month_day", "day_month", "nth", "weekday", "today", "yesterday"})
_POINTS: Final = DAYS | {"edge", POINTED}


def is_short(expression: TimeExpression) -> bool:
    """Say whether an expression names one day, as the dateline of a speech does."""
    return expression.atom in _POINTS
