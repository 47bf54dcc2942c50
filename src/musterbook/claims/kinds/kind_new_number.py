"""A number that a count is brought to in, what it counts out: those there, those harmed so far."""

import re
from typing import Final

from musterbook.claims.counting.counted import Counted
from musterbook.claims.kinds.kind_lasting import REACH
from musterbook.claims.kinds.kind_names import CUMULATIVE, LEVEL
from musterbook.claims.patterns.up_to import UpTo
from musterbook.claims.surroundings import Surroundings

_NEW_TOTAL = UpTo(
    r"\b(?:bring|brings|bringing|brought|takes?|taking|took|raises?|raising|raised"
    r"|swells?|swelled|swelling|push(?:es|ed|ing)?|lift(?:s|ed|ing)?)\s+(?:the|its"
    r"|their)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:total|number|(?P<body>population|strength|garrison|contingent|size"
    r"|ranks))\b(?!\s+of\s+(?:dead|deaths|killed|victims|casualties))[^.;]{0,40}\bto\s+$"
)
# The force is to grow to 7,500 men when all units have arrived: they, not it.
_GROWS_TO = UpTo(
    r"\b(?:force|army|brigade|mission|contingent|garrison|corps|police|guard|strength"
    r"|population|battalion)\b"
    r"[^.;,]{0,40}\b(?:grow|increase|increased|expand|expanded|raised|cut|reduced|shrink"
    r"|brought\s+up|enlarged"
    r"|swell)\s+to\s+$"
)
# The number of returns since Friday: what has come about is counted up.
_OF_EVENTS = re.compile(
    r"\bof\s+(?:[\w-]+\s+)?(?:returns|arrivals|departures|crossings|evacuations|rescues"
    r"|arrests|deaths"
    r"|desertions|defections|surrenders|expulsions|deportations|releases|admissions"
    r"|(?:killed|wounded"
    r"|injured|arrested|detained|freed|released|evacuated|rescued))\b"
)
_ONES_THERE: Final = frozenset({"fled", "arrived", "deployed", "present", "displaced"})


def of_new_number(counted: Counted, around: Surroundings) -> str:
    """Give the kind of what a count or a total is brought to; nothing if it is no such number."""
    if behind := _of_number_named_behind(counted, around):
        return behind
    if _GROWS_TO.search(around.folded, max(around.left, counted.start - REACH), counted.start):
        return LEVEL
    total = _new_total(counted, around)
    if total is None:
        return ""
    is_there = total["body"] or counted.counted in _ONES_THERE
    return LEVEL if is_there and not _OF_EVENTS.search(total[0]) else CUMULATIVE


def is_body_brought_to(folded: str, counted: Counted, *, left: int) -> bool:
    """Say whether a body of people comes to a number: that brings the population to 310,000."""
    if not folded.endswith(" to ", 0, counted.start):
        return False
    total = _NEW_TOTAL.search(folded, max(left, counted.start - REACH), counted.start)
    return total is not None and (total["body"] is not None or counted.counted in _ONES_THERE)


def _new_total(counted: Counted, around: Surroundings) -> re.Match[str] | None:
    """Find the total that comes to a number: bringing the total there to 26,300."""
    number = counted.start
    if counted.kind is not None:  # a noun before the number measures it
        number = around.folded.rfind(" to ", number, counted.end) + len(" to ")
    left = max(around.left, number - REACH)
    return _NEW_TOTAL.search(around.folded, left, number)


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
