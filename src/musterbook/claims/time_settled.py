"""A time chosen for a number in, the same as its stance takes it out: ahead if it is planned."""

import re
from dataclasses import replace
from datetime import date, timedelta

from musterbook.claims.claim_times import ChosenTime
from musterbook.claims.counted import Finding
from musterbook.claims.date_spans import DAYS_IN_WEEK, back_from, neighbour
from musterbook.claims.desk import Desk
from musterbook.claims.kind_times import PERFECT
from musterbook.claims.periods import is_short
from musterbook.claims.time_windows import length_of, with_days_before
from musterbook.core.records import Stance
from musterbook.core.when import last_day

_AND = re.compile(r"\b(?:and|but)\b")


_WITHOUT_YEAR = frozenset(
    {"edge", "month_day", "day_month", "month", "month_days", "days_month"}
    | {"month_months", "part_month", "between_days", "month_part", "feast"}
)


_YEAR = re.compile(r"\b\d{4}\b")


def settled(desk: Desk, finding: Finding, chosen: ChosenTime, stance: Stance) -> ChosenTime | None:
    """Move a time ahead for what is planned, drop one that is over, widen one of several days."""
    if stance != Stance.ASSERTED and _is_of_the_past(desk, chosen, finding.quantity.lead):
        return None
    context = finding.context
    if chosen.expression.atom == "span":
        return _span_settled(desk, chosen, stance, desk.folded[context.start : context.end])
    if chosen.expression.atom.startswith("=") and desk.told:
        return _within(chosen, stance, desk.told)
    if stance == Stance.PLANNED:
        chosen = _ahead(desk, chosen)
    time = chosen.expression
    if is_short(time):
        time = with_days_before(desk.folded, time, (context.start, context.end))
    return replace(chosen, expression=time)


def _span_settled(
    desk: Desk, chosen: ChosenTime, stance: Stance, sentence: str
) -> ChosenTime | None:
    """Read `in three months` as the last ones of a perfect, the next ones of a plan, else not."""
    time = chosen.expression
    if stance == Stance.PLANNED and time.first and desk.told:
        ahead = desk.told + (desk.told - time.first)
        return replace(chosen, expression=replace(time, first=desk.told, last=ahead))
    return chosen if PERFECT.search(sentence) else None


def _within(chosen: ChosenTime, stance: Stance, told: date) -> ChosenTime | None:
    """Read `within 48 hours` as the next ones of what is not yet so; past years are no time."""
    time = chosen.expression
    count, unit = time.atom[1:].split(" ")
    is_long = unit in ("month", "year")
    if stance == Stance.ASSERTED:
        return None if is_long or unit == "hour" else chosen
    last = told + length_of(count, unit)
    ahead = replace(time, first=None if is_long else told, last=last, sort="till")
    return replace(chosen, expression=ahead)


def _ahead(desk: Desk, chosen: ChosenTime) -> ChosenTime:
    """Move a day or month that names no year to the next one: will begin on Monday, on 1 April."""
    time = chosen.expression
    words = desk.folded[time.start : time.end]
    if time.atom == "weekday" and time.last and desk.told and time.last < desk.told:
        next_week = timedelta(days=DAYS_IN_WEEK)
        first = time.first + next_week if time.first else None
        return replace(chosen, expression=replace(time, first=first, last=time.last + next_week))
    if time.atom == "nth" and time.last and desk.told and time.last < desk.told:
        month = neighbour("month", time.last, 1).start
        day = min(time.last.day, last_day(month.year, month.month).day)
        ahead = month.replace(day=day)
        return replace(chosen, expression=replace(time, first=ahead, last=ahead))
    if time.atom == "calendar" and "this " in words and desk.told:
        whole = neighbour(words.rpartition(" ")[2], desk.told, 0)
        return replace(chosen, expression=replace(time, last=whole.end))
    if time.atom not in _WITHOUT_YEAR or _YEAR.search(words) or desk.told is None:
        return chosen
    if time.last is None or time.last >= desk.told:
        return chosen
    first = back_from(time.first, -1, "year") if time.first else None
    moved = replace(time, first=first, last=back_from(time.last, -1, "year"))
    if time.sort == "until":
        begin = None if words.startswith("by") else desk.told
        moved = replace(moved, first=begin, sort="till")
    return replace(chosen, expression=moved)


def _is_of_the_past(desk: Desk, chosen: ChosenTime, lead: int) -> bool:
    """Say whether a time before `and` is over, so that what is planned after it is not of it."""
    last, told = chosen.expression.last, desk.told
    between = _AND.search(desk.folded, chosen.expression.end, max(chosen.expression.end, lead))
    return bool(last and told and between and last < told)
