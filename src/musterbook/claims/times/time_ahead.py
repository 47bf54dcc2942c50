"""A time that names no year and what is planned for it in, the next such time out."""

import re
from dataclasses import replace
from datetime import date, timedelta

from musterbook.claims.calendar_words import WEEKDAY
from musterbook.claims.desk import Desk
from musterbook.claims.times.chosen_time import STRETCHES, ChosenTime
from musterbook.claims.times.date_spans import (
    DAYS_IN_WEEK,
    back_from,
    latest_weekday,
    neighbour,
)
from musterbook.claims.times.time_expression import TimeExpression
from musterbook.claims.times.time_feasts import feast_after
from musterbook.claims.times.time_sides import RUNS_ON

_WITHOUT_YEAR = frozenset(
    "edge month_day day_month month month_days days_month month_months part_month between_days"
    " month_part feast this_season window range then".split()
)
_MADE_OF_DAYS = frozenset({"range", "window"})  # from Monday to Friday; for 48 hours from Tuesday
_YEAR = re.compile(r"\b\d{4}\b")
_WEEKDAYS = re.compile(rf"\b{WEEKDAY}\b")
_FROM_THEN = re.compile(r"(?:from|starting|beginning|effective|as of)\b")


def next_such(desk: Desk, chosen: ChosenTime, *, said: date | None = None) -> ChosenTime:
    """Move a time that names no year to the next one: will begin on Monday; from Monday on.

    It is the next one after the day on which the plan was `said`, else after the report.
    """
    time = chosen.expression
    words = desk.folded[time.start : time.end]
    told = said or desk.told
    if told is None:
        return chosen
    is_onward = _FROM_THEN.match(words) and time.atom not in STRETCHES | {"month_months"}
    if is_onward:
        time = replace(time, last=time.first, sort="closed")
    moved = _next_one(time, words, told)
    if is_onward:
        moved = replace(moved, last=None, sort="till")
    return replace(chosen, expression=moved)


def _next_one(time: TimeExpression, words: str, told: date) -> TimeExpression:
    """Give the next such day, weekend or night, month or season; as it is where it lies ahead."""
    day = timedelta(days=1)
    if time.atom == "overnight":
        return replace(time, first=told, last=told + day)
    if time.atom == "weekend" and time.last and time.last == told == time.first:
        return replace(time, last=told + day)  # told on Saturday
    if time.atom == "weekend" and time.last and time.last < told:
        return _weeks_on(replace(time, last=latest_weekday("sunday", time.last + day).end))
    if time.atom == "calendar" and "this " in words:
        return replace(time, last=neighbour(words.rpartition(" ")[2], told, 0).end)
    last = time.last or told
    is_of_days = time.atom in _MADE_OF_DAYS and _WEEKDAYS.search(words) is not None
    is_begun = is_of_days and time.first is not None and time.first < told
    if last >= told and not is_begun:
        return time
    if time.atom == "weekday" or is_of_days:
        return _until_then(_on_days_to_come(time, told), words, told)
    if time.atom == "nth":
        month = neighbour("month", last, 1)
        ahead = month.start.replace(day=min(last.day, month.end.day))
        return replace(time, first=ahead, last=ahead)
    is_yearly = time.atom in _WITHOUT_YEAR and not _YEAR.search(words)
    return _year_on(time, words, told) if is_yearly else time


def _on_days_to_come(time: TimeExpression, told: date) -> TimeExpression:
    """Move days of a week on: between Monday and Friday, told on Thursday, are next week's."""
    later = _weeks_on(time)
    is_begun = time.atom == "range" and later.first and later.first < told
    return _weeks_on(later) if is_begun else later


def _year_on(time: TimeExpression, words: str, told: date) -> TimeExpression:
    first = back_from(time.first, -1, "year") if time.first else None
    last = back_from(time.last, -1, "year") if time.last else None
    is_end = time.last is not None and (time.last + timedelta(days=1)).day == 1
    if last and time.atom == "edge" and is_end:
        last = neighbour("month", last, 0).end  # the end of February of a leap year
    if time.atom == "feast" and (moves := feast_after(words, told)):
        first, last = moves, moves
    moved = replace(time, first=first, last=last)
    return _until_then(moved, words, told)


def _until_then(time: TimeExpression, words: str, told: date) -> TimeExpression:
    """Read until a time to come as from the report on, by that time as begun nobody says when."""
    if time.sort != "until":
        return time
    return replace(time, first=told if words.startswith(RUNS_ON) else None, sort="till")


def _weeks_on(time: TimeExpression) -> TimeExpression:
    week = timedelta(days=DAYS_IN_WEEK)
    first = time.first + week if time.first else None
    return replace(time, first=first, last=time.last + week if time.last else None)


def nearest_such(desk: Desk, chosen: ChosenTime) -> ChosenTime:
    """Give the next such time where it is nearer to the report than the last one.

    What had been planned for a month may have been so for one that is over or for one to come.
    """
    last, told = chosen.expression.last, desk.told
    if last is None or told is None or last >= told:
        return chosen
    ahead = next_such(desk, chosen)
    begins = ahead.expression.first or ahead.expression.last
    is_nearer = begins is not None and begins > told and begins - told < told - last
    return ahead if is_nearer else chosen
