"""A count and the words before it in, whether those are told of as being there out: home to."""

import re

from musterbook.claims.counting.counted import Counted
from musterbook.claims.kinds.kind_lasting import REACH
from musterbook.claims.patterns.led import Led
from musterbook.claims.patterns.up_to import UpTo
from musterbook.claims.surroundings import Surroundings

_BOUNDS = r"(?:(?:about|some|only|just|over|nearly|more than|at least|an estimated)\s+)*$"
# A camp that is home to 100 families; a backlog of 2,300 refugees.
_OF_THOSE_THERE = Led(
    r"\b(?:(?:home (?:to|for)|houses|employs|employing|(?:inhabited|populated|manned|staffed) by)"
    r"|(?:backlog|queue|pool|stock|waiting list|community|colony|population|minority|garrison) of)"
    rf"\s+{_BOUNDS}"
    rf"|\b(?:room|space|beds|places|capacity)\s+(?:for|of|to)\s+(?:another\s+|up to\s+)?{_BOUNDS}"
)
# The United States has provided 30 of them: so many are there.
_PROVIDES = Led(rf"\b(?:has|have)\s+(?:provided|contributed|supplied)\s+{_BOUNDS}")
# Many of the ten thousand islanders; almost all the 103 aboard.
_OF_ALL = UpTo(
    r"\b(?:many|most|some|few|part|much|several|almost all)\s+(?:of\s+)?"
    r"(?:the|its|their|those|these)\s+(?:(?:estimated|about|nearly)\s+)?$"
)
# The army is down to 20,000 men.
_COME_TO = Led(
    rf"\b(?:is|are|was|were|be|been|being)\s+(?:now\s+|already\s+)?(?:down|up|back)\s+to\s+{_BOUNDS}"
)

# About 700 inmates were rioting: so many were at it.
_BEING_DONE = re.compile(
    r"\s+(?:were|was|are|is)\s+(?:still\s+|now\s+)?(?:rioting|marching|gathering|demonstrating|protesting"
    r"|striking|rallying|camping|fighting|resisting)\b"
)
# Fewer than 1,000 were left around the palace.
_LEFT_THERE = re.compile(
    r"(?:\s+of\s+(?:them|whom|those))?\s+(?:were|are|was|is)\s+(?:now\s+|still\s+|then\s+)?left"
    r"(?=\s*[.,;:)\"]|$|\s+(?:around|at|on|there|alive|by|when|after|and|but|who)\b)"
)
_KEEPS = Led(
    rf"\b(?:have|has|holds?|contains?|keeps?|may contain)\s+(?:the\s+remains\s+of\s+)?{_BOUNDS}"
)
_REMAINS = ("bodies", "corpses", "remains")


def is_there(counted: Counted, around: Surroundings) -> bool:
    """Say whether the words before a number tell that so many are there, whatever they do."""
    if around.folded.endswith("strong", counted.start, counted.end):
        return True  # the rebels, about 250 strong
    after = (around.folded, counted.end, around.right)
    if _LEFT_THERE.match(*after) or _BEING_DONE.match(*after):
        return True
    left = max(around.left, counted.start - REACH)
    told = around.folded[left : counted.end]
    are_remains = told.rstrip().endswith(_REMAINS) or "remains of" in told
    if are_remains and _KEEPS.search(around.folded, left, counted.start):
        return True  # the laboratory has 283 bodies in its cars
    return bool(
        _OF_ALL.search(around.folded, left, counted.start)
        or _PROVIDES.search(around.folded, left, counted.start)
        or _OF_THOSE_THERE.search(around.folded, left, counted.start)
        or _COME_TO.search(around.folded, left, counted.start)
    )
