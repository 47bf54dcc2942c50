"""People whom no known deed befell in, the kind of their number out: present, displaced, seen."""

import re
from typing import Final

from musterbook.claims.counting.counted import Counted
from musterbook.claims.counting.deeds import tense_after, tense_before
from musterbook.claims.counting.own_verb import verb_of
from musterbook.claims.kinds.kind_by_now import is_done_by_now
from musterbook.claims.kinds.kind_entered import is_long_stretch, of_entered, tense_of
from musterbook.claims.kinds.kind_lasting import REACH
from musterbook.claims.kinds.kind_names import CHANGE, CUMULATIVE, LEVEL
from musterbook.claims.kinds.kind_times import (
    OVER,
    had_by_then,
    is_recent,
    is_running_until_told,
    runs_up_to_now,
)
from musterbook.claims.patterns.led import Led
from musterbook.claims.patterns.up_to import UpTo
from musterbook.claims.surroundings import Surroundings
from musterbook.claims.times.event_names import names_of
from musterbook.claims.times.time_expression import TimeExpression

_FELL_ILL = re.compile(r"[^.;]{0,60}?\s(?:fell|fallen|taken)\s+(?:ill|sick)\b")
_LEFT_SO = re.compile(
    r"(?:,[^;.]{1,70},)?\s+(?:(?:had|have|has)\s+been|were|was)\s+left\s+(?:homeless|without)\b"
)
BY_SO_MANY = UpTo(
    r"\b(?:increas|boost|rais|reduc|cut|grow|grew|fell|fall|ris|rose|miss|shr[aiu]nk|expand"
    r"|swell|drop)"
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
_ARE_SHORT = UpTo(
    r"\b(?:are|is)\s+(?:(?:now|still|about|some|nearly|almost|over|more than|at least)\s+)*$"
)  # now 20,000 people short
# Is 7,000 short of those it needs in this fiscal year; but on 1 January it was 257 men short.
_WAS_SHORT = UpTo(r"\b(?:is|are|was|were)\s+(?:still\s+|now\s+)?(?:about\s+|some\s+)?$")
SHORT = re.compile(r"\s+short\b")  # it was 33 recruits short
_ARE_HOMELESS = re.compile(r"\s+(?:were|was)\s+(?:still\s+|now\s+|already\s+)?homeless\b")
# Could be displaced if the dam broke: of nobody is it so yet.
_MAY_BE = re.compile(
    r"(?:\s+(?!and\b|who\b)[\w'-]+){0,4}?\s+(?:could|may|might|would|will)\s+(?:\w+ly\s+|soon\s+|also\s+)?"
    r"(?:be\s+(?:\w+ly\s+)?(?:displaced|uprooted|made\b|rendered\b|left\b|affected|driven\b|hit\b)"
    r"|lose\s+their\s+homes|fall\s+ill|contract\b|suffer\b)"
)
# Were displaced during four days of riots last week: it befell them then.
_DRIVEN_OUT_IN = re.compile(
    r"(?:\s+(?:of|from|in)\s+[^.;,]{2,30}?)?\s+(?:were|was)\s+(?:\w+ly\s+)?(?:displaced|uprooted|affected)\s+(?:during|in|by|when|over)\s+"
    r"(?!(?:the\s+)?(?:camps?|region|area|country|province|district|state|city|north|south|east|west)\b)[^.;]{0,60}\b"
    rf"(?:days?|weeks?|nights?|hours?|{names_of('attack', 'unrest', 'disaster')})\b"
)
_STRUCK: Final = frozenset({"displaced", "affected"})  # a state, but somebody was driven into it


def _is_homeless(counted: Counted, around: Surroundings, time: TimeExpression | None) -> bool:
    """Say whether people are told to be without homes, not how many have lost them since."""
    if _ARE_HOMELESS.match(around.folded, counted.end):
        return True
    is_left = time is None and _LEFT_SO.match(around.folded, counted.end)
    return bool(is_left) and counted.counted == "displaced"


def of_state(counted: Counted, around: Surroundings, *, time: TimeExpression | None) -> str:
    """A number that no known happening tells of: a level, unless a verb tells a deed."""
    is_state = counted.happening is not None
    if entered := of_entered(counted, around, time):
        return entered
    is_struck = counted.counted in _STRUCK and _is_struck(counted, around, time=time)
    if is_struck and not _is_homeless(counted, around, time):
        is_fresh = around.story == "disaster" and time and is_recent(time, around.told)
        is_running = is_fresh or _BEFORE_THAT.match(around.folded, counted.end)
        return CHANGE if time and time.sort in OVER and not is_running else CUMULATIVE
    if met := _of_met(counted, around, time):
        return met
    is_hit = counted.counted == "affected" and _HIT.match(around.folded, counted.end, around.right)
    if is_hit or is_done_by_now(counted, around, time):
        return CUMULATIVE
    if counted.counted in _STRUCK and _MAY_BE.match(around.folded, counted.end, around.right):
        return CHANGE
    if is_state or counted.rule.endswith("+base-of-fraction"):
        return _of_main_verb(counted, around) or LEVEL
    if counted.rule.endswith("as-before"):
        return _of_own_verb(counted, around)
    return (
        CHANGE if _is_gain(counted, around, time) else _of_unknown_verb(counted, around, time=time)
    )


_LIVING = re.compile(r"\s(?:who|that|living|staying|sheltering|camped|working)\s")


def _of_main_verb(counted: Counted, around: Surroundings) -> str:
    """Tell of people named by a state who did or suffered something: who live there were told."""
    end = counted.end
    if _LIVING.search(around.folded, counted.start, end) is None:
        if _LIVING.match(around.folded, end, around.right) is None:
            return ""
        verb = verb_of(around.folded, counted.start, end, around.right)
        if verb is None:
            return ""
        end = verb - 1  # 850,000 refugees living abroad voted
    tense = tense_after(around.folded, (counted.start, end), around.right)
    return {"done": CHANGE, "has done": CUMULATIVE}.get(tense, "")


# On Monday it placed 640 families in boarding houses; 400 took shelter in schools.
_PLACED: Final = Led(
    r"(?<!has )(?<!have )(?<!had )\b(?:placed|put up|positioned|assembled|massed|concentrated"
    r"|lodged|settled|quartered|billeted|mustered|stationed)\s+"
    r"(?:(?:about|some|another|more than|at least|over|nearly)\s+)*$"
)
_TOOK_SHELTER = re.compile(
    r"(?:\s+(?!who\b)[\w'-]+){0,4}?\s+(?:took|sought|found)\s+(?:shelter|refuge|sanctuary)\b"
)


def _came_in(counted: Counted, around: Surroundings) -> bool:
    """Say whether a deed brought people where they are: placed 640 families in boarding houses."""
    left = max(around.left, counted.start - REACH)
    if _PLACED.search(around.folded, left, counted.start):
        return True
    return _TOOK_SHELTER.match(around.folded, counted.end, around.right) is not None


_AIMED_AT = UpTo(r"\b(?:aimed at|meant for|intended for|open to)\s+$")


def is_lacking(counted: Counted, around: Surroundings, time: TimeExpression | None) -> bool:
    """Say whether a number is of those an intake fell short by, not of those short by now."""
    left = max(around.left, counted.start - REACH)
    if SHORT.match(around.folded, counted.end) is None:
        return False
    if time is not None and time.sort == "closed":
        is_of_day = time.first is not None and time.first == time.last
        return not (is_of_day and _WAS_SHORT.search(around.folded, left, counted.start))
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
    return bool(BY_SO_MANY.search(around.folded, counted.start - REACH, counted.start))


def _of_unknown_verb(counted: Counted, around: Surroundings, *, time: TimeExpression | None) -> str:
    """Those of whom a verb that no table knows tells a deed or a state."""
    if _AIMED_AT.search(around.folded, max(around.left, counted.start - REACH), counted.start):
        return LEVEL
    match tense_of(counted, around):
        case "has done":
            is_running = time is None or is_running_until_told(time, around)
            return CUMULATIVE if is_running else CHANGE
        case "done":
            is_running = had_by_then(counted, around) or (
                time is not None and (runs_up_to_now(time, around) or _is_already(time, around))
            )
            return CUMULATIVE if is_running else CHANGE
        case "would do":
            return CHANGE
        case _:
            return LEVEL


def _is_already(time: TimeExpression, around: Surroundings) -> bool:
    """Say whether it is told what has been done by now: had already been put on trains."""
    return time.sort == "now" and around.folded.startswith("already", time.start)


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


_HAS_MET = UpTo(
    r"\b(?:has|have|had)\s+(?:\w+\s+)?(?:visited|interviewed|met|talked to|spoken to|seen"
    r"|examined|vaccinated|screened|inoculated|questioned)\s+"
    r"(?:(?:about|some|over|only|more than|at least|fewer than)\s+)*$"
)


def _of_met(counted: Counted, around: Surroundings, time: TimeExpression | None) -> str:
    """Tell of people whom somebody saw: 150 last year, or has interviewed since May."""
    left = max(around.left, counted.start - REACH)
    if (time is None or time.sort == "since") and _HAS_MET.search(
        around.folded, left, counted.start
    ):
        return CUMULATIVE
    if time is not None and time.sort == "since":
        return ""
    is_then = time is None or time.sort == "closed"
    if time is not None and is_then and _came_in(counted, around):
        return CHANGE
    return CHANGE if is_then and _is_met(counted, around) else ""


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
    is_since = time is not None and time.sort in ("since", "since then")
    if counted.rule.endswith("+object-of-verb") or is_since:
        return True
    if _LEFT_SO.match(around.folded, counted.end) or (
        time is not None and _DRIVEN_OUT_IN.match(around.folded, counted.end)
    ):
        return True  # had been left homeless
    if time is not None and time.sort in OVER and is_long_stretch(time):
        return True  # were displaced in 1997
    return bool(tense_before(around.folded, counted.start, around.left))
