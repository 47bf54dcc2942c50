"""An event that a text leans on in, the day on which the text said before that it began out.

In the first week of the siege; on its third day; since the ceasefire took effect.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from musterbook.claims.desk import Desk
from musterbook.claims.times.dated import dates_event
from musterbook.claims.times.numbered_days import numbered
from musterbook.claims.times.time_expression import TimeExpression, is_short

_REACH: Final = 64  # characters between a day and the verb for what came about on it
# What comes about on a day and lasts, or that something else is counted from.
_CAME_ABOUT: Final = (
    r"(?:began|begun|started|launched|mounted|opened|erupted|broke out|flared up|struck|hit"
    r"|declared|proclaimed|called|imposed|invaded|attacked|crossed|landed|seized|stormed|encircled|surrounded"
    r"|set in|set up|took effect|came into (?:force|effect)|took office|took power|came to power"
    r"|occurred|happened|resumed|arrived|entered|exploded|sank|crashed|collapsed|signed|reopened"
    r"|closed|founded|established|reported|detected|found|sealed|overthrown|fell|deployed|captured)"
)
_VERB_BEFORE = re.compile(rf"\b{_CAME_ABOUT}\b[^.;]{{0,{_REACH}}}$")
_VERB_AFTER = re.compile(rf",?[^.;,]{{0,{_REACH}}}?\b{_CAME_ABOUT}\b|,? when\b")
_STEM: Final = 4  # letters by which an event is known again: crossed, the crossing
_LITTLE: Final = frozenset(
    "since ever then when into over after under about from that this with their they them were have"
    " been which began begun started took broke came first start beginning outset onset full"
    " scale".split()
)


def beginning_before(
    desk: Desk,
    number: int,
    place: int,
    *,
    back: int,
    named: str = "",
    must_fit: bool = False,
    until: date | None = None,
) -> date | None:
    """Give the day named last before a place as one on which something began.

    One that is told of what `named` names goes before; with `must_fit` there is no other. What
    is counted from it lasts `until` a day, and did not begin after it.
    """
    stems = _stems(named)
    found: date | None = None
    for each, sentence in _dated(desk, number, place, back):
        if begins_after(each, until):
            continue
        if stems and _fits(desk, stems, each, sentence):
            return each.first
        if found is None and not must_fit and _is_begun(desk.folded, each, sentence):
            found = each.first
    return found


# Since the strike ended, since the siege was lifted.
_OVER: Final = (
    r"(?:ended|ceased|stopped|died down|subsided|petered out|finished|fizzled out|lifted|broken"
    r"|called off|crushed|put down|quelled|suppressed|foiled|raised|over)"
)
IS_OVER_NEXT: Final = re.compile(rf" (?:(?:was|were) )?{_OVER}\b")
IS_OVER: Final = re.compile(rf"\b{_OVER}$")
_OVER_BEFORE: Final = re.compile(rf"\b{_OVER}\b[^.;,]{{0,24}}$")

_OVER_WITHIN: Final = re.compile(rf"\b{_OVER}\b")


def end_before(desk: Desk, number: int, place: int, *, back: int, named: str) -> date | None:
    """Give the day told before on which what is named ended: the strike, which ended on Monday."""
    stems = _stems(named)
    for time, sentence in _dated(desk, number, place, back):
        near = max(sentence[0], time.start - _REACH)
        words = {word[:_STEM] for word in re.findall(r"[a-z]{4,}", desk.folded[slice(*sentence)])}
        if not words.intersection(_with_kin(stems)):
            continue
        if _OVER_WITHIN.search(desk.folded, time.start, time.end):
            return time.last  # began on 2 January and ended on the 20th
        if _OVER_BEFORE.search(desk.folded, near, time.start):
            return time.first
    return None


def begins_after(time: TimeExpression, last: date | None) -> bool:
    """Say whether a time begins only after the last day of what is counted from it."""
    return time.first is not None and last is not None and time.first > last


def _dated(
    desk: Desk, number: int, place: int, back: int
) -> Iterator[tuple[TimeExpression, tuple[int, int]]]:
    """Give the times before a place that have a first day, the nearest first."""
    for at in range(number, max(-1, number - back), -1):
        sentence = desk.sentences[at]
        counted = numbered(desk, at)
        if counted and counted.end <= place:
            span = (sentence.start, counted.end)  # the siege entered its fifth day: since then
            yield TimeExpression(*span, counted.first, None, "since", "day"), span
            continue
        for each in reversed(desk.dated(at)):
            is_dated = each.sort in ("closed", "since") and each.atom not in _LASTING
            is_told = each.start < place or desk.folded.startswith(("which ", "that "), each.start)
            if is_told and each.first and is_dated:
                end = sentence.end if each.start > place else min(sentence.end, place)
                yield each, (sentence.start, end)


# Soldiers reached the area on Monday. They have so far dug out 114; it has so far taken in 40.
_THEY_HAVE = re.compile(
    r"[\"“]?(?:(?:so|thus) far,? |to date,? |until now,? |up to now,? )?(?:they|it) (?:has|have)\b"
)
_CAME_TO_WORK = re.compile(
    r"\b(?:reached|arrived|opened|landed|went (?:to work|in)|set (?:up|out)|moved in|joined|entered"
    r"|took over|deployed|flew in|came|got there|began|started|launched)\b"
)


def they_came_on(desk: Desk, number: int) -> date | None:
    """Give the day on which those of whom the sentence before tells began what this one counts."""
    here = desk.sentences[number]
    if not number or _THEY_HAVE.match(desk.folded, here.start, here.end) is None:
        return None
    before = desk.sentences[number - 1]
    if before.paragraph != here.paragraph or desk.speakers.in_sentence(number - 1):
        return None
    days = [each for each in desk.dated(number - 1) if each.sort == "closed" and is_short(each)]
    is_work = _CAME_TO_WORK.search(desk.folded, before.start, before.end)
    return days[0].first if is_work and len(days) == 1 else None


_LASTING: Final = frozenset({"past", "lasting", "span", "within", "calendar", "window"})


def _is_begun(folded: str, time: TimeExpression, sentence: tuple[int, int]) -> bool:
    """Say whether a time is told as that of a beginning."""
    if time.sort == "since":
        return True
    if time.atom == "ago" and time.first != time.last:
        return False  # which Iraq invaded 18 months ago
    if _VERB_BEFORE.search(folded, max(sentence[0], time.start - 2 * _REACH), time.start):
        return True
    return _VERB_AFTER.match(folded, time.end, sentence[1]) is not None


def named_from(folded: str, time: TimeExpression) -> int:
    """Give where the words begin that name what began: an offensive that began in May."""
    is_clause = folded.startswith(("that ", "which "), time.start)
    return max(0, time.start - _NOUN_REACH) if is_clause else time.start


_NOUN_REACH: Final = 32  # characters that hold a noun before its clause


# Told of by one another's names: since the start of the walkout, where drivers went on strike.
_KIN: Final = {
    stem: kin
    for kin in (("stri", "walk", "stop"), ("oper", "offe", "camp"), ("eart", "quak", "trem"))
    for stem in kin
}


def _stems(named: str) -> tuple[str, ...]:
    words = re.findall(r"[a-z]{4,}", named)
    return tuple(word[:_STEM] for word in words if word not in _LITTLE)


def _with_kin(stems: tuple[str, ...]) -> set[str]:
    return {kin for stem in stems for kin in _KIN.get(stem, (stem,))}


def _fits(
    desk: Desk, stems: tuple[str, ...], time: TimeExpression, sentence: tuple[int, int]
) -> bool:
    """Say whether a time is told as that of the beginning of what is named, or of its deed."""
    folded = desk.folded
    if time.sort == "since":
        sentence = (named_from(folded, time), time.end)
    words = {word[:_STEM] for word in re.findall(r"[a-z]{4,}", folded[sentence[0] : sentence[1]])}
    if not words.intersection(_with_kin(stems)):
        return False
    if stems[-1] in words and len(stems) > 1:
        return True  # since the first case was found: it was found on 3 May
    return _is_begun(folded, time, sentence) or dates_event(folded, time)
