"""Words for one time and the date of publication in, the period they name out."""

import re
from datetime import date

from musterbook.claims.calendar_numbers import is_calendar_number
from musterbook.claims.number_words import ORDINALS, SCALES, WORDS
from musterbook.claims.patterns.first_of import FirstOf
from musterbook.claims.patterns.led import Led
from musterbook.claims.patterns.up_to import UpTo
from musterbook.claims.times.record_words import follows_record
from musterbook.claims.times.time_divisions import DIVISIONS
from musterbook.claims.times.time_fiscal import FISCAL_TIMES
from musterbook.claims.times.time_named import NAMED_TIMES, Match
from musterbook.claims.times.time_parts import PARTS_OF_TIME
from musterbook.claims.times.time_patterns import PATTERNS
from musterbook.claims.times.time_relative import RELATIVE_TIMES
from musterbook.core.noun import noun
from musterbook.core.when import Period


@noun
class TimeAtom:
    """A time named at `start` to `end`, by a rule; `period` None where it needs a date."""

    start: int
    end: int
    rule: str
    period: Period | None


_LONE_MONTH = UpTo(
    r"\b(?:in|since|until|by|from|of|during|last|through|before|after|to|and|the"
    r"|as (?:recently|late|early|far back|long ago) as|since (?:at least|about|around))\s+$"
)
_BEFORE_MONTH = 17  # characters that hold `as recently as`
_OF_A_MONTH = (" was ", " saw ", " brought ", "'s ")  # June was a better month; June's intake
_MODAL_TOO = frozenset({"may", "march"})  # words of other meanings, after `and` more often than not
_JOINS = UpTo(r"\b(?:to|and|the)\s+$")
_READERS = {**NAMED_TIMES, **FISCAL_TIMES, **DIVISIONS, **RELATIVE_TIMES, **PARTS_OF_TIME}
# A day in words is a day.
_SAME_FORM = {"month_nth": "month_day", "nth_month": "day_month", "nths_month": "days_month"}
# How a time can begin: looked at first, since most words begin otherwise. Most of what is looked at
# are numbers, `the` and `a`, and with what stands next nearly all of those are done with.
_UNITS = "hour|night|day|week|fortnight|month|year|decade"
_AFTER_NUMBER = (
    r"[/.'s-]|st|nd|rd|th|\s*(?:–|-|to|and|of)"
    rf"|\s+(?:{_UNITS}|straight|consecutive|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
)
_AFTER_THE = (
    rf"\d|{_UNITS}|evening|whole|entire|full|start|beginning|mid|end|early|late|turn|space|first|second|third|fourth|last|next"
    r"|past|final|opening|closing|fifties|sixties|seventies|eighties|nineties|recent|previous"
    r"|current|following|coming|spring|summer|autumn|fall|winter|fiscal"
    rf"|financial|recruiting|{WORDS}|{ORDINALS}"
)
_AFTER_A = rf"{_UNITS}|few|straight|consecutive|{'|'.join(SCALES)}"
BEGINNINGS = (
    rf"\d+(?:{_AFTER_NUMBER})|(?:1[89]|20)\d\d(?!\d)|the (?:{_AFTER_THE})|an?[ -](?:{_AFTER_A})"
    r"|ch|bo|th[iru]|these|t[oeuw]|f[aeior]|s[eituapc]|la|q[1-4]|be|mi|en|su|al|ap|au|wi|we"
    r"|ea|good f|whit|thanksg|open|clos|da|le|un|m[ao]|n[eoi]|ye|ov|rec|p[ar]|o[cn]|d[eu]|el|ei"
    r"|j[au]|h[au]|ze|co"
)
_MAY_BEGIN = re.compile(rf"(?<![\w$€£.,-])(?={BEGINNINGS})")
_TIMES = {
    name: Led(rf"(?<![\w$€£.,-])(?:{pattern})(?!\w|[.,]\d)") for name, pattern in PATTERNS.items()
}
_RULES = {time: name for name, time in _TIMES.items()}
_ANY = FirstOf(*_TIMES.values(), gate=_MAY_BEGIN)


def time_atoms(folded: str, start: int, end: int, *, published: date | None) -> list[TimeAtom]:
    """Find every time named in a stretch of folded text, in order."""
    found: list[TimeAtom] = []
    for time, match in _ANY.finditer(folded, start, end):
        rule = _RULES[time]
        if rule == "month" and not _is_month(folded, match):
            continue
        if rule == "year" and not is_calendar_number(folded, *match.span(), float(match[0])):
            continue
        if rule == "span" and follows_record(folded, match.start()):
            continue  # the largest exchange in eight years
        period = _read(rule, match, published)
        begin = match.start()
        if found and _is_named_by_both(folded, found[-1], begin, rule):
            begin = found.pop().start  # Sunday, March 15
        found.append(TimeAtom(begin, match.end(), _SAME_FORM.get(rule, rule), period))
    return found


_AND_DATE = re.compile(r",?\s*\(?(?:the )?")


def _is_named_by_both(folded: str, before: TimeAtom, begin: int, rule: str) -> bool:
    """Say whether a date only tells more exactly which weekday or feast is meant."""
    is_date = rule in ("month_day", "day_month", "iso", "numeric")
    joined = (
        is_date
        and before.rule in ("weekday", "feast")
        and _AND_DATE.fullmatch(folded, before.end, begin)
    )
    return bool(joined)


def _read(rule: str, named: Match, published: date | None) -> Period | None:
    """Read a time; one that lies beyond the calendar, told from its first or last year, is none."""
    try:
        return _READERS[rule](named, published)
    except (OverflowError, ValueError):
        return None


def _is_month(folded: str, match: Match) -> bool:
    """A bare `may` or `march` is a month only after a word that asks for a time."""
    left = match.start() - _BEFORE_MONTH
    if match[0] in _MODAL_TOO:
        joined = _JOINS.search(folded, left, match.start())
        return not joined and bool(_LONE_MONTH.search(folded, left, match.start()))
    is_subject = folded.startswith(_OF_A_MONTH, match.end())
    return is_subject or bool(_LONE_MONTH.search(folded, left, match.start()))
