"""A count and the words before it in, whether those are told of as being there out: home to."""

import re

from musterbook.claims.counting.counted import Counted
from musterbook.claims.counting.deeds import tense_after
from musterbook.claims.kinds.kind_lasting import REACH
from musterbook.claims.kinds.kind_own_verb import WHERE
from musterbook.claims.patterns.led import Led
from musterbook.claims.patterns.up_to import UpTo
from musterbook.claims.surroundings import Surroundings

_BOUNDS = r"(?:(?:about|some|only|just|over|nearly|more than|at least|an estimated)\s+)*$"
# A camp that is home to 100 families; a backlog of 2,300 refugees.
_OF_THOSE_THERE = Led(
    r"\b(?:(?:home (?:to|for)|affects|applies to|concerns|houses"
    r"|seats|sleeps|lodges|accommodates|employs|employing"
    r"|(?:inhabited|populated|manned|staffed|guarded|garrisoned|patrolled|policed|defended"
    r"|controlled) by"
    r"|(?<!was )(?<!were )(?<!been )(?:held|occupied|run|protected|watched) by)"
    r"|(?:backlog|queue|pool|stock|waiting list|community|colony|population|minority|garrison"
    r"|(?<!the )(?:town|village|hamlet|settlement|suburb)) of)"
    rf"\s+{_BOUNDS}"
    rf"|\b(?:is|are|was|were)\s+(?:still\s+|now\s+|already\s+)?(?:treating|housing|sheltering"
    r"|feeding|hosting|caring\s+for|looking\s+after|detaining|accommodating|employing|tending"
    rf"|guarding|nursing|besieging|surrounding|holding)\s+{_BOUNDS}"
    rf"|\b(?:room|space|beds|places|capacity)\s+(?:of|to)\s+(?:another\s+|up to\s+)?{_BOUNDS}"
    rf"|\b(?:able|equipped|designed|built|meant|intended|fitted out|enough)\s+to\s+(?:receive|hold"
    rf"|house|shelter|accommodate|treat|sleep|lodge|take in|feed)\s+(?:up to\s+)?{_BOUNDS}"
)
# Tents for 100,000: those who need them are there. Food handed out to them is a deed.
_MEANT_FOR = Led(
    r"\b(?:tents?|trailers?|shelters?|housing|houses|homes|huts|barracks|cabins|accommodation"
    r"|lodgings?|quarters|food|rations|meals|water|blankets|mattresses|kits?|stocks?|supplies"
    r"|medicines?"
    r"|sheeting|seats?|room|space|beds|places|sites?|camps?|toilets|latrines|stoves)\s+"
    rf"for\s+(?:another\s+|up to\s+)?{_BOUNDS}"
)
_HANDED_OUT = re.compile(
    r"\b(?:distributed|provided|handed out|handing out|supplied|gave|given|issued|delivered)\b"
)
_WERE_GIVEN = re.compile(
    r"[^.;,]{0,40}?\s(?:has|have|had|were|was)\s+(?:\w+\s+)?(?:been\s+)?(?:distributed"
    r"|handed out|delivered"
    r"|given out|issued)\b"
)
# The United States has provided 30 of them: so many are there.
_PROVIDES = Led(rf"\b(?:has|have)\s+(?:provided|contributed|supplied)\s+{_BOUNDS}")
# I've got 4,700 recruiters on the street.
_HAVE_GOT = UpTo(r"(?:\bha(?:s|ve)|['’](?:ve|s))\s+(?:now\s+|only\s+)?got\s+(?:about\s+|some\s+)?$")
# Many of the ten thousand islanders; almost all the 103 aboard.
_OF_ALL = UpTo(
    r"\b(?:many|most|some|few|part|much|several|almost all)\s+(?:of\s+)?"
    r"(?:the|its|their|those|these)\s+(?:(?:estimated|about|nearly)\s+)?$"
)
# The army is down to 20,000 men.
_COME_TO = Led(
    rf"\b(?:is|are|was|were|be|been|being)\s+(?:now\s+|already\s+)?(?:down|up"
    rf"|back)\s+to\s+{_BOUNDS}"
)

# About 700 inmates were rioting: so many were at it.
_BEING_DONE = re.compile(
    r"\s+(?:were|was|are|is)\s+(?:still\s+|now\s+)?(?:rioting|marching|gathering|demonstrating"
    r"|protesting"
    r"|striking|rallying|camping|fighting|resisting|preparing|searching|clearing|looking|digging"
    r"|working|patrolling|helping|guarding|trying|seeking|taking part|on strike)\b"
    r"|\s+(?:(?:and\s+)[\w-]+\s+)?(?:went on\s+\w+ing"
    r"|(?:kept|continued|carried on)\s+(?:to\s+\w+|\w+ing))\b"
)
# Fewer than 1,000 were left around the palace.
_LEFT_THERE = re.compile(
    r"(?:\s+of\s+(?:them|whom|those))?\s+(?:were|are|was|is)\s+(?:now\s+|still\s+|then\s+)?left"
    r"(?=\s*[.,;:)\"]|$|\s+(?:around|at|on|there|in|inside|here|behind|alive|by|when|after|and|but|who)\b)"
)
_KEEPS = Led(
    r"\b(?:have|has|holds?|contains?|keeps?|may contain"
    rf"|in possession of)\s+(?:the\s+remains\s+of\s+)?{_BOUNDS}"
)
_REMAINS = ("bodies", "corpses", "remains")
# 500 bodies are floating in the lagoon, lay in the streets, have yet to be identified.
_LIE = re.compile(
    rf"{WHERE}\s+(?:(?:still|now|also)\s+)?(?:lay|lie|await(?:ed)?|remain(?:ed)?"
    r"|(?:are|were)\s+(?:(?:still|now|also|yet)\s+)*(?:lying|floating|rotting|piled|strewn"
    r"|scattered"
    r"|stacked|decomposing|waiting|awaiting|unidentified|unburied|unclaimed|visible|trapped"
    r"|there|in|at"
    r"|on|under|beneath|inside|to\s+be\s+identified|being\s+(?:kept|held|stored))"
    r"|(?:have|had)\s+(?:(?:still|yet|not|never)\s+)+(?:to\s+be|been|yet)?)\b"
)


# A force of 1,400 is due to start deploying.
_DUE_TO_GO = re.compile(
    r"(?:\s+(?:from|of)\s+(?:(?!who\b|which\b)[\w'-]+\s+){0,4}?[\w'-]+)??,?\s+(?:(?:is|are|was"
    r"|were)\s+"
    r"(?:due|expected|scheduled|set|about|to)\b[^.;,]{0,30}|(?:will|would|shall|may|might"
    r"|could)\s+(?:\w+ly\s+)?)"
    r"\b(?:deploy\w*|leave|arrive|land|depart|fly|go|move|follow|sail|join|be (?:sent|flown"
    r"|moved|deployed|airlifted|landed|shipped))\b"
)


def is_due_to_go(counted: Counted, folded: str) -> bool:
    """Say whether a body of so many is about to go somewhere."""
    return _DUE_TO_GO.match(folded, counted.end) is not None


def is_on_the_move(counted: Counted, folded: str, end: int) -> bool:
    """Say whether a body of so many goes or is sent somewhere: a brigade, 3,000 strong, landed."""
    if _DUE_TO_GO.match(folded, counted.end, end):
        return True
    happening = counted.happening
    if happening is not None and happening.nature in ("move", "gain"):
        return counted.rule.endswith("+subject-of-verb") and not _IS_BASED.match(
            folded, counted.end, end
        )
    is_new = _A_BODY.search(folded, max(0, counted.start - REACH), counted.start)
    return bool(is_new) and tense_after(folded, (counted.start, counted.end), end) == "done"


_A_BODY = UpTo(r"\b(?:an?|another)\s+(?:[\w-]+\s+){0,2}?[\w-]+,\s+(?:(?:about|some)\s+)?$")


_IS_BASED = re.compile(r",?\s+(?:is|are)\s+(?:now\s+|still\s+)?(?!to\b)\w+ed\b")


def is_purpose(folded: str, left: int, start: int) -> bool:
    """Say whether things for so many are spoken of, not their being handed out: tents for 300."""
    found = _MEANT_FOR.search(folded, max(left, start - REACH), start)
    if found is None or _HANDED_OUT.search(folded, left, found.start()):
        return False
    return not _WERE_GIVEN.match(folded, start)


def is_handed_out_for(folded: str, left: int, start: int) -> bool:
    """Say whether things for so many are told to have been handed out: tents for 300 were."""
    found = _MEANT_FOR.search(folded, max(left, start - REACH), start)
    return found is not None and _WERE_GIVEN.match(folded, start) is not None


def is_there(counted: Counted, around: Surroundings) -> bool:
    """Say whether the words before a number tell that so many are there, whatever they do."""
    if around.folded.endswith("strong", counted.start, counted.end):
        return not is_on_the_move(counted, around.folded, around.right)  # the rebels, 250 strong
    after = (around.folded, counted.end, around.right)
    if _LEFT_THERE.match(*after) or _BEING_DONE.match(*after):
        return True
    left = max(around.left, counted.start - REACH)
    told = around.folded[left : counted.end]
    are_remains = told.rstrip().endswith(_REMAINS) or "remains of" in told
    if are_remains and (_LIE.match(*after) or _KEEPS.search(around.folded, left, counted.start)):
        return True  # the laboratory has 283 bodies in its cars
    return bool(
        is_purpose(around.folded, left, counted.start)
        or _OF_ALL.search(around.folded, left, counted.start)
        or _PROVIDES.search(around.folded, left, counted.start)
        or _HAVE_GOT.search(around.folded, left, counted.start)
        or _OF_THOSE_THERE.search(around.folded, left, counted.start)
        or _COME_TO.search(around.folded, left, counted.start)
    )
