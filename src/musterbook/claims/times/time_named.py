"""Words that name a date, a month, a season or a year in, the period they name out."""

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from types import MappingProxyType
from typing import Final

from musterbook.claims.number_words import day_of_ordinal
from musterbook.claims.times import date_spans as spans
from musterbook.core.when import Period

Match = re.Match[str]
Reader = Callable[[Match, date | None], Period | None]

_WINTER_TOLD: Final = 4  # the last month in which this winter is the one that is just over
_PARTS: Final = {"early": (0, 1), "mid": (1, 2), "late": (2, 3)}  # thirds of a year or month


def year_of(words: str | None, published: date | None) -> int | None:
    """Read 1998, last year, this year."""
    if words and words.isdigit():
        return int(words)
    if published is None:
        return None
    return published.year + {"last year": -1, "next year": 1}.get(words or "", 0)


def in_year(
    month: int, number: str | None, year: str | None, published: date | None
) -> Period | None:
    """Give a month or a day of it: of the year named, else the last one before the report."""
    day = _day_number(number) if number else None
    if year:
        number_of = year_of(year, published)
        if number_of is None:
            return None
        return spans.day(number_of, month, day) if day else spans.months(number_of, month, month)
    return spans.latest(month, day, published) if published else None


def _day_number(words: str) -> int:
    """Read 2, 2nd, second."""
    digits = re.sub(r"\D", "", words)
    return int(digits) if digits else day_of_ordinal(words)


def _iso(m: Match, _: date | None) -> Period | None:
    return spans.day(int(m["y"]), int(m["m"]), int(m["d"]))


def _days(m: Match, published: date | None) -> Period | None:
    first = in_year(spans.month_number(m["m"]), m["d1"], m["y"], published)
    last = in_year(spans.month_number(m["m"]), m["d2"], m["y"], published)
    return Period(first.start, last.end) if first and last and first.start <= last.end else None


def _days_months(m: Match, published: date | None) -> Period | None:
    """Read 7 March to 9 April 1988: of one year, or from the one before on."""
    number = spans.month_number(m["m1"] or m["m2"])
    last = in_year(spans.month_number(m["m3"] or m["m4"]), m["d3"] or m["d4"], m["y"], published)
    first = in_year(number, m["d1"] or m["d2"], m["y"], published)
    if first and last and first.start > last.end:
        first = in_year(number, m["d1"] or m["d2"], str(int(m["y"]) - 1), published)
    return Period(first.start, last.end) if first and last else None


def _month_day(m: Match, published: date | None) -> Period | None:
    return in_year(spans.month_number(m["m"]), m["d"], m["y"], published)


def _month_months(m: Match, published: date | None) -> Period | None:
    year = year_of(m["y"], published)
    first, last = spans.month_number(m["m1"]), spans.month_number(m["m2"])
    if year is None:
        return None
    if first > last:  # in December and January
        year, last = year - 1, last + spans.MONTHS_IN_YEAR
    is_ahead = not m["y"] and published is not None and date(year, first, 1) > published
    return spans.months(year - is_ahead, first, last)


def _nths(m: Match, published: date | None) -> Period | None:
    """Read the 16th and 17th of last month."""
    if published is None:
        return None
    month = spans.neighbour("month", published, -1 if m["which"] == "last" else 0).start
    named = (m["d3"], m["d4"]) if m["d3"] else (m["d1"], m["d2"] or m["d1"])
    first, last = (int(re.sub(r"\D", "", each)) for each in named)
    if m["d3"] and last > published.day:
        month = spans.neighbour("month", month, -1).start
    return Period(month.replace(day=first), month.replace(day=last)) if first <= last else None


def _nth(m: Match, published: date | None) -> Period | None:
    """Read `on the 22nd`: the last one not after the report."""
    if published is None:
        return None
    number = int(re.sub(r"\D", "", m["d"]))
    month = spans.neighbour("month", published, -1 if number > published.day else 0).start
    return Period(month.replace(day=number), month.replace(day=number))


def _year_ended(m: Match, published: date | None) -> Period | None:
    """Read the year that ended on September 30."""
    if m["w"]:
        last = _weekday_ended(m, published)
    else:
        day = m["d0"] or m["d"]
        last = in_year(spans.month_number(m["m"]), day, m["y"], published)
        if last and published and " ends " in m[0] and not m["y"] and last.end < published:
            ahead = spans.back_from(last.end, -1, "year")
            last = Period(ahead, ahead)
    if last is None:
        return None
    return Period(spans.back_from(last.end + timedelta(days=1), 1, "year"), last.end)


def _weekday_ended(m: Match, published: date | None) -> Period | None:
    """Give the weekday on which a year ended, or ends within the week."""
    if published is None:
        return None
    day = spans.latest_weekday(m["w"], published).start
    if " ends " in m[0] and day < published:
        day += timedelta(days=spans.DAYS_IN_WEEK)
    return Period(day, day)


def _last_month(m: Match, published: date | None) -> Period | None:
    """Read last May: the latest one that is over; this May: the nearest to the publication."""
    if published is None:
        return None
    number = spans.month_number(m["m"])
    if m["which"] == "next":
        year = published.year + (number <= published.month)
        return spans.months(year, number, number)
    latest = spans.latest(number, None, published)
    if latest is None:
        return None
    is_over = latest.end < published
    return (
        latest
        if is_over or m["which"] == "this"
        else spans.months(latest.start.year - 1, number, number)
    )


def _season(m: Match, published: date | None) -> Period | None:
    if m["y"]:
        year = year_of(m["y"], published)
        return spans.season(year, m["s"]) if year else None
    if published is None:
        return None
    this = spans.season(published.year, m["s1"])
    if m["last"] == "this" and this.start > published:
        is_winter = m["s1"] == "winter" and published.month <= _WINTER_TOLD
        return spans.season(published.year - 1, m["s1"]) if is_winter else this
    if m["last"] == "next":
        return this if this.start > published else spans.season(published.year + 1, m["s1"])
    is_over = this.end < published or (m["last"] == "this" and this.start <= published)
    return this if is_over else spans.season(published.year - 1, m["s1"])


def _this_season(m: Match, published: date | None) -> Period | None:
    """Read `in the spring`: the last one that has begun."""
    if published is None:
        return None
    this = spans.season(published.year, m["s"])
    return this if this.start <= published else spans.season(published.year - 1, m["s"])


def _part_month(m: Match, published: date | None) -> Period | None:
    span = in_year(spans.month_number(m["m"]), None, m["y"], published)
    if span is None:
        return None
    first, last = {"early": (1, 10), "mid": (11, 20), "late": (21, span.end.day)}[m["part"]]
    return Period(span.start.replace(day=first), span.start.replace(day=last))


def _month_of(m: Match, published: date | None) -> Period | None:
    year = year_of(m["y"], published)
    return in_year(spans.month_number(m["m"]), None, str(year), published) if year else None


def _month(m: Match, published: date | None) -> Period | None:
    year = m["y"] if "y" in m.groupdict() else None
    return in_year(spans.month_number(m["m"]), None, year, published)


def _part_year(m: Match, _: date | None) -> Period | None:
    first, last = _PARTS[m["part"]]
    return spans.months(int(m["y"]), first * 4 + 1, last * 4)


def _whole_year(m: Match, published: date | None) -> Period | None:
    """Read the whole of 1989, the year as a whole: all of it."""
    number = year_of(m["y"], published)
    return spans.year(number) if number else None


def _years(m: Match, _: date | None) -> Period | None:
    """Read 1994-96."""
    first = int(m["y"])
    last = int(m["z"]) if len(m["z"]) > len("96") else first // 100 * 100 + int(m["z"])
    return Period(spans.year(first).start, spans.year(last).end) if last > first else None


def _year(m: Match, _: date | None) -> Period | None:
    return spans.year(int(m["y"]))


NAMED_TIMES: Final[Mapping[str, Reader]] = MappingProxyType(
    {
        "iso": _iso,
        "days_month": _days,
        "nths_month": _days,
        "days_months": _days_months,
        "month_days": _days,
        "between_days": _days,
        "month_day": _month_day,
        "day_month": _month_day,
        "month_nth": _month_day,
        "nth_month": _month_day,
        "nths": _nths,
        "nth": _nth,
        "month_months": _month_months,
        "year_ended": _year_ended,
        "season": _season,
        "this_season": _this_season,
        "part_month": _part_month,
        "last_month": _last_month,
        "month_of": _month_of,
        "month_year": _month,
        "part_year": _part_year,
        "month": _month,
        "whole_year": _whole_year,
        "years": _years,
        "year": _year,
    }
)
