"""The times of a stretch of text in, two that name one stretch as one out."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import zip_longest
from typing import Final

from musterbook.claims.number_words import WORDS
from musterbook.claims.patterns.up_to import UpTo
from musterbook.claims.times.date_spans import DAYS_IN_WEEK, back_from
from musterbook.claims.times.time_atoms import TimeAtom
from musterbook.claims.times.time_expression import DAYS, YEARLY, TimeExpression
from musterbook.claims.times.time_sides import prefixed
from musterbook.core.when import Period

_TO = re.compile(r"\s*(?:(?:and )?(?:up )?(?:to|until|till|into)|and|through|-|–|—)\s*(?:the\s+)?")
_BEGAN = UpTo(r"\b(?:began|begun|started|erupted|broke out)\s+(?:[io]n\s+)?$")
_GOING_ON = re.compile(
    r"\s+and (?:continued|ended|went on|lasted)\s+"
    r"(?:(?:late|early|until|through|into|on|in)\s+){0,2}"
)
_NEAR: Final = 40  # characters that hold `began early on`


def ranges(
    folded: str, left: int, atoms: list[TimeAtom], published: date | None
) -> Iterator[TimeExpression]:
    """Read each atom with its prepositions; `from A to B` and `between A and B` become one."""
    skip, before = False, left
    for atom, following in zip_longest(atoms, atoms[1:]):
        if skip:
            skip = False
            continue
        # Ninety men held since January were freed on Sunday: not since Sunday.
        begin = before if _FINITE.search(folded, before, atom.start) else left
        joined = _joined(folded, atom, following) if following else None
        if joined:
            skip = True
            yield prefixed(folded, begin, joined, published=None)
        else:
            yield prefixed(folded, begin, atom, published=published)
        before = joined.end if joined else atom.end


_FINITE = re.compile(r"\b(?:were|was|have|has|had) | - |\d")
_BOTH = re.compile(r" (?:and|or) ")
_AND_IN = re.compile(r" and (?:in |during )?(?:the )?")
_NUMBER = re.compile(rf",? (?:(?:about|some|another|only) )*(?:\d|{WORDS}\b)")
_PARTS: Final = frozenset({"quarter", "half", "month", "month_year", "season", "part_month"})


def _is_next(first: TimeAtom, second: TimeAtom) -> bool:
    """Say whether two times may be told as one: weekdays, a day or a year and the next."""
    if first.rule == second.rule == "weekday":
        return True
    if first.period is None or second.period is None:
        return False
    is_one = first.rule == second.rule == "year" or {first.rule, second.rule} <= DAYS | {"tomorrow"}
    return is_one and first.period.end + timedelta(days=1) == second.period.start


def _are_parts_in_a_row(folded: str, first: TimeAtom, second: TimeAtom) -> bool:
    """Say whether two parts of a year are told as one: in the last quarter and in January."""
    if not {first.rule, second.rule} <= _PARTS or first.period is None or second.period is None:
        return False
    if first.period.end + timedelta(days=1) != second.period.start:
        return False
    is_joined = _AND_IN.fullmatch(folded, first.end, second.start) is not None
    return is_joined and _NUMBER.match(folded, second.end) is None


_OPENER = UpTo(r"\b(?:from|between|since|beginning|starting|the years)\s+(?:the\s+)?$")
_OPENER_REACH: Final = 16


def _joined(folded: str, first: TimeAtom, second: TimeAtom) -> TimeAtom | None:
    opener = _OPENER.search(folded, first.start - _OPENER_REACH, first.start)
    began = _BEGAN.search(folded, first.start - _NEAR, first.start)
    if began and _GOING_ON.fullmatch(folded, first.end, second.start):
        opener = began
    both = bool(_BOTH.fullmatch(folded, first.end, second.start)) and _is_next(first, second)
    both = both or _are_parts_in_a_row(folded, first, second)
    is_to = _TO.fullmatch(folded, first.end, second.start) or opener is began
    if not both and not (opener and is_to):
        return None
    if first.period is None or second.period is None:
        return None
    end, begin = second.period.end, first.period.start
    if end < begin and first.rule == "weekday" and second.rule in ("weekday", "weekday_of"):
        begin -= timedelta(days=DAYS_IN_WEEK)  # told on a Thursday: between Thursday and Saturday
    if end < begin and second.rule in YEARLY:
        end = back_from(end, -1, "year")  # between October 1 and a December 31 yet to come
    if end < begin:
        return None
    period = Period(begin, end)
    start = opener.start() if opener and opener is not began else first.start
    return TimeAtom(start, second.end, "range", period)
