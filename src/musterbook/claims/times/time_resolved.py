"""A number's own time and its kind in, its first and last day out."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from musterbook.claims.kinds.kind_names import CUMULATIVE, LEVEL, RATE
from musterbook.claims.times.chosen_time import ChosenTime
from musterbook.claims.times.time_expression import TimeExpression, is_short
from musterbook.core.when import Period

_ONE_EVENT: Final = 3  # days: what lasts no longer is told as one event
_STILL_COUNTED: Final = (
    45  # days after an event in which its toll is told up to the day of the report
)


def resolve(
    chosen: ChosenTime, kind: str, *, told: date | None, since: date | None, is_toll: bool
) -> tuple[date | None, date | None]:
    """Give first and last day of a number's time; None where open or not stated.

    `told` is the day of the report (or of the outer speaker's), `since` the start named just
    before for a running total that says only `to date`. `is_toll` marks a running total named as
    such (the death toll), whose day is the day of the count.
    """
    time = chosen.expression
    if time.sort == "since":
        return time.first, told
    if kind == LEVEL and _is_by_month(time) and time.last and time.first is None:
        return time.last.replace(day=1), time.last  # down to 445,000 by September 2023
    if time.sort == "till":
        is_that_day = kind == LEVEL and time.first is None and time.atom != "year"
        return (time.last if is_that_day else time.first), time.last
    if time.sort == "now":
        begun = since if since and told and since <= told else None
        return (told if kind in (LEVEL, RATE) else begun), told
    is_by_day = time.sort in ("until", "as of") and is_short(time)
    is_open = time.first is None and (is_by_day or time.sort == "closed")
    if kind == LEVEL and (is_open or time.atom == "span"):
        return time.last, time.last
    if time.sort == "as of" and kind != LEVEL:
        return None, time.last
    if time.sort == "closed" and kind == CUMULATIVE and time.first and time.last:
        return _counted_from(time.first, time.last, chosen, told=told, is_toll=is_toll)
    return time.first, time.last


def _counted_from(
    first: date, last: date, chosen: ChosenTime, *, told: date | None, is_toll: bool
) -> tuple[date | None, date]:
    """Give the days of a running total: of an event of these days it runs on to the telling."""
    if chosen.expression.atom == "lasting" and told:
        return first, told  # in eight days of fighting it has lost 101
    if chosen.of_saying or (is_toll and is_short(chosen.expression)):
        return (first if first < last and not chosen.of_saying else None), last
    if told and (last - first).days < _ONE_EVENT and 0 <= (told - last).days <= _STILL_COUNTED:
        return first, told
    return first, last


def _is_by_month(time: TimeExpression) -> bool:
    is_month = time.atom in ("month", "month_year", "month_of", "last_month")
    return is_month and time.sort in ("till", "until")


def hull(periods: Sequence[tuple[date | None, date | None]]) -> tuple[date | None, date | None]:
    """Give the smallest stretch that holds several; None where nothing is known."""
    known = [Period(first, last) for first, last in periods if first and last and first <= last]
    if not known:
        return None, None
    return min(each.start for each in known), max(each.end for each in known)
