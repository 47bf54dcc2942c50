"""A claim's time as worded in, its first and last day and the rule they came by out."""

import re
from datetime import date, timedelta

from musterbook.claims.claim import ExtractedClaim
from musterbook.claims.counting.counted import Counted
from musterbook.claims.counting.happenings import pattern_of
from musterbook.claims.desk import Desk
from musterbook.claims.kinds.kind_names import CHANGE, CUMULATIVE, LEVEL, RATE
from musterbook.claims.patterns.up_to import UpTo
from musterbook.claims.times.beginnings import event_in_sentence, since_before, start_told_before
from musterbook.claims.times.chosen_time import ChosenTime
from musterbook.claims.times.count_by_hour import days_by_an_hour
from musterbook.claims.times.count_given import stood_then
from musterbook.claims.times.date_spans import days_on
from musterbook.claims.times.dated import dates_event
from musterbook.claims.times.days_carried import carried_days
from musterbook.claims.times.days_of_count import tells_a_count
from musterbook.claims.times.days_of_level import day_of_level, told_at_its_height
from musterbook.claims.times.days_of_rate import (
    day_of_rate,
    goes_on_from,
    is_set_against_rate,
)
from musterbook.claims.times.days_of_story import Days
from musterbook.claims.times.days_pointed import days_pointed_at, pointed_at
from musterbook.claims.times.event_days import came_about_beside
from musterbook.claims.times.level_dated import level_dated
from musterbook.claims.times.named_last import named_before
from musterbook.claims.times.nature_of import nature_of
from musterbook.claims.times.said_when import said_on, told_by_speaker
from musterbook.claims.times.time_expression import HOUR, is_short
from musterbook.claims.times.time_paired import up_to_its_day
from musterbook.claims.times.time_resolved import hull, resolve
from musterbook.claims.times.told_as_now import is_told_as_now


def days_of(
    desk: Desk,
    number: int,
    counted: Counted,
    *,
    chosen: ChosenTime | None,
    kind: str,
    derived: bool,
) -> tuple[Days, str]:
    """Give the period of a claim and the rule it came by."""
    if derived and chosen is None:
        return _of_the_summed(desk, number), ";time:sum"
    if chosen is not None and chosen.expression.sort == "since then":
        return _since_then(desk, number, chosen), ";time:since"
    if chosen is not None and chosen.expression.sort in ("same", "shifted"):
        days = pointed_at(desk, number, chosen.expression, kind=kind)
        if kind == CUMULATIVE and chosen.expression.atom == HOUR:
            days = days_by_an_hour(desk, number, counted, chosen, days=days)
        stood = stood_then(desk, number, counted, chosen, days=days) if kind != LEVEL else None
        return _of_count(desk, number, stood) if stood else days, ";time:antecedent"
    if chosen is not None:
        return _of_its_own_time(desk, number, counted, chosen, kind=kind)
    before = desk.claim_before(number)
    leans = counted.rule.endswith(("as-before", "part-of-previous"))
    leans = leans or (kind == LEVEL and _is_base_of(desk, number, counted, before))
    if before and kind == RATE:
        running = goes_on_from(desk, number)
        before = running or before
        is_other = is_set_against_rate(desk, before.end, counted)
        leans = running is not None or (leans and before.kind == RATE and not is_other)
    leans = leans and not (before and _is_otherwise(counted, before.kind, kind))
    if kind == LEVEL and told_at_its_height(desk, number, counted):
        return (None, None), ""
    if before and leans and not (kind == LEVEL and _is_so_now(desk, number, counted)):
        if kind == CHANGE and desk.told and _died_later(desk, number, counted):
            return (before.period_start, desk.told), ";time:as-before"
        return _as_before(desk, number, before, kind), ";time:as-before"
    return _of_the_report(desk, number, counted, kind)


def _of_the_report(desk: Desk, number: int, counted: Counted, kind: str) -> tuple[Days, str]:
    """Give the days that the report around a number gives it, which names none itself."""
    if kind == LEVEL:
        return day_of_level(desk, number, counted)
    if kind == RATE:
        return day_of_rate(desk, number, counted)
    carried = carried_days(desk, number, counted, kind)
    if carried and carried[0] and desk.told and carried[0] > desk.told:
        carried = None  # the vote falls on Tuesday; 40 were killed: nobody then
    said = said_on(desk, number) if kind == CUMULATIVE else None
    if said and not carried:
        return (None, said), ";time:saying"
    return (carried, ";time:carried") if carried else ((None, None), "")


def _since_then(desk: Desk, number: int, chosen: ChosenTime) -> Days:
    """Give the days since the time named last, or since a part of its year: since that spring."""
    if chosen.expression.atom == "same":
        return named_before(desk, number)[0], desk.told
    first, last = days_pointed_at(desk, number, chosen.expression)[0], desk.told
    said = said_on(desk, number, is_to_the_day=False)
    return first, said if said and first and first <= said else last


def _as_before(desk: Desk, number: int, before: ExtractedClaim, kind: str) -> Days:
    """Give the days of the claim before; of a count told earlier than it, up to that day."""
    first, last = before.period_start, before.period_end
    said = said_on(desk, number) if kind == CUMULATIVE and number and last else None
    is_earlier = said and last and said < last and before.start < desk.sentences[number].start
    if not (said and is_earlier):
        return first, last
    return (first if first and first <= said else None), said


# Forty of the wounded died later: up to now; but: two hours later.
_LATER = re.compile(
    r"\b(?:died|succumbed)\b[^.;,]{0,24}?(?<!hours)(?<!hour)(?<!days)(?<!day)(?<!weeks)(?<!week)"
    r"(?<!minutes)(?<!months) later\b|\b(?:later|subsequently|afterwards) (?:died|succumbed)\b"
)


def _died_later(desk: Desk, number: int, counted: Counted) -> bool:
    """Say whether some of those who were hurt died at a time that nobody names."""
    end = min(desk.sentences[number].end, counted.end + 2 * _ADDED_REACH)
    return counted.counted == "killed" and bool(_LATER.search(desk.folded, counted.start, end))


def _is_base_of(desk: Desk, number: int, counted: Counted, before: ExtractedClaim | None) -> bool:
    """Say whether a level was just said to be so of a part: shelters 100 of the 395 refugees."""
    is_base = before is not None and counted.rule.endswith("+base-of-fraction")
    if before is None or not is_base or before.kind != LEVEL:
        return False
    return before.start >= desk.sentences[number].start


def _is_otherwise(counted: Counted, before: str, kind: str) -> bool:
    """Say whether a number after another is a level where that counts up, or the other way."""
    if not counted.rule.endswith(":as-before"):
        return False
    return (kind == LEVEL and before in (CHANGE, CUMULATIVE)) or (
        kind == CUMULATIVE and before == LEVEL
    )


def _is_so_now(desk: Desk, number: int, counted: Counted) -> bool:
    """Say whether a number after another is told with a present of its own: now has 9,000.

    Or as of a day of its own: said this morning that 38 of them are in hospital. A part may be told
    to be something else now: 40 of those who were on board are in hospital.
    """
    if said_on(desk, number):
        return True
    before, is_part = desk.claim_before(number), counted.rule.endswith("part-of-previous")
    is_other = is_part and before is not None and counted.counted != before.counted
    if not (is_other or counted.rule.endswith("as-before")):
        return False
    here = desk.sentences[number]
    return is_told_as_now(desk.folded, (here.start, here.end), (counted.start, counted.end))


def _of_its_own_time(
    desk: Desk, number: int, counted: Counted, chosen: ChosenTime, *, kind: str
) -> tuple[Days, str]:
    """Give the days that the number's own words for time name."""
    since = since_before(desk, number) if kind == CUMULATIVE else None
    # `On Saturday` is the day of the count.
    of_event = dates_event(desk.folded, chosen.expression) or came_about_beside(
        desk.folded, chosen.expression, desk.sentences[number].start
    )
    is_toll = counted.kind == CUMULATIVE and not of_event
    told = told_by_speaker(desk, number, counted.start, counted.end)
    if chosen.expression.sort == "since" or (kind == CUMULATIVE and of_event):
        told = _printed(told, desk.told, chosen)
    days = resolve(chosen, kind, told=told, since=since, is_toll=is_toll)
    if kind == LEVEL:
        days = level_dated(desk, counted, chosen, days, told=told)
    is_count = kind not in (LEVEL, RATE) and not of_event
    if is_count and tells_a_count(desk, number, counted, chosen.expression):
        return _of_count(desk, number, chosen), f";time:{chosen.expression.sort}"
    if chosen.expression.sort == "till" and days[0] == days[1] and _is_added(desk, counted):
        days = (None, days[1])
    elif chosen.expression.sort == "till" and days[0] is None and _is_to_be(desk, counted):
        days = (days[1], days[1])
    if told and desk.told and told < desk.told:
        days = _as_said(chosen, days, told=told, published=desk.told)
    is_count = kind == CUMULATIVE and not of_event and chosen.expression.sort == "closed"
    if is_count and days[0] and is_short(chosen.expression):
        begun = event_in_sentence(desk, number, until=days[1])
        days = (begun if begun and begun < days[0] else days[0], days[1])
    if kind == CUMULATIVE and is_count and (toll := _toll_beside(desk, number, chosen)):
        days = toll
    if days[0] is None:
        nature = nature_of(counted)
        first = start_told_before(
            desk, number, chosen, kind=kind, last=days[1], is_toll=is_toll, nature=nature
        )
        days = (first or _start_beside(desk, number, chosen, days[1]), days[1])
    return up_to_its_day(desk, number, chosen, days), f";time:{chosen.expression.sort}"


def _printed(said: date | None, told: date | None, chosen: ChosenTime) -> date | None:
    """Give the report's day for what was said the day before: papers print a running count then.

    Nor does anybody count before the beginning.
    """
    begun = chosen.expression.first if chosen.expression.sort == "since" else None
    if said and begun and said < begun:
        return told
    return told if said and told and told - said == timedelta(days=1) else said


_ADDED = re.compile(
    r"\b(?:more|another|additional|further|extra|strong,? (?:is|was) to be [a-z]+)\b"
)
_ADDED_REACH = 24  # characters before and after a number that tell that it is added
# Planners expect 973,000 refugees in the region by December; there will be so many.
_TO_BE = UpTo(
    r"\b(?:there (?:will|would|could|may|might|should) be|(?:(?<=planners )|(?<=officials )"
    r"|(?<=experts ))expect) (?:(?:up to|about|some|over|nearly|more than|at least) )*$"
)


def _is_added(desk: Desk, counted: Counted) -> bool:
    """Say whether a number is of those who are to come on top of what is there."""
    left, right = max(0, counted.start - _ADDED_REACH), counted.end + _ADDED_REACH
    return _ADDED.search(desk.folded, left, right) is not None


def _is_to_be(desk: Desk, counted: Counted) -> bool:
    """Say whether so many are to be there by a day, and not to come."""
    near = max(0, counted.start - 2 * _ADDED_REACH)
    is_so = _TO_BE.search(desk.folded, near, counted.start)
    return is_so is not None and not _is_added(desk, counted)


def _of_count(desk: Desk, number: int, chosen: ChosenTime) -> Days:
    """Give the days of a count that stood so at a time: from the event's day on, if it is known."""
    last = chosen.expression.last
    first = start_told_before(
        desk, number, chosen, kind=CUMULATIVE, last=last, is_toll=True, is_count=True
    )
    return first, last


def _toll_beside(desk: Desk, number: int, chosen: ChosenTime) -> Days | None:
    """Give the days of a toll told just before with the same time: rose to 35, and 14 were hurt."""
    before = desk.claim_before(number)
    is_toll = before is not None and before.kind == CUMULATIVE and "measure-noun" in before.rule
    if before is None or not is_toll or before.start < desk.sentences[number].start:
        return None
    is_same = before.time_text == desk.text[chosen.expression.start : chosen.expression.end]
    return (before.period_start, before.period_end) if is_same else None


def _start_beside(desk: Desk, number: int, chosen: ChosenTime, last: date | None) -> date | None:
    """Give the start of the count told just before with the same time: 138 dead, 14 injured."""
    before = desk.claim_before(number)
    if before is None or before.kind != CUMULATIVE or before.period_end != last:
        return None
    is_here = before.start >= desk.sentences[number].start
    words = desk.text[chosen.expression.start : chosen.expression.end]
    return before.period_start if is_here and before.time_text == words else None


_BACK_FROM_NOW = frozenset({"past", "lasting", "span"})


def _as_said(chosen: ChosenTime, days: Days, *, told: date, published: date) -> Days:
    """Count from the day of the saying what was counted from the report's: 23 this month."""
    first, last = days
    atom, named = chosen.expression.atom, chosen.expression.last
    if atom == "calendar" and last == published and first and first <= told:
        return first, told
    if atom in _BACK_FROM_NOW and first and last and named and named > told:
        back = (told - published).days
        return days_on(first, back), told if last == told else days_on(last, back)
    return days


def _of_the_summed(desk: Desk, number: int) -> Days:
    """A sum holds for all the time of what it adds up: the claims whose words it names."""
    sentence = desk.sentences[number]
    words = desk.folded[sentence.start : sentence.end]
    named = {each.counted for each in desk.claims if each.counted in words}
    if pattern_of("states").search(words):
        named.add("present")
    return hull([(e.period_start, e.period_end) for e in desk.claims if e.counted in named])
