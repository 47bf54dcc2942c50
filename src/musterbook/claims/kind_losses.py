"""The dead and hurt of a clause in, whether they are one fight's or a toll still running out."""

import re

from musterbook.claims.counted import Counted
from musterbook.claims.kind_names import CHANGE, CUMULATIVE
from musterbook.claims.kind_states import ARE
from musterbook.claims.kind_times import is_recent, is_so_far
from musterbook.claims.periods import TimeExpression
from musterbook.claims.surroundings import Surroundings

_RAISED = re.compile(
    r"\b(?:raised|revised|rose|risen|climbed|updated|rises|come|comes)\b[^.;]{0,40}\bto\b"
)
_SUFFERED = re.compile(
    r"\b(?:suffer|inflict|caus|sustain|tak)(?:ed|ing|en)\b|\b(?:took|lost|left)\b"
)
_WHEN = re.compile(r"\bwhen\b")
_MAIN_EVENT = re.compile(
    r"\b(?:earthquake|quake|tremor|typhoon|hurricane|cyclone|storm|flood|tsunami|eruption|volcano"
    r"|plane|airliner|jet|ferry|ship|train|fire|avalanche|landslide)s?\b"
    r"(?!\s+(?:shelter|victim|relief|water|survivor|station|ticket))"
)


def is_told_as_total(counted: Counted, words: str, time: TimeExpression | None) -> bool:
    """Say whether harm is told as it stands: 600 are dead; raised to 4,000; some 300 deaths."""
    if ARE.search(words) or _RAISED.search(words):
        return True
    return time is None and counted.rule.endswith("+noun") and not _SUFFERED.search(words)


_MORE = re.compile(r"\b(?:another|additional|further|(?<!or )more(?! than))\b")
_FETCHED = re.compile(
    r"\b(?:recover|retriev|pull|found|fish)\w*\b"
)  # bodies, on a day of their own


def _is_of_its_day(counted: Counted, around: Surroundings, words: str) -> bool:
    """Say whether a time tells of some among the dead of a disaster: 33 more in 24 hours."""
    told = around.folded[counted.start : counted.end]
    return bool(_MORE.search(told) or ("bodies" in words and _FETCHED.search(words)))


def of_loss(
    counted: Counted, around: Surroundings, words: str, *, time: TimeExpression | None
) -> str:
    """The dead and hurt: a toll still running, or a fight that is over."""
    if time is not None and (not is_recent(time, around.told) or _is_one_event(counted, around)):
        return CHANGE
    if time is not None and time.sort == "closed" and _is_of_its_day(counted, around, words):
        return CHANGE
    if around.story == "disaster" and counted.happening and counted.happening.nature == "loss":
        return CUMULATIVE
    return CUMULATIVE if time is None and is_so_far(counted, words, around) else CHANGE


def _is_one_event(counted: Counted, around: Surroundings) -> bool:
    """Say whether a number is of one event within the story: eleven drowned when a boat sank."""
    after = _WHEN.search(around.folded, counted.end, around.right)
    return after is not None and not _MAIN_EVENT.search(around.folded, after.end(), around.right)
