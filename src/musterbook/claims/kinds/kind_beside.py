"""A number and the one told before it in, the kind that both have out: a list, a toll, a part."""

import re

from musterbook.claims.claim import ExtractedClaim
from musterbook.claims.counting.counted import Finding
from musterbook.claims.desk import Desk
from musterbook.claims.kinds.kind_losses import RECORDED
from musterbook.claims.kinds.kind_made_so import has_sought
from musterbook.claims.kinds.kind_names import CHANGE, CUMULATIVE, LEVEL
from musterbook.claims.kinds.kind_new_number import is_body_brought_to
from musterbook.claims.kinds.kind_of_stretch import of_stretch_told
from musterbook.claims.kinds.kind_own_verb import is_of_own_place
from musterbook.claims.kinds.kind_part import kind_of_part, kind_of_some
from musterbook.claims.kinds.kind_states import SHORT
from musterbook.claims.kinds.kind_times import is_perfect
from musterbook.claims.kinds.kind_told_with import (
    adds_to_toll,
    is_in_place_beside,
    is_told_with,
)
from musterbook.claims.kinds.kind_whole import dead_before, is_among_all, toll_before
from musterbook.claims.patterns.up_to import UpTo
from musterbook.claims.times.chosen_time import ChosenTime


def kind_beside(
    desk: Desk,
    finding: Finding,
    before: ExtractedClaim | None,
    *,
    kind: str,
    chosen: ChosenTime | None,
) -> str:
    """Give the kind of a number as the one told before it has it: a list, a toll, one perfect."""
    if kind == CHANGE and chosen and _is_same_stretch(desk, chosen):
        return CUMULATIVE if desk.claims and desk.claims[-1].kind == CUMULATIVE else kind
    if told_of_some := kind_of_some(desk.folded, finding.counted, kind):
        return told_of_some
    if toll := toll_before(desk, finding, kind):
        if kind == CHANGE and chosen is None and is_among_all(desk, finding):
            return toll.kind
        before = toll
    if chosen is None and (of_toll := _of_toll_before(desk, finding, kind)):
        return of_toll
    if before is None:
        is_part = finding.counted.rule == "people:part-of-unnamed" and desk.claims
        return (
            _kind_again(desk, finding, desk.claims[-1], kind=kind, chosen=chosen)
            if is_part
            else kind
        )
    return _kind_by(desk, finding, before, kind=kind, chosen=chosen)


def _of_toll_before(desk: Desk, finding: Finding, kind: str) -> str:
    """Give the kind of the hurt told as more of a toll, or of where some of its dead were."""
    if kind == CHANGE and adds_to_toll(desk, finding):
        return CUMULATIVE
    dead = dead_before(desk, finding) if kind == LEVEL else None
    return dead.kind if dead else ""


def _kind_by(
    desk: Desk,
    finding: Finding,
    before: ExtractedClaim,
    *,
    kind: str,
    chosen: ChosenTime | None,
) -> str:
    """Give the kind of a number as the one before it in its paragraph has it."""
    if _has_kind_of(desk, finding, before, kind=kind, chosen=chosen):
        return before.kind
    kind = _kind_again(desk, finding, before, kind=kind, chosen=chosen)
    is_of_both = chosen is None or time_text(desk.text, chosen) == before.time_text
    if not is_of_both or kind != CHANGE:
        return kind
    if chosen:
        return CUMULATIVE if _is_in_one_breath(desk, finding, before) else kind
    is_beside = _belongs_to_toll(desk, finding, before) or _is_in_one_breath(desk, finding, before)
    return CUMULATIVE if is_beside else kind


def _has_kind_of(
    desk: Desk,
    finding: Finding,
    before: ExtractedClaim,
    *,
    kind: str,
    chosen: ChosenTime | None,
) -> bool:
    """Say whether a number is told as the one before it, so that it has its kind."""
    if kind == LEVEL and is_told_with(
        desk, finding, before, time_text=time_text(desk.text, chosen)
    ):
        return True
    if chosen is not None:
        return False
    if finding.counted.kind == CUMULATIVE == before.kind and kind == CHANGE:
        return True  # has lost 101 men; the rebels' losses he put at 515
    is_nobody = before.kind == CHANGE and _is_nobody_then(desk, finding)
    return is_nobody or _is_part_of(desk, finding, before)


# Fire ate through a warehouse on Saturday; no one was hurt. But: nobody has been arrested.
_HAVE = re.compile(r"\b(?:has|have|had|ever)\b")


def _is_nobody_then(desk: Desk, finding: Finding) -> bool:
    """Say whether nobody was hurt in what is told just before, not in all the time since."""
    counted = finding.counted
    is_nobody = counted.rule == "people:nobody"
    return is_nobody and not _HAVE.search(desk.folded, counted.start, finding.context.end)


_INCLUDING = UpTo(r"\b(?:including|among them)\s+(?:(?:about|some|at least)\s+)*$")


def _is_part_of(desk: Desk, finding: Finding, before: ExtractedClaim) -> bool:
    """Say whether a number is introduced as part of the one before it: 241, including 68 women."""
    counted, context = finding.counted, finding.context
    if not context.is_same_sentence or before.counted != counted.counted:
        return False
    left = max(context.left, counted.start - len("including at least some "))
    return _INCLUDING.search(desk.folded, left, counted.start) is not None


_ONE_UNIT = (" day", " week", " month", " year")  # the same month 43 were arrested


def _is_same_stretch(desk: Desk, chosen: ChosenTime) -> bool:
    """Say whether a time points at the stretch of the count before: over the same period."""
    time = chosen.expression
    words = desk.folded[time.start : time.end]
    return time.sort == "same" and "same " in words and not words.endswith(_ONE_UNIT)


def _kind_again(
    desk: Desk,
    finding: Finding,
    before: ExtractedClaim,
    *,
    kind: str,
    chosen: ChosenTime | None,
) -> str:
    """Give the kind of a number that leans on the one before: 41 in May and 38 in June."""
    counted = finding.counted
    is_dated = chosen is not None and time_text(desk.text, chosen) != before.time_text
    if of_part := kind_of_part(desk.folded, counted, before, kind=kind, is_dated=is_dated):
        return of_part
    if kind == LEVEL != before.kind and (of_stretch := of_stretch_told(counted, chosen, desk.told)):
        return of_stretch
    if not counted.rule.endswith("as-before"):
        return kind
    context = finding.context
    is_short = kind == CHANGE and before.kind == LEVEL and SHORT.match(desk.folded, counted.end)
    is_beside = is_short or is_in_place_beside(desk, finding, before)
    if is_beside or is_set_against(desk, finding, chosen):
        # 14,000 short of the strength told; 13,350 had come by noon, up from 6,650 on Monday
        return before.kind
    has_own = kind == CUMULATIVE and has_sought(desk.folded, counted)
    if has_own or (
        kind == LEVEL
        and (
            is_of_own_place(desk.folded, counted, left=context.left, right=context.right)
            or is_body_brought_to(desk.folded, counted, left=context.left)
        )
    ):
        return kind
    is_still = chosen is not None and chosen.expression.sort == "now" and before.kind == LEVEL
    if chosen is None or (is_still and before.counted == counted.counted):
        is_counted_on = kind == CHANGE and before.kind == CUMULATIVE
        return before.kind if before.counted == counted.counted or is_counted_on else kind
    if chosen.expression.sort == "since":
        return CUMULATIVE
    is_of_day = before.kind == CHANGE and chosen.expression.sort == "closed"
    is_counted_up = kind == CUMULATIVE and not _is_one_more(desk, finding)
    return CHANGE if is_of_day and not is_counted_up else kind


# Forty on Sunday and another 22 on Monday; but not: which brought the total to 62.
_THE_TOTAL = re.compile(r"\b(?:total|toll|number|count|figure)\b")


def _is_one_more(desk: Desk, finding: Finding) -> bool:
    """Say whether a number goes on with a list of what one day after another brought."""
    context = finding.context
    if not context.is_same_sentence:
        return False
    return _THE_TOTAL.search(desk.folded, context.left, finding.counted.start) is None


# Up from 6,650 on Monday; on Sunday the number was put at 30,000; gave a figure of 30,000.
_SET_AGAINST = UpTo(
    r"\b(?:(?:up|down|compared|as against|as opposed)\s+(?:from|with|to)"
    r"|(?:the|this|that|its|their)\s+(?:number|figure|count|total|estimate)\s+(?:was|stood|had"
    r"(?:\s+been|\s+stood)?)(?:\s+(?:still|then|only))?(?:\s+(?:put|given|estimated|reported))?"
    r"(?:\s+(?:at|as)|\s+(?:later\s+|then\s+)?(?:revised|raised|lowered|corrected|changed|increased|brought|cut)(?:\s+(?:up|down|upwards?))?\s+to)?"
    r"|(?:gave|given|quoted|published|reported|had)\s+(?:a|the)\s+(?:\w+\s+)?(?:figure|total|count)\s+of)"
    r"\s+(?:(?:about|some|just|only|nearly|almost|more than|over|at least)\s+)*$"
)


def is_set_against(desk: Desk, finding: Finding, chosen: ChosenTime | None) -> bool:
    """Say whether a number is only the one before as it stood on another day."""
    counted = finding.counted
    time = chosen.expression if chosen else None
    if time and (time.first is None or time.first != time.last):
        return False  # compared with 96 in the same months of the year before
    return _SET_AGAINST.search(desk.folded, finding.context.left, counted.start) is not None


# 86,000 people in 19,000 households; 1,240 households (6,200 individuals).
_OTHER_UNIT = re.compile(
    r"(?:\s+[\w'’-]+){0,3}?\s*(?:\(\s*(?:or\s+)?"
    r"|,?\s*\b(?:in|from|or|composed of|comprising|making up|belonging to)\s+)"
    r"(?:(?:about|some|the|a total of)\s+)*"
)


def is_same_in_other_unit(desk: Desk, finding: Finding, before: ExtractedClaim) -> bool:
    """Say whether a number tells those before it once more, by the household or by the head."""
    counted, context = finding.counted, finding.context
    if not context.is_same_sentence or counted.unit == before.unit:
        return False
    if not {counted.unit, before.unit} & _HOMES or counted.unit == "fraction":
        return False
    return bool(_OTHER_UNIT.fullmatch(desk.folded, context.left, counted.start))


_HOMES = frozenset({"household", "family"})


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
    if counted.happening.nature not in ("loss", "fate", "move"):
        return False
    between = (context.left, counted.start)
    if counted.happening.nature != "move" and _HAD_AND.fullmatch(desk.folded, *between):
        return True
    if counted.rule.endswith("+participle") and counted.happening.nature != "move":
        return _ALSO.fullmatch(desk.folded, *between) is not None  # put at 515 dead and 260 hurt
    told = desk.folded[context.start : counted.start]
    is_told = is_perfect(told) or RECORDED.search(told)
    return bool(is_told and _AND_MORE.fullmatch(desk.folded, *between))


# Said 240 had been held and six people shot: both had come about when it was said.
_HAD_AND = re.compile(
    r"(?:\s+(?!who\b|which\b)[\w'-]+){0,6}?\s+(?:had|has|have)\s+"
    r"(?:(?:so far|already|since|also)\s+)?"
    r"(?:been\s+)?[a-z]+(?:\s+[\w'-]+){0,5}?,?\s+and\s+(?:that\s+)?"
    r"(?:(?:about|some|another|a further|at least|more than|over|nearly|only|as many as)\s+)*"
)
_ALSO = re.compile(
    r"(?:\s+(?:soldiers|men|people|dead|killed))?\s*(?:,|\band\b|\bwith\b|\bleft\b|\bleaving\b"
    r"|;|\s)+"
    r"(?:(?:about|some|another|a further|over|nearly)\s+)*"
)


def time_text(text: str, chosen: ChosenTime | None) -> str | None:
    """Give the words of a time."""
    return text[chosen.expression.start : chosen.expression.end] if chosen else None
