"""Words that point at a stretch told before in, that stretch out: during the same four weeks."""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Final

from musterbook.claims.number_words import WORDS
from musterbook.claims.times.time_expression import TimeExpression
from musterbook.claims.times.time_windows import length_of

_STRETCH = re.compile(
    rf"^(?!at|by)\w+ [^,]*?(?:(?P<n>\d+|{WORDS}) )?"
    r"\b(?P<u>hour|day|week|month|year|period|time|span|stretch)(?P<s>s?)$"
)
_ONE: Final = frozenset({"hour", "day", "week", "month", "year"})


def is_stretch(words: str) -> bool:
    """Say whether words point at what lasted and not at a day: over those weeks, in that time."""
    found = _STRETCH.search(words)
    return found is not None and (bool(found["s"]) or found["u"] not in _ONE)


def stretch_alike(words: str, times: Iterable[TimeExpression]) -> tuple[date, date] | None:
    """Give the first stretch of several; where the words tell a length, the first that is so long.

    Times of one day are none, though they stand nearer.
    """
    found = [
        (each.first, each.last)
        for each in times
        if each.first and each.last and each.first < each.last and each.sort != "same"
    ]
    named = _STRETCH.search(words)
    if named and named["n"] and named["u"] in _ONE:
        length = length_of(named["n"], named["u"])
        found = [each for each in found if _is_as_long(each[1] - each[0], length)] or found
    return found[0] if found else None


_LASTING = re.compile(rf"(?P<n>\d+|{WORDS}) (?:straight |consecutive )?(?P<u>day|night|week)s of ")


def stretch_so_long(words: str, times: Iterable[TimeExpression]) -> tuple[date, date] | None:
    """Give the stretch of several of which words tell only the length: in three days of fighting.

    It has its first and its last day, both counted.
    """
    named = _LASTING.search(words)
    length = length_of(named["n"], named["u"]) if named else None
    for each in times if length else ():
        is_stretch = each.sort == "closed" and each.first and each.last and each.atom != "lasting"
        if length and is_stretch and each.first and each.last:
            lasted = each.last - each.first
            if timedelta() < length - lasted <= timedelta(days=1):
                return each.first, each.last
    return None


def _is_as_long(one: timedelta, other: timedelta) -> bool:
    """Say whether two lengths are the same to a day, or to a tenth."""
    return abs(one - other) <= max(timedelta(days=1), other / 10)
