"""A number measured by a noun before it in, its kind out: the noun's own, if no verb tells other.

The death toll, arrivals and losses count up; troops or a crowd stand; one fight's toll is over.
"""

import re
from datetime import date, timedelta
from typing import Final

from musterbook.claims.counting.counted import Counted
from musterbook.claims.kinds.kind_given import is_promised_body, is_shot_at
from musterbook.claims.kinds.kind_inverted import is_body_acting
from musterbook.claims.kinds.kind_lasting import REACH
from musterbook.claims.kinds.kind_names import CHANGE, CUMULATIVE, LEVEL
from musterbook.claims.kinds.kind_states import BY_SO_MANY, is_lacking
from musterbook.claims.surroundings import Surroundings
from musterbook.claims.times.event_names import names_of
from musterbook.claims.times.time_expression import TimeExpression

_A_SEASON: Final = timedelta(days=80)
_HARM: Final = frozenset({"casualties", "killed", "wounded", "injured", "losses"})
_BY_THE_NUMBER = re.compile(
    r"\b(?:increas|reduc|cut|grew|grow|fell|fall|rose|ris|dropp|declin|shrank|miss)\w*\b[^.;]{0,40}"
    r"\bby\s+(?:[a-z]+\s+){0,2}[\d,.]+(?:\s+(?:million|thousand"
    r"|hundred))?(?:\s+(?:more\s+)?[a-z]+)?$"
)
_IN_BATTLE = re.compile(r"\b(?:put|was|were|suffered|sustained|included)\b")
_VERB_BEFORE = 24  # characters before a measure noun in which its verb stands: put the number at
_RUNS = re.compile(
    r"\b(?:has|have|had|rose|risen|reach\w*|climb\w*|stands?|stood|so far"
    r"|since|top|topped|pass|passed|exceed\w*|over"
    r"|rais\w*|revis\w*|bring\w*|now)\b"
)


def of_measure(
    counted: Counted, around: Surroundings, time: TimeExpression | None, *, said_then: bool
) -> str:
    """A number that a noun before it measures: the noun's own kind, where no verb says other."""
    assert counted.kind is not None
    between = around.folded[counted.start : counted.end]
    is_toll = "toll" in between or (around.story == "disaster" and counted.counted in _HARM)
    is_counted_up = counted.kind == CUMULATIVE and not said_then
    if is_counted_up and _is_over(time, around.told) and not (is_toll and _is_short(time)):
        return CHANGE  # arrivals from January through March were 300; last year the toll was 484
    if _is_one_loss(counted, around, time, between) or _is_of_its_day(counted, around, time):
        return CHANGE
    left = max(around.left, counted.start - REACH)
    if (
        is_lacking(counted, around, time)
        or BY_SO_MANY.search(around.folded, left, counted.start)
        or _BY_THE_NUMBER.search(between)
    ):
        return CHANGE
    if counted.kind == LEVEL and (
        is_body_acting(counted, around)
        or is_promised_body(counted, around)
        or is_shot_at(counted, around)
    ):
        return CHANGE
    if "toll" not in between:
        between = around.folded[max(around.left, counted.start - _VERB_BEFORE) : counted.end]
    is_of_battle = counted.kind == CUMULATIVE and around.story == "attack" and not said_then
    is_of_battle = is_of_battle and counted.counted not in _COUNTED_ON
    if is_of_battle and _IN_BATTLE.search(between) and not _RUNS.search(between):
        return CHANGE
    return counted.kind


# Who are arrested or flee in a time of unrest are no losses of one fight.
_COUNTED_ON: Final = frozenset(
    {"detained", "fled", "arrived", "returned", "displaced", "evacuated", "released", "moved on"}
)


_COUNTED_BY_DAY = re.compile(
    r"\b(?:arrests|detentions|arrivals|crossings|departures|returns|desertions)\s$"
)


def _is_of_its_day(counted: Counted, around: Surroundings, time: TimeExpression | None) -> bool:
    """Say whether a number is of what one day brought: the number of arrests on Sunday was 72."""
    if time is None or time.sort != "closed" or not counted.start < time.start < counted.end:
        return False
    return _COUNTED_BY_DAY.search(around.folded, counted.start, time.start) is not None


# Put the toll of Friday's massacre at 98: one fight, and over.
_TOLL_OF_FIGHT = re.compile(rf"\btoll (?:of|from|in) (?:[\w'’-]+ ){{0,4}}?{names_of('attack')}\b")


def _is_one_loss(
    counted: Counted, around: Surroundings, time: TimeExpression | None, between: str
) -> bool:
    """Say whether a noun tells those lost at one time: the deaths of 340 civilians on Monday."""
    is_dated = time is not None and time.sort == "closed"
    if not is_dated or counted.kind != CUMULATIVE or around.story != "attack":
        return False
    assert time is not None
    if time.start > counted.end and between.startswith(("deaths of ", "losses of ")):
        return True
    return is_of_fights_toll(between, time, around)


def is_of_fights_toll(words: str, time: TimeExpression | None, around: Surroundings) -> bool:
    """Say whether the toll told is that of one fight on a day that is named."""
    if time is None or time.sort != "closed" or time.first != time.last:
        return False
    return around.story == "attack" and _TOLL_OF_FIGHT.search(words) is not None


def _is_short(time: TimeExpression | None) -> bool:
    """Say whether a time is shorter than a season, so that a toll of it may still be counted."""
    if time is None or time.first is None or time.last is None:
        return True
    return time.last - time.first < _A_SEASON


def _is_over(time: TimeExpression | None, told: date | None) -> bool:
    """Say whether a time is a stretch with both ends, past when it is told."""
    if time is None or time.sort != "closed" or time.first is None or time.last is None:
        return False
    return time.first < time.last and (told is None or time.last < told)
