"""A claim's time as worded in, its first and last day and the rule they came by out."""

import re
from datetime import date

from musterbook.claims.claim_times import ChosenTime, hull, resolve
from musterbook.claims.counted import Counted
from musterbook.claims.date_spans import back_from, neighbour
from musterbook.claims.dated import dates_event, dates_speech
from musterbook.claims.days_carried import (
    Days,
    carried_days,
    day_of_level,
    start_of_event,
    start_of_story,
    time_of_lead,
)
from musterbook.claims.desk import Desk
from musterbook.claims.event_names import names_of
from musterbook.claims.happenings import pattern_of
from musterbook.claims.kind_names import CUMULATIVE, LEVEL, RATE
from musterbook.claims.number_words import count_of
from musterbook.claims.periods import is_short
from musterbook.claims.time_expression import TimeExpression
from musterbook.core.when import Period


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
        return (_named_before(desk, number)[0], desk.told), ";time:since"
    if chosen is not None and chosen.expression.sort in ("same", "shifted"):
        return _pointed_at(desk, number, chosen.expression, kind=kind), ";time:antecedent"
    if chosen is not None:
        since = _since_before(desk, number) if kind == CUMULATIVE else None
        # `On Saturday` is the day of the count.
        of_event = dates_event(desk.folded, chosen.expression)
        is_toll = counted.kind == CUMULATIVE and not of_event
        days = resolve(chosen, kind, told=desk.told, since=since, is_toll=is_toll)
        if days[0] is None:
            first = _start_told_before(
                desk, number, chosen, kind=kind, last=days[1], is_toll=is_toll
            )
            days = (first, days[1])
        return days, f";time:{chosen.expression.sort}"
    before = desk.claim_before(number)
    leans = counted.rule.endswith(("as-before", "part-of-previous"))
    is_worked_out = kind == RATE and ";time:since" in before.rule if before else False
    if before and (leans or (is_worked_out and _works_out(desk, number))):
        return (before.period_start, before.period_end), ";time:as-before"
    if kind == LEVEL:
        return day_of_level(desk, number, counted)
    carried = carried_days(desk, number, counted, kind) if kind != RATE else None
    return (carried, ";time:carried") if carried else ((None, None), "")


def _pointed_at(desk: Desk, number: int, time: TimeExpression, *, kind: str) -> Days:
    """Give the time that `by noon`, `that day` or `the day before` points at."""
    found = _from_antecedent(desk, number, time)
    words = desk.folded[time.start : time.end]
    if words.startswith("by ") and kind == CUMULATIVE and desk.told:
        # By noon of the day of the report so many had been counted since the event.
        begun = start_of_story(desk, number, desk.told)
        found = (begun, desk.told) if begun else found
    if found[1] is None and time.sort == "same" and desk.told:
        return time_of_lead(desk, number, desk.told) or (None, None)  # of the day of the story
    return found


def _start_told_before(
    desk: Desk, number: int, chosen: ChosenTime, *, kind: str, last: date | None, is_toll: bool
) -> date | None:
    """Give the start of a count that states its end only, where the report named it before."""
    sort = chosen.expression.sort
    if sort == "since" and _is_of_event(desk, chosen):
        words = desk.folded[chosen.expression.start : chosen.expression.end]
        told_before = _since_told_before(desk, number)
        if told_before and words.endswith(_BEGAN):
            return told_before
        begun = start_of_story(desk, number, last) or start_of_event(desk, number)
        return begun or told_before
    if kind != CUMULATIVE:
        return None
    if is_toll and (begun := _event_in_sentence(desk, number)):
        return begun
    words = desk.folded[chosen.expression.start : chosen.expression.end]
    leans = sort in ("until", "as of") or chosen.of_saying or words in _UP_TO_NOW
    named = _since_told_before(desk, number) if leans else None
    is_running = is_toll or sort == "until" or (desk.story == "disaster" and sort == "now")
    if named or not is_running:
        return named
    return start_of_story(desk, number, last, same_day=sort == "until")


_BEGAN = ("began", "started", "broke out", "erupted")
_UP_TO_NOW = frozenset({"so far", "thus far", "to date", "now", "until now", "up to now"})


def _works_out(desk: Desk, number: int) -> bool:
    """Say whether a sentence works a rate out from the number before: that is 30,000 a month."""
    sentence = desk.sentences[number]
    return bool(_WORKED_OUT.search(desk.folded, sentence.start, sentence.end))


_WORKED_OUT = re.compile(
    r"\b(?:works? out|that is|this is|averag\w*|amounts? to|or about|equals?)\b"
)


def _event_in_sentence(desk: Desk, number: int) -> date | None:
    """Give the day of the event that a toll's own sentence dates: of Sunday's quake, by Tuesday."""
    for time in desk.times(number):
        if time.sort == "closed" and is_short(time) and dates_event(desk.folded, time):
            return time.first
    return None


def _is_of_event(desk: Desk, chosen: ChosenTime) -> bool:
    """Say whether a beginning is the event that the report is about: since the accident."""
    words = desk.folded[chosen.expression.start : chosen.expression.end]
    return bool(_EVENT.search(words))


_EVENT = re.compile(
    rf"\b{names_of('accident', 'disaster', 'attack', 'unrest', 'turn', 'war')}$"
    rf"|\b{names_of('unrest', 'attack', 'war')}\s+(?:began|started|broke out|erupted)$"
)


def _of_the_summed(desk: Desk, number: int) -> Days:
    """A sum holds for all the time of what it adds up: the claims whose words it names."""
    sentence = desk.sentences[number]
    words = desk.folded[sentence.start : sentence.end]
    named = {each.counted for each in desk.claims if each.counted in words}
    if pattern_of("states").search(words):
        named.add("present")
    return hull([(e.period_start, e.period_end) for e in desk.claims if e.counted in named])


def _named_before(desk: Desk, number: int) -> Days:
    """Give the time named last in the sentences before; a saying's day only for want of one."""
    said: Days = (None, None)
    for place in range(number - 1, max(-1, number - 4), -1):
        speeches, start = desk.speakers.in_sentence(place), desk.sentences[place].start
        for time in reversed(desk.times(place)):
            if time.sort == "same" or not (time.first and time.last):
                continue
            if not is_short(time) or not dates_speech(desk.folded, time, speeches, sentence=start):
                return time.first, time.last
            said = said if said[0] else (time.first, time.last)
    return said


def _from_antecedent(desk: Desk, number: int, time: TimeExpression) -> Days:
    """Give the time a wording points back to: at that time; the year before."""
    if time.sort == "same":
        words = desk.folded[time.start : time.end]
        own = [each for each in desk.times(number) if each.end <= time.start and each.last]
        if own and words.startswith("by "):
            return own[-1].first, own[-1].last
        if words.endswith("the year"):
            return _year_before(desk, number)
        return _whole(_named_before(desk, number), words.rpartition(" ")[2])
    own = [each for each in desk.times(number) if each.start < time.start and each.last]
    anchor = (own[-1].first, own[-1].last) if own else _named_before(desk, number)
    if anchor[0] is None and desk.claims and time.atom.startswith("+"):
        anchor = (desk.claims[-1].period_start, desk.claims[-1].period_end)
    if anchor[0] is None or anchor[1] is None:
        return None, None
    if time.atom.startswith("+"):
        return _later(time.atom[1:], (anchor[0], anchor[1]), desk.told)
    if time.atom.isdigit():
        years = anchor[1].year - int(time.atom)
        return back_from(anchor[0], years, "year"), back_from(anchor[1], years, "year")
    count, unit = _steps_back(time.atom)
    if unit in _CALENDAR_UNITS:
        # The previous month, four months before: whole ones, whatever day they are told from.
        return tuple_of(neighbour(unit, back_from(anchor[0], count - 1, unit), -1))
    return back_from(anchor[0], count, unit), back_from(anchor[1], count, unit)


def _later(atom: str, anchor: tuple[date, date], told: date | None) -> Days:
    """Step forward from a time: the next day, two days later, the following week."""
    step, _, unit = atom.partition(" ")
    if step == "following":
        period = neighbour(unit, anchor[1], 1)
        return (None, None) if told and period.start > told else tuple_of(period)
    count = -count_of(step)
    last = back_from(anchor[1], count, unit)
    if told and last > told:
        return None, None
    return (last if unit == "day" else back_from(anchor[0], count, unit)), last


def _year_before(desk: Desk, number: int) -> Days:
    """Give the year that the report named last, the calendar's or a fiscal one."""
    for place in range(number - 1, -1, -1):
        for time in reversed(desk.times(place)):
            first, last = time.first, time.last
            if time.sort == "closed" and first and last and _is_year(first, last):
                return first, last
    return None, None


def _is_year(first: date, last: date) -> bool:
    return (last - first).days >= _NEARLY_A_YEAR


def _whole(days: Days, unit: str) -> Days:
    """Widen a day to the month or year that the text says: that month."""
    if days[0] is None or days[1] is None or unit not in _WHOLE_UNITS:
        return days
    if _is_year(days[0], days[1]):
        return days  # a fiscal year
    return tuple_of(neighbour(unit, days[0], 0))


_NEARLY_A_YEAR = 360  # days
_WHOLE_UNITS = frozenset({"month", "year"})
_CALENDAR_UNITS = frozenset({"week", "month"})


def tuple_of(period: Period) -> Days:
    """Give a period's two days."""
    return period.start, period.end


def _steps_back(atom: str) -> tuple[float, str]:
    """Read how far back a wording points: the year before is one year, four months before four."""
    count, _, unit = atom.rpartition(" ")
    if not count:
        return 1.0, unit
    return count_of(count), unit


def _since_told_before(desk: Desk, number: int) -> date | None:
    """Give the start that the report named last before: fighting broke out on June 4."""
    for place in range(number - 1, max(-1, number - 7), -1):
        for time in desk.times(place):
            if time.sort == "since" and time.first:
                return time.first
    return None


def _since_before(desk: Desk, number: int) -> date | None:
    """Give the start that the same paragraph named just before: since autumn 2024."""
    paragraph = desk.sentences[number].paragraph
    for place in range(number, max(-1, number - 3), -1):
        if desk.sentences[place].paragraph == paragraph:
            for time in desk.times(place):
                if time.sort == "since":
                    return time.first
    return None
