"""A text in, the whole days it prints out: `2 September 2025`, `Sept. 2, 2025`, `2025-09-02`.

Only days of 1900 to 2099 are days of a report: a zero that a machine left is none.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

_MONTHS: Final = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = rf"(?P<month>(?:{'|'.join(_MONTHS)})[a-z]{{0,6}})\.?"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_MACHINE = re.compile(rf"\s*{_YEAR}(?P<dash>-?)(?P<month>\d\d)(?P=dash)(?P<day>\d\d)(?!\d)")
_WRITTEN = (
    re.compile(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+{_MONTH},?\s+{_YEAR}\b", re.IGNORECASE),
    re.compile(rf"\b{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+{_YEAR}\b", re.IGNORECASE),
    re.compile(rf"(?<!\d){_YEAR}-(?P<month>\d\d)-(?P<day>\d\d)(?!\d)"),
)


def dates_in(text: str) -> tuple[date, ...]:
    """List the days a text prints with day, month and year; 3/4/2025 is two days, so none."""
    return tuple(day for _, _, day in printed_dates(text))


def printed_dates(text: str) -> Iterator[tuple[int, int, date]]:
    """Yield each such day with the offsets of its words, one way of writing after the other."""
    for pattern in _WRITTEN:
        for match in pattern.finditer(text):
            day = _day(match)
            if day is not None:
                yield match.start(), match.end(), day


def machine_day(said: str) -> date | None:
    """Give the day that a machine's date begins with: `2025-03-02T23:10`, `20250302`.

    Eight digits of a longer number (seconds since 1970) are no day.
    """
    match = _MACHINE.match(said)
    return _day(match) if match else None


def first_iso_day(words: str) -> date | None:
    """Give the first day written 2025-03-02 among some words; where it is no day, none."""
    match = _WRITTEN[-1].search(words)
    return _day(match) if match else None


def _day(match: re.Match[str]) -> date | None:
    month = match["month"].lower()
    number = int(month) if month.isdigit() else _MONTHS.index(month[:3]) + 1
    try:
        return date(int(match["year"]), number, int(match["day"]))
    except ValueError:
        return None
