"""A count and the words around it in, the kind that people have by what has been done; or nothing.

Floods have made 180,000 people homeless; 12,000 have asked for help; the agency counted 9,000
arrivals in a week; twelve more nurses are expected next week; buses would take 800 of them away.
"""

import re
from typing import Final

from musterbook.claims.counting.counted import Counted
from musterbook.claims.kinds.kind_lasting import REACH
from musterbook.claims.kinds.kind_names import CHANGE, CUMULATIVE, LEVEL
from musterbook.claims.kinds.kind_there import is_handed_out_for
from musterbook.claims.kinds.kind_times import OVER, is_recent, runs_up_to_now
from musterbook.claims.patterns.led import Led
from musterbook.claims.surroundings import Surroundings
from musterbook.claims.times.time_expression import TimeExpression

_BOUNDS: Final = (
    r"(?:(?:about|some|only|just|over|nearly|almost|up to|more than|at least|another|an estimated"
    r"|a further|as many as)\s+)*$"
)
_MADE: Final = Led(rf"\b(?:made|left|leaving|making|rendered|rendering)\s+{_BOUNDS}")
_SO = re.compile(
    r"\s+(?:homeless|stranded|destitute|jobless|marooned|orphaned|displaced|cut off"
    r"|without (?:shelter|homes?|food|water|power|electricity|a roof))\b"
)
# The storm left 800 people sheltering in schools.
_AT_IT = re.compile(
    r"\s+(?:seeking|living|sheltering|sleeping|camping|camped|facing|needing|depending|struggling|waiting|searching"
    r"|in need|dependent|at risk|unable|on the streets|out of work|in (?:tents|camps|shelters))\b"
)
_HAVE_SOUGHT = re.compile(
    r"\s+have\s+(?:(?:so far|already|now|also|since)\s+)*(?:asked|applied|appealed|sought|requested"
    r"|filed|signed|volunteered|complained|begun|started|reported|come forward)\b"
)
_HAVE_ASKED = re.compile(
    r"\s+(?:have|had)\s+(?:(?:so far|already|now|also|since)\s+)*(?:asked|applied|appealed"
    r"|petitioned)\b"
)
_COUNTED: Final = Led(
    r"\b(?:counted|recorded|logged|registered|tallied|reported|noted)\s+"
    rf"{_BOUNDS}"
)
# Before Monday the coast guard had counted 6,527 refugees.
_HAVE_COUNTED: Final = Led(
    r"\b(?:has|have|had)\s+(?:\w+ly\s+|so far\s+|already\s+)?(?:counted|recorded|logged"
    rf"|tallied)\s+{_BOUNDS}"
)
# During May the army recorded 40 deserters.
_RECORDED: Final = Led(rf"(?<!has )(?<!have )(?<!had )\b(?:recorded|logged|tallied)\s+{_BOUNDS}")
_COMINGS: Final = (
    " arrivals", " departures", " crossings", " returns", " returnees", " newcomers", " defections",
    " desertions",
)  # fmt: skip
_EXPECTED = re.compile(
    r"(?:\s+(?:and|or)\s+[\w-]+(?:\s+[\w-]+)?)?\s+(?:are|were|is"
    r"|was)\s+(?:also\s+)?(?:expected|due|awaited)"
    r"(?=\s*[.,;]|$|\s+(?:on|next|this|tomorrow|tonight|later|soon|within|in the (?:next"
    r"|coming)|by|from|here|there"
    r"|today|over|shortly|any|before|early|mon|tues|wednes|thurs|fri|satur|sun)\w*)"
)
_WOULD_TAKE: Final = Led(
    r"\b(?:take|carry|bring|fly|move|ferry|bus|transport|ship|airlift|drive)\s+"
    rf"{_BOUNDS}"
)
_WOULD: Final = (" will ", " would ", " shall ", " is to ", " are to ", " were to ", " was to ")
_TO_A_PLACE = re.compile(r"[^.;,]{0,40}?\s(?:to|into|from|out of|home|back|away|across|ashore)\b")


# The homes of 800,000 people had been damaged: those have been struck.
_HOMES_OF: Final = Led(
    rf"\b(?:homes?|houses|dwellings|huts|shelters|tents|crops|fields|land|livelihoods?|property)\s+of\s+{_BOUNDS}"
)
_ARE_RUINED = re.compile(
    r"[^.;,]{0,40}?\s(?:are|is|were|was|has|have|had)\s+(?:(?:been|also|already|either)\s+)*(?:\w+ly\s+)?(?:damaged|destroyed|ruined"
    r"|flooded|flattened|burned|burnt|swept\s+away|washed\s+away|wrecked|levell?ed|razed|lost|gutted|demolished|inundated)\b"
)
_RUINED: Final = Led(
    r"\b(?:damag|destroy|ruin|flood|flatten|wreck|raz|gutt|demolish|burn|inundat|swept|sweep|wash)[a-z]*\b[^.;,]{0,40}$"
)
# A ship took 500 of them on board.
_TOOK: Final = Led(rf"\b(?:took|taken|taking|hauled|pulled|lifted)\s+{_BOUNDS}")
_ABOARD = re.compile(r"(?:\s+(?:more|of\s+them|others))?\s+(?:on\s+board|aboard)\b")


def of_what_was_done(counted: Counted, around: Surroundings, time: TimeExpression | None) -> str:
    """Give the kind of people made so, counted as they came, expected or to be taken away."""
    folded, end = around.folded, around.right
    left = max(around.left, counted.start - REACH)
    if told := (
        _of_made(counted, around, time)
        or _of_handed_out(counted, around, time)
        or _of_homes_or_aboard(counted, around, time)
    ):
        return told
    if has_sought(folded, counted, is_dated=time is not None) or _have_gone_by_then(
        counted, around, time
    ):
        return CUMULATIVE
    if _OPENED_AGAINST.search(folded, left, counted.start):
        return CUMULATIVE if time is None or runs_up_to_now(time, around) else CHANGE
    taking = _WOULD_TAKE.search(folded, left, counted.start)
    would_go = taking and folded.endswith(_WOULD, left, taking.start())
    if _EXPECTED.match(folded, counted.end) or (
        would_go and _TO_A_PLACE.match(folded, counted.end, end)
    ):
        return CHANGE
    if (time is None or runs_up_to_now(time, around)) and _HAVE_COUNTED.search(
        folded, left, counted.start
    ):
        return CUMULATIVE
    if time is not None and time.sort == "closed" and _RECORDED.search(folded, left, counted.start):
        return CHANGE
    is_coming = folded.endswith(_COMINGS, counted.start, counted.end)
    if is_coming and _COUNTED.search(folded, left, counted.start):
        return CUMULATIVE if time is not None and runs_up_to_now(time, around) else CHANGE
    return ""


def _of_homes_or_aboard(counted: Counted, around: Surroundings, time: TimeExpression | None) -> str:
    """Tell of people whose homes were ruined, or whom a ship took aboard."""
    folded, end = around.folded, around.right
    left = max(around.left, counted.start - REACH)
    if _HOMES_OF.search(folded, left, counted.start) and (
        _ARE_RUINED.match(folded, counted.end, end) or _RUINED.search(folded, left, counted.start)
    ):
        return _of_struck(around, time)
    if _ABOARD.match(folded, counted.end) and _TOOK.search(folded, left, counted.start):
        return CUMULATIVE if time is not None and runs_up_to_now(time, around) else CHANGE
    return ""


def _of_handed_out(counted: Counted, around: Surroundings, time: TimeExpression | None) -> str:
    """Tell of people to be helped until a day ahead, or for whom things were handed out on one."""
    if time is None or time.sort not in ("closed", "until", "till"):
        return ""
    left = max(around.left, counted.start - REACH)
    if time.sort == "closed" and is_handed_out_for(around.folded, left, counted.start):
        return CHANGE
    is_ahead = around.told is not None and time.last is not None and time.last > around.told
    is_ahead = is_ahead or time.sort != "closed"
    return CHANGE if is_ahead and _TO_HELP.search(around.folded, left, counted.start) else ""


# Proceedings have been opened against 136 others.
_OPENED_AGAINST: Final = Led(
    r"\b(?:has|have|had)\s+(?:\w+\s+)?been\s+(?:opened|filed|brought|laid|issued|started|begun|made\s+out)"
    rf"\s+(?:against|for)\s+{_BOUNDS}"
)
_TO_HELP: Final = Led(
    rf"\bto\s+(?:help|assist|support|reach|aid|serve|supply|provide for|care for)\s+{_BOUNDS}"
)


def _of_made(counted: Counted, around: Surroundings, time: TimeExpression | None) -> str:
    """Give the kind of people told to have been made so, or left so: left 130 homeless."""
    folded = around.folded
    made = _MADE.search(folded, max(around.left, counted.start - REACH), counted.start)
    if made is None:
        return ""
    is_left_so = (time is None or time.sort == "now") and made[0].startswith(
        "l"
    )  # so they are, since nobody says when
    if is_left_so and _AT_IT.match(folded, counted.end, around.right):
        return LEVEL
    so = _SO.search(folded, counted.start, counted.end + _NEXT)
    if so is None or so.end() < counted.end:
        return ""
    return LEVEL if is_left_so else _of_struck(around, time)


def has_sought(folded: str, counted: Counted, *, is_dated: bool = True) -> bool:
    """Say whether of people it is told what they have asked for by now.

    Where a time is told it decides, but for some of those counted before.
    """
    if counted.rule.endswith("as-before") and _HAVE_SOUGHT.match(folded, counted.end):
        return True
    return not is_dated and _HAVE_ASKED.match(folded, counted.end) is not None


def _have_gone_by_then(counted: Counted, around: Surroundings, time: TimeExpression | None) -> bool:
    """Say whether some of many who wait had been moved on, or home, by when it is told."""
    folded, end = around.folded, around.right
    if folded.find("displaced", counted.start, counted.end + len(" displaced")) >= 0:
        return _HAVE_GONE_HOME.match(folded, counted.end, end) is not None
    is_move = counted.happening is not None and counted.happening.nature == "move"
    if not (is_move and time is None):
        return False
    is_of_many = _OF_THOSE_WAITING.search(folded, counted.start, counted.end)
    return bool(is_of_many and _HAD_BEEN_MOVED.match(folded, counted.end, end))


_OF_THOSE_WAITING = re.compile(
    r"\bof\s+(?:the|these|those)\s+(?:refugees|displaced|newcomers|evacuees|villagers|families"
    r"|homeless|survivors|arrivals|migrants)\b"
)
_HAD_BEEN_MOVED = re.compile(
    r"\s+had\s+(?:(?:already|since|also|now)\s+)?(?:been\s+(?:moved|transferred|relocated"
    r"|taken|bused"
    r"|resettled|shifted)|gone|returned|left)\b"
)
_HAVE_GONE_HOME = re.compile(
    r"[^.;,]{0,80}?\s(?:have|had)\s+(?:(?:already|since|now)\s+)?(?:gone|returned|come|moved)\s+"
    r"(?:back|home|to their homes)\b"
)
_NEXT: Final = 30  # characters behind people in which it is told what they were made


def _of_struck(around: Surroundings, time: TimeExpression | None) -> str:
    """Say whether people struck are of one day that is over, or still being counted."""
    if time is None or time.sort not in OVER:
        return CUMULATIVE
    is_fresh = around.story == "disaster" and is_recent(time, around.told)
    return CUMULATIVE if is_fresh else CHANGE
