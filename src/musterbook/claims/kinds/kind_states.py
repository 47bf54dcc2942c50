"""People whom no known deed befell in, the kind of their number out: present, displaced, seen."""

import re
from datetime import timedelta
from typing import Final

from musterbook.claims.counting.counted import Counted
from musterbook.claims.counting.deeds import Tense, tense_after, tense_before
from musterbook.claims.kinds.kind_lasting import REACH
from musterbook.claims.kinds.kind_names import CHANGE, CUMULATIVE, LEVEL
from musterbook.claims.kinds.kind_times import (
    OVER,
    is_recent,
    is_running_until_told,
    runs_up_to_now,
)
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
_FELL_ILL = re.compile(r"[^.;]{0,60}?\s(?:fell|fallen|taken)\s+(?:ill|sick)\b")
_BEEN_FED = re.compile(r"\b(?:been|were|was)\s+fed\b")
_LEFT_SO = re.compile(r"\s+(?:(?:had|have|has)\s+been|were|was)\s+left\s+(?:homeless|without)\b")
BY_SO_MANY = UpTo(
    r"\b(?:increas|boost|rais|reduc|cut|grow|grew|fell|fall|ris|rose|miss|shr[aiu]nk|expand|swell|drop)"
    r"\w*\b[^.;]{0,60}\bby\s+(?:an?\s+(?:additional|further)\s+)?$"
    r"|\b(?:increase|rise|reduction|cut|drop|decrease|addition|growth|fall)\s+of\s+$"
)
# The army finished the year with 12,300 recruits: so many had come in.
_ENDED_WITH = UpTo(
    r"\b(?:finish|end|clos)ed\b[^.;]{1,40}\bwith\s+(?:(?:about|some|only|just)\s+)?$"
)
_HIT = re.compile(
    r"[^.;]{0,60}?\s(?:(?:have|has|had)\s+(?:\w+\s+)?been|were|was)\s+(?:\w+\s+)?affected\b"
)
_MET = re.compile(
    r"(?<!have )(?<!has )\b(?:visited|interviewed|met|met with|talked (?:with|to)|spoke (?:with|to)"
    r"|registered|saw|had seen|seen by|examined|attended by)\s+"
    r"(?:(?:about|some|over|only|more than|at least|fewer than)\s+|\w+\s+)?$"
)
# I counted more than 60 men: who tells it saw them; no census.
_COUNTED = UpTo(
    r"\b(?:i|he|she|we|they|witness(?:es)?|reporters?|correspondents?|residents?|doctors?)\s+"
    r"(?:\w+ly\s+|had\s+)?counted\s+(?:(?:about|some|only|over|up to|more than|at least)\s+)*$"
)

# Another 1.2 million had been uprooted before that: so many by then.
_BEFORE_THAT = re.compile(
    r"\s+had\s+been\s+(?:\w+ly\s+)?\w+(?:ed|en)\s[^.;,]{0,40}?\b(?:before|by)\s+(?:that|then)\b"
)
_THEN = re.compile(r"\s*(?:displaced|affected)?\s*when\b")
_A_MONTH = timedelta(days=27)  # in a stretch so long people come to be displaced
_ARE_SHORT = UpTo(
    r"\b(?:are|is)\s+(?:(?:now|still|about|some|nearly|almost|over|more than|at least)\s+)*$"
)  # now 20,000 people short
SHORT = re.compile(r"\s+short\b")  # it was 33 recruits short
_ARE_HOMELESS = re.compile(r"\s+(?:were|was)\s+(?:still\s+|now\s+|already\s+)?homeless\b")
_STRUCK: Final = frozenset({"displaced", "affected"})  # a state, but somebody was driven into it


def _of_put(counted: Counted, around: Surroundings, time: TimeExpression) -> str:
    """Tell of people registered, fed or placed: since August a count; 12,000 last week a change."""
    is_put = _BEEN_PUT.match(around.folded, counted.end)
    if time.sort == "since" and (is_put or counted.counted == "registered"):
        return CUMULATIVE
    if counted.counted != "registered" and not _is_fed(counted, around):
        return ""
    tense = _tense(counted, around)
    if runs_up_to_now(time, around):
        return CUMULATIVE if is_put or tense in ("has done", "done") else ""
    is_deed = (
        is_put
        or _REGISTERED.match(around.folded, counted.end)
        or _WERE_PUT.search(around.folded, counted.end, around.right)
    )
    return CHANGE if time.sort == "closed" and (is_deed or tense == "done") else ""


def _is_fed(counted: Counted, around: Surroundings) -> bool:
    left = max(around.left, counted.start - REACH)
    return " fed " in around.folded[left : counted.end] or bool(
        _BEEN_FED.search(around.folded, counted.end, around.right)
    )


def of_state(counted: Counted, around: Surroundings, *, time: TimeExpression | None) -> str:
    """A number that no known happening tells of: a level, unless a verb tells a deed."""
    is_state = counted.happening is not None
    if time is not None and (told := _of_dated(counted, around, time)):
        return told
    is_struck = counted.counted in _STRUCK and _is_struck(counted, around, time=time)
    if is_struck and not _ARE_HOMELESS.match(around.folded, counted.end):
        is_fresh = around.story == "disaster" and time and is_recent(time, around.told)
        is_running = is_fresh or _BEFORE_THAT.match(around.folded, counted.end)
        return CHANGE if time and time.sort in OVER and not is_running else CUMULATIVE
    if _is_met(counted, around) and (time is None or time.sort == "closed"):
        return CHANGE
    if counted.counted == "affected" and _HIT.match(around.folded, counted.end, around.right):
        return CUMULATIVE
    if _has_by_now(counted, around):
        return CUMULATIVE
    if is_state or counted.rule.endswith("+base-of-fraction"):
        return LEVEL
    if counted.rule.endswith("as-before"):
        return _of_own_verb(counted, around)
    return (
        CHANGE if _is_gain(counted, around, time) else _of_unknown_verb(counted, around, time=time)
    )


def _of_dated(counted: Counted, around: Surroundings, time: TimeExpression) -> str:
    """Tell of people who came in or were entered on lists over a stretch of time; else nothing."""
    is_named_so = counted.happening is None and counted.kind is None
    if is_named_so and counted.counted in _INTAKES and _is_stretch(time):
        return CHANGE  # 37,900 recruits for the second quarter
    return _of_put(counted, around, time)


_INTAKES: Final = frozenset({"recruited", "arrived", "returned"})  # whoever is so called came then


def _is_stretch(time: TimeExpression) -> bool:
    """Say whether a time is a stretch with both ends, long enough to be that of an intake."""
    return time.sort in OVER and time.first is not None and _is_long(time)


_AIMED_AT = UpTo(r"\b(?:aimed at|meant for|intended for|open to)\s+$")
_SO_FAR_HAD = re.compile(
    r"\b(?:has|have|had)\s+(?:so far|to date|already)\s+(?:\w+(?:ed|und|ught|en|t)\s+(?:\w+\s+)?)?$"
)
# Soap has also reached 49,000 people; the bound word is a verb there.
_HAS = UpTo(r"\b(?:has|have|had)\s+(?:also\s+|now\s+|already\s+)?$")
_LOST_HOMES = re.compile(r"\s+(?:(?:has|have|had)\s+(?:\w+\s+)?)?lost\s+their\s+homes\b")
_HAS_BY_NOW = re.compile(
    r"\b(?:has|have|had)\s+(?:\w+\s+)?\w+ed\s+(?:\w+\s+)?$|\b(?:has|have)\s+fed\s+$"
)
_BY_NOW = re.compile(r"[^.;,]{0,40}\b(?:so far|to date|until now)\b")


def _has_by_now(counted: Counted, around: Surroundings) -> bool:
    """Say whether somebody has fed or housed so many by now."""
    left = max(around.left, counted.start - REACH)
    is_reached = around.folded.startswith("reached ", counted.start)
    if is_reached and _HAS.search(around.folded, left, counted.start):
        return True
    if _SO_FAR_HAD.search(around.folded, left, counted.start):
        return True
    if _LOST_HOMES.match(around.folded, counted.end, around.right):
        return True
    return bool(
        _HAS_BY_NOW.search(around.folded, left, counted.start)
        and _BY_NOW.match(around.folded, counted.end, around.right)
    )


def is_lacking(counted: Counted, around: Surroundings, time: TimeExpression | None) -> bool:
    """Say whether a number is of those an intake fell short by, not of those short by now."""
    left = max(around.left, counted.start - REACH)
    if SHORT.match(around.folded, counted.end) is None:
        return False
    if time is not None and time.sort == "closed":
        return True  # is 7,000 short of those it needs in this fiscal year
    told = around.folded[counted.start : counted.end]  # with a noun before it: the army is 340 men
    are_short = _ARE_SHORT.search(around.folded, left, counted.start)
    return not (are_short or " is " in told or " are " in told)


def _is_gain(counted: Counted, around: Surroundings, time: TimeExpression | None) -> bool:
    """Say whether a number is that of a rise, a fall or a year's intake: grew by 4,000."""
    left = max(around.left, counted.start - REACH)
    if counted.counted == "recruited" and _ENDED_WITH.search(around.folded, left, counted.start):
        return True
    if SHORT.match(around.folded, counted.end):
        return is_lacking(counted, around, time)
    return bool(BY_SO_MANY.search(around.folded, max(0, counted.start - REACH), counted.start))


def _of_unknown_verb(counted: Counted, around: Surroundings, *, time: TimeExpression | None) -> str:
    """Those of whom a verb that no table knows tells a deed or a state."""
    if _AIMED_AT.search(around.folded, max(around.left, counted.start - REACH), counted.start):
        return LEVEL
    match _tense(counted, around):
        case "has done":
            is_running = time is None or is_running_until_told(time, around)
            return CUMULATIVE if is_running else CHANGE
        case "done":
            is_running = time is not None and runs_up_to_now(time, around)
            return CUMULATIVE if is_running else CHANGE
        case "would do":
            return CHANGE
        case _:
            return LEVEL


def _of_own_verb(counted: Counted, around: Surroundings) -> str:
    """Tell of some of those counted before, of whom a verb of their own tells: 112 were seen."""
    tense = tense_after(around.folded, (counted.start, counted.end), around.right)
    return {"has done": CUMULATIVE, "done": CHANGE}.get(tense, LEVEL)


def _is_met(counted: Counted, around: Surroundings) -> bool:
    """Say whether somebody saw those people at a stated time: visited 150 detainees last year."""
    left = max(around.left, counted.start - REACH)
    return bool(
        _MET.search(around.folded, left, counted.start)
        or _COUNTED.search(around.folded, left, counted.start)
    )


def _is_struck(counted: Counted, around: Surroundings, *, time: TimeExpression | None) -> bool:
    """Say whether people came to be displaced or affected: it left them homeless, since May."""
    if _BEFORE_THAT.match(around.folded, counted.end):
        return True
    if _THEN.match(around.folded, counted.end, around.right):
        return True
    if tense_after(around.folded, (counted.start, counted.end), around.right) == "is":
        return False
    if _FELL_ILL.match(around.folded, counted.end, around.right):
        return True
    if counted.rule.endswith("+object-of-verb") or (time is not None and time.sort == "since"):
        return True
    if _LEFT_SO.match(around.folded, counted.end):
        return True  # had been left homeless
    if time is not None and time.sort in OVER and _is_long(time):
        return True  # were displaced in 1997
    return bool(tense_before(around.folded, counted.start, around.left))


def _is_long(time: TimeExpression) -> bool:
    if time.first is None and time.atom == "past":
        return True  # in the past few weeks
    if time.first is None or time.last is None:
        return time.sort == "same" and time.end - time.start > len("that day")
    return time.last - time.first >= _A_MONTH


def _tense(counted: Counted, around: Surroundings) -> Tense:
    before = tense_before(around.folded, counted.start, around.left)
    return before or tense_after(around.folded, (counted.start, counted.end), around.right)
