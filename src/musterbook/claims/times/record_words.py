"""A place in a text in, whether what stands before it is the most for long out: the worst since."""

import re
from typing import Final

from musterbook.claims.patterns.up_to import UpTo
from musterbook.claims.times.event_names import names_of
from musterbook.claims.times.time_expression import TimeExpression

_REACH: Final = 80  # characters that hold `the largest exchange between the two old enemies`
_RECORD = re.compile(
    r"\b(?:lowest|highest|worst|biggest|largest|most|first(?! time)|fewest"
    r"|deadliest|smallest|heaviest|bloodiest)\b"
    r"[^.,;]{0,60}$"
)


def follows_record(folded: str, place: int) -> bool:
    """Say whether a time at a place tells how long there was nothing like it."""
    return _RECORD.search(folded, max(0, place - _REACH), place) is not None


_THE_WORST = re.compile(r",?\s+(?:its|their|the)\s+(?:most\s+[a-z]+|[a-z]+st|only|last)\b")


def is_of_record(folded: str, time: TimeExpression) -> bool:
    """Say whether a time tells how long there was nothing like it: the lowest since 1973."""
    if time.sort == "until" and _THE_WORST.match(folded, time.end):
        return True  # until last week the deadliest in the city's history
    is_long = time.sort in ("since", "until") or time.atom == "lasting"
    return is_long and follows_record(folded, time.start)


# Under an amnesty announced in December: the time is the amnesty's, as that of a feast which falls
# on Tuesday is the feast's.
_NOUN_REACH = 50  # characters that hold such a noun and what was done with it
_OF_NOUN = UpTo(
    r"\b(?:accord|agreement|treaty|truce|amnesty|decree|law|order|plan|program(?:me)?|deal|pact)"
    r"\s+(?:announced|signed|declared|agreed|proclaimed|issued|reached|passed|made)\s+$"
    r"|, which (?:falls|begins|starts|opens|ends|closes|expires)\s+$"
)


# Jailed for the 1994 massacre; on the anniversary of the 1991 coup.
_BEFORE_NAME = UpTo(r"\b(?:for|over|in|of|about|into|to) the $")
_NAME = re.compile(
    rf"(?: [a-z-]+)? {names_of('war', 'unrest', 'attack', 'disaster', 'accident', 'turn')}\b"
)


def is_in_name(folded: str, time: TimeExpression) -> bool:
    """Say whether a year only tells by which event something is called: the 1994 massacre."""
    if time.atom != "year" or time.sort != "closed":
        return False
    begin = time.end - len("1994")
    near = max(0, begin - len("about the "))
    is_led = _BEFORE_NAME.search(folded, near, begin) is not None
    return is_led and _NAME.match(folded, time.end) is not None


def is_of_noun(folded: str, time: TimeExpression) -> bool:
    """Say whether a time dates a thing that is only named: an accord signed on Monday."""
    left = max(0, time.start - _NOUN_REACH)
    return time.sort == "closed" and bool(_OF_NOUN.search(folded, left, time.start))
