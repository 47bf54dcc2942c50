"""Words for a feast in, its day out: of fixed date, counted from Easter, or a certain weekday."""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from types import MappingProxyType
from typing import Final

from musterbook.claims.times import date_spans as spans
from musterbook.core.when import Period

_FIXED: Final[Mapping[str, tuple[int, int]]] = MappingProxyType(
    {
        "christmas eve": (12, 24),
        "christmas day": (12, 25),
        "christmas": (12, 25),
        "boxing day": (12, 26),
        "new year's eve": (12, 31),
        "new year's day": (1, 1),
        "new year's": (1, 1),
        "new year": (1, 1),
        "may day": (5, 1),
        "all saints' day": (11, 1),
        "halloween": (10, 31),
    }
)
# Days after Easter Sunday.
_FROM_EASTER: Final[Mapping[str, int]] = MappingProxyType(
    {
        "palm sunday": -7,
        "maundy thursday": -3,
        "good friday": -2,
        "easter saturday": -1,
        "easter sunday": 0,
        "easter": 0,
        "easter monday": 1,
        "whit sunday": 49,
        "pentecost": 49,
        "whit monday": 50,
    }
)
# In what Tehran broadcasts the year begins with spring.
_NOWRUZ: Final = {"new year": (3, 21), "new year's eve": (3, 20), "new year's day": (3, 21)}
_IRANIAN: Final = re.compile(r"\btehran (?:radio|domestic|home|television)\b|\bin persian\b")
_FOURTH_THURSDAY: Final = 22  # the earliest day of November that Thanksgiving can fall on
_NAMES: Final = sorted((*_FIXED, *_FROM_EASTER, "thanksgiving day", "thanksgiving"), key=len)
# The Easter quake is of a year of its own.
_ASKS: Final = "".join(
    f"(?<={word} )|"
    for word in (
        "at",
        "since",
        "by",
        "before",
        "until",
        "over",
        "around",
        "about",
        "near",
        "last",
        "this",
    )
)
FEASTS: Final = "|".join(
    rf"(?:{_ASKS[:-1]})easter" if name == "easter" else re.escape(name) for name in reversed(_NAMES)
)


def feast(name: str, year: int) -> date:
    """Give the day of a feast in a year; Easter is that of the western churches."""
    if name in _FIXED:
        return date(year, *_FIXED[name])
    if name in _FROM_EASTER:
        return easter(year) + timedelta(days=_FROM_EASTER[name])
    first = date(year, 11, _FOURTH_THURSDAY)
    return first + timedelta(days=(3 - first.weekday()) % spans.DAYS_IN_WEEK)


def easter(year: int) -> date:
    """Give Easter Sunday by the Gregorian calendar (the anonymous rule of Nature, 1876)."""
    golden, century, part = year % 19, *divmod(year, 100)
    leap, rest = divmod(century, 4)
    shift = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - leap - shift + 15) % 30
    quarter, odd = divmod(part, 4)
    weekday = (32 + 2 * rest + 2 * quarter - moon - odd) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


_MOVES: Final = re.compile(rf"\b({'|'.join(sorted(_FROM_EASTER, key=len, reverse=True))})$")


def feast_after(words: str, told: date) -> date | None:
    """Give the next such feast, of one whose day is another every year: by Easter."""
    found = _MOVES.search(words)
    if found is None:
        return None
    this = feast(found[1], told.year)
    return this if this >= told else feast(found[1], told.year + 1)


def read_feast(m: re.Match[str], published: date | None) -> Period | None:
    """Read Christmas 1988, Good Friday: of the year named, else the last one before the report."""
    if m["y"]:
        one = feast(m["f"], int(m["y"]))
        return Period(one, one)
    if published is None:
        return None
    one = feast(m["f"], published.year)
    if m["f"] in _NOWRUZ and _IRANIAN.search(m.string):
        day = _NOWRUZ[m["f"]]
        one = date(published.year - (published < date(published.year, *day)), *day)
    one = one if one <= published else feast(m["f"], published.year - 1)
    return Period(one, one)
