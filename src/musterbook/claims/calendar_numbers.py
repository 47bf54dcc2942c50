"""A number's place in a text in, whether it belongs to a date or a clock out."""

import re
from typing import Final

from musterbook.claims.calendar_words import MONTHS_IN_FULL
from musterbook.claims.counting.people_nouns import is_people_word
from musterbook.claims.lexicon_files import word_set
from musterbook.claims.patterns.up_to import UpTo

MONTH_NAMES: Final = (
    rf"(?:{MONTHS_IN_FULL}"
    r"|jan\.?|feb\.?|mar\.?|apr\.?|jun\.?|jul\.?|aug\.?|sept?\.?|oct\.?|nov\.?|dec\.?)"
)
_DAYS_IN_MONTH = 31
_YEARS = (1800, 2099)  # four bare digits between these are read as a year where they can be
_WINDOW = 24

_MONTH_BEFORE = UpTo(rf"\b{MONTH_NAMES}\s+(?:\d{{1,2}}\s*(?:-|–|—|to|and|,)\s*)?$")
_DAY_BEFORE = UpTo(r"\b\d{1,2}(?:st|nd|rd|th)?(?:\sof)?\s+$")  # on 12 March 30 people died
_DID = re.compile(r"\s(?:were|was|have|had|died|fled|escaped|drowned|surrendered|others)\b")
_MONTH_AFTER = re.compile(
    rf"(?:st|nd|rd|th)?\s*(?:(?:-|–|—|to|and|or)\s*\d{{1,2}}\s+)?(?:of\s+)?"
    rf"(?!may (?:have|be|well|not|yet|also|still|now)\b){MONTH_NAMES}(?![a-z])"
)
_ON_A_DAY = UpTo(r"\b(?:on|since|until|till)\s$")  # held on 3 May have returned: the month
_CLOCK_AFTER = re.compile(r"\s?(?:[ap]\.?\s?m\b|o'clock|hours?\s+(?:gmt|local|utc)|gmt\b|utc\b)")
_DAY_AFTER = re.compile(r",? (?:on [a-z]+day\b|today|yesterday|this (?:morning|afternoon|evening))")
# Forced them back at 1700; but the toll stood at 1700.
_HOURS: Final = 24
_MINUTES: Final = frozenset({"00", "10", "15", "20", "30", "40", "45", "50"})
_HOUR_ENDS = re.compile(r"\s*(?:[.,;)]|$|(?:when|as|and|after|before|while)\b)")
_STANDS_AT = UpTo(
    r"\b(?:put|puts|set|stands?|stood|standing|estimated|remain(?:s|ed)?|reckoned|placed|given"
    r"|dead|toll|number|figure|strength|total|killed|wounded|missing|peaked|arrived|losses)\b"
    r"[^.;]{0,16}\sat\s$"
)
_YEAR_BEFORE = re.compile(
    r"(?:\b(?:fiscal|financial|in|since|of|during|by|until|till|from|for|between|through|throughout|to|the|and|late"
    r"|early|mid|summer|autumn|winter|spring|fall|year|before|after|than|all|both|years|day|eve|christmas|easter|mid-|end|start|on"
    rf"|{MONTH_NAMES}(?:\s+\d{{1,2}})?,?)[\s-]|^\s*|[(/,–—\n]\s?|\d{{4}}[-–/])$"
)
_SURE_YEAR_BEFORE = UpTo(
    r"(?:\b(?:fiscal|since(?: about| around| at least| as far back as| as early as| roughly| an?)?"
    r"|during"
    rf"|(?:spring|summer|autumn|winter|fall|start|end|middle)(?: of)?"
    rf"|{MONTH_NAMES}(?:\s+\d{{1,2}},?)?(?: of)?)\s|(?:^|[.!?\n]\s*)in\s)$"
)
_YEAR_RANGE_AFTER = re.compile(r"[-–/]\d{2,4}\b")
_NAMES = "|".join(re.escape(word) for word in sorted(word_set("numbered_names")))
_NAMED_BEFORE = UpTo(rf"(?<![\w-])(?:{_NAMES})\s$")
_YEAR_AND = UpTo(r"(?<!\d)(?:1[89]|20)\d\d[-–/]$")  # 2017-18
# Floods in 1988 killed some: a verb, not those killed.
_BEFALLEN: Final = frozenset({"killed", "wounded", "injured", "missing", "displaced", "dead"})
_WORD_AFTER = re.compile(r"\s+([a-z]+)(?:\s+([a-z]+))?")


def is_calendar_number(folded: str, start: int, end: int, value: float) -> bool:
    """Say whether the digits at this place are a day, a year or a time of day."""
    digits = folded[start:end]
    if not digits.isdigit():
        return False
    if _NAMED_BEFORE.search(folded, start - _WINDOW, start) and not _counts(folded, end):
        return True
    if len(digits) == len("26") and _YEAR_AND.search(folded, start - _WINDOW, start):
        return True
    if len(digits) == len("0915") and _is_clock(folded, start, end):
        return True
    if value <= _DAYS_IN_MONTH and _is_day_or_hour(folded, start, end):
        return True
    first, last = _YEARS
    return len(digits) == len("2026") and first <= value <= last and _is_year(folded, start, end)


def _counts(folded: str, end: int) -> bool:
    """Say whether people follow a number, so that it is no part of a name."""
    words = _WORD_AFTER.match(folded, end)
    return bool(
        words
        and words[1] not in ("and", "or")
        and any(word and is_people_word(word) and word not in _BEFALLEN for word in words.groups())
    )


def _is_day_or_hour(folded: str, start: int, end: int) -> bool:
    month = _MONTH_BEFORE.search(folded, start - _WINDOW, start)
    # On 12 May; on May 12, 13 and 14; but: on May 12, 30 people were hurt.
    is_of_month = month and not _DAY_BEFORE.search(folded, month.start() - 6, month.start())
    is_number = month and "," in month[0] and (_counts(folded, end) or _DID.match(folded, end))
    if is_of_month and not is_number:
        return True
    if _ON_A_DAY.search(folded, start - 6, start) and folded.startswith(" may ", end):
        return True
    return bool(_MONTH_AFTER.match(folded, end) or _CLOCK_AFTER.match(folded, end))


def _is_clock(folded: str, start: int, end: int) -> bool:
    """Say whether four digits are a time of day: 1600 GMT, at 0430, at 1130 on Sunday."""
    if folded[start] == "0" or _CLOCK_AFTER.match(folded, end):
        return True
    if not folded.startswith("at ", max(0, start - len("at "))):
        return False
    if _DAY_AFTER.match(folded, end):
        return True
    is_hour = int(folded[start : start + 2]) < _HOURS and folded[start + 2 : end] in _MINUTES
    is_hour = is_hour and _HOUR_ENDS.match(folded, end) is not None
    return is_hour and not _STANDS_AT.search(folded, start - _WINDOW, start)


def _is_year(folded: str, start: int, end: int) -> bool:
    if _YEAR_RANGE_AFTER.match(folded, end):
        return True
    if _SURE_YEAR_BEFORE.search(folded, start - _WINDOW, start):
        return True
    if _counts(folded, end):
        return False
    return bool(_YEAR_BEFORE.search(folded, start - _WINDOW, start))
