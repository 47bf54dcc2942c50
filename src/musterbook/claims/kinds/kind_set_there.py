"""A count and the words before it in, whether those are there whatever deed is told of them out.

The army has deployed 400 men to guard the road: they stand there. It has been unable to evacuate
13 of them: they are still where they were.
"""

import re
from typing import Final

from musterbook.claims.counting.counted import Counted
from musterbook.claims.kinds.kind_lasting import REACH
from musterbook.claims.patterns.led import Led
from musterbook.claims.surroundings import Surroundings
from musterbook.claims.times.time_expression import TimeExpression

_BOUNDS: Final = (
    r"(?:(?:about|some|only|just|over|nearly|almost|up to|more than|at least|an estimated|the|its)"
    r"\s+)*$"
)
_HAVE_SET: Final = Led(
    r"\b(?:has|have)\s+(?:also\s+|already\s+|\w+ly\s+)?(?:deployed|placed|posted|stationed"
    rf"|positioned)\s+{_BOUNDS}"
)
_NOT_DONE: Final = Led(
    r"\b(?:(?:unable|not\s+(?:yet\s+)?been\s+able|yet)\s+to|cannot|could\s+not|failed\s+to)\s+"
    r"(?:reach|evacuate|contact|find|locate|account\s+for|trace|rescue|free|arrest|move|feed"
    rf"|bring\s+out|get\s+out)\s+{_BOUNDS}"
)
_MORE = re.compile(r"\b(?:another|additional|further|extra|more(?! than))\b")


def is_set_there(counted: Counted, around: Surroundings, time: TimeExpression | None) -> bool:
    """Say whether people have been set somewhere, or could not be got away."""
    left = max(around.left, counted.start - REACH)
    if _NOT_DONE.search(around.folded, left, counted.start):
        return True
    if time is not None and time.sort != "now":
        return False
    is_set = _HAVE_SET.search(around.folded, left, counted.start)
    return is_set is not None and not _MORE.search(around.folded, counted.start, counted.end)
