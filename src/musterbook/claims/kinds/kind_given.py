"""A count and the words before it in, whether those are given for others or asked for out."""

import re

from musterbook.claims.counting.counted import Counted
from musterbook.claims.kinds.kind_lasting import REACH
from musterbook.claims.patterns.led import Led
from musterbook.claims.surroundings import Surroundings

_BOUNDS = r"(?:(?:about|some|the|its|their|own|of|another|no fewer than|more than|at least)\s+)*$"
# Some 3,000 inmates were traded for six soldiers: the six came free.
_GIVEN_FOR = Led(
    rf"\b(?:traded|swapped|exchanged|bartered|in exchange|in return)\s+(?:for|against)\s+{_BOUNDS}"
)
# The governor asked for 2,000 more guardsmen.
_ASKED_FOR = Led(
    r"\b(?:ask|appeal|plead|press|beg|call|request|hope|wish)(?:ed|s|ing|ged)?\b[^.;,]{0,40}?\s"
    rf"for\s+(?:\w+\s+to\s+)?{_BOUNDS}"
)
# Broke up a rally of some 50 students; fired into a march of 20,000.
_CROWD_OF = Led(
    r"\b(?:broke up|break up|breaking up|dispersed?|dispersing|fired (?:into|at|on)|charged"
    r"|attacked)\s[^.;,]{0,30}\b(?:march|rally|demonstration|protest|strike|procession|crowd"
    rf"|gathering)\s+of\s+{_BOUNDS}"
)
# Fired tear gas to disperse 2,000 demonstrators.
_DISPERSED = Led(
    r"\b(?:dispers(?:ed?|ing)|scatter(?:ed|ing)?|evict(?:ed|ing)?|(?:drive|drove|push(?:ed)?"
    r"|beat|beaten)\s+back)\s+"
    rf"(?:a\s+crowd\s+of\s+)?{_BOUNDS}"
)
# A thousand extra police were promised.
_PROMISED = re.compile(
    r"\s+(?:(?:[\w-]+\s+){0,3}?(?:were|are|have been|had been))\s+"
    r"(?:promised|pledged|requested|offered|ordered|announced)\b"
    r"(?!\s+(?:to|out|off|home|back|away|[a-z]+s)\b)"
)
# Have exchanged the bodies of 150 soldiers: they went from hand to hand on a day.
_HANDED_BODIES = Led(
    r"\b(?:exchanged|handed over|handed back|returned|received|repatriated|swapped|turned over)\s"
    rf"(?:[\w-]+\s+){{0,2}}?(?:bodies|remains|corpses)\s+of\s+{_BOUNDS}"
)
# The council approved a force of 10,000; so many are to come.
_PROMISED_BODY = Led(
    r"\b(?:promised|pledged|offered|approved|authori[sz]ed|requested|proposed|backed|endorsed)\s+"
    r"(?:an?|the)\s+(?:(?!who\b|that\b|which\b)[\w.-]+\s+){0,4}?(?:force|contingent|mission"
    r"|brigade|battalion|detachment)\s+"
    r"of\s+(?:(?:about|some|up to|at least|another|nearly)\s+)*\d"
)
_MORE = re.compile(" (?:more|extra|additional|further)")


# Fired into a crowd of 400: the noun measures them.
_AT_A_CROWD = re.compile(
    r"\b(?:broke up|breaking up|dispersed|dispersing|fired (?:into|at|on)|charged|attacked)\s+"
    r"(?:an?|the)\s+(?:[a-z]+\s+)?$"
)


_IN_EXCHANGE = Led(
    r"\b(?:in exchange|in return|exchanged|swapped|traded) for\s+(?:[a-z]+\s+){0,2}?\d[\d,]*\s+"
    r"[\w-]+$"
    rf"|\b(?:in exchange|in return|exchanged|swapped|traded) for\s+{_BOUNDS}"
)


def is_shot_at(counted: Counted, around: Surroundings) -> bool:
    """Say whether a crowd of so many was attacked: fired into a crowd of 400.

    Or whether a noun before measures whom others were let go for: freed prisoners for 50 others.
    """
    left = max(around.left, counted.start - REACH)
    if _IN_EXCHANGE.search(around.folded, left, counted.end):
        return True
    if not around.folded.startswith("crowd", counted.start):
        return False
    return _AT_A_CROWD.search(around.folded[left : counted.start]) is not None


def is_promised_body(counted: Counted, around: Surroundings) -> bool:
    """Say whether a body of people is yet to be made up: approved a force of 10,000."""
    found = _PROMISED_BODY.search(
        around.folded, max(around.left, counted.start - REACH), counted.end
    )
    return found is not None


def is_given(counted: Counted, around: Surroundings) -> bool:
    """Say whether people come or go in exchange for others, or more of them are asked for."""
    left = max(around.left, counted.start - REACH)
    if _PROMISED.match(around.folded, counted.end, around.right):
        return True
    if _GIVEN_FOR.search(around.folded, left, counted.start):
        return True
    if _HANDED_BODIES.search(around.folded, left, counted.start):
        return True
    if _CROWD_OF.search(around.folded, left, counted.start):
        return True
    if _DISPERSED.search(around.folded, left, counted.start):
        return True
    words = around.folded[counted.start : counted.end + len(" more")]
    if _MORE.search(words) is None:
        return False
    return bool(_ASKED_FOR.search(around.folded, left, counted.start))
