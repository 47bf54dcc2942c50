"""A place in a text in, whether what stands before it is the most for long out: the worst since."""

import re
from typing import Final

_REACH: Final = 80  # characters that hold `the largest exchange between the two old enemies`
_RECORD = re.compile(
    r"\b(?:lowest|highest|worst|biggest|largest|most|first(?! time)|fewest"
    r"|deadliest|smallest|heaviest|bloodiest)\b"
    r"[^.,;]{0,60}$"
)


def follows_record(folded: str, place: int) -> bool:
    """Say whether a time at a place tells how long there was nothing like it."""
    return _RECORD.search(folded, max(0, place - _REACH), place) is not None
