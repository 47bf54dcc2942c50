"""A number that counts people in, its kind and its days out, and the rules they came by."""

import re
from typing import NamedTuple

from musterbook.claims.asides import clause_with_verb
from musterbook.claims.claim import ExtractedClaim
from musterbook.claims.claim_days import days_of
from musterbook.claims.claim_times import ChosenTime, Reach, choose_time
from musterbook.claims.counted import Counted, Finding
from musterbook.claims.days_carried import Days
from musterbook.claims.days_perfect import told_in_the_perfect
from musterbook.claims.desk import Desk
from musterbook.claims.kind_names import CHANGE, CUMULATIVE, LEVEL, RATE
from musterbook.claims.kind_supposed import kind_supposed
from musterbook.claims.kind_times import PERFECT
from musterbook.claims.kinds import kind_of
from musterbook.claims.rates import is_of_rate, rate_unit
from musterbook.claims.surroundings import Surroundings
from musterbook.claims.time_settled import settled
from musterbook.core.records import Stance

_AFTER = re.compile(r"\b(?:after|when)\b")


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
    supposed, planned = stance != Stance.ASSERTED, stance == Stance.PLANNED
    number, quantity, context, counted = finding
    right = clause_with_verb(desk.folded, counted.end, context.right, end=context.end)
    around = Surroundings(
        desk.folded, context.left, right, desk.told, desk.story, desk.is_lead(number)
    )
    per = rate_unit(around, counted.start, counted.end)
    chosen = _time_of(desk, finding, stance, is_rate=per is not None)
    words = _time_text(desk.text, chosen)
    running = told_in_the_perfect(desk, finding, chosen) if not (per or derived) else None
    if running:
        return Timing(CUMULATIVE, None, words, running, ";time:closed")
    repeated = desk.same_before(quantity, counted)
    if repeated and repeated.period_end and not (chosen or derived or per):
        same = (repeated.period_start, repeated.period_end)
        return Timing(repeated.kind, repeated.per, words, same, ";time:repeat")
    before = desk.claim_before(number)
    kind = RATE if per else _kind(counted, around, chosen)
    if before and not per:
        kind = _kind_beside(desk, finding, before, kind=kind, chosen=chosen)
    if supposed:
        kind = kind_supposed(desk, finding, kind)
    if before and not per and _is_same_in_other_unit(desk, finding, before):
        days = (before.period_start, before.period_end)
        return Timing(before.kind, before.per, before.time_text, days, ";time:list")
    is_open = kind == LEVEL and not (chosen or supposed)
    if is_open and (whole := _whole_of(desk, finding, before)):
        days = (whole.period_start, whole.period_end)
        return Timing(whole.kind, None, words, days, ";time:list")
    if planned and kind == CUMULATIVE and (chosen is None or _is_ahead(chosen)):
        kind = CHANGE
    if chosen and kind == LEVEL and _is_of_another_event(desk.folded, counted, chosen):
        chosen, words = None, None
    days, rule = days_of(desk, number, counted, chosen=chosen, kind=kind, derived=derived)
    if planned:
        days, rule = _days_ahead(days, rule, kind)
    return Timing(kind, per, words, days, rule)


def _time_of(desk: Desk, finding: Finding, stance: Stance, *, is_rate: bool) -> ChosenTime | None:
    """Choose the time of the sentence that is the number's own, as its stance takes it."""
    number, quantity, context, counted = finding
    reach = Reach(context.start, context.left, context.right, quantity.lead, counted.end)
    speeches = desk.speakers.in_sentence(number)
    chosen = choose_time(desk.folded, desk.times(number), reach, speeches)
    if chosen and is_rate and not is_of_rate(desk.folded, counted, chosen.expression):
        return None
    return settled(desk, finding, chosen, stance) if chosen else None


def _days_ahead(days: Days, rule: str, kind: str) -> tuple[Days, str]:
    """Give the days of what is planned: a level that is to be reached by a day is of that day.

    What is planned is not of the day told of before.
    """
    if rule == ";time:carried":
        return (None, None), ""
    first, last = days
    is_by_day = rule == ";time:till" and first is None and last is not None
    return ((last, last) if is_by_day and kind == LEVEL else days), rule


# Those told in one breath with others: (6,200 individuals); alongside two members of a militia.
_LISTED = re.compile(
    r"(?:\s+(?!(?:was|were|is|are|has|have|had|said|while|but|when|who|which|that)\b)[\w'’.-]+){0,7}?"
    r"\s*(?:[,(]|\b(?:and|or|plus|including|along with|alongside|as well as|composed of))"
    r"\s*(?:about|some|another|the|i\.e\.,?|or|of|in)?\s*"
)


def _kind_beside(
    desk: Desk, finding: Finding, before: ExtractedClaim, *, kind: str, chosen: ChosenTime | None
) -> str:
    """Give the kind of a number as the one told before it has it: a list, a toll, one perfect."""
    kind = _kind_again(kind, before, finding, chosen)
    is_of_both = chosen is None or _time_text(desk.text, chosen) == before.time_text
    if not is_of_both or kind != CHANGE:
        return kind
    if chosen:
        return CUMULATIVE if _is_in_one_breath(desk, finding, before) else kind
    is_beside = _belongs_to_toll(desk, finding, before) or _is_in_one_breath(desk, finding, before)
    return CUMULATIVE if is_beside else kind


def _kind_again(
    kind: str, before: ExtractedClaim, finding: Finding, chosen: ChosenTime | None
) -> str:
    """Give the kind of a number that leans on the one before: 41 in May and 38 in June."""
    counted = finding.counted
    if not counted.rule.endswith("as-before"):
        return kind
    if chosen is None:
        return before.kind if before.counted == counted.counted else kind
    if chosen.expression.sort == "since":
        return CUMULATIVE
    is_change = kind == LEVEL and before.kind == CHANGE and chosen.expression.sort == "closed"
    return CHANGE if is_change else kind


# 86,000 people in 19,000 households; 1,240 households (6,200 individuals).
_OTHER_UNIT = re.compile(
    r"(?:\s+[\w'’-]+){0,3}?\s*(?:\(\s*(?:or\s+)?"
    r"|,?\s*\b(?:in|from|or|composed of|comprising|making up|belonging to)\s+)"
    r"(?:(?:about|some|the|a total of)\s+)*"
)


def _is_same_in_other_unit(desk: Desk, finding: Finding, before: ExtractedClaim) -> bool:
    """Say whether a number tells those before it once more, by the household or by the head."""
    counted, context = finding.counted, finding.context
    if not context.is_same_sentence or counted.unit == before.unit:
        return False
    if not {counted.unit, before.unit} & _HOMES or counted.unit == "fraction":
        return False
    return bool(_OTHER_UNIT.fullmatch(desk.folded, context.left, counted.start))


_HOMES = frozenset({"household", "family"})


_THEY_WERE = re.compile(
    r"(?:there\s+(?:were|are)\s+also|(?:\w+\s+said\s+(?:that\s+)?)?among\s+(?:them|those)\s*"
    r"(?:,[^,]{1,20},)?\s*(?:were|are)|they\s+(?:included?|were)"
    r"|(?:the|this)\s+(?:group|total|dead|number|figure|party|convoy|batch|wounded|victims)\s+"
    r"(?:also\s+)?(?:includes?|included)"
    r"|(?:at\s+least\s+)?[\w-]+\s+of\s+them\s+were)\b"
)


def _whole_of(desk: Desk, finding: Finding, before: ExtractedClaim | None) -> ExtractedClaim | None:
    """Give those of whom a number tells a part: in one breath, or there were also 16 Spaniards."""
    if before and _is_listed(desk, finding, before):
        return before
    start = desk.sentences[finding.number].start
    if not desk.claims or not _THEY_WERE.match(desk.folded, start):
        return None
    last = desk.claims[-1]
    is_near = finding.quantity.start - last.start <= _LIST_REACH
    return last if is_near and last.kind in (CHANGE, CUMULATIVE) else None


_LIST_REACH = 400  # characters after a number in which those it counts are still listed


def _is_listed(desk: Desk, finding: Finding, before: ExtractedClaim) -> bool:
    """Say whether a number of which nothing is said stands in a list with the one before it."""
    counted, context = finding.counted, finding.context
    if before.kind == LEVEL or not context.is_same_sentence:
        return False
    if counted.happening is not None or counted.kind is not None:
        return False
    return bool(_LISTED.fullmatch(desk.folded, context.left, counted.start))


def _belongs_to_toll(desk: Desk, finding: Finding, before: ExtractedClaim) -> bool:
    """Say whether harm is told beside a toll: the death toll is 150, with 400 others injured."""
    happening = finding.counted.happening
    is_harm = happening is not None and happening.nature == "loss"
    in_sentence = before.start >= desk.sentences[finding.number].start
    is_toll = before.kind == CUMULATIVE and before.rule.startswith("people:measure-noun")
    return is_harm and in_sentence and is_toll


_AND_MORE = re.compile(r"[^,;.]{0,60}?(?:,\s*)?\band\s+(?:[\w-]+\s+){0,3}?")


def _is_in_one_breath(desk: Desk, finding: Finding, before: ExtractedClaim) -> bool:
    """Say whether one perfect tells two numbers: have left 175 dead and 623 wounded."""
    counted, context = finding.counted, finding.context
    if before.kind != CUMULATIVE or not context.is_same_sentence or counted.happening is None:
        return False
    if counted.happening.nature not in ("loss", "move"):
        return False
    told = desk.folded[context.start : counted.start]
    return bool(
        PERFECT.search(told) and _AND_MORE.fullmatch(desk.folded, context.left, counted.start)
    )


_STILL_AFTER = re.compile(r"\s+(?:still|now)\b")


def _is_of_another_event(folded: str, counted: Counted, chosen: ChosenTime) -> bool:
    """Say whether a level's time dates what led to it: missing after the ferry sank on Friday."""
    time = chosen.expression
    if time.start > counted.end and _STILL_AFTER.match(folded, time.end):
        return " who " in folded[counted.end : time.start]  # who came in March still wait
    between = _AFTER.search(folded, counted.end, max(counted.end, chosen.expression.start))
    is_fate = counted.happening is not None and counted.happening.nature == "fate"
    return between is not None and (between[0] == "after" or is_fate)


def _kind(counted: Counted, around: Surroundings, chosen: ChosenTime | None) -> str:
    expression = chosen.expression if chosen else None
    return kind_of(counted, around, time=expression, said_then=bool(chosen and chosen.of_saying))


def _time_text(text: str, chosen: ChosenTime | None) -> str | None:
    return text[chosen.expression.start : chosen.expression.end] if chosen else None


def _is_ahead(chosen: ChosenTime) -> bool:
    """Say whether a time ends what is planned: by the end of the year; this year."""
    return chosen.expression.sort in ("until", "till") or chosen.expression.atom == "calendar"
