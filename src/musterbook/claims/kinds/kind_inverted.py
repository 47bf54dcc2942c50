"""A count and the words around it in, the deed out that is told of it from where none looks.

Among those freed on Monday were 62 women; the town was attacked by 300 rebels; a force of 340 men
attacked the town: the verb stands before those counted, or its subject is the body they make.
"""

import re

from musterbook.claims.counting.counted import Counted
from musterbook.claims.counting.deed_words import is_deed
from musterbook.claims.counting.deeds_far import verb_far_behind
from musterbook.claims.kinds.kind_lasting import REACH
from musterbook.claims.patterns.led import Led
from musterbook.claims.surroundings import Surroundings
from musterbook.claims.times.event_names import names_of
from musterbook.claims.times.time_expression import TimeExpression

_BOUNDS = r"(?:(?:about|some|only|just|over|nearly|almost|up to|more than|at least|another)\s+)*$"
_AMONG_THOSE = Led(
    r"\b(?:(?:among|of)\s+(?:those|the people|the men)|those)\s+(?:(?:who|that)\s+)?"
    r"(?:(?:have|had|has|were|been)\s+)*(?:\w+ly\s+)?(?P<verb>[a-z]+)\b[^.;]{0,60}?"
    rf"(?:,|\b(?:were|was|are|is|include|included|includes))\s+{_BOUNDS}"
)
_DONE_BY = Led(
    r"\b(?:was|were|been)\s+(?:\w+ly\s+|then\s+|also\s+)?(?P<verb>[a-z]+)\b[^.;,]{0,40}?"
    rf"\sby\s+(?:an?\s+(?:\w+\s+)?(?:group|band|force|crowd|column|mob)\s+of\s+)?{_BOUNDS}"
)
# A contingent that lost a man, or suffered, is there all the same.
_VERB = re.compile(
    r",?\s+(?!lost\b|suffered\b|had\b|met\b|defended\b|held\b|guarded\b|manned\b)([a-z]+)\b(?!\s+by\b)"
)
# A strike by 700,000 workers in June 1987; a march of 200 on Sunday.
_EVENT_BY = Led(
    r"\b(?:strike|march|protest|rally|demonstration|walkout|sit-in|procession|raid|attack|assault"
    rf"|ambush|mutiny|riot|escape|desertion|defection|surrender)(?:e?s)?\s+by\s+{_BOUNDS}"
)
# It goes on, and so many are at it.
_GOES_ON = re.compile(
    r"[^.;,]{0,30}\s(?:entered|enters|continue[ds]?|goes|went\s+on|dragged|drags|is|are)\b"
)
_WERE = (" were ", " was ")
_NEAR = 24
_SEEN_TO: frozenset[str] = frozenset(
    "guarded garrisoned patrolled policed defended controlled manned staffed inhabited populated"
    " protected surrounded visited used run held made".split()
)


# The march involved 6,000 people; Sunday's rally drew 20,000.
_DREW = Led(
    rf"\b(?:{names_of('attack', 'unrest')}|march(?:es)?|rally|rallies|demonstrations?|processions?"
    r"|vigils?|funerals?|exercises?|manoeuvres?|evacuations?|ceremony|meeting|confrontations?"
    r"|raids?|it)\b"
    r"(?:[^.;,]{0,30}|,[^.;,]{0,30},)\s"
    r"(?:involved|drew|attracted|brought\s+together|gathered)\s+"
    rf"(?:\d[\d,]*\s+[a-z]+\s+(?:and|,)\s+)?{_BOUNDS}"
)


def is_drawn(counted: Counted, around: Surroundings) -> bool:
    """Say whether an event is told to have had so many in it: the march involved 6,000."""
    if _WERE_INVOLVED.match(around.folded, counted.end, around.right):
        return True
    left = max(around.left, counted.start - REACH)
    return _DREW.search(around.folded, left, counted.start) is not None


_WERE_INVOLVED = re.compile(
    r"\s+(?:were|was)\s+(?:also\s+|all\s+)?involved\s+in\s+(?:the|an?|this|that)\b"
)


# Taken off by sea this week were 2,500 peacekeepers.
_DONE_FIRST = re.compile(
    r"\s*(?:also\s+)?(?P<verb>[a-z]+)\b(?:\s+(?!were\b|was\b|which\b"
    rf"|who\b)[\w'-]+){{0,9}}?,?\s+(?:were|was)\s+{_BOUNDS}"
)


def is_done_first(counted: Counted, around: Surroundings) -> bool:
    """Say whether a sentence begins with what was done to people: killed on Monday were 25."""
    if not around.folded.endswith(_WERE, max(0, counted.start - _NEAR), counted.start):
        return False
    match = _DONE_FIRST.fullmatch(around.folded, around.left, counted.start)
    return match is not None and is_deed(match["verb"], done_to=True)


def is_one_of_those(counted: Counted, around: Surroundings) -> bool:
    """Say whether people are some of those to whom a deed was done: among those freed were 62."""
    left = max(around.left, counted.start - REACH)
    match = _AMONG_THOSE.search(around.folded, left, counted.start)
    return match is not None and is_deed(match["verb"], done_to=True)


def is_of_deed_then(counted: Counted, around: Surroundings, time: TimeExpression | None) -> bool:
    """Say whether a deed of those counted is named and dated: a march by 200 on Sunday."""
    if time is None or time.sort != "closed":
        return False
    found = _EVENT_BY.search(around.folded, around.left, counted.start)
    return found is not None and not _GOES_ON.match(around.folded, counted.end, around.right)


def is_doer(counted: Counted, around: Surroundings) -> bool:
    """Say whether those counted are told to have done a deed: was stormed by 300 rebels."""
    left = max(around.left, counted.start - REACH)
    match = _DONE_BY.search(around.folded, left, counted.start)
    return match is not None and match["verb"] not in _SEEN_TO and is_deed(match["verb"])


def is_body_acting(counted: Counted, around: Surroundings) -> bool:
    """Say whether the body that people make did a deed: a force of 340 men attacked the town."""
    match = _VERB.match(around.folded, counted.end, around.right)
    if match is None or not counted.rule.startswith("people:measure-noun"):
        return False
    return is_deed(match[1]) or (match[1] in _FITTED_OUT and _acts_further_on(match.end(), around))


_FITTED_OUT: frozenset[str] = frozenset({"armed", "equipped", "backed", "supported", "led"})


def _acts_further_on(start: int, around: Surroundings) -> bool:
    """Say whether a deed is told behind what a body has: men armed with guns attacked."""
    verb = verb_far_behind(around.folded, start, around.right)
    return verb is not None and not verb.is_auxiliary
