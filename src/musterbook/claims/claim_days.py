"""A claim's time as worded in, its first and last day and the rule they came by out."""

import re
from datetime import date

from musterbook.claims.claim_times import ChosenTime, hull, resolve
from musterbook.claims.counted import Counted
from musterbook.claims.dated import dates_event
from musterbook.claims.days_carried import (
    Days,
    carried_days,
    day_of_level,
    start_of_event,
    start_of_story,
)
from musterbook.claims.days_pointed import named_before, pointed_at
from musterbook.claims.desk import Desk
from musterbook.claims.event_names import names_of
from musterbook.claims.happenings import pattern_of
from musterbook.claims.kind_names import CUMULATIVE, LEVEL, RATE
from musterbook.claims.periods import is_short


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
        return (named_before(desk, number)[0], desk.told), ";time:since"
    if chosen is not None and chosen.expression.sort in ("same", "shifted"):
        return pointed_at(desk, number, chosen.expression, kind=kind), ";time:antecedent"
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
    if before and kind == RATE:
        is_since = ";time:since" in before.rule and _works_out(desk, number)
        leans = is_since or (leans and before.kind == RATE)
    if before and leans:
        return (before.period_start, before.period_end), ";time:as-before"
    if kind == LEVEL:
        return day_of_level(desk, number, counted)
    carried = carried_days(desk, number, counted, kind) if kind != RATE else None
    return (carried, ";time:carried") if carried else ((None, None), "")


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
