"""A count of which no known deed is told in, whether so many have come to be so by now out.

Soap has reached 49,000 people; the agency has given food to 400, has identified 18,000 since May;
230,000 have found shelter.
"""

import re
from typing import Final

from musterbook.claims.counting.counted import Counted
from musterbook.claims.kinds.kind_lasting import REACH
from musterbook.claims.kinds.kind_times import is_running_year, runs_up_to_now
from musterbook.claims.patterns.led import Led
from musterbook.claims.patterns.up_to import UpTo
from musterbook.claims.surroundings import Surroundings
from musterbook.claims.times.time_expression import TimeExpression


def is_done_by_now(counted: Counted, around: Surroundings, time: TimeExpression | None) -> bool:
    """Say whether so many have been fed, housed, found or counted by now."""
    if _has_by_now(counted, around):
        return True
    if time is None or not (runs_up_to_now(time, around) or is_running_year(time, around)):
        return False
    return _have_come_to(counted, around)


# Looked for first: most clauses have none.
_HAS_OR_LOST = Led(r"\b(?:has|have|had|lost)\b")
# 4,439 had been counted, according to a bulletin; two more have been located under the rubble.
_HAVE_BEEN_COUNTED = re.compile(
    r"\s+(?:has|have|had)\s+(?:\w+ly\s+|so far\s+|already\s+)?been\s+(?:counted|recorded|registered"
    r"|identified|listed|confirmed|located|traced|spotted|diagnosed|found\s+to\s+(?:be|have)\b"
    r"|(?:re)?housed|sheltered|accommodated|billeted|resettled|put\s+up|taken\s+in)\b(?![^.;,]{0,40}\sand\s+are\b)"
    r"|(?:\s+of\s+[^.;,]{2,50})?\s+(?:has|have)\s+(?:\w+ly\s+|so far\s+|already\s+|now\s+)?"
    r"(?:assembled|gathered|reported)\s+(?:in|at|to)\s+"
    r"[^.;,]{0,30}?\b(?:camps?|centres?|centers?|points?|areas?|sites?|bases?|barracks)\b"
)
# Has identified 18,000 foreigners since May; 230,000 have found shelter, have tested positive.
_HAS_NOTED = UpTo(
    r"\b(?:has|have|had)\s+(?:\w+ly\s+|also\s+|already\s+|now\s+)?(?:identified|counted|recorded"
    r"|documented|tallied|logged|registered|screened|tested|found|traced|located|helped|assisted"
    r"|sheltered|housed|accommodated|fed|sent|given \w+ to|hosted|employed|trained)\s+"
    r"(?:(?:about|some|over|only|more than|at least|nearly|almost|another)\s+)*$"
)
_HAVE_FOUND = re.compile(
    r"(?:\s+(?!who\b|that\b)[\w'-]+){0,3}?\s+(?:(?:has|have|had)\s+(?:registered|enrolled"
    r"|signed|applied)\b|(?:has|have)\s+(?:\w+ly\s+|also\s+|already\s+|now\s+|so far\s+)?"
    r"(?:found\b|tested\b|registered\b|enrolled\b|signed\b|applied\b|taken\b|gained\b"
    r"|been\s+(?:found|given|granted|offered|helped|identified"
    r"|counted|housed|sheltered|accommodated|affected|tested|fed|settled|placed)))"
)


def _have_come_to(counted: Counted, around: Surroundings) -> bool:
    """Say whether people have come into the state that is told of them, one after another."""
    left = max(around.left, counted.start - REACH)
    return bool(
        _HAS_NOTED.search(around.folded, left, counted.start)
        or _HAVE_FOUND.match(around.folded, counted.end, around.right)
    )


_SO_FAR_HAD = re.compile(
    r"\b(?:has|have|had)\s+(?:so far|to date|already)\s+(?:\w+(?:ed|und|ught|en|t)\s+(?:\w+\s+)?)?$"
)
# Soap has also reached 49,000 people; the bound word is a verb there.
_HAD_SO_FAR = re.compile(
    r"\b(?:has|have|had)\s+\w+(?:ed|und|ught|en|t)\s+(?:so far|to date|already"
    r"|up to now)\s+(?:\w+\s+)?$"
)
# 12,000 of them, most of them women, had reached the town.
_HAVE_REACHED = re.compile(
    r"(?:,[^;.]{1,60},)?\s+(?:had|have|has)\s+(?:\w+ly\s+|already\s+|so far\s+)?(?:reached"
    r"|entered)\b"
)
_HAS = UpTo(r"\b(?:has|have|had)\s+(?:also\s+|now\s+|already\s+)?$")
_LOST_HOMES = re.compile(r"\s+(?:(?:has|have|had)\s+(?:\w+\s+)?)?lost\s+their\s+homes\b")
# Tents for 400 families have been handed out.
_HAVE_BEEN_GIVEN = re.compile(
    r"\s+(?:has|have)\s+(?:\w+ly\s+|also\s+|already\s+|so far\s+"
    r"|now\s+)?been\s+(?:distributed|handed out"
    r"|delivered|provided|supplied|given|issued|dropped|flown in|sent)\b"
)
# Has given shelter to 40,000.
_HAS_GIVEN = UpTo(
    r"\b(?:has|have)\s+(?:\w+ly\s+|also\s+|already\s+|now\s+|so far\s+)?(?:given|provided|offered"
    r"|granted)\s+(?:[\w-]+\s+){1,4}?(?:to|for)\s+(?:(?:about|some|over|more than|at least)\s+)*$"
)
_HAS_BY_NOW = re.compile(
    r"\b(?:has|have|had)\s+(?:\w+\s+)?\w+ed\s+(?:\w+\s+)?$|\b(?:has|have)\s+fed\s+$"
)
_BY_NOW = re.compile(r"[^.;,]{0,40}\b(?:so far|to date|until now)\b")


_BEHIND: Final = (_HAVE_REACHED, _HAVE_BEEN_COUNTED, _LOST_HOMES)
_BEFORE: Final = (_SO_FAR_HAD, _HAS_GIVEN)


def _has_by_now(counted: Counted, around: Surroundings) -> bool:
    """Say whether somebody has fed or housed so many by now, or so many have come or been told."""
    folded, end = around.folded, around.right
    left = max(around.left, counted.start - REACH)
    if not _HAS_OR_LOST.may_begin(folded, left, end):
        return False
    if _has_reached(counted, folded, left):
        return True
    if any(each.match(folded, counted.end, end) for each in _BEHIND):
        return True
    is_for_them = folded.endswith(" for ", left, counted.start)
    if is_for_them and _HAVE_BEEN_GIVEN.match(folded, counted.end, end):
        return True
    if any(each.search(folded, left, counted.start) for each in _BEFORE):
        return True
    if folded.find(" so far ", left, counted.start) >= 0:
        return _HAD_SO_FAR.search(folded, left, counted.start) is not None
    return bool(
        _HAS_BY_NOW.search(folded, left, counted.start) and _BY_NOW.match(folded, counted.end, end)
    )


def _has_reached(counted: Counted, folded: str, left: int) -> bool:
    """Say whether help has reached so many; `reached` was taken for a word of their number."""
    if folded.startswith(("has reached ", "have reached "), counted.start):
        return True
    is_reached = folded.startswith("reached ", counted.start)
    return is_reached and _HAS.search(folded, left, counted.start) is not None
