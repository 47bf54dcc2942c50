"""People put on lists, fed or taken in one by one, the kind of their number out; else nothing."""

import re
from datetime import timedelta
from typing import Final

from musterbook.claims.counting.counted import Counted
from musterbook.claims.counting.deeds import Tense, tense_after, tense_before
from musterbook.claims.kinds.kind_lasting import REACH
from musterbook.claims.kinds.kind_names import CHANGE, CUMULATIVE
from musterbook.claims.kinds.kind_times import OVER, runs_up_to_now
from musterbook.claims.patterns.up_to import UpTo
from musterbook.claims.surroundings import Surroundings
from musterbook.claims.times.time_expression import TimeExpression

_BEEN_PUT = re.compile(
    r"[^.;,]{0,60}?\b(?:has|have|had)\s+(?:\w+ly\s+)?been\s+(?!\w+ing\b)\w+(?:ed|en|t)\b"
)
_WERE_PUT = re.compile(r"\b(?:were|was)\s+(?:fed|registered)\b")
_REGISTERED = re.compile(
    r"(?:\s+(?:from|of|in)\s+(?:the\s+)?\w+)?\s+registered\s+(?:on|last|in|for)\b"
)
_BEEN_FED = re.compile(r"\b(?:been|were|was)\s+fed\b")
_A_MONTH = timedelta(days=27)  # in a stretch so long people come to be displaced


_HAD_REGISTERED = UpTo(
    r"\b(?:had\s+registered|(?:have|has|had)\s+helped\b[^.;,]{1,60}\bregister)\s+(?:(?:about|some|over)\s+)*$"
)
_THEY_HAD_REGISTERED = re.compile(r"[^.;,]{0,40}?\shad\s+(?:been\s+)?registered\b")


def _is_registered_by_then(
    counted: Counted, around: Surroundings, time: TimeExpression | None
) -> bool:
    """Say whether people had been entered on a list one by one: had registered by Friday."""
    if time is not None:
        return time.sort == "until" and time.first is None
    left = max(around.left, counted.start - REACH)
    return bool(
        _HAD_REGISTERED.search(around.folded, left, counted.start)
        or _THEY_HAD_REGISTERED.match(around.folded, counted.end, around.right)
    )


def of_entered(counted: Counted, around: Surroundings, time: TimeExpression | None) -> str:
    """Give the kind of people who came in or were entered on lists one by one; else nothing."""
    if time is not None and (dated := _of_dated(counted, around, time)):
        return dated
    if counted.counted != "registered":
        return ""
    return CUMULATIVE if _is_registered_by_then(counted, around, time) else ""


def _of_dated(counted: Counted, around: Surroundings, time: TimeExpression) -> str:
    """Tell of people who came in or were entered on lists over a stretch of time; else nothing."""
    is_named_so = counted.happening is None and counted.kind is None
    if is_named_so and counted.counted in INTAKES and _is_stretch(time):
        return CHANGE  # 37,900 recruits for the second quarter
    return _of_put(counted, around, time)


def _of_put(counted: Counted, around: Surroundings, time: TimeExpression) -> str:
    """Tell of people registered, fed or placed: since August a count; 12,000 last week a change."""
    is_put = _BEEN_PUT.match(around.folded, counted.end)
    if time.sort == "since" and (is_put or counted.counted == "registered"):
        return CUMULATIVE
    if counted.counted != "registered" and not _is_fed(counted, around):
        return ""
    if time.sort == "closed" and _THEY_HAD_REGISTERED.match(around.folded, counted.end):
        return CHANGE  # had registered during the first days of October
    tense = tense_of(counted, around)
    if runs_up_to_now(time, around):
        return CUMULATIVE if is_put or tense in ("has done", "done") else ""
    if around.folded.startswith(_AT_A_TURN, time.start):
        return ""  # were registered at the end of June: so many there were then
    is_deed = (
        is_put
        or _REGISTERED.match(around.folded, counted.end)
        or _WERE_PUT.search(around.folded, counted.end, around.right)
    )
    return CHANGE if time.sort == "closed" and (is_deed or tense == "done") else ""


_AT_A_TURN: Final = ("at the end", "at the start", "at the beginning", "by the end", "as of")


def _is_fed(counted: Counted, around: Surroundings) -> bool:
    left = max(around.left, counted.start - REACH)
    return " fed " in around.folded[left : counted.end] or bool(
        _BEEN_FED.search(around.folded, counted.end, around.right)
    )


INTAKES: Final = frozenset({"recruited", "arrived", "returned"})  # whoever is so called came then


def _is_stretch(time: TimeExpression) -> bool:
    """Say whether a time is a stretch with both ends, long enough to be that of an intake."""
    return time.sort in OVER and time.first is not None and is_long_stretch(time)


def is_long_stretch(time: TimeExpression) -> bool:
    """Say whether a time is so long that people come in or are driven out over all of it."""
    if time.first is None and time.atom == "past":
        return True  # in the past few weeks
    if time.first is None or time.last is None:
        return time.sort == "same" and time.end - time.start > len("that day")
    return time.last - time.first >= _A_MONTH


def tense_of(counted: Counted, around: Surroundings) -> Tense:
    """Read the verb that people are object or subject of."""
    before = tense_before(around.folded, counted.start, around.left)
    return before or tense_after(around.folded, (counted.start, counted.end), around.right)
