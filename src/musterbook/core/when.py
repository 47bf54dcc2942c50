"""Dates, periods and steps: words for a time go in, closed periods and instants come out.

An *instant* is written as the date whose END it is: the opening of a window that starts on
2024-10-01 is the instant 2024-09-30. So `since 2025-09` begins at the instant 2025-08-31.
"""

import calendar
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import TypeAlias

Instant: TypeAlias = date
ONE_DAY = timedelta(days=1)
MONTHS_IN = {"month": 1, "quarter": 3, "year": 12}  # calendar facts
DAYS_IN = {"day": 1, "week": 7}


class Step(StrEnum):
    """How long one step of the account is; also the P of `per P`."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """A stretch of days, both ends included."""

    start: date
    end: date

    @property
    def opening(self) -> Instant:
        """The instant at which it begins: the end of the day before."""
        return before(self.start)

    def __contains__(self, day: object) -> bool:
        """Say whether a day lies in it."""
        return isinstance(day, date) and self.start <= day <= self.end

    def __str__(self) -> str:
        """Write it as `2025-09-01 to 2025-09-30`, or the one day."""
        if self.start == self.end:
            return self.start.isoformat()
        return f"{self.start.isoformat()} to {self.end.isoformat()}"


def before(day: date) -> date:
    """Give the day before, or the first day there is."""
    return day if day == date.min else day - ONE_DAY


_DATE = re.compile(
    r"(?P<year>\d{4})(?:-(?:Q(?P<quarter>[1-4])|H(?P<half>[12])"
    r"|(?P<month>\d{2})(?:-(?P<day>\d{2}))?))?"
)


def parse_date(text: str, events: Mapping[str, Period] | None = None) -> Period | None:
    """Read `2026-02-16`, `2026-02`, `2025-Q2`, `2025-H2`, `2025` or an event's name in quotes.

    Returns the closed period it names, or None where it names none.
    """
    words = text.strip()
    if len(words) > 1 and words[0] == words[-1] and words[0] in "\"'":
        return (events or {}).get(words[1:-1])
    match = _DATE.fullmatch(words)
    return None if match is None else _calendar_period(match)


def _calendar_period(match: re.Match[str]) -> Period | None:
    year = int(match["year"])
    try:
        if match["day"]:
            day = date(year, int(match["month"]), int(match["day"]))
            return Period(day, day)
        first, length = 1, 12
        if match["month"]:
            first, length = int(match["month"]), 1
        elif match["quarter"]:
            first, length = 3 * int(match["quarter"]) - 2, 3
        elif match["half"]:
            first, length = 6 * int(match["half"]) - 5, 6
        return Period(date(year, first, 1), last_day(year, first + length - 1))
    except ValueError:
        return None


def last_day(year: int, month: int) -> date:
    """Give the last day of a month."""
    return date(year, month, calendar.monthrange(year, month)[1])


def parse_period(text: str, events: Mapping[str, Period] | None = None) -> Period | None:
    """Read one date, or `DATE to DATE`, as a closed period; None where it is neither."""
    first, separator, last = text.partition(" to ")
    start = parse_date(first, events)
    end = parse_date(last, events) if separator else start
    if start is None or end is None or end.end < start.start:
        return None
    return Period(start.start, end.end)


def step_of(day: date, step: Step) -> Period:
    """Give the calendar step a day lies in; weeks run Monday to Sunday."""
    if step is Step.DAY:
        return Period(day, day)
    if step is Step.WEEK:
        monday = day - timedelta(days=day.weekday())
        return Period(monday, monday + timedelta(days=6))
    length = MONTHS_IN[step.value]
    first = (day.month - 1) // length * length + 1
    return Period(date(day.year, first, 1), last_day(day.year, first + length - 1))


def steps_in(window: Period, step: Step) -> Iterator[Period]:
    """Yield the calendar steps of a window in order, the first and last cut to fit."""
    day = window.start
    while day <= window.end:
        end = min(step_of(day, step).end, window.end)
        yield Period(day, end)
        day = end + ONE_DAY


def knots(window: Period, step: Step, cuts: Iterable[Instant] = ()) -> tuple[Instant, ...]:
    """Give every boundary of the account: step ends, the opening, and cuts inside the window."""
    ends = {each.end for each in steps_in(window, step)}
    inside = {cut for cut in cuts if window.opening < cut <= window.end}
    return (window.opening, *sorted(ends | inside))


def length_in(unit: Step, start: Instant, end: Instant) -> float:
    """Measure the time from one instant to another in days, weeks, months, quarters or years.

    Months count by the calendar (a piece of a month by its share of that month's days), a year
    is twelve of them; so a rate per year over six months counts exactly half.
    """
    if unit.value in DAYS_IN:
        return (end - start).days / DAYS_IN[unit.value]
    return (_month_count(end) - _month_count(start)) / MONTHS_IN[unit.value]


def _month_count(instant: Instant) -> float:
    days = calendar.monthrange(instant.year, instant.month)[1]
    return 12 * instant.year + instant.month - 1 + instant.day / days
