"""Harm for which no time is told in, whether it is of the stretch or the place told before out.

The bands have made 44 attacks since 7 August. They lost 67 men in the same period: so far.
In March last year 535 were killed in Jimeta. Newspapers put the toll there at 700: in that March.
"""

import re
from datetime import date, timedelta
from typing import Final

from musterbook.claims.claim import ExtractedClaim
from musterbook.claims.counting.counted import Counted, Finding
from musterbook.claims.counting.happenings import HARM, natures
from musterbook.claims.desk import Desk
from musterbook.claims.kinds.kind_names import CHANGE, CUMULATIVE
from musterbook.claims.kinds.kind_of_unrest import days_of_unrest
from musterbook.claims.patterns.led import Led
from musterbook.claims.times.chosen_time import ChosenTime
from musterbook.claims.times.days_of_story import FRESH, Days
from musterbook.claims.times.event_names import names_of
from musterbook.claims.times.told_just_before import of_clause_before, told_nearby

_TOLL_THERE: Final = re.compile(r"\b(?:toll|number of dead|losses) (?:there|then) (?:at|was)\b")
_LONG: Final = timedelta(days=7)  # what runs so long is no single fight


def of_stretch_before(desk: Desk, finding: Finding, kind: str) -> tuple[str, Days] | None:
    """Give the kind and the days of harm that is of the place or the fighting told before."""
    if kind == CUMULATIVE:
        there = _days_of_that_place(desk, finding) or _days_of_old(desk, finding)
        return (CHANGE, there) if there else None
    if kind != CHANGE:
        return None
    since = _days_of_this_fighting(desk, finding) or days_of_unrest(desk, finding)
    return (CUMULATIVE, since) if since else None


def _days_of_that_place(desk: Desk, finding: Finding) -> Days | None:
    """Give the days of what was just told of the place whose toll is told: the toll there."""
    counted = finding.counted
    if _TOLL_THERE.search(desk.folded, counted.start, counted.end) is None:
        return None
    return told_nearby(desk, finding.number)


# So far, not then.
_RUNS: Final = Led(r"\b(?:has|have|may|might|could|so far|in all|altogether|since|now|still)\b")


def _days_of_old(desk: Desk, finding: Finding) -> Days | None:
    """Give the days of long ago that the words before name: in 1987 a ferry sank; 400 died."""
    number, told, happening = finding.number, desk.told, finding.counted.happening
    here = desk.sentences[number]
    if told is None or happening is None or desk.speakers.in_sentence(number):
        return None
    own = desk.times(number)
    if all(time.sort != "closed" for time in own or desk.dated(max(0, number - 1))):
        return None
    if _RUNS.search(desk.folded, here.start, here.end):
        return None
    start = finding.counted.start
    days = of_clause_before(desk, number, start) if own else told_nearby(desk, number, back=1)
    return days if days and days[1] and told - days[1] > FRESH else None


_IN_THIS: Final = Led(
    r"\b(?:in|during) (?:all )?(?:this|these|those) (?:[a-z]+ )?"
    rf"(?:{names_of('attack', 'unrest', 'war')}|incidents|actions|engagements|encounters)\b"
)
_AMONG: Final = re.compile(r"among (?:the|its|their) [a-z]+s\b")  # and it goes on counting
_BACK: Final = 2  # sentences before in which it is told since when they have gone on


def _days_of_this_fighting(desk: Desk, finding: Finding) -> Days | None:
    """Give the days of the attacks that a sentence before tells of since a day: in these raids."""
    here, happening = desk.sentences[finding.number], finding.counted.happening
    if happening is None or happening.nature not in HARM or desk.told is None:
        return None
    before = desk.claim_before(finding.number)
    if before and _AMONG.match(desk.folded, here.start) and before.kind == CUMULATIVE:
        is_running = before.rule.endswith(";time:carried") and before.period_end == desk.told
        return (before.period_start, before.period_end) if is_running else None
    if before and _is_other_side(desk, finding, before):
        return before.period_start, before.period_end
    if _IN_THIS.search(desk.folded, here.start, here.end) is None:
        return None
    for place in range(finding.number - 1, max(-1, finding.number - 1 - _BACK), -1):
        for time in desk.times(place):
            if time.sort == "since" and time.first is not None:
                return time.first, desk.told
    return None


def _is_other_side(desk: Desk, finding: Finding, before: ExtractedClaim) -> bool:
    """Say whether harm is told right after that of others since a day: eleven rebels were killed.

    Eight soldiers have been killed since Wednesday. Eleven rebels were killed, it said.
    """
    number = finding.number
    if desk.times(number) or not number or ";time:since" not in before.rule:
        return False
    is_next = desk.sentences[number - 1].start <= before.start < desk.sentences[number].start
    is_harm = natures().get(before.counted) in HARM and before.period_end == desk.told
    return is_next and is_harm and before.period_start is not None


def runs_to_now(desk: Desk, finding: Finding, days: Days, rule: str) -> bool:
    """Say whether those harmed are of a stretch told before that runs up to now."""
    first, last = days
    if rule not in (";time:carried", ";time:antecedent") or first is None or last is None:
        return False
    happening = finding.counted.happening
    is_harm = happening is not None and happening.nature in HARM
    return is_harm and last == desk.told and last - first > _LONG


_PARTS: Final = ("people:part-of", "people:as-before", "people:measure-noun")


def of_stretch_told(counted: Counted, chosen: ChosenTime | None, told: date | None) -> str:
    """Give the kind of a part with only a time behind it: have freed 212, 41 of them in October.

    Of a month that is not over it still is counted.
    """
    if chosen is None or not counted.rule.startswith(_PARTS):
        return ""
    time = chosen.expression
    if time.sort != "closed" or not 0 <= time.start - counted.end <= 1:
        return ""
    is_running = bool(
        time.first and told and time.last and time.last >= told and told - time.first >= _LONG
    )
    return CUMULATIVE if is_running else CHANGE
