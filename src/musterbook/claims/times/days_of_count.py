"""A number and the words before it in, whether it tells how a count stood at a time out.

The toll stood at 16,774 on Friday; in April the ministry had put the dead at 600; up from 300 last
week. Such a time is the last day of the count; when it began nobody says.
"""

import re
from typing import Final

from musterbook.claims.counting.counted import Counted
from musterbook.claims.desk import Desk
from musterbook.claims.times.time_expression import TimeExpression

_COUNT: Final = (
    r"(?:tolls?|tall(?:y|ies)|counts?|lists?|figures?|totals?(?: of (?:those|the|people))?"
    r"|numbers? of (?:people|those|persons) (?:who (?:have|had|were|are|died|drowned)|killed|hurt"
    r"|wounded|injured|arrested|detained|missing|evacuated|rescued|driven|forced|known|confirmed)"
    r"|numbers? of (?:[a-z-]+ ){0,3}?"
    r"(?:dead|deaths|killed|slain|victims|fatalities|casualties|wounded|injured|missing|drowned))"
)
_APPROX: Final = (
    r"(?:(?:about|some|around|at least|nearly|almost|roughly|over|just|only|more than|fewer than"
    r"|less than|an estimated|up to|as many as|close to) )*$"
)
# Stood on Friday at; was put at; gave the number of dead as; had risen to; spoke of.
_STOOD = re.compile(
    rf"(?:\b{_COUNT}\b[^;]{{0,160}}?\b(?:stood|stands|stand|set"
    r"|(?:was|were|is|been|being) (?:put|given))\b[^.;]{0,40}? (?:at|as) "
    rf"|\b(?:put|puts|putting|gave|given|placed)\b[^.;]{{0,40}}?\b(?:{_COUNT}|deaths|dead|losses|casualties)\b"
    r"[^.;]{0,40}? (?:at|as) "
    r"|\b(?:raised|revised|lowered|cut|corrected|increased|updated|brought)\b[^.;]{0,40}?"
    rf"\b{_COUNT}\b[^.;]{{0,40}}? to "
    r"|\b(?:gave|given|issued|published|released) an? (?:[a-z-]+ )*"
    r"(?:figure|toll|tally|count|total) of "
    rf"|\b{_COUNT}\b[^;]{{0,90}}?\b(?:rose|risen|climbed|grown|grew|jumped|reached|passed|topped"
    r"|exceeded|hit|gone up|went up|mounted|swelled|rising|climbing)\b[^.;,]{0,30}? "
    rf"){_APPROX}"
)
# On Monday Tass spoke of 11 dead; but: where troops opened fire on Monday, witnesses spoke of 600.
_SPOKE = re.compile(rf"\b(?:spoke|spoken|speaking) of {_APPROX}")
_WHICH = re.compile(r",? (?:when|which|who)\b|[^,]*, which\b")
_OPENS: Final = 12  # characters before a time that heads its sentence: but late
_LAST_GIVEN = re.compile(
    rf"\b{_COUNT}, (?:last )?(?:given|issued|released|published|updated|made public|dated"
    r"|revised)\b"
    rf"[^.;,]{{0,40}}, (?:is|was|were|has|had|had been|lists|listed) {_APPROX}"
)
# The toll was 300: of a day it tells how it stood, of a month it may tell what that month brought.
_WAS = re.compile(rf"\b{_COUNT}\b[^.;,]{{0,60}}? (?:was|were) {_APPROX}")
_UP_FROM = re.compile(
    rf"\b(?:up|down|risen|climbed|rose|rising|increased|jumped|grown) from {_APPROX}"
)
_LONG: Final = frozenset({"past", "lasting", "span", "within", "range", "year", "years"})
_WORDS: Final = re.compile(
    r"\b(?:toll|tolls|tally|tallies|count|counts|list|lists|figure|figures|number|numbers|deaths"
    r"|dead|losses|casualties|spoke|spoken|speaking|totals?)\b"
)


def speaks_of_a_count(desk: Desk, number: int, counted: Counted) -> bool:
    """Say whether a word for a count, or for the dead, stands before the end of a number."""
    return _WORDS.search(desk.folded, desk.sentences[number].start, counted.end) is not None


def tells_a_count(desk: Desk, number: int, counted: Counted, time: TimeExpression) -> bool:
    """Say whether a closed time is that on which a count stood so."""
    if time.sort != "closed" or time.last is None or time.atom in _LONG:
        return False
    start, folded = desk.sentences[number].start, desk.folded
    if not speaks_of_a_count(desk, number, counted):
        return False
    place = _number_in(folded, counted)
    if _is_of_what_happened(folded, start, place, time):
        return False
    if _SPOKE.search(folded, start, place):
        opens = time.start - start <= _OPENS
        between = folded[time.end : place]
        return (
            opens or time.start > place or "," not in between or _WHICH.match(between) is not None
        )
    is_point = time.first == time.last
    return bool(
        _STOOD.search(folded, start, place)
        or _LAST_GIVEN.search(folded, start, place)
        or _UP_FROM.search(folded, start, place)
        or (is_point and _WAS.search(folded, start, place))
    )


def _number_in(folded: str, counted: Counted) -> int:
    """Give where the number itself stands, which a measure noun may precede."""
    places = [each.start() for each in _DIGITS.finditer(folded, counted.start, counted.end)]
    return places[-1] if places else counted.start


_DIGITS: Final = re.compile(r"\d[\d,.]*")
_NOUN = re.compile(
    r"\b(?:numbers? of (?:[a-z-]+ ){0,2}?[a-z-]+|deaths|dead|losses|casualties|arrests)\s+$"
)


def _is_of_what_happened(folded: str, start: int, place: int, time: TimeExpression) -> bool:
    """Say whether a month stands beside the noun, which is of that month: deaths in May."""
    if time.first == time.last or time.end > place:
        return False
    return _NOUN.search(folded, start, time.start) is not None
