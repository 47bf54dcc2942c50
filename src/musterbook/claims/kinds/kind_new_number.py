"""A number that a count is brought to in, what it counts out: those there, those harmed so far.

Brings the number of people arrested to 300: a total; the number of inmates to 980: so many there.
"""

import re
from itertools import pairwise
from typing import Final

from musterbook.claims.counting.counted import Counted
from musterbook.claims.counting.happenings import happening_words
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
    if those := kind_of_those_brought_to(around.folded, counted, left=around.left):
        return those
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


# Would bring the number of child soldiers demobilized so far to at least 1,314.
_NUMBER_OF_THOSE = UpTo(
    r"\b(?:br(?:ing(?:s|ing)?|ought)|tak(?:es?|ing|en)|took|(?:rais|increas|reduc)(?:es?|ing|ed)"
    r"|swell(?:s|ed|ing)?|(?:push|boost|lift)(?:es|s|ed|ing)?|cut(?:s|ting)?|puts?"
    r"|gives?|gave|estimate[sd]?)\s+(?:the|its|their)\s+"
    r"(?:[\w-]+\s+){0,2}?number\b(?P<those>[^.;]{1,120}?)\s(?:(?:up\s+"
    r"|down\s+)?to\s+(?:a\s+total\s+of\s+)?|at\s+)$"
)
_THOSE = 160  # characters before a number in which it stands whose number is brought to it
_SO_NOW = re.compile(
    r"\b(?:still|remaining|living|staying|stationed|based|deployed|serving|shelter(?:ing|ed)|camped"
    r"|housed|held|missing|employed|working|waiting|present|homeless|trapped|stranded|unaccounted"
    r"|on (?:strike|duty|the)|without"
    r"|in (?:need|hospital|custody|jail|prison|detention|captivity))\b"
)
_CAME_SO = re.compile(
    r"\b(?:(?:who|that|which)\s+(?:have|has|had)|to\s+have)\b"
    r"|\b(?:dead|deaths|victims|casualties|fatalities|wounded|injured|arrests|bodies|losses"
    r"|survivors|returnees|returns|arrivals|crossings|departures|defections|desertions|evacuations"
    r"|rescues|surrenders|expulsions|deportations|releases|admissions|detentions)\b"
    r"|\bdisplaced\s.*?\b(?:by|since|in (?:the|recent|this)|over|during|so far|this)\b"
)


def kind_of_those_brought_to(folded: str, counted: Counted, *, left: int) -> str:
    """Give the kind of those whose number is brought to this one; nothing if none is."""
    place = _place_of(folded, counted)
    if not folded.endswith((" to ", " of ", " at "), 0, place):
        return ""
    number = _NUMBER_OF_THOSE.search(folded, max(left, place - _THOSE), place)
    if number is None:
        return ""
    those = number["those"]
    if _CAME_SO.search(those):
        return CUMULATIVE
    if _SO_NOW.search(those):
        return LEVEL
    befallen, words = happening_words().passives, those.split()
    pairs = (f"{one} {other}" for one, other in pairwise(words))
    deeds = (befallen.get(each) for each in (*words, *pairs))
    return CUMULATIVE if any(deed and deed.nature != "state" for deed in deeds) else LEVEL


def _place_of(folded: str, counted: Counted) -> int:
    """Give where a number begins, which a noun before it may measure."""
    if counted.kind is None:
        return counted.start
    place = folded.rfind(" to ", counted.start, counted.end)
    return place + len(" to ") if place >= 0 else counted.start


def _new_total(counted: Counted, around: Surroundings) -> re.Match[str] | None:
    """Find the total that comes to a number: bringing the total there to 26,300."""
    number = _place_of(around.folded, counted)
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
