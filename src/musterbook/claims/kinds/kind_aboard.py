"""A count and the words around it in, whether those are aboard, brought or joined out."""

import re
from typing import Final

from musterbook.claims.counting.counted import Counted
from musterbook.claims.kinds.kind_lasting import REACH
from musterbook.claims.patterns.led import Led
from musterbook.claims.patterns.up_to import UpTo
from musterbook.claims.surroundings import Surroundings

_CARRYING = re.compile(
    r"\b(?:boat|ship|ferry|bus|plane|aircraft|airliner|jet|vessel|truck|train|helicopter|car"
    r"|van|dinghy)s?\b"
    r"[^.;]{0,40}\bcarrying\s+(?:about\s+|some\s+)?$"
    r"|\b(?:it|she)\s+(?:was|had been|is)\s+carrying\s+(?:\w+\s+)?$"
    r"|\b(?:licen[sc]ed|designed|built|certified|meant|able)\s+to\s+carry\s+(?:\w+\s+)?$"
)
# The convoy left camp with 500 people: they went.
_WENT_WITH = Led(
    r"\b(?:left|set out|set off|departed|arrived|sailed|landed|returned|took off|steamed"
    r"|docked|limped|escaped|fled|defected|crossed|surrendered|slipped|broke out|got away|went over"
    r"|withdrew|retreated"
    r"|pulled in|put in|came in|pulled out|reached"
    r"|launched|attacked|mounted)\b[^.;]{0,110}"
    r"\bwith\s+(?:(?:about|some|only|just|more than)\s+)?$"
)
_VEHICLE: Final = (
    r"\b(?:train|convoy|bus|boat|ship|ferry|plane|flight|truck|vessel|carrier|warship"
    r"|destroyer|frigate|lorr(?:y|ies)|airlift|shuttle"
    r"|flotilla|fleet|airliner|jet|helicopter|column|aircraft)(?:s|es)?\s+"
)
_VEHICLE_WITH = UpTo(
    rf"{_VEHICLE}(?:with|carrying|taking|bringing|transporting|bearing)\s+"
    r"(?:(?:about|some|more than)\s+)?$"
)
# Three flights taking 292 people to Dili: they went, unless the flight is told to have crashed.
_FLIGHT_TAKING = UpTo(
    rf"{_VEHICLE}(?:taking|bringing|flying|ferrying|transporting)\s+(?:(?:about|some"
    r"|more than)\s+)?$"
)
# Intercepted a boat with 140 migrants: they were taken with it.
_STOPPED_WITH = UpTo(
    r"\b(?:intercepted|stopped|turned back|escorted|boarded|picked up|towed)\s+(?:an?|the"
    r"|another)\s+"
    rf"(?:[\w-]+\s+){{0,3}}?{_VEHICLE}(?:with|carrying)\s+(?:(?:about|some|more than)\s+)?$"
)
_TO_A_PLACE = re.compile(
    r"[^.;,]{0,40}?\s(?:to|into|from|out of|home|back|away|across)\b"
    r"(?![^.;]{0,60}\b(?:crash|sank|sunk|capsiz|overturn|collid|caught fire|plung|disappear|explod"
    r"|hijack|attack|ambush|was hit|missing))"
)
_CAME = re.compile(
    r"[^.;,]{0,60}(?:,\s(?:most|many|some|all|half|among|including|mostly|mainly)\b"
    r"[^.;,]{1,50},[^.;,]{0,20})?"
    r"\b(?:(?:pulled|rolled|steamed|sailed|came|drove|chugged|put) (?:in|into"
    r"|out|out of)"
    r"|touched down|came from|arrived|left|docked|landed|sailed|reached"
    r"|crossed|departed|set out|(?:were|was|been|being) (?:\w+ly )?(?:ordered|sent|dispatched"
    r"|despatched"
    r"|diverted|rushed|deployed|redirected|directed|moved) (?:to|toward|towards|into|from|off)"
    r"|(?:are|is|were|was) (?:now )?(?:heading|steaming|sailing|on (?:its|their) way|bound"
    r"|en route))\b"
)


_FAR: Final = 50  # characters more in which a place may be told that those with somebody left


def is_brought(counted: Counted, around: Surroundings) -> bool:
    """Say whether people come or go with what carries them: a train with 1,200 pulled in."""
    left = max(around.left, counted.start - REACH)
    return bool(
        _WENT_WITH.search(around.folded, max(around.left, left - _FAR), counted.start)
        or _STOPPED_WITH.search(around.folded, left, counted.start)
        or _stands_between(counted, around, _VEHICLE_WITH, _CAME)
        or _stands_between(counted, around, _FLIGHT_TAKING, _TO_A_PLACE)
    )


def _stands_between(
    counted: Counted, around: Surroundings, before: UpTo, after: re.Pattern[str]
) -> bool:
    """Say whether a count stands right between words of two patterns."""
    left = max(around.left, counted.start - REACH)
    return bool(
        before.search(around.folded, left, counted.start)
        and after.match(around.folded, counted.end, around.right)
    )


# A commission of six has flown there; a team of 12 experts has arrived: they went together.
_TEAM_OF = UpTo(
    r"\b(?:commission|team|delegation|party|mission|squad|crew|group|batch|convoy|contingent|committee|wave)"
    r"\s+of\s+(?:(?:about|some|only|just|more than|at least|over|nearly)\s+)*$"
)
_HAS_GONE = re.compile(
    r"[^.;,]{0,60}?\shas\s+(?:(?:also|already|now|since|just|\w+ly)\s+)?(?:been\s+)?(?:flown|gone|left|arrived"
    r"|travelled|traveled|set\s+(?:out|off)|departed|sent|landed|reached|returned|come|dispatched)\b"
)


def is_body_gone(counted: Counted, around: Surroundings) -> bool:
    """Say whether a body that people make has come or gone, at one time: a team of 12 has left."""
    left = max(around.left, counted.start - REACH)
    if not _TEAM_OF.search(around.folded, left, counted.start):
        return False
    return _HAS_GONE.match(around.folded, counted.end, around.right) is not None


_JOIN = UpTo(
    r"\bjoin(?:s|ed|ing)?\s+(?:(?:the|some|about|more than|nearly|over|its|their|another)\s+)*$"
)
_THERE = re.compile(
    r"[^.;,]{0,60}\b(?:already|who are|still|there)\b"
    r"|(?:\s+(?!who\b|that\b|to\b)[\w'-]+){0,3}?\s+(?:in|on|at|from|inside|outside|under"
    r"|of)\b(?!\s+\w*day\b)"
)


def is_joined(counted: Counted, around: Surroundings) -> bool:
    """Say whether others come to people who are there: will join 4,000 who are already there."""
    return joins_those_there(around.folded, counted, left=around.left, right=around.right)


def joins_those_there(folded: str, counted: Counted, *, left: int, right: int) -> bool:
    """Say whether others come to people who are there, not to those who came on a day."""
    if not _JOIN.search(folded, max(left, counted.start - REACH), counted.start):
        return False
    is_there = _THERE.match(folded, counted.end, right)
    return bool(is_there) and _HAVE_COME.match(folded, counted.end, right) is None


_WHO_CAME = re.compile(r"(?:\s+others)?\s+who\s+(?:were|was|had|have|[a-z]+ed|left|fled|came)\b")


def is_joined_to_come(folded: str, counted: Counted, *, left: int, right: int) -> bool:
    """Say whether others will join people who are there or have come: theirs is no plan."""
    if joins_those_there(folded, counted, left=left, right=right):
        return True
    is_joined = _JOIN.search(folded, max(left, counted.start - REACH), counted.start)
    return bool(is_joined) and _WHO_CAME.match(folded, counted.end, right) is not None


_HAVE_COME = re.compile(
    r"(?:\s+others)?\s+who\s+(?:(?:have|had)\s+)?(?:already\s+|earlier\s+|since\s+)?(?:fled"
    r"|crossed|arrived|come|came|left"
    r"|escaped|poured|gone|reached|entered|sought|made|been (?:driven|forced|evacuated|taken"
    r"|brought|flown))\b"
)


def is_joined_by_others(counted: Counted, around: Surroundings) -> bool:
    """Say whether others follow those who have come so far: join 80,000 who had fled earlier."""
    return _stands_between(counted, around, _JOIN, _HAVE_COME)


def is_carried(counted: Counted, around: Surroundings) -> bool:
    """Say whether people are aboard something: a boat carrying 140."""
    folded, left = around.folded, max(around.left, counted.start - REACH)
    if folded.find("carry", left, counted.start) < 0:
        return False
    return _CARRYING.search(folded, left, counted.start) is not None
