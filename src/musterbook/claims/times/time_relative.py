"""Words for a time seen from the day of the report in, the period they name out."""

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from types import MappingProxyType
from typing import Final

from musterbook.claims.number_words import count_of
from musterbook.claims.times import date_spans as spans
from musterbook.core.when import Period

Match = re.Match[str]
Reader = Callable[[Match, date | None], Period | None]


def _number(text: str | None) -> float:
    if not text or text in ("a", "an"):
        return 1.0
    return 3.0 if text in ("few", "several") else count_of(text)


def _weekday(m: Match, published: date | None) -> Period | None:
    if published is None:
        return None
    day = spans.latest_weekday(m["w"], published)
    if m[0].startswith(("next ", "this coming ")):
        ahead = day.start + timedelta(days=spans.DAYS_IN_WEEK)
        return Period(ahead, ahead)
    is_week_old = m[0].startswith(("last ", "the previous ")) and day.start == published
    return spans.latest_weekday(m["w"], published - timedelta(days=1)) if is_week_old else day


_SATURDAY: Final = 5  # as date.weekday counts


def _weekend(m: Match, published: date | None) -> Period | None:
    """Read this or the last weekend; the next one is that behind the one to come."""
    if published is None:
        return None
    saturday = spans.latest_weekday("saturday", published).start
    if m[0].startswith("next "):
        weeks = 1 if published.weekday() >= _SATURDAY else 2
        ahead = spans.days_on(saturday, weeks * spans.DAYS_IN_WEEK)
        return Period(ahead, spans.days_on(ahead, 1))
    return Period(saturday, min(saturday + timedelta(days=1), published))


def _today(_: Match, published: date | None) -> Period | None:
    return Period(published, published) if published else None


def _yesterday(_: Match, published: date | None) -> Period | None:
    return _today(_, published - timedelta(days=1)) if published else None


def _tomorrow(m: Match, published: date | None) -> Period | None:
    days = timedelta(days=2 if m[0].startswith("the day after") else 1)
    return _today(m, published + days) if published else None


def _coming(m: Match, published: date | None) -> Period | None:
    """Read the next six months, the coming year: from the report on."""
    if published and m["one"]:
        return Period(published, spans.back_from(published, -1, m["one"]))
    if published is None or m["n"] in (None, "few", "several"):
        return None
    return Period(published, spans.back_from(published, -_number(m["n"]), m["u"][:-1]))


def _overnight(_: Match, published: date | None) -> Period | None:
    """Read the night before the report: two days."""
    return Period(published - timedelta(days=1), published) if published else None


def _past(m: Match, published: date | None) -> Period | None:
    if published is None:
        return None
    unit = (m["u"] or m["one"] or m["half"] or m["recent"]).removesuffix("s")
    count = 0.5 if m["half"] else _number(m["n"] or m["rn"]) + 0.5 * bool(m["more"])
    return Period(spans.back_from(published, count, unit), published)


def _within(m: Match, published: date | None) -> Period | None:
    """Read the space of 24 hours, which ends with the report; the 24 hours to dawn."""
    if published is None:
        return None
    count, unit = m["n"] or m["n2"], m["u"] or m["u2"]
    return Period(spans.back_from(published, _number(count), unit), published)


def _ago(m: Match, published: date | None) -> Period | None:
    if published is None:
        return None
    if m["n"].startswith("half "):
        half = spans.back_from(published, 0.5, m["u"])
        return spans.neighbour("month", half, 0) if m["u"] == "year" else None
    one = spans.back_from(published, _number(m["n"]), m["u"])
    if m["this"]:  # two years ago this month
        return spans.neighbour(m["this"], one, 0)
    if m["w"]:  # a week ago Monday
        return spans.latest_weekday(m["w"], one) if m["u"] == "week" else None
    if m["u"] in ("month", "year", "decade") and not (m["today"] or m["exact"] is not None):
        return spans.neighbour("month" if m["u"] == "month" else "year", one, 0)
    return Period(one, one)


_RUNNING: Final = ("this", "the current")


def _calendar(m: Match, published: date | None) -> Period | None:
    if published is None:
        return None
    if m["running"]:
        return Period(spans.neighbour(m["running"], published, 0).start, published)
    if m["which"].endswith(("next", "coming")):
        after = spans.neighbour(m["u"], published, 0).end + timedelta(days=1)
        return _part_of(m, spans.neighbour(m["u"], after, 0))
    span = spans.neighbour(m["u"], published, 0 if m["which"] in _RUNNING else -1)
    if m[0].startswith("later this"):
        return Period(published, span.end)
    span = _part_of(m, span)
    return Period(span.start, max(span.start, min(span.end, published)))


def _part_of(m: Match, span: Period) -> Period:
    """Give the first or the last third of a month or a year: late last month, early next year."""
    if not m[0].startswith(("early ", "late ")) or m["u"] not in ("month", "year"):
        return span
    which = 0 if m[0].startswith("early ") else 2
    if m["u"] == "year":
        return spans.months(span.start.year, which * 4 + 1, which * 4 + 4)
    first, last = ((1, 10), (11, 20), (21, span.end.day))[which]
    return Period(span.start.replace(day=first), span.start.replace(day=last))


RELATIVE_TIMES: Final[Mapping[str, Reader]] = MappingProxyType(
    {
        "weekday": _weekday,
        "weekend": _weekend,
        "tomorrow": _tomorrow,
        "today": _today,
        "overnight": _overnight,
        "yesterday": _yesterday,
        "past": _past,
        "within": _within,
        "ago": _ago,
        "coming": _coming,
        "calendar": _calendar,
    }
)
