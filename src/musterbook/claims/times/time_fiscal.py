"""Words for a year of accounts in, its days out, as the country that a text tells of counts it.

Fiscal 2020 runs from April 2020 in Japan, from October 2019 in the United States.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache
from types import MappingProxyType
from typing import Final

from musterbook.claims.calendar_numbers import MONTH_NAMES
from musterbook.claims.times import date_spans as spans
from musterbook.claims.times.time_named import NAMED_TIMES
from musterbook.core.when import Period

Match = re.Match[str]
Reader = Callable[[Match, date | None], Period | None]

# The month in which governments' accounts begin, by words for the country (CIA World Factbook,
# "Fiscal year"); the United States since 1976. Elsewhere it is mostly the calendar year, which is
# called so.
_OCTOBER: Final = 10
_COUNTRIES: Final[Mapping[int, re.Pattern[str]]] = MappingProxyType(
    {
        4: re.compile(
            r"\b(?:japan(?:ese)?|tokyo|indian?|new delhi|british|britain|uk|u\.k\.|canad(?:a|ian)s?"
            r"|singapore(?:an)?|south africans?)\b"
        ),
        7: re.compile(
            r"\b(?:australians?|australia|pakistan(?:i|is)?|bangladeshi?s?|kenyans?|kenya|ugandans?"
            r"|uganda|tanzanians?|tanzania|egypt(?:ian)?s?|ethiopians?|ethiopia)\b"
        ),
        _OCTOBER: re.compile(r"\b(?:u\.s\.|us|americans?|america|pentagon|washington|congress)\b"),
    }
)
_APRIL: Final = 4  # such years are called by the calendar year in which they begin
# This fiscal year, which ends in March; fiscal 2005, which began on 1 October.
_ITS_EDGE: Final = re.compile(
    r",? (?:that|which) (?P<how>ends|ended|began|begins|starts|started) (?:in|on)"
    rf" (?:\d{{1,2}} )?(?P<m>{MONTH_NAMES})\b"
)


@lru_cache(maxsize=16)
def _first_month(folded: str) -> int:
    """Give the month in which the country's accounts begin that a text speaks of most."""
    votes = {month: len(names.findall(folded)) for month, names in _COUNTRIES.items()}
    most = max(votes.values())
    return next(month for month in (_OCTOBER, 4, 7) if votes[month] == most)


def _begins_in(m: Match) -> int:
    edge = _ITS_EDGE.match(m.string, m.end())
    if edge is None:
        return _first_month(m.string)
    month = spans.month_number(edge["m"])
    return month % spans.MONTHS_IN_YEAR + 1 if edge["how"].startswith("end") else month


def _year_from(year: int, month: int) -> Period:
    return spans.months(year, month, month + spans.MONTHS_IN_YEAR - 1)


def _fiscal(m: Match, _: date | None) -> Period | None:
    """Read fiscal 1998."""
    month = _begins_in(m)
    is_named_by_end = month not in (1, _APRIL)
    return _year_from(int(m["y"]) - is_named_by_end, month)


def _fiscal_now(m: Match, published: date | None) -> Period | None:
    """Read this or last fiscal year, seen from the report."""
    if published is None:
        return None
    month = _begins_in(m)
    year = published.year - (published.month < month)
    return _year_from(year - m["which"].endswith(("last", "previous")), month)


# In 2017-18 the army took on 6,948 recruits, against a target of 9,600.
_OF_ACCOUNTS: Final = re.compile(
    r"\b(?:recruit(?:s|ed|ing|ment)|intakes?|took on|budgets?|financial|fiscal|targets?|auditors?"
    r"|watchdog|ministry of defence|enrol(?:led|ment)|took in|census)\b"
)
_NEARBY: Final = 160  # characters around such years that tell of accounts


def _years(m: Match, published: date | None) -> Period | None:
    """Read 2017-18 as a year of accounts where the country's are not the calendar's, else as both.

    A war of 1947-48 is of both.
    """
    is_next = len(m["z"]) == len("18") and int(m["z"]) == (int(m["y"]) + 1) % 100
    near = (max(0, m.start() - _NEARBY), m.end() + _NEARBY)
    if not (is_next and _OF_ACCOUNTS.search(m.string, *near)):
        return NAMED_TIMES["years"](m, published)
    month = _first_month(m.string)
    return _year_from(int(m["y"]), month)


FISCAL_TIMES: Final[Mapping[str, Reader]] = MappingProxyType(
    {"fiscal": _fiscal, "fiscal_now": _fiscal_now, "years": _years}
)
