"""A time named before and how far from it another is in, that other out: two days later."""

from datetime import date

from musterbook.claims.number_words import count_of
from musterbook.claims.times.date_spans import back_from, days_on, neighbour
from musterbook.core.when import Period

Days = tuple[date | None, date | None]

_NEARLY_A_YEAR, _A_YEAR = 360, 366  # days
_WHOLE_UNITS = frozenset({"week", "month", "quarter", "year"})
_CALENDAR_UNITS = frozenset({"week", "month", "quarter"})


def whole(days: Days, unit: str) -> Days:
    """Widen a day to the month or year that the text says: that month."""
    if days[0] is None or days[1] is None or unit not in _WHOLE_UNITS:
        return days
    if is_year(days[0], days[1]):
        return days  # a fiscal year
    return tuple_of(neighbour(unit, days[0], 0))


def is_year(first: date, last: date) -> bool:
    """Say whether two days are the first and the last of a year, the calendar's or a fiscal one."""
    return _NEARLY_A_YEAR <= (last - first).days < _A_YEAR


def shifted(atom: str, anchor: tuple[date, date], told: date | None) -> Days:
    """Step from a time that is named: two days later, the year before, the same month of 1989."""
    if atom.startswith("["):
        return _beside(atom[1:], anchor, told)
    if atom.startswith("+"):
        return _later(atom[1:], anchor, told)
    if atom.isdigit():
        years = anchor[1].year - int(atom)
        return back_from(anchor[0], years, "year"), back_from(anchor[1], years, "year")
    count, unit = _steps_back(atom)
    if unit in _CALENDAR_UNITS:
        # The previous month, four months before: whole ones, whatever day they are told from.
        return tuple_of(neighbour(unit, back_from(anchor[0], count - 1, unit), -1))
    return back_from(anchor[0], count, unit), back_from(anchor[1], count, unit)


def _beside(atom: str, anchor: tuple[date, date], told: date | None) -> Days:
    """Give a stretch before or after a time: in the three days that followed, the week before."""
    count, _, unit = atom[1:].rpartition(" ")
    if atom.startswith("-"):
        if unit in ("month", "year") and anchor[0] == anchor[1]:
            # On the roll on 31 March: the twelve months that ended with it.
            end = days_on(anchor[0], 1)
            return back_from(end, count_of(count), unit), anchor[0]
        last = anchor[0] if unit == "hour" else days_on(anchor[0], -1)
        return back_from(anchor[0], count_of(count), unit), last
    if anchor[1] == told:
        anchor = (anchor[0], anchor[0])  # tense since 6 December: the week that followed that day
    first = anchor[1] if unit == "hour" else days_on(anchor[1], 1)
    last = back_from(anchor[1], -count_of(count), unit)
    return first, min(last, told) if told and first <= told else last


def _later(atom: str, anchor: tuple[date, date], told: date | None) -> Days:
    """Step forward from a time: the next day, two days later, the following week."""
    step, _, unit = atom.rpartition(" ")
    if step == "following":
        period = neighbour(unit, anchor[1], 1)
        return (None, None) if told and period.start > told else tuple_of(period)
    count = -count_of(step)
    last = back_from(anchor[1], count, unit)
    if told and last > told:
        first = back_from(anchor[0], count, unit)
        return (first, told) if unit != "day" and first <= told else (None, None)
    return (last if unit == "day" else back_from(anchor[0], count, unit)), last


def tuple_of(period: Period) -> Days:
    """Give a period's two days."""
    return period.start, period.end


def _steps_back(atom: str) -> tuple[float, str]:
    """Read how far back a wording points: the year before is one year, four months before four."""
    count, _, unit = atom.rpartition(" ")
    if not count:
        return 1.0, unit
    return count_of(count), unit
