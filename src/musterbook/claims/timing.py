"""A number that counts people in, its kind and its days out, and the rules they came by."""

import re
from datetime import date
from typing import NamedTuple

from musterbook.claims.claim import ExtractedClaim
from musterbook.claims.counting.asides import clause_with_verb
from musterbook.claims.counting.counted import Counted, Finding
from musterbook.claims.counting.groups import are_others, group_of
from musterbook.claims.counting.happenings import HARM, natures
from musterbook.claims.counting.own_verb import with_what_names_them
from musterbook.claims.desk import Desk
from musterbook.claims.kinds.kind_beside import (
    is_same_in_other_unit,
    is_set_against,
    kind_beside,
    time_text,
)
from musterbook.claims.kinds.kind_goal import is_goal_of_running_year
from musterbook.claims.kinds.kind_names import CHANGE, CUMULATIVE, LEVEL, RATE
from musterbook.claims.kinds.kind_new_number import kind_of_those_brought_to
from musterbook.claims.kinds.kind_of_day import is_of_one_before, is_of_own_day
from musterbook.claims.kinds.kind_of_event import is_of_fight_before
from musterbook.claims.kinds.kind_of_stretch import of_stretch_before, runs_to_now
from musterbook.claims.kinds.kind_summed import is_summed_up
from musterbook.claims.kinds.kind_supposed import kind_supposed
from musterbook.claims.kinds.kind_times import is_in_that_time
from musterbook.claims.kinds.kind_whole import whole_of
from musterbook.claims.kinds.kinds import kind_of
from musterbook.claims.kinds.rates import is_of_rate, rate_unit
from musterbook.claims.patterns.led import Led
from musterbook.claims.surroundings import Surroundings
from musterbook.claims.times.chosen_time import ChosenTime
from musterbook.claims.times.claim_dated import is_of_other_day
from musterbook.claims.times.claim_days import days_of
from musterbook.claims.times.claim_times import choose_time
from musterbook.claims.times.count_given import given_on
from musterbook.claims.times.days_of_story import Days, since_no_later
from musterbook.claims.times.days_perfect import told_in_the_perfect
from musterbook.claims.times.one_deed import of_one_deed
from musterbook.claims.times.own_clause import own_clause
from musterbook.claims.times.said_when import said_by_speaker
from musterbook.claims.times.strangers import is_of_next_clause, is_of_other_matter
from musterbook.claims.times.time_of_whom import times_of_deed
from musterbook.claims.times.time_settled import is_past_plan, settled
from musterbook.core.records import Stance

_BEING = re.compile(r"\s+(?:are|is|were|was)\s+(?:still\s+|now\s+)?being\b")  # others, held now


_DONE = re.compile(
    r"(?:\s+(?!who\b)[\w'-]+){0,3}?\s+(?:had|has|have)\s+(?:(?:already|so far"
    r"|since)\s+)?been\s+(?!due\b|expected"
    r"|scheduled|planned|told|ordered|asked|promised|invited|called)"
)


class Timing(NamedTuple):
    """The kind of a number, the unit of a rate, its time as worded and as days, and the rule."""

    kind: str
    per: str | None
    words: str | None
    days: Days
    rule: str


def time_and_kind(desk: Desk, finding: Finding, *, derived: bool, stance: Stance) -> Timing:
    """Find a number's time and kind; one that repeats an earlier number takes over both.

    `derived` marks a sum the text works out itself. A day or month without a year lies ahead of
    what is planned by `stance`.
    """
    supposed = stance != Stance.ASSERTED
    number, quantity, context, counted = finding
    told = with_what_names_them(desk.folded, counted, end=context.end)
    right = clause_with_verb(desk.folded, told.end, context.right, end=context.end)
    around = Surroundings(
        desk.folded, context.left, right, desk.told, desk.story, desk.is_lead(number)
    )
    per = rate_unit(around, counted.start, counted.end)
    chosen = _time_of(desk, finding, stance, told=told, is_rate=per is not None)
    words = time_text(desk.text, chosen)
    running = told_in_the_perfect(desk, finding, chosen) if not (per or derived) else None
    if running:
        return Timing(CUMULATIVE, None, words, running, ";time:closed")
    repeated = desk.same_before(quantity, counted)
    is_new = _BEING.match(desk.folded, counted.end, context.right) is not None
    if repeated and _are_others(desk, finding, repeated):
        repeated = None  # nine policemen, then nine civilians
    if repeated and repeated.period_start is None and repeated.rule.endswith(";time:told"):
        repeated = None  # a heading's toll up to now, whose day the text gives
    if repeated and is_of_other_day(desk, number, repeated):
        repeated = None  # two killed on Sunday, then two killed on Monday
    if repeated and repeated.period_end and not (chosen or derived or per or is_new):
        same = (repeated.period_start, repeated.period_end)
        return Timing(repeated.kind, repeated.per, words, same, ";time:repeat")
    before = desk.claim_before(number)
    kind = RATE if per else _kind(told, around, chosen, repeated)
    if not per:
        kind = _kind_beside(desk, finding, before, kind=kind, chosen=chosen)
    if supposed:
        kind = kind_supposed(desk, finding._replace(counted=told), kind)
    if before and not per and is_same_in_other_unit(desk, finding, before):
        days = (before.period_start, before.period_end)
        return Timing(before.kind, before.per, before.time_text, days, ";time:list")
    is_open = kind in (LEVEL, CUMULATIVE) and not (chosen or supposed)
    if is_open and (whole := whole_of(desk, finding, before, kind)):
        days = (whole.period_start, whole.period_end)
        return Timing(whole.kind, None, words, days, ";time:list")
    timing = Timing(kind, per, words, (None, None), "")
    return _with_days(desk, finding, timing, chosen, derived=derived, stance=stance)


def _are_others(desk: Desk, finding: Finding, repeated: ExtractedClaim) -> bool:
    """Say whether as many are told of others: another 2,000, or people of another sort."""
    lead = finding.quantity.lead
    is_another = desk.folded.startswith("another ", lead)
    return is_another or are_others(repeated.group, group_of(desk.text, finding.counted, lead))


def _with_days(
    desk: Desk,
    finding: Finding,
    timing: Timing,
    chosen: ChosenTime | None,
    *,
    derived: bool,
    stance: Stance,
) -> Timing:
    """Give the days of a number whose kind is known; of a plan they lie ahead."""
    supposed, planned = stance != Stance.ASSERTED, stance == Stance.PLANNED
    kind, number, counted = timing.kind, finding.number, finding.counted
    chosen = _its_own(desk, finding, chosen, kind)
    if chosen is None and not supposed and (of_before := of_stretch_before(desk, finding, kind)):
        told, days = of_before
        return Timing(told, timing.per, None, days, ";time:carried")
    kind = _kind_ahead(desk, finding, chosen, kind=kind, planned=planned)
    days, rule = days_of(desk, number, counted, chosen=chosen, kind=kind, derived=derived)
    if planned and not is_past_plan(desk, finding):
        days, rule = _days_ahead(days, rule, kind, told=desk.told)
        if not rule and kind == CHANGE and _at_an_hour(desk, finding):
            days, rule = (desk.told, desk.told), ";time:told"
    if supposed and _is_borrowed(days, rule, desk.told):
        days, rule = (None, None), ""
    if kind == CHANGE and not supposed and runs_to_now(desk, finding, days, rule):
        kind = CUMULATIVE
    is_to_now = kind == CUMULATIVE and chosen and is_in_that_time(chosen.expression, desk.folded)
    before = desk.claim_before(number) if kind == CUMULATIVE and chosen else None
    if before and chosen and is_set_against(desk, finding, chosen):
        days = since_no_later(
            before.period_start, chosen.expression.last
        )  # up from 6,650 on Sunday
    if is_to_now and days[0] and desk.told:
        days = (days[0], desk.told)  # have been freed in that time
    if kind == CHANGE and not (rule or supposed or chosen) and is_summed_up(desk, finding):
        kind = CUMULATIVE
    if kind == CUMULATIVE and not (rule or supposed):
        days, rule = _up_to_now(desk, finding)
    words = timing.words if chosen else None
    return Timing(kind, timing.per, words, since_no_later(*days), rule)


# Will deploy at noon: of the day of the report.
_AT_HOUR = Led(
    r"\bat (?:about )?(?:noon|midday|midnight|dawn|dusk|nightfall|sunrise|sunset|daybreak"
    r"|\d{1,2}(?:[:.]\d\d)? [ap]\.?m\b|\d{4} (?:hours|gmt))"
)


def _at_an_hour(desk: Desk, finding: Finding) -> bool:
    """Say whether a plan names an hour and no day."""
    context = finding.context
    found = _AT_HOUR.search(desk.folded, finding.counted.end, context.end)
    return found is not None and desk.told is not None and not desk.times(finding.number)


def _up_to_now(desk: Desk, finding: Finding) -> tuple[Days, str]:
    """Give the days of a total that names no time: to its telling; nobody says since when."""
    said = said_by_speaker(desk, finding.number, finding.counted.start, finding.counted.end)
    if said is None and desk.told is None:
        return (None, None), ""
    return (None, said or desk.told), ";time:saying" if said else ";time:told"


def _is_borrowed(days: Days, rule: str, told: date | None) -> bool:
    """Say whether what is only supposed took over a total up to now, or days of a plan beside."""
    first, last = days
    is_to_come = bool(last and told and last > told)
    return (rule == ";time:as-before" and first is None) or (rule == ";time:carried" and is_to_come)


def _kind_beside(
    desk: Desk,
    finding: Finding,
    before: ExtractedClaim | None,
    *,
    kind: str,
    chosen: ChosenTime | None,
) -> str:
    """Give a number the kind of what is told beside it, or of the fight that it is of."""
    kind = kind_beside(desk, finding, before, kind=kind, chosen=chosen)
    if kind != CUMULATIVE:
        return kind
    is_over = is_of_own_day(desk, finding, chosen) if chosen else is_of_fight_before(desk, finding)
    return CHANGE if is_over or is_of_one_before(desk, finding) else kind


def _kind_ahead(
    desk: Desk, finding: Finding, chosen: ChosenTime | None, *, kind: str, planned: bool
) -> str:
    """Give the kind of what is to come: one change, or all that a running year is to bring."""
    if planned and kind == CUMULATIVE and (chosen is None or _is_ahead(chosen)):
        counted, left = finding.counted, finding.context.left
        is_toll = counted.kind == CUMULATIVE and natures().get(counted.counted) in HARM
        told = kind_of_those_brought_to(desk.folded, counted, left=left)
        kind = told or (kind if is_toll else CHANGE)  # which would raise the death toll to 28
    is_goal = kind == CHANGE and is_goal_of_running_year(desk, finding, chosen)
    return CUMULATIVE if is_goal else kind


def _time_of(
    desk: Desk, finding: Finding, stance: Stance, *, told: Counted, is_rate: bool
) -> ChosenTime | None:
    """Choose the time of the sentence that is the number's own, as its stance takes it.

    `told` reaches over what tells which people are counted.
    """
    number, counted = finding.number, finding.counted
    times = times_of_deed(desk, finding, told)
    reach = own_clause(desk.folded, finding, times)
    chosen = choose_time(desk.folded, times, reach, desk.speakers.in_sentence(number))
    if chosen and chosen.expression.atom == "coming" and _DONE.match(desk.folded, counted.end):
        return None  # 89,000 had been found and more were expected in the next weeks
    if chosen and is_rate and not is_of_rate(desk.folded, counted, chosen.expression):
        return None
    if chosen is None:
        return None if is_rate else given_on(desk, number, counted)
    if is_of_next_clause(desk, finding, chosen):
        return None
    if stance != Stance.ASSERTED and _is_of_clause_before(desk, finding, chosen):
        return None  # 900 had left since May and that 300 were expected to go
    return settled(desk, finding, of_one_deed(desk, finding, chosen), stance)


def _its_own(
    desk: Desk, finding: Finding, chosen: ChosenTime | None, kind: str
) -> ChosenTime | None:
    """Drop a time that is of other matter, which is known only where the kind is."""
    if chosen and kind == LEVEL and _is_of_clause_before(desk, finding, chosen):
        return None
    return None if chosen and is_of_other_matter(desk, finding, chosen, kind) else chosen


# Has arrested 310 since May, and policemen are still looking for 90 more: today.
_NEXT_CLAUSE = re.compile(r"(?:,|;)\s(?:and|but|while)\s|\sand\sthat\s")


def _is_of_clause_before(desk: Desk, finding: Finding, chosen: ChosenTime) -> bool:
    """Say whether a stretch up to now is told of the clause before that of people who are so."""
    time, lead = chosen.expression, finding.quantity.lead
    is_before = time.sort == "since" and finding.context.start < time.start and time.end < lead
    return is_before and _NEXT_CLAUSE.search(desk.folded, time.end, lead) is not None


def _days_ahead(days: Days, rule: str, kind: str, *, told: date | None) -> tuple[Days, str]:
    """Give the days of what is planned: a level that is to be reached by a day is of that day.

    What is planned is not of the day told of before.
    """
    first, last = days
    is_over = bool(last and told and last <= told)
    if rule == ";time:carried" or (rule == ";time:as-before" and is_over):
        return (None, None), ""
    is_by_day = rule == ";time:till" and first is None and last is not None
    return ((last, last) if is_by_day and kind == LEVEL else days), rule


def _kind(
    counted: Counted,
    around: Surroundings,
    chosen: ChosenTime | None,
    repeated: ExtractedClaim | None,
) -> str:
    expression = chosen.expression if chosen else None
    if repeated and expression and expression.sort == "closed":
        days = (repeated.period_start, repeated.period_end)
        if days == (expression.first, expression.last):
            return repeated.kind  # killed 11 on Saturday; of the 11 people killed on Saturday
    return kind_of(counted, around, time=expression, said_then=bool(chosen and chosen.of_saying))


def _is_ahead(chosen: ChosenTime) -> bool:
    """Say whether a time ends what is planned: by the end of the year; this year."""
    return chosen.expression.sort in ("until", "till") or chosen.expression.atom == "calendar"
