"""Years, months and days in, periods out: the calendar arithmetic behind time expressions."""

from datetime import MAXYEAR, MINYEAR, date, timedelta
from typing import Final

from musterbook.core.when import Period, Step, last_day, step_of

MONTHS: Final = (
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
)  # fmt: skip
WEEKDAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
# Meteorological seasons of the north, by first month; the convention of weather services.
SEASONS: Final = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
DAYS_IN_WEEK: Final = 7
_DAYS_IN: Final = {"hour": 1 / 24, "night": 1.0, "day": 1.0, "week": 7.0, "fortnight": 14.0}
MONTHS_IN_YEAR: Final = 12
_LAST_SUNDAY: Final = date(9999, 12, 26)  # Python's calendar ends within the week after it


def month_number(name: str) -> int:
    """Give 1 to 12 for a month's name or its short form."""
    return MONTHS.index(name[:3]) + 1


def day(year: int, month: int, number: int) -> Period | None:
    """Give one day, None where there is no such day."""
    try:
        one = date(year, month, number)
    except ValueError:
        return None
    return Period(one, one)


def months(year: int, first: int, last: int) -> Period:
    """Give whole months of a year, `last` included; it may run past December.

    Beyond what Python's calendar holds it is the first or the last day there is.
    """
    year_end = year + (last - 1) // MONTHS_IN_YEAR
    month_end = (last - 1) % MONTHS_IN_YEAR + 1
    if year < MINYEAR:
        return Period(date.min, date.min)
    if year_end > MAXYEAR:
        return Period(date(year, first, 1) if year <= MAXYEAR else date.max, date.max)
    return Period(date(year, first, 1), last_day(year_end, month_end))


def year(number: int) -> Period:
    """Give a whole year."""
    return months(number, 1, MONTHS_IN_YEAR)


def season(number: int, name: str) -> Period:
    """Give a season that starts in a year; winter runs into the next."""
    first = SEASONS[name]
    return months(number, first, first + 2)


def latest_weekday(name: str, published: date) -> Period:
    """Give the last such weekday not after the publication."""
    back = (published.weekday() - WEEKDAYS.index(name[:3])) % DAYS_IN_WEEK
    one = published - timedelta(days=back)
    return Period(one, one)


def latest(month: int, number: int | None, published: date) -> Period | None:
    """Give the last such month, or day of a month, that began not after the publication."""
    for candidate in (published.year, published.year - 1):
        span = months(candidate, month, month) if number is None else day(candidate, month, number)
        if span is not None and span.start <= published:
            return span
    return None


def neighbour(unit: str, published: date, offset: int) -> Period:
    """Give the calendar week, month, quarter or year before (-1), at (0) or after (1) a date.

    At the ends of Python's calendar it is the first or the last whole one.
    """
    span = step_of(min(published, _LAST_SUNDAY), Step(unit))
    if offset > 0:
        return step_of(min(days_on(span.end, 1), _LAST_SUNDAY), Step(unit))
    for _ in range(-offset):
        span = step_of(days_on(span.start, -1), Step(unit))
    return span


def back_from(published: date, count: float, unit: str) -> date:
    """Give the date some hours, days, weeks, months or years before another, or after it.

    Beyond what Python's calendar holds it is the first or the last day there is.
    """
    if unit == "decade":
        return back_from(published, count * 10, "year")
    if unit == "quarter":
        return back_from(published, count * 3, "month")
    if unit in ("month", "year"):
        total = published.year * MONTHS_IN_YEAR + published.month - 1
        total -= round(count * (MONTHS_IN_YEAR if unit == "year" else 1))
        year_number, month = divmod(total, MONTHS_IN_YEAR)
        if year_number < MINYEAR:
            return date.min
        if year_number > MAXYEAR:
            return date.max
        return date(
            year_number, month + 1, min(published.day, last_day(year_number, month + 1).day)
        )
    days = _DAYS_IN[unit] * count
    whole = round(days)
    if unit == "hour" and not whole:
        whole = 1 if count > 0 else -1
    return days_on(published, -whole)


def days_on(one: date, days: int) -> date:
    """Give the date so many days after another; beyond the calendar its last day, or its first."""
    return date.fromordinal(min(max(1, one.toordinal() + days), date.max.toordinal()))
