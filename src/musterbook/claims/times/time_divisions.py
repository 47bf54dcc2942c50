"""Words that name a part of a year or month, or its edge in, the period they name out."""

from collections.abc import Mapping
from datetime import date, timedelta
from types import MappingProxyType
from typing import Final

from musterbook.claims.number_words import count_of
from musterbook.claims.times import date_spans as spans
from musterbook.claims.times.time_named import Match, Reader, in_year, year_of
from musterbook.core.when import Period

_FEW: Final = ("few", "several")  # of which one end is left open
_ORDINALS: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}


def _part(n: int, size: int, year: int | None) -> Period | None:
    return spans.months(year, (n - 1) * size + 1, n * size) if year else None


def _half(m: Match, published: date | None) -> Period | None:
    return _part(_ORDINALS[m["n"]], 6, year_of(m["y"], published))


def _quarter(m: Match, published: date | None) -> Period | None:
    if m["q"]:
        return _part(int(m["q"]), 3, int(m["qy"]))
    return _part(_ORDINALS[m["n"]], 3, year_of(m["y"], published))


def _first_of(m: Match, published: date | None) -> Period | None:
    """Read the first three months of this year, the last two weeks of May."""
    number = count_of(m["n"]) if m["n"] and m["n"] not in _FEW else 1.0
    unit = m["u"] or m["one"]
    if m["which"]:
        offset = -1 if m["which"] == "last" else 0
        whole = spans.neighbour("month", published, offset) if published else None
    elif m["m"]:
        whole = in_year(spans.month_number(m["m"]), None, m["my"], published)
    else:
        year = year_of(m["y"], published)
        whole = spans.year(year) if year else None
    if whole is None:
        return None
    if m["edge"] in ("first", "opening"):
        end = spans.back_from(whole.start, -number, unit) - timedelta(days=1)
        return Period(whole.start, min(end, whole.end))
    begin = spans.back_from(whole.end + timedelta(days=1), number, unit)
    return Period(max(begin, whole.start), whole.end)


def _edge(m: Match, published: date | None) -> Period | None:
    if m["of"]:
        span = spans.latest(spans.month_number(m["mm"]), None, published) if published else None
        return _edge_of(span, m["of"]) if span else None
    if m["ws"]:
        return _edge_of_season(m, published)
    if m["at"] or not m["edge"]:
        return _near_edge(m, published)
    year = year_of(m["y"], published)
    if year is None:
        return None
    month = spans.month_number(m["m"]) if m["m"] else None
    span = spans.months(year, month, month) if month else spans.year(year)
    one = span.end if m["edge"] == "end" else span.start
    if m["edge"] == "middle":
        one = span.start.replace(day=15) if month else span.start.replace(month=7)
    return Period(one, one)


def _edge_of(span: Period, which: str) -> Period:
    """Give the first day, the middle one (of a month the fifteenth) or the last of a span."""
    is_month = span.start.month == span.end.month
    half = span.start + (span.end - span.start) // 2
    middle = span.start.replace(day=15) if is_month else half
    one = {"end": span.end, "middle": middle}.get(which, span.start)
    return Period(one, one)


def _edge_of_season(m: Match, published: date | None) -> Period | None:
    """Read the end of the summer: of the last one that has begun, or of the one named."""
    if m["sy"]:
        return _edge_of(spans.season(int(m["sy"]), m["ss"]), m["ws"])
    if published is None:
        return None
    this = spans.season(published.year, m["ss"])
    begun = this if this.start <= published else spans.season(published.year - 1, m["ss"])
    return _edge_of(begun, m["ws"])


def _near_edge(m: Match, published: date | None) -> Period | None:
    """Read the end of the month, the middle of next week, mid-year: of the time it is told in."""
    if published is None:
        return None
    unit = m["u"] or m["ends"] or m["out"] or m["begun"] or "year"
    words = m[0]
    offset = 1 if f"next {unit}" in words else -1 if f"last {unit}" in words else 0
    span = spans.neighbour(unit, published, offset)
    if m["at"] == "end" or m["ends"] or m["out"]:
        return Period(span.end, span.end)
    if m["begun"]:
        return Period(span.start, span.start)
    if unit == "year":
        return Period(span.start.replace(month=6, day=30), span.start.replace(month=6, day=30))
    middle = (
        span.start + (span.end - span.start) // 2 if unit == "week" else span.start.replace(day=15)
    )
    one = span.start if m["at"] in ("start", "beginning") else middle
    return Period(one, one)


DIVISIONS: Final[Mapping[str, Reader]] = MappingProxyType(
    {"half": _half, "quarter": _quarter, "first_of": _first_of, "edge": _edge}
)
