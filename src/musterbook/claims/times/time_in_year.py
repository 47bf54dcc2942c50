"""Words for a part of a year told before in, the days of that part out: that spring.

In March of that year; on 7 May that year; the following winter.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from musterbook.claims.calendar_numbers import MONTH_NAMES
from musterbook.claims.patterns.led import Led
from musterbook.claims.times import date_spans as spans
from musterbook.claims.times.time_expression import TimeExpression
from musterbook.core.when import Period

OF_YEAR: Final = "~"  # what the atom of such a time begins with; its part of the year follows
_SEASON: Final = "(?:spring|summer|autumn|fall|winter)"
_PREPOSITION: Final = r"(?:(?:in|on|during|over|by|of) )?"
_DAY: Final = r"(?:[12]?\d|3[01])(?:st|nd|rd|th)?"
PART_OF_A_YEAR = Led(
    rf"(?<!\w){_PREPOSITION}(?:the )?(?:(?P<d>{_DAY}) (?:of )?)?(?P<part>{MONTH_NAMES}|{_SEASON})"
    rf"(?: (?P<d2>{_DAY}))?,?(?: of)? (?:that|the same) year(?!\w)"
    rf"|(?<!\w){_PREPOSITION}(?P<how>that|that same|the same|the following|the next|the previous)"
    rf" (?P<one>{MONTH_NAMES}|{_SEASON})"
    r"(?! (?:\d|offensive|may|will|have|has|had|be|is|was)\b)(?!\w)"
)


def parts_of_a_year(folded: str, start: int, end: int) -> Iterator[TimeExpression]:
    """Find the months, days and seasons that are told of a year named before."""
    for match in PART_OF_A_YEAR.finditer(folded, start, end):
        if match["part"]:
            how, part = "that", f"{match['part']} {match['d'] or match['d2'] or ''}".strip()
        elif (match["how"], match["one"]) in _NO_TIME:
            continue
        else:
            how, part = match["how"].rpartition(" ")[2], match["one"]
        atom = f"{OF_YEAR}{how} {part}"
        yield TimeExpression(match.start(), match.end(), None, None, "shifted", atom)


_NO_TIME: Final = frozenset({("that", "may"), ("that", "march"), ("that", "fall")})


def part_of_year(atom: str, anchor: tuple[date, date]) -> Period | None:
    """Read such a time beside the one named before: of its year, the next after, the last before.

    None where there is no such day: 31 June.
    """
    how, name, *number = atom.removeprefix(OF_YEAR).split(" ")
    year = anchor[0].year
    if number:
        day = int(re.sub(r"\D", "", number[0]))
        return spans.day(year, spans.month_number(name), day)
    found = [_named(name, each) for each in (year - 1, year, year + 1)]
    if how in ("following", "next"):
        return next((each for each in found if each.start > anchor[0]), None)
    if how == "previous":
        return next((each for each in reversed(found) if each.end < anchor[1]), None)
    return found[1]


def _named(name: str, year: int) -> Period:
    if name in spans.SEASONS:
        return spans.season(year, name)
    number = spans.month_number(name)
    return spans.months(year, number, number)
