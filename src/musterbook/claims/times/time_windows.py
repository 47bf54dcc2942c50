"""The times of a stretch of text in, the windows that a duration and a day make together out.

Three days of raids beginning July 6 end on the 8th; a siege of eleven days that ended on Sunday
began on a Thursday; in the week after the attack of 6 May.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from musterbook.claims.number_words import WORDS, count_of
from musterbook.claims.patterns.led import Led
from musterbook.claims.times.date_spans import back_from, days_on, latest_weekday
from musterbook.claims.times.event_names import names_of
from musterbook.claims.times.time_expression import TimeExpression

_EVENT: Final = names_of("unrest", "attack", "war", "disaster")
_N: Final = rf"(?:\d+|{WORDS}|an?)"
_U: Final = r"(?:hour|day|night|week|month)"
_UNIT = Led(r"\b(?:hour|day|night|week|weekend|month|year|eve)s?\b")  # most sentences have none
# Three days of heavy fighting; an eight-day battle; a siege of eleven days.
_LASTED = re.compile(
    rf"\b(?P<n>{_N})(?: (?:straight |consecutive )?(?P<u>{_U})s? of|-(?P<v>{_U})(?:-long)?)"
    rf" (?:[a-z-]+ ){{0,2}}?{_EVENT}\b"
    rf"|\b{_EVENT} (?:lasting|of) (?P<n2>{_N}) (?P<u2>{_U})s?\b"
    rf"|\bfor (?P<n3>{_N}) (?P<u3>{_U})s?(?=,? (?:starting|beginning|from)\b)"
    rf"|\b{_EVENT},? (?:which |that )?lasted (?:for )?(?P<n4>{_N}) (?P<u4>{_U})s?\b"
)
_THEN = r"[^.;,]{0,40}?,?\s+(?:(?:that|which) )?(?:had )?"
_BEGINS = re.compile(
    rf"{_THEN}(?:began|begun|beginning|starting|started|opened|opening|launched|broke out|erupted"
    r"|from)"
    r"(?: (?:on|at|in|late|early))*\s*"
)
_ENDS = re.compile(rf"{_THEN}(?:ended|ending|finished|stopped)(?: (?:on|at|in|late|early))*\s*")
# In the week after the temple was pulled down on 6 December; in the 24 hours after it fell.
_AFTER = Led(
    rf"\bthe (?:first )?(?:(?P<n>\d+|{WORDS}) )?(?P<u>{_U})s?"
    r" (?:(?:that |which )?follow(?:ed|ing)|after"
    r"|(?P<before>(?<!the day )before(?= (?:the|its)\b)))\b"
)
_REACH: Final = 90  # characters after `after` in which its event is named and dated
_BREAK = re.compile(r"[.;,]")


def with_windows(
    folded: str,
    span: tuple[int, int],
    times: Sequence[TimeExpression],
    *,
    published: date | None,
) -> list[TimeExpression]:
    """Give the times of a stretch; a day that a duration begins or ends with becomes all of it."""
    if _UNIT.search(folded, *span) is None:
        return list(times)
    dated = [each for each in times if each.first and each.sort in ("closed", "since")]
    found = list(_windows(folded, span, dated)) if dated else []
    found += (
        *_after(folded, span, dated, published),
        *_since(folded, span, times, published),
        *_stepped(folded, span, dated, published),
    )
    return with_found(found, times)


def with_found(
    found: Sequence[TimeExpression], times: Sequence[TimeExpression]
) -> list[TimeExpression]:
    """Give times in order of place; what is found stands for those that it overlaps."""
    if not found:
        return list(times)
    rest = (time for time in times if not any(_overlap(time, each) for each in found))
    return sorted((*found, *rest), key=lambda each: each.start)


def _overlap(one: TimeExpression, other: TimeExpression) -> bool:
    return one.start < other.end and other.start < one.end


def _windows(
    folded: str, span: tuple[int, int], dated: Sequence[TimeExpression]
) -> Iterator[TimeExpression]:
    for lasted in _LASTED.finditer(folded, *span):
        count = lasted["n"] or lasted["n2"] or lasted["n3"] or lasted["n4"]
        unit = lasted["u"] or lasted["v"] or lasted["u2"] or lasted["u3"] or lasted["u4"]
        for time in dated:
            if window := _from_edge(folded, lasted.end(), time, (count, unit)):
                yield replace(window, start=lasted.start())


def _after(
    folded: str,
    span: tuple[int, int],
    dated: Sequence[TimeExpression],
    published: date | None,
) -> Iterator[TimeExpression]:
    """Read the week after an attack of a day; hours after what has none end with the report."""
    for after in _AFTER.finditer(folded, *span):
        length = length_of(after["n"] or "a", after["u"])
        day = next((each for each in dated if 0 <= each.start - after.end() <= _REACH), None)
        if day and _BREAK.search(folded, after.end(), day.start) is None:
            if day.first and day.sort == "closed" and day.first == day.last:
                yield _beside_day(after, day, day.first, length.days)
        elif published and after["u"] == "hour" and after["n"] and not after["before"]:
            window = (days_on(published, -length.days), published)
            yield TimeExpression(after.start(), after.end(), *window, "closed", "window")


def _beside_day(
    after: re.Match[str], day: TimeExpression, named: date, length: int
) -> TimeExpression:
    """Give so many days from a day on, or so many up to the day before it."""
    if not after["before"]:
        return replace(day, start=after.start(), last=days_on(named, length), atom="window")
    first, last = days_on(named, -length), days_on(named, -(length > 0))
    return replace(day, start=after.start(), first=first, last=last, atom="window")


def _since(
    folded: str, span: tuple[int, int], times: Sequence[TimeExpression], published: date | None
) -> Iterator[TimeExpression]:
    """Read the two weeks since an event that nobody dates: they end with the report."""
    for since in _SINCE.finditer(folded, *span) if published else ():
        is_dated = any(each.first and each.start < since.end() <= each.end for each in times)
        if published and not is_dated:
            count, unit = (1, since["one"]) if since["one"] else (count_of(since["n"]), since["u"])
            first = back_from(published, count, unit)
            yield TimeExpression(since.start(), since.end(), first, published, "since", "window")


def _stepped(
    folded: str, span: tuple[int, int], dated: Sequence[TimeExpression], published: date | None
) -> Iterator[TimeExpression]:
    """Read two days after the coup of 5 March: a day apart from the one that is named."""
    for step in _STEP.finditer(folded, *span) if dated else ():
        day = next((each for each in dated if 0 <= each.start - step.end() <= _REACH), None)
        if not (day and day.first and day.sort == "closed" and day.first == day.last):
            continue
        if _BREAK.search(folded, step.end(), day.start):
            continue
        if folded.endswith(_WITHIN, 0, step.start()):
            continue  # in the week before the vote: all of it
        count = count_of(step["n"]) if step["n"] else 1.0
        count = -count if step["way"] == "after" else count
        apart = back_from(day.first, count, step["u"] or "day")
        if published is None or apart <= published:
            yield replace(day, start=step.start(), first=apart, last=apart, atom="window")


_WITHIN: Final = ("in ", "during ", "over ", "throughout ")
_STEP = Led(
    rf"\b(?:(?:(?P<n>\d+|{WORDS}|an?) |the )(?P<u>day|week|month)s? (?P<way>after|before)"
    r"|the eve of) (?:the|its) "
)
# In the two weeks since the cease-fire.
_SINCE = Led(
    rf"\bthe (?:(?P<n>\d+|{WORDS}) (?P<u>hour|day|week|month|year)s"
    r"|(?P<one>day|week|month|year)) since\b"
)


def _from_edge(
    folded: str, place: int, time: TimeExpression, duration: tuple[str, str]
) -> TimeExpression | None:
    """Give the window whose first or last day a time names right after the duration."""
    first, last = time.first, time.last
    begins = _BEGINS.match(folded, place, time.end)
    if begins and first and time.start <= begins.end() < time.end:
        last = last_of(first, *duration)
        return replace(time, last=last, sort="closed", atom="window")
    ends = _ENDS.match(folded, place, time.end)
    if ends and last and time.start <= ends.end() < time.end and time.sort == "closed":
        return replace(
            time, first=days_on(last, (last - last_of(last, *duration)).days), atom="window"
        )
    return None


def last_of(first: date, count: str, unit: str) -> date:
    """Give the last day of what lasts so long: three days from the 6th end on the 8th."""
    if unit == "month":
        return days_on(back_from(first, -count_of(count), unit), -1)
    length = length_of(count, unit)
    if unit == "hour":
        return days_on(first, length.days)  # for 48 hours from Tuesday: up to Thursday
    return days_on(first, length.days - 1) if length else first


_NOUN: Final = names_of("unrest", "attack", "war", "disaster", "course")
_BEFORE_DAY = re.compile(
    rf"\bafter (?:(?:an?|the|its|their) )?(?P<siege>(?:[a-z-]+ )?{_EVENT} (?:lasting|of)"
    rf" (?P<n2>{_N}) (?P<u2>{_U})s?\b|(?P<n3>{_N})-(?P<u3>{_U}) (?:[a-z-]+ ){{0,2}}?{_EVENT}\b)"
    rf"|\b(?P<n>{_N}) (?:straight |consecutive )?(?P<u>day|night|week|weekend)s? of\s+"
    rf"(?:[a-z-]+ ){{0,2}}?{_NOUN}\b"
)


def with_days_before(
    folded: str, time: TimeExpression, sentence: tuple[int, int]
) -> TimeExpression:
    """Read `on Friday after two days of fighting`: they ended on Friday.

    A siege of two days was over by Friday: it began two days before.
    """
    if time.sort != "closed" or time.first is None or time.first != time.last:
        return time
    if _UNIT.search(folded, *sentence) is None:
        return time
    match = _BEFORE_DAY.search(folded, *sentence)
    if match is None:
        return time
    if match["u"] == "weekend":
        saturday = latest_weekday("saturday", time.first).start
        return replace(time, first=saturday, last=min(saturday + timedelta(days=1), time.first))
    if match["siege"]:
        back = length_of(match["n2"] or match["n3"], match["u2"] or match["u3"])
    else:
        back = length_of(match["n"], match["u"]) - timedelta(days=match["u"] != "night")
    return replace(time, first=days_on(time.first, -back.days))


def length_of(count: str, unit: str) -> timedelta:
    """Give how many days something takes: an hour none, a week seven."""
    number, unit = count_of(count), unit.removesuffix("s")
    if unit == "minute":
        return timedelta()
    if unit == "hour":
        return timedelta(days=round(number / _HOURS))
    epoch = date(2000, 1, 1)
    return back_from(epoch, -number, "day" if unit == "night" else unit) - epoch


_HOURS: Final = 24
