"""A number that a count is brought to in, what it counts out: those there, those harmed so far."""

import re
from typing import Final

from musterbook.claims.counting.counted import Counted
from musterbook.claims.kinds.kind_lasting import REACH
from musterbook.claims.kinds.kind_names import CUMULATIVE, LEVEL
from musterbook.claims.patterns.up_to import UpTo
from musterbook.claims.surroundings import Surroundings

_NEW_TOTAL = UpTo(
    r"\b(?:bring|brings|bringing|brought|takes?|taking|took|raises?|raising|raised)\s+(?:the|its|their)\s+"
    r"(?:total|number)\b(?!\s+of\s+(?:dead|deaths|killed|victims|casualties))[^.;]{0,40}\bto\s+$"
)
_ONES_THERE: Final = frozenset({"fled", "arrived", "deployed", "present", "displaced"})


def of_new_number(counted: Counted, around: Surroundings) -> str:
    """Give the kind of what a count or a total is brought to; nothing if it is no such number."""
    if behind := _of_number_named_behind(counted, around):
        return behind
    if not _is_new_total(counted, around):
        return ""
    return LEVEL if counted.counted in _ONES_THERE else CUMULATIVE


def _is_new_total(counted: Counted, around: Surroundings) -> bool:
    """Say whether a number is what a total comes to: bringing the total there to 26,300."""
    left = max(around.left, counted.start - REACH)
    return bool(_NEW_TOTAL.search(around.folded, left, counted.start))


_BRINGS_TO = UpTo(
    r"\b(?:bring|brings|bringing|brought|takes?|taking|took|raises?|raising|raised|leaving|pushing)"
    r"\s+(?:to|at)\s+$"
)
_THE_NUMBER = re.compile(r"\s+the\s+(?:total\s+)?(?:number|toll|total|count|tally)\b(?P<of>[^.;]*)")
_COUNTED_UP = re.compile(r"\b(?:kill|dead|died|deaths|lost|wound|injur|arrest|detain|since)\w*")


_DOING_THERE = re.compile(
    r"\bof\s[^.;]*\b(?:deployed|stationed|posted|serving|there|based|living)\b"
)


def _of_number_named_behind(counted: Counted, around: Surroundings) -> str:
    """Say of what a count comes to what it counts: bringing to 121 the number killed, or there."""
    if not around.folded.endswith((" to ", " at "), 0, counted.start):
        return ""
    left = max(around.left, counted.start - REACH)
    if not _BRINGS_TO.search(around.folded, left, counted.start):
        return ""
    found = _THE_NUMBER.search(around.folded, counted.start, max(counted.end, around.right))
    if found is None:
        return ""
    if _COUNTED_UP.search(found["of"]):
        return CUMULATIVE
    return LEVEL if _DOING_THERE.search(found["of"]) else ""
