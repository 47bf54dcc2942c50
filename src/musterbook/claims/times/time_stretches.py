"""The times of a stretch of text in, those that tell of one event's first and last day as one out.

It fell on Sunday after fighting which began on 3 August; the battle began on 2 August and lasted
eight days.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from musterbook.claims.number_words import WORDS, count_of
from musterbook.claims.patterns.up_to import UpTo
from musterbook.claims.times.date_spans import back_from, days_on
from musterbook.claims.times.event_names import names_of
from musterbook.claims.times.time_expression import TimeExpression
from musterbook.claims.times.time_windows import last_of, with_found

_BEGAN: Final = r"(?:began|begun|beginning|starting|started|opened|launched|broke out|erupted)"
_AFTER_ONE = re.compile(
    rf",? after (?:[a-z'-]+ ){{0,4}}?(?:{names_of('unrest', 'attack', 'war')}|combat),?"
    rf"(?: (?:which|that))?(?: had)? {_BEGAN}\b"
)
_BEGAN_ON = UpTo(rf"\b{_BEGAN}(?: (?:on|in|at|early|late))*\s+$")
_BEGAN_REACH: Final = 28  # characters that hold `broke out early on`
_AND_LASTED = re.compile(
    r",? and (?:had )?(?:lasted|went on|gone on|continued|raged)(?: for)?"
    rf" (?P<n>\d+|{WORDS}|an?) (?P<u>hour|day|night|week|month)s?\b"
)


def with_stretches(folded: str, times: Sequence[TimeExpression]) -> list[TimeExpression]:
    """Give the times; two that begin and end one event, or one and how long it went on, are one."""
    found = (
        *_from_first_to_last(folded, times),
        *_lasting_from(folded, times),
        *_from_start_up_to(folded, times),
        *_length_up_to(folded, times),
        *_war_of_years(folded, times),
    )
    return with_found(found, times)


# From the start of the operation on 5 November up to noon today; from dawn on Sunday to last night.
_AN_HOUR: Final = (
    r"(?:(?:the )?(?:early |late )?(?:dawn|noon|midday|midnight|dusk|daybreak|nightfall|sunrise"
    r"|sunset|morning|afternoon|evening|night)|\d{1,2}(?:[:.]\d\d)? [ap]\.?m\.?|\d{4}(?: hours)?)"
)
_FROM_THE_START = re.compile(
    r"\b(?:from|between)"
    r" (?:(?:the|its) (?:start|beginning|launch|launching|outbreak|opening) of [^.;,]{0,60}"
    rf"|{_AN_HOUR} )$"
)
_TO = re.compile(rf"(?:and|to|till|until|through)(?: {_AN_HOUR}(?: on)?)?")
_START_REACH: Final = 96


def _from_start_up_to(folded: str, times: Sequence[TimeExpression]) -> Iterator[TimeExpression]:
    """Read `from the start of the operation on 5 November up to noon today` as one time."""
    for start, end in pairwise(times):
        if start.sort != "closed" or not (start.first and end.last):
            continue
        between = folded[start.end : end.start].strip(" ,")
        if between and (end.sort != "closed" or _TO.fullmatch(between) is None):
            continue
        if not between and end.sort not in ("until", "as of"):
            continue
        near = max(0, start.start - _START_REACH)
        opened = _FROM_THE_START.search(folded, near, start.start)
        if opened and start.first <= end.last:
            yield replace(end, start=opened.start(), first=start.first, atom="window")


# In the four months through April; in the 48 hours up to midnight on Tuesday.
_LENGTH = UpTo(
    rf"\b(?:in|over|during|within|for) (?:the|its) (?:(?P<n>\d+|{WORDS}) )?"
    r"(?P<u>hour|day|week|month|year)s? $"
)
_LENGTH_REACH: Final = 40


def _length_up_to(folded: str, times: Sequence[TimeExpression]) -> Iterator[TimeExpression]:
    """Read a stretch whose length is told before its end."""
    for time in times:
        if time.sort != "until" or time.last is None:
            continue
        found = _LENGTH.search(folded, max(0, time.start - _LENGTH_REACH), time.start)
        if found is None or folded.startswith(("by ", "before "), time.start):
            continue
        count, unit = count_of(found["n"]) if found["n"] else 1.0, found["u"]
        end = time.last if unit == "hour" else days_on(time.last, 1)
        first = back_from(end, count, unit)
        yield replace(time, start=found.start(), first=first, sort="closed", atom="window")


def _from_first_to_last(folded: str, times: Sequence[TimeExpression]) -> Iterator[TimeExpression]:
    """Read `on Sunday after fighting which began on 3 August`."""
    for last, first in pairwise(times):
        is_pair = last.sort == "closed" and first.first and last.last and first.first <= last.last
        if is_pair and _AFTER_ONE.match(folded, last.end, first.end):
            yield replace(last, end=first.end, first=first.first, atom="window")


def _words_of(folded: str, time: TimeExpression) -> int:
    """Give where the words of a time begin behind its preposition."""
    return time.start + (3 if folded.startswith(("on ", "in "), time.start) else 0)


def _lasting_from(folded: str, times: Sequence[TimeExpression]) -> Iterator[TimeExpression]:
    """Read `began on 2 August and lasted eight days`."""
    for time in times:
        near = max(0, time.start - _BEGAN_REACH)
        begins = _BEGAN_ON.search(folded, near, _words_of(folded, time))
        lasted = _AND_LASTED.match(folded, time.end) if time.first and begins else None
        if lasted and time.first:
            last = last_of(time.first, lasted["n"], lasted["u"])
            yield replace(time, end=lasted.end(), last=last, sort="closed", atom="window")


_FIGHT: Final = names_of("unrest", "war")
_IS_OVER: Final = (
    r"(?:ended|ending|ends|came to an end|was over|ceased|stopped|was declared over)(?: on| in)?"
)
# The war ended in 1992 after 12 years; peace came in 1990 after ten years of fighting.
_WAR_ENDED = UpTo(
    rf"\b{_FIGHT}\b[^.;]{{0,90}}?\b{_IS_OVER} $|\bpeace (?:came|returned|was made)(?: on| in)? $"
)
_AFTER_YEARS = re.compile(rf",? after (?P<n>\d+|{WORDS}) (?:[a-z-]+ )?years\b")
# The 12-year civil war, which ended in 1992; 12 years of war that ended in 1992.
_YEARS_OF_WAR = UpTo(
    rf"\b(?P<n>\d+|{WORDS})(?:-year(?:-long|-old)?| years of) (?:[a-z-]+ ){{0,2}}?{_FIGHT}\b"
    rf"[^.;\d]{{0,60}}?\b{_IS_OVER} $"
)
_WAR_REACH: Final = 150


def _war_of_years(folded: str, times: Sequence[TimeExpression]) -> Iterator[TimeExpression]:
    """Read a year in which a war ended and for how many years it had gone on as all of them."""
    for time in times:
        if time.atom not in ("year", "month_year") or time.sort != "closed" or time.first is None:
            continue
        near, place = max(0, time.start - _WAR_REACH), _words_of(folded, time)
        years = _YEARS_OF_WAR.search(folded, near, place)
        after = None if years else _AFTER_YEARS.match(folded, time.end)
        if after and not _WAR_ENDED.search(folded, near, place):
            continue
        if found := years or after:
            first = back_from(time.first, count_of(found["n"]), "year")
            start, end = min(time.start, found.start()), max(time.end, found.end())
            yield replace(time, start=start, end=end, first=first.replace(month=1, day=1))
