"""Words that name a date, a month, a season or a year in, the period they name out."""

import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from types import MappingProxyType
from typing import Final

from musterbook.claims import date_spans as spans
from musterbook.claims.number_words import value_of_words
from musterbook.core.when import Period

Match = re.Match[str]
Reader = Callable[[Match, date | None], Period | None]

_FISCAL: Final = 10  # the month in which a fiscal year of the United States begins, since 1976
_ORDINALS: Final = {"first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4}
_PARTS: Final = {"early": (0, 1), "mid": (1, 2), "late": (2, 3)}  # thirds of a year or month


def _year_of(words: str | None, published: date | None) -> int | None:
    if words and words.isdigit():
        return int(words)
    if published is None:
        return None
    return published.year - 1 if words == "last year" else published.year


def _in_year(
    month: int, number: str | None, year: str | None, published: date | None
) -> Period | None:
    day = int(re.sub(r"\D", "", number)) if number else None
    if year:
        return spans.day(int(year), month, day) if day else spans.months(int(year), month, month)
    return spans.latest(month, day, published) if published else None


def _iso(m: Match, _: date | None) -> Period | None:
    return spans.day(int(m["y"]), int(m["m"]), int(m["d"]))


def _days(m: Match, published: date | None) -> Period | None:
    first = _in_year(spans.month_number(m["m"]), m["d1"], m["y"], published)
    last = _in_year(spans.month_number(m["m"]), m["d2"], m["y"], published)
    return Period(first.start, last.end) if first and last and first.start <= last.end else None


def _month_day(m: Match, published: date | None) -> Period | None:
    return _in_year(spans.month_number(m["m"]), m["d"], m["y"], published)


def _month_months(m: Match, published: date | None) -> Period | None:
    year = _year_of(m["y"], published)
    first, last = spans.month_number(m["m1"]), spans.month_number(m["m2"])
    if year is None or first > last:
        return None
    is_ahead = not m["y"] and published is not None and date(year, first, 1) > published
    return spans.months(year - is_ahead, first, last)


def _nths(m: Match, published: date | None) -> Period | None:
    """Read the 16th and 17th of last month."""
    if published is None:
        return None
    month = spans.neighbour("month", published, -1 if m["which"] == "last" else 0).start
    first, last = (int(re.sub(r"\D", "", each or m["d1"])) for each in (m["d1"], m["d2"]))
    return Period(month.replace(day=first), month.replace(day=last)) if first <= last else None


def _nth(m: Match, published: date | None) -> Period | None:
    """Read `on the 22nd`: the last one not after the report."""
    if published is None:
        return None
    number = int(re.sub(r"\D", "", m["d"]))
    month = spans.neighbour("month", published, -1 if number > published.day else 0).start
    return Period(month.replace(day=number), month.replace(day=number))


def _year_ended(m: Match, published: date | None) -> Period | None:
    """Read the year that ended on September 30."""
    if m["w"]:
        last = _weekday_ended(m, published)
    else:
        day = m["d0"] or m["d"]
        last = _in_year(spans.month_number(m["m"]), day, m["y"], published)
        if last and published and " ends " in m[0] and not m["y"] and last.end < published:
            ahead = spans.back_from(last.end, -1, "year")
            last = Period(ahead, ahead)
    if last is None:
        return None
    return Period(spans.back_from(last.end + timedelta(days=1), 1, "year"), last.end)


def _weekday_ended(m: Match, published: date | None) -> Period | None:
    """Give the weekday on which a year ended, or ends within the week."""
    if published is None:
        return None
    day = spans.latest_weekday(m["w"], published).start
    if " ends " in m[0] and day < published:
        day += timedelta(days=spans.DAYS_IN_WEEK)
    return Period(day, day)


def _fiscal_year(number: int) -> Period:
    return spans.months(number - 1, _FISCAL, _FISCAL + spans.MONTHS_IN_YEAR - 1)


def _fiscal(m: Match, _: date | None) -> Period | None:
    """Read fiscal 1998 as the United States count it: October to September."""
    return _fiscal_year(int(m["y"]))


def _fiscal_now(m: Match, published: date | None) -> Period | None:
    """Read this or last fiscal year, seen from the report."""
    if published is None:
        return None
    number = published.year + (published.month >= _FISCAL)
    number -= m["which"].endswith(("last", "previous"))
    return _fiscal_year(number)


def _part(n: int, size: int, year: int | None) -> Period | None:
    return spans.months(year, (n - 1) * size + 1, n * size) if year else None


def _half(m: Match, published: date | None) -> Period | None:
    return _part(_ORDINALS[m["n"]], 6, _year_of(m["y"], published))


def _quarter(m: Match, published: date | None) -> Period | None:
    if m["q"]:
        return _part(int(m["q"]), 3, int(m["qy"]))
    return _part(_ORDINALS[m["n"]], 3, _year_of(m["y"], published))


def _first_of(m: Match, published: date | None) -> Period | None:
    """Read the first three months of this year, the last two weeks of May."""
    number = float(m["n"]) if m["n"].isdigit() else value_of_words(m["n"])
    if m["which"]:
        offset = -1 if m["which"] == "last" else 0
        whole = spans.neighbour("month", published, offset) if published else None
    elif m["m"]:
        whole = _in_year(spans.month_number(m["m"]), None, m["my"], published)
    else:
        year = _year_of(m["y"], published)
        whole = spans.year(year) if year else None
    if whole is None or not number:
        return None
    if m["edge"] == "first":
        end = spans.back_from(whole.start, -number, m["u"]) - timedelta(days=1)
        return Period(whole.start, min(end, whole.end))
    begin = spans.back_from(whole.end + timedelta(days=1), number, m["u"])
    return Period(max(begin, whole.start), whole.end)


def _edge(m: Match, published: date | None) -> Period | None:
    if m["of"]:
        span = spans.latest(spans.month_number(m["mm"]), None, published) if published else None
        return _edge_of(span, m["of"]) if span else None
    if m["at"] or not m["edge"]:
        return _near_edge(m, published)
    year = _year_of(m["y"], published)
    if year is None:
        return None
    month = spans.month_number(m["m"]) if m["m"] else None
    span = spans.months(year, month, month) if month else spans.year(year)
    one = span.end if m["edge"] == "end" else span.start
    if m["edge"] == "middle":
        one = span.start.replace(day=15) if month else span.start.replace(month=7)
    return Period(one, one)


def _edge_of(span: Period, which: str) -> Period:
    """Give the first day, the fifteenth or the last day of a month."""
    one = {"end": span.end, "middle": span.start.replace(day=15)}.get(which, span.start)
    return Period(one, one)


def _near_edge(m: Match, published: date | None) -> Period | None:
    """Read the end of the month, the middle of next week, mid-year: of the time it is told in."""
    if published is None:
        return None
    unit = m["u"] or m["ends"] or "year"
    words = m[0]
    offset = 1 if f"next {unit}" in words else -1 if f"last {unit}" in words else 0
    span = spans.neighbour(unit, published, offset)
    if m["at"] == "end" or m["ends"]:
        return Period(span.end, span.end)
    if unit == "year":
        return Period(span.start.replace(month=6, day=30), span.start.replace(month=6, day=30))
    middle = (
        span.start + (span.end - span.start) // 2 if unit == "week" else span.start.replace(day=15)
    )
    one = span.start if m["at"] in ("start", "beginning") else middle
    return Period(one, one)


def _last_month(m: Match, published: date | None) -> Period | None:
    """Read last May: the latest one that is over; this May: the nearest to the publication."""
    if published is None:
        return None
    number = spans.month_number(m["m"])
    if m["which"] == "next":
        year = published.year + (number <= published.month)
        return spans.months(year, number, number)
    latest = spans.latest(number, None, published)
    if latest is None:
        return None
    is_over = latest.end < published
    return (
        latest
        if is_over or m["which"] == "this"
        else spans.months(latest.start.year - 1, number, number)
    )


def _season(m: Match, published: date | None) -> Period | None:
    if m["y"]:
        return spans.season(int(m["y"]), m["s"])
    if published is None:
        return None
    this = spans.season(published.year, m["s1"])
    if m["last"] == "next":
        return this if this.start > published else spans.season(published.year + 1, m["s1"])
    is_over = this.end < published or (m["last"] == "this" and this.start <= published)
    return this if is_over else spans.season(published.year - 1, m["s1"])


def _this_season(m: Match, published: date | None) -> Period | None:
    """Read `in the spring`: the last one that has begun."""
    if published is None:
        return None
    this = spans.season(published.year, m["s"])
    return this if this.start <= published else spans.season(published.year - 1, m["s"])


def _part_month(m: Match, published: date | None) -> Period | None:
    span = _in_year(spans.month_number(m["m"]), None, m["y"], published)
    if span is None:
        return None
    first, last = {"early": (1, 10), "mid": (11, 20), "late": (21, span.end.day)}[m["part"]]
    return Period(span.start.replace(day=first), span.start.replace(day=last))


def _month_of(m: Match, published: date | None) -> Period | None:
    year = _year_of(m["y"], published)
    return _in_year(spans.month_number(m["m"]), None, str(year), published) if year else None


def _month(m: Match, published: date | None) -> Period | None:
    year = m["y"] if "y" in m.groupdict() else None
    return _in_year(spans.month_number(m["m"]), None, year, published)


def _part_year(m: Match, _: date | None) -> Period | None:
    first, last = _PARTS[m["part"]]
    return spans.months(int(m["y"]), first * 4 + 1, last * 4)


def _years(m: Match, _: date | None) -> Period | None:
    """Read 1994-96."""
    first = int(m["y"])
    last = int(m["z"]) if len(m["z"]) > len("96") else first // 100 * 100 + int(m["z"])
    return Period(spans.year(first).start, spans.year(last).end) if last > first else None


def _year(m: Match, _: date | None) -> Period | None:
    return spans.year(int(m["y"]))


NAMED_TIMES: Final[Mapping[str, Reader]] = MappingProxyType(
    {
        "iso": _iso,
        "days_month": _days,
        "month_days": _days,
        "between_days": _days,
        "month_day": _month_day,
        "day_month": _month_day,
        "nths": _nths,
        "nth": _nth,
        "month_months": _month_months,
        "year_ended": _year_ended,
        "fiscal_now": _fiscal_now,
        "fiscal": _fiscal,
        "half": _half,
        "quarter": _quarter,
        "first_of": _first_of,
        "edge": _edge,
        "season": _season,
        "this_season": _this_season,
        "part_month": _part_month,
        "last_month": _last_month,
        "month_of": _month_of,
        "month_year": _month,
        "part_year": _part_year,
        "month": _month,
        "years": _years,
        "year": _year,
    }
)
