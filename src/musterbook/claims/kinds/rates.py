"""A counted number and the words around it in, the unit of time it is told per out, if any."""

import re
from typing import Final

from musterbook.claims.counting.counted import Counted
from musterbook.claims.patterns.led import Led
from musterbook.claims.patterns.up_to import UpTo
from musterbook.claims.surroundings import Surroundings
from musterbook.claims.times.time_expression import TimeExpression

_UNIT = r"(?P<unit>minute|hour|night|day|week|month|quarter|year|(?:24|twenty-four)\s+hours)"
_NEXT_TO = re.compile(
    rf"(?:\s+[\w'-]+){{0,2}}?\s+(?:an?|per)\s+{_UNIT}(?!\w|\s+(?:ago|earlier|later|before|after"
    rf"|old|long))"
)
_NOT_RATE = re.compile(
    r"\b(?:for|in|within|after|than|about|over|once|half|nearly|almost|of)\s+an?\s+\w+$"
)
_EVERY = Led(
    rf"\b(?:each|every|per|average|typical|normal|ordinary)\s+{_UNIT}\b"
    r"|\b(?P<adverb>annually|yearly|monthly|weekly|daily"
    rf"|hourly|quarterly)\b(?<!'s daily)(?<!’s daily)"
    r"(?=\W*(?:$|[.,;:)\"]|in\b|on\b|at\b|to\b|from\b|by\b|since\b|for\b|and\b|but\b"
    rf"|across\b|through|during|over\b|into\b|as\b))"
)
_BEFORE = UpTo(
    r"\b(?P<adverb>annual|yearly|monthly|weekly|daily)\s+(?:average|rate|total|loss(?:es)?"
    r"|intake|quota|toll)?\s*(?:of|is|was|at)?\s*$"
)
# The average number of daily arrivals was 81.
_AVERAGE = UpTo(
    r"\baverage\b[^.;]{0,24}\b(?P<adverb>daily|weekly|monthly|annual|yearly)\b"
    r"[^.;,]{0,40}\b(?:was|is|were|are|of|at)\s+$"
)
# Fewer than 30 were on duty, compared with 600 on an ordinary day: so many are there then.
_ORDINARY: Final = Led(rf"\b(?:on|in)\s+an?\s+(?:average|typical|normal|ordinary)\s+{_UNIT}\b")
_USUALLY_THERE = re.compile(
    r"(?:\s+(?!who\b)[\w'-]+){0,3}?\s+(?:are|were)\s+(?:on\s+duty|at\s+work|on\s+shift|there|present|in"
    r"|inside|on\s+hand|on\s+call|at)\b"
)
_SET_AGAINST = UpTo(
    r"\b(?:compared\s+(?:with|to)|against|instead\s+of|rather\s+than|down\s+from|up\s+from|instead\s+of\s+the)"
    r"\s+(?:(?:the|about|some|more\s+than|at\s+least|usual|normal)\s+)*$"
)
# Every night, we are burying at least 50; on an average day 400 cross.
_EVERY_BEFORE = Led(
    rf"\b(?:each|every|average|typical|normal|ordinary)\s+{_UNIT},?(?=\s)"
    r"(?:(?!\b(?:and|but|while|said)\b)[^.;,]){0,30}$"
)
# Has passed 600,000, and more are leaving every day: of the others the rate is told.
_OF_OTHERS = re.compile(
    r"(?:,|\b(?:and|but|while|as|with)\b)\s+(?:(?:and|but|while|with|as)\s+)?(?:(?:[\w-]+\s+){0,2}"
    r"(?:more|others|hundreds|thousands|dozens|scores|many)\b"
    r"|[^.;,]{1,40}\b(?:are|were|is|was|keeps?|kept|continues?)\b)"
)
# An annual goal is what a year is to come to, not what comes again and again.
_GOAL = re.compile(r"(?:recruiting\s+|enlistment\s+)?(?:goal|target|objective|quota|ceiling)\b")
_UNIT_OF: Final = {
    "annual": "year", "annually": "year", "yearly": "year", "monthly": "month", "weekly": "week",
    "daily": "day", "hourly": "hour", "quarterly": "quarter", "night": "day",
}  # fmt: skip


def rate_unit(around: Surroundings, start: int, end: int) -> str | None:
    """Read `a month`, `annually`, `every day` around a number that ends at `end`."""
    near = _NEXT_TO.match(around.folded, end, around.right)
    if near and not _NOT_RATE.search(near[0]):
        return _named(near["unit"])
    left = max(around.left, start - 40)
    every = _EVERY.search(around.folded, end, around.right)
    if every and _OF_OTHERS.search(around.folded, end, every.start()):
        every = None
    match = (
        every
        or _BEFORE.search(around.folded, left, start)
        or _EVERY_BEFORE.search(around.folded, left, start)
        or _AVERAGE.search(around.folded, max(around.left, start - 90), start)
    )
    if match is None or _is_goal_of_year(around, start, match):
        return None
    if _is_usual(around, start, end):
        return None
    found = match.groupdict()
    return _named(found.get("unit") or found["adverb"])


def _is_usual(around: Surroundings, start: int, end: int) -> bool:
    """Say whether a number is of those who are there on any day, not of those who come on one."""
    if _ORDINARY.search(around.folded, max(around.left, start - 40), around.right) is None:
        return False
    return bool(
        _SET_AGAINST.search(around.folded, around.left, start)
        or _USUALLY_THERE.match(around.folded, end, around.right)
    )


def _named(unit: str) -> str:
    """Name a unit of time: a night and 24 hours are a day."""
    return "day" if unit.endswith("hours") else _UNIT_OF.get(unit, unit)


def _is_goal_of_year(around: Surroundings, start: int, match: re.Match[str]) -> bool:
    adverb = match.groupdict().get("adverb")
    return adverb in ("annual", "yearly") and _GOAL.match(around.folded, start) is not None


# Takes 30 a day, said it had helped 480 this year; flown home on Thursday, though it provides for
# 50 a day: what happens again and again has no time but its own.
_OTHER_WORDS = re.compile(
    r"[:;]|,\s*(?:he |she |it )?said\s+(?:it|he|she|they|that)\b"
    r"|,\s(?:which(?! means)|who|where|and|but|while|as)\b"
    r"|\b(?:as|while)\b[^.;]*\b(?:said|reported|estimated|warned|put)\b"
    r"|\bwhen\b|\b(?:provid(?:es|ed|ing)|calls?|called|calling) for\b"
)


def is_of_rate(folded: str, counted: Counted, time: TimeExpression) -> bool:
    """Say whether a time of the sentence is that of the rate, not of other words; `now` is none."""
    left, right = min(time.end, counted.end), max(time.start, counted.start)
    return time.sort != "now" and not _OTHER_WORDS.search(folded, left, right)
