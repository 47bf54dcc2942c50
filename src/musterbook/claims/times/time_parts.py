"""Words for a part of a month, a decade, a stretch with an end in, periods out."""

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from types import MappingProxyType
from typing import Final

from musterbook.claims.number_words import count_of
from musterbook.claims.times import date_spans as spans
from musterbook.claims.times.time_feasts import read_feast
from musterbook.core.when import Period

Match = re.Match[str]
Reader = Callable[[Match, date | None], Period | None]

_ORDINALS: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_SUNDAY: Final = 6  # as Python counts weekdays
_HALF: Final = 15  # the day with which the first half of a month ends
_IN_DECADE: Final = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}  # its years, as usually meant
_DECADES: Final = {"fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80, "nineties": 90}
_LAST_MONTH_OF_YEAR: Final = 12


def _month(name: str, year: str | None, published: date | None) -> Period | None:
    number = spans.month_number(name)
    if year:
        return spans.months(int(year), number, number)
    return spans.latest(number, None, published) if published else None


def _month_part(m: Match, published: date | None) -> Period | None:
    """Read the first week of May, the second half of May."""
    if m["which"]:
        offset = -1 if m["which"] == "last" else 0
        whole = spans.neighbour("month", published, offset) if published else None
    else:
        whole = _month(m["m"], m["y"], published)
    if whole is None:
        return None
    if m["u"] in ("half", "fortnight"):
        first = (1, _HALF) if m["n"] == "first" else (_HALF + 1, whole.end.day)
    elif m["n"] == "last":
        first = (whole.end.day - spans.DAYS_IN_WEEK + 1, whole.end.day)
    else:
        last = _ORDINALS[m["n"]] * spans.DAYS_IN_WEEK
        first = (last - spans.DAYS_IN_WEEK + 1, last)
    return Period(whole.start.replace(day=first[0]), whole.start.replace(day=first[1]))


def _decade(m: Match, published: date | None) -> Period | None:
    """Read the 1980s, the early 1980s, the eighties: of the century of the report."""
    first, last = _IN_DECADE.get(m["part"] or m["of"] or "", (0, 9))
    if m["y"]:
        begin = int(m["y"])
    elif published is None:
        return None
    else:
        begin = published.year // 100 * 100 + _DECADES[m["word"]]
        begin -= 100 * (begin > published.year)
    return Period(spans.year(begin + first).start, spans.year(begin + last).end)


def _century(m: Match, published: date | None) -> Period | None:
    """Read the turn of the century, of the year: when the one of the report began."""
    if published is None:
        return None
    new_year = date(published.year, 1, 1)
    return Period(new_year, new_year) if m["u"] else spans.year(published.year // 100 * 100)


def _ending(m: Match, published: date | None) -> Period | None:
    """Read the week ending 15 March, the twelve months to February, the year to March 1998."""
    if m["w"]:
        last = spans.latest_weekday(m["w"], published) if published else None
    else:
        last = _month(m["m"], m["y"], published)
    if last is None:
        return None
    if m["d"] or m["d2"]:
        number = int(re.sub(r"\D", "", m["d"] or m["d2"]))
        month = last.start.month
        found = spans.day(int(m["y"]), month, number) if m["y"] else None
        last = found or (spans.latest(month, number, published) if published else None)
        if last is None:
            return None
    elif m["u"] in ("hour", "day", "week", "fortnight") and not m["w"]:
        return None
    count = count_of(m["n"]) if m["n"] else 1.0
    if m["u"] == "hour":
        return Period(spans.back_from(last.end, count, "hour"), last.end)
    return Period(spans.back_from(last.end + timedelta(days=1), count, m["u"]), last.end)


def _numeric(m: Match, _: date | None) -> Period | None:
    """Read 15/3/1998 and 15.03.1998: the day first, unless only the month can be."""
    first, second = int(m["a"]), int(m["b"])
    if second > _LAST_MONTH_OF_YEAR:
        first, second = second, first
    return spans.day(int(m["y"]), second, first)


def _week_of(m: Match, published: date | None) -> Period | None:
    """Read the week of March 5, the weekend of March 3, the week beginning on Monday, 5 March."""
    day = _month_day(m, published)
    if day is None:
        return None
    if m["u"] == "weekend":
        before = 0 if day.start.weekday() == _SUNDAY else 1
        saturday = spans.latest_weekday("saturday", day.start + timedelta(days=before)).start
        last = saturday + timedelta(days=1)
        return Period(saturday, last)
    first = day.start
    if m["how"] == "of" and first.weekday() != _SUNDAY:
        first = spans.neighbour("week", first, 0).start
    last = first + timedelta(days=spans.DAYS_IN_WEEK - 1)
    is_running = published is not None and first <= published < last
    return Period(first, published if is_running and published else last)


def _month_day(m: Match, published: date | None) -> Period | None:
    month = spans.month_number(m["m"] or m["m2"])
    number = int(re.sub(r"\D", "", m["d"] or m["d2"]))
    if m["y"]:
        return spans.day(int(m["y"]), month, number)
    return spans.latest(month, number, published) if published else None


def _nth_weekday(m: Match, published: date | None) -> Period | None:
    """Read the first Sunday of May, the last Friday in January."""
    whole = _month(m["m"], m["y"], published)
    if whole is None:
        return None
    if m["n"] == "last":
        return spans.latest_weekday(m["w"], whole.end)
    last = _ORDINALS[m["n"]] * spans.DAYS_IN_WEEK
    return spans.latest_weekday(m["w"], whole.start.replace(day=last))


def _weekday_of(m: Match, published: date | None) -> Period | None:
    """Read Tuesday of last week."""
    if published is None:
        return None
    monday = spans.neighbour("week", published, -1 if m["which"] == "last" else 0).start
    day = monday + timedelta(days=spans.WEEKDAYS.index(m["w"][:3]))
    return Period(day, day)


def _before_last(m: Match, published: date | None) -> Period | None:
    """Read the week before last; the night before last, which is that of two days ago."""
    if published is None:
        return None
    if m["u"] == "weekend":
        saturday = spans.latest_weekday("saturday", published).start
        saturday -= timedelta(days=spans.DAYS_IN_WEEK)
        return Period(saturday, saturday + timedelta(days=1))
    if m["u"] in ("night", "evening"):
        return _two_days_back(m, published)
    return spans.neighbour(m["u"], published, -2)


def _two_days_back(_: Match, published: date | None) -> Period | None:
    """Read the day before yesterday."""
    day = published - timedelta(days=2) if published else None
    return Period(day, day) if day else None


def _earlier_in(m: Match, published: date | None) -> Period | None:
    """Read earlier in the week."""
    if published is None:
        return None
    return Period(spans.neighbour(m["u"], published, 0).start, published)


def _lasting(m: Match, published: date | None) -> Period | None:
    """Read five weeks of fighting: up to the report; of days, up to the day before it.

    What is counted up to now runs on to the report all the same (`claim_times.resolve`).
    """
    if published is None:
        return None
    if m["u"] == "weekend":
        saturday = spans.latest_weekday("saturday", published).start
        return Period(saturday, min(saturday + timedelta(days=1), published))
    if m["n"] in ("several", "a few"):
        return Period(published, published)  # nobody says since when
    first = spans.back_from(published, count_of(m["n"]), m["u"])
    return Period(first, published - timedelta(days=1) if m["u"] == "day" else published)


def _span(m: Match, published: date | None) -> Period | None:
    """Read `have left in three months`: the last three; what is planned turns it round."""
    if published is None:
        return None
    return Period(spans.back_from(published, count_of(m["n"]), m["u"]), published)


PARTS_OF_TIME: Final[Mapping[str, Reader]] = MappingProxyType(
    {
        "month_part": _month_part,
        "century": _century,
        "decade": _decade,
        "feast": read_feast,
        "ending": _ending,
        "numeric": _numeric,
        "weekday_of": _weekday_of,
        "week_of": _week_of,
        "nth_weekday": _nth_weekday,
        "before_last": _before_last,
        "day_before": _two_days_back,
        "earlier_in": _earlier_in,
        "lasting": _lasting,
        "span": _span,
    }
)
