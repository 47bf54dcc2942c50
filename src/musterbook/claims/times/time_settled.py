"""A time chosen for a number in, the same as its stance takes it out: ahead if it is planned."""

import re
from dataclasses import replace
from datetime import date, timedelta

from musterbook.claims.counting.counted import Finding
from musterbook.claims.desk import Desk
from musterbook.claims.kinds.kind_times import is_perfect
from musterbook.claims.number_words import count_of
from musterbook.claims.patterns.led import Led
from musterbook.claims.patterns.up_to import UpTo
from musterbook.claims.times.chosen_time import ChosenTime
from musterbook.claims.times.date_spans import DAYS_IN_WEEK, back_from, days_on, neighbour
from musterbook.claims.times.named_last import times_before
from musterbook.claims.times.said_when import said_on
from musterbook.claims.times.stretch_named import stretch_so_long
from musterbook.claims.times.time_ahead import nearest_such, next_such
from musterbook.claims.times.time_expression import TimeExpression, is_short
from musterbook.claims.times.time_to_report import up_to_the_report
from musterbook.claims.times.time_turned import from_a_day_before
from musterbook.claims.times.time_windows import length_of, with_days_before
from musterbook.claims.times.words_to_come import words_to_come
from musterbook.core.records import Stance

_AND = re.compile(r"\b(?:and|but)\b")
# The 60 killed on Friday will be buried: they were killed.
_DONE = UpTo(
    r"(?<!be )(?:killed|wounded|injured|arrested|detained|captured|kidnapped|seized|who died)\s+$"
)
_DONE_REACH = 20  # characters that hold such a word
# Had hoped to ship 5,000 in June: that June is over.
_HAD_HOPED = Led(
    r"\bhad (?:(?:once|first|earlier|originally|initially) )?(?:hoped|planned|wanted|intended|aimed"
    r"|meant|expected|been (?:expected|due|scheduled|supposed|meant|set) to)\b"
    r"|\b(?:was|were) to have\b|\bneeded (?:\w+ )?\d"
    r"|\b(?:against|below|above|short of) (?:its|the|an?|their) (?:\w+ )?(?:goal|target|quota)\b"
)
_AND_WILL = re.compile(r"\b(?:and|but) (?:[a-z]+ )?(?:will|shall|would|is|are|was|were)\b")


def settled(desk: Desk, finding: Finding, chosen: ChosenTime, stance: Stance) -> ChosenTime | None:
    """Move a time ahead for what is planned, drop one that is over, widen one of several days."""
    if stance != Stance.ASSERTED and _is_of_the_past(desk, chosen, finding.quantity.lead):
        return None
    context = finding.context
    if stance == Stance.ASSERTED and chosen.expression.atom in ("today", "overnight"):
        chosen = _of_an_earlier_day(desk, finding, chosen)
    if chosen.expression.atom == "lasting" and (dated := _dated_before(desk, finding, chosen)):
        return dated
    if chosen.expression.atom == "span":
        return _span_settled(desk, chosen, stance, desk.folded[context.start : context.end])
    if chosen.expression.atom.startswith("=") and desk.told:
        return _within(chosen, stance, _said_before(desk, finding, chosen) or desk.told)
    if stance == Stance.PLANNED and chosen.expression.atom.startswith(_THE_NEXT):
        return _coming(desk, chosen, _said_before(desk, finding, chosen) or desk.told)
    turned = from_a_day_before(desk, finding, chosen, stance)
    if turned is None:
        return None
    chosen = turned
    to_come = words_to_come(desk, finding, chosen, stance)
    if to_come and stance == Stance.ASSERTED and _AND_WILL.search(to_come):
        return None  # they remain, and are to be moved in May
    chosen = _as_it_is_meant(desk, finding, chosen, stance, is_to_come=bool(to_come))
    time = chosen.expression
    if is_short(time) and finding.counted.counted not in _WHEN_OVER:
        time = with_days_before(desk.folded, time, (context.start, context.end))
    return replace(chosen, expression=time)


def _dated_before(desk: Desk, finding: Finding, chosen: ChosenTime) -> ChosenTime | None:
    """Give three days of fighting the days of a stretch so long that was told just before."""
    time = chosen.expression
    words = desk.folded[time.start : time.end]
    days = stretch_so_long(words, times_before(desk, finding.number))
    if days is None:
        return None
    return replace(chosen, expression=replace(time, first=days[0], last=days[1], atom="window"))


# Went back to work on Thursday after a strike of a day: when it was over.
_WHEN_OVER = frozenset(
    {"returned", "released", "rescued", "withdrawn", "surrendered", "arrived", "deployed"}
)


def _as_it_is_meant(
    desk: Desk, finding: Finding, chosen: ChosenTime, stance: Stance, *, is_to_come: bool
) -> ChosenTime:
    """Move what is planned to the next such time; what was done ends with the report."""
    if desk.told is None:
        return chosen
    if stance == Stance.PLANNED:
        chosen = _of_the_running_year(desk, chosen, desk.told)
    left = max(finding.context.start, chosen.expression.start - _DONE_REACH)
    is_done = _DONE.search(desk.folded, left, chosen.expression.start) or _was_so(
        desk, finding, chosen
    )
    if (stance == Stance.PLANNED or is_to_come) and not is_done:
        if is_past_plan(desk, finding):
            return nearest_such(desk, chosen)
        return next_such(desk, chosen, said=_said_before(desk, finding, chosen))
    near = max(finding.context.start, finding.quantity.lead - _TO_REACH)
    if stance != Stance.ASSERTED or _TO_DO_ALL.search(desk.folded, near, finding.quantity.lead):
        return chosen
    return up_to_the_report(desk, chosen, desk.told)


_THE_NEXT = "+following "


def _coming(desk: Desk, chosen: ChosenTime, told: date | None) -> ChosenTime:
    """Read `over the next month` of what is planned as a month from now on."""
    time = chosen.expression
    if told is None or "next" not in desk.folded[time.start : time.end]:
        return chosen
    last = back_from(told, -1, time.atom.removeprefix(_THE_NEXT))
    ahead = replace(time, first=told, last=last, sort="closed", atom="coming")
    return replace(chosen, expression=ahead)


def _said_before(desk: Desk, finding: Finding, chosen: ChosenTime) -> date | None:
    """Give the day, some days before the report, on which what is planned was said.

    Told on a Thursday: said on Monday that they would leave on Wednesday, which is over.
    """
    said = said_on(desk, finding.number)
    if said is None or desk.told is None or said == chosen.expression.last:
        return None
    return said if timedelta() < desk.told - said < timedelta(days=DAYS_IN_WEEK) else None


_WAS = re.compile(
    r"\b(?:was|were|had)\b"
    r"(?! (?:to|supposed|due|expected|scheduled|planned|meant|set|been|hoped)\b)"
)


def _was_so(desk: Desk, finding: Finding, chosen: ChosenTime) -> bool:
    """Say whether a time before a number is of what was: in May it was short of the 60 it needs."""
    time, lead = chosen.expression, finding.quantity.lead
    if time.end > lead or chosen.expression.sort != "closed":
        return False
    return _WAS.search(desk.folded, time.end, lead) is not None


# Trying to sign up 9,000 recruits in all of 1990.
_TO_DO_ALL = UpTo(r"(?<!managed )\bto (?!the\b|an?\b)[a-z]+ (?:[a-z]+ ){0,2}$")
_TO_REACH = 40


def _of_the_running_year(desk: Desk, chosen: ChosenTime, told: date) -> ChosenTime:
    """Read `a goal of 30,000 for the year`: of the one that is running."""
    time = chosen.expression
    if time.sort != "same" or desk.folded[time.start : time.end] != "for the year":
        return chosen
    year = neighbour("year", told, 0)
    whole = replace(time, first=year.start, last=year.end, sort="closed", atom="whole_year")
    return replace(chosen, expression=whole)


def is_past_plan(desk: Desk, finding: Finding) -> bool:
    """Say whether what is planned was once: its time is as far back as that of any deed."""
    return _HAD_HOPED.search(desk.folded, finding.context.start, finding.counted.end) is not None


def _span_settled(
    desk: Desk, chosen: ChosenTime, stance: Stance, sentence: str
) -> ChosenTime | None:
    """Read `in three months` as the last ones of a perfect, the next ones of a plan, else not."""
    time = chosen.expression
    if stance == Stance.PLANNED and time.first and desk.told:
        ahead = desk.told + (desk.told - time.first)
        return replace(chosen, expression=replace(time, first=desk.told, last=ahead))
    if is_perfect(sentence):
        return chosen
    # Killed in 21 months: nobody says in which.
    return replace(chosen, expression=replace(time, first=None, last=None, atom="spent"))


def _of_an_earlier_day(desk: Desk, finding: Finding, chosen: ChosenTime) -> ChosenTime:
    """Read `overnight` after a strike on 14 June, and `today` as quoted of one who spoke then."""
    time, number = chosen.expression, finding.number
    is_today = time.atom == "today"
    if desk.told is None or number == 0 or (is_today and not _is_quoted(desk, time.start)):
        return chosen
    if desk.sentences[number - 1].paragraph != desk.sentences[number].paragraph:
        return chosen
    if not is_today and any(each.sort == "until" for each in desk.times(number)):
        return chosen  # by midday on Tuesday 297 had been held, 40 of them overnight
    for each in reversed(desk.times(number - 1)):
        if each.sort == "closed" and is_short(each) and each.first and each.first == each.last:
            back = (desk.told - each.first).days
            is_meant = 1 <= back <= _QUOTED_BACK if is_today else _is_night_of(desk, each, back)
            last = each.first + timedelta(days=not is_today)
            moved = replace(time, first=each.first, last=last)
            return replace(chosen, expression=moved) if is_meant else chosen
    return chosen


_QUOTED_BACK = 3  # days before the report on which one who is quoted may have said `today`
# The riots that began on 11 May: they go on, and the night is that before the report.
_SET_OFF = re.compile(r"\b(?:began|begun|started|broke out|erupted|flared)\b[^.;]{0,40}$")
_SET_OFF_REACH = 64


def _is_night_of(desk: Desk, day: TimeExpression, back: int) -> bool:
    """Say whether `overnight` is the night after a day told before, some days before the report."""
    near = max(0, day.start - _SET_OFF_REACH)
    return back > 1 and _SET_OFF.search(desk.folded, near, day.start) is None


def _is_quoted(desk: Desk, place: int) -> bool:
    """Say whether an odd number of quotation marks stands before a place in its paragraph."""
    start = desk.folded.rfind("\n\n", 0, place) + 1
    return desk.folded.count('"', start, place) % 2 == 1


def _within(chosen: ChosenTime, stance: Stance, told: date) -> ChosenTime | None:
    """Read `within 48 hours` as the next ones of what is not yet so; past years are no time."""
    time = chosen.expression
    count, unit = time.atom[1:].rsplit(" ", 1)
    is_long = unit in ("month", "year")
    if stance == Stance.ASSERTED:
        return None if is_long or unit == "hour" else chosen
    last = (
        back_from(told, -count_of(count), unit)
        if is_long
        else days_on(told, length_of(count, unit).days)
    )
    ahead = replace(time, first=None if is_long else told, last=last, sort="till")
    return replace(chosen, expression=ahead)


_TO_DO = re.compile(r"\b(?:will|shall|would|(?:is|are|was|were|plans?|planned) to)\b")


def _is_of_the_past(desk: Desk, chosen: ChosenTime, lead: int) -> bool:
    """Say whether a time before `and` is over, so that what is planned after it is not of it."""
    last, told = chosen.expression.last, desk.told
    between = _AND.search(desk.folded, chosen.expression.end, max(chosen.expression.end, lead))
    if between and _TO_DO.search(desk.folded, chosen.expression.end, between.start()):
        return False  # on Saturday the army will withdraw 500 men and send 200
    return bool(last and told and between and last < told)
