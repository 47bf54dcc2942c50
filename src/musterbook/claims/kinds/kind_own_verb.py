"""A count and the words right behind it in, whether those are so now out: must be moved, are in.

What is said of people in their own clause counts, not what is told beside it: some have fled, and
200,000 are in camps; 12,000 have to be moved; 35,000 may be buried under the ruins.
"""

import re
from typing import Final

from musterbook.claims.counting.counted import Counted
from musterbook.claims.counting.there_are import THERE_ARE
from musterbook.claims.kinds.kind_aboard import joins_those_there
from musterbook.claims.kinds.kind_lasting import REACH
from musterbook.claims.kinds.kind_names import CHANGE, LEVEL
from musterbook.claims.kinds.kind_set_there import is_set_there
from musterbook.claims.patterns.led import Led
from musterbook.claims.patterns.up_to import UpTo
from musterbook.claims.surroundings import Surroundings
from musterbook.claims.times.time_expression import TimeExpression

# Those of a place: 700 wounded in the town need to be moved.
WHERE = (
    r"(?:\s+(?:of|from|in|at|on|along|near|inside|around)\s+(?!who\b"
    r"|which\b)[\w'-]+(?:\s+(?!and\b|but\b|who\b)"
    r"[\w'-]+){0,4}?)??"
)
# They are still where they are; had to be rescued tells a deed.
_NEEDED = re.compile(
    rf"{WHERE}(?:\s+and\s+(?:[\w-]+\s+)?[\w-]+)??(?:\s*,?\s+and\s+(?:they|these"
    rf"|all))?\s+(?:(?:must|should)|(?:still\s+|urgently\s+)?"
    r"(?:need|needs|have|has|ought|needed|(?P<had>had))\s+to)\s+be\s+"
    r"(?!rescued|pulled|plucked|called|taken to|treated|hospitali[sz]ed|shot|carried|picked)"
    r"(?:\w+ly\s+)?(?:moved|evacuated|resettled|relocated|flown|brought|taken|housed|fed|found"
    r"|rehoused"
    r"|helped|removed|transferred|airlifted|got out|sheltered|given|vaccinated|cared|lifted"
    r"|supplied"
    r"|shifted|returned|repatriated|protected|accommodated|disarmed|demobili[sz]ed|reintegrated)\b"
)
_SAID: Final = Led(r"\b(?:said|says?|warned|reported|estimated|added|announced|told|according)\b")
_BURIED = re.compile(
    rf"{WHERE}\s+(?:(?:may|might|could)\s+(?:well\s+|also\s+)?(?:still\s+)?be"
    r"|(?:are|is|were|was)\s+(?:still\s+|now\s+)?(?:believed|feared|thought|presumed|reported|said)"
    r"(?:\s+to\s+be)?|(?:are|remain|remained|lie|lay)\s+(?:still\s+)?|(?:are|were)\s+still)"
    r"\s*(?:still\s+)?(?:buried|entombed|pinned)\b(?! (?:in|at) (?:a|the"
    r"|an) (?:[\w-]+ )?(?:grave|cemetery))"
)
_ARE_SOMEWHERE = re.compile(
    rf"(?:\s+(?:others|more))?{WHERE}\s+(?:are|remain|remained|live|lived|stay|stayed|is)\s+"
    r"(?:(?:still|now|currently|also|already)\s+)*(?:in|at|on|inside|under|without|outside|near"
    r"|along|around|across|behind|aboard|here|there|living|camped|camping|sheltering|waiting"
    r"|stuck)\b"
    r"(?!\s+(?:dead|trial\b|strike\b))"
    rf"|(?:\s+(?:others|more))?{WHERE}(?:\s+or\s+[\d,.]+\s+[a-z]+)?\s+(?:were|was)\s+(?:still\s+|now\s+)?(?:in|at|inside|with)\s+"
    r"(?:[\w-]+\s+){0,3}?(?:camps?|shelters?|cent(?:re|er)s|tents|hospitals?|schools|custody|prisons?"
    r"|jails?|detention|churches|mosques|relatives|host\s+families|exile|hiding|quarantine)\b"
)
_ON_THEIR_WAY = re.compile(
    r"\s+(?:are|were|is|was)\s+(?:(?:still|now|already|said\s+to\s+be|reported\s+to\s+be)\s+)*"
    r"(?:on\s+(?:their|its)\s+way|at\s+sea|en\s+route|in\s+transit)\b"
)
# About 50 injured people were on the first convoy.
_WERE_IN = re.compile(
    r"\s+(?:were|was|are|is|remain(?:ed|s)?|stay(?:ed)?|lie|lay)\s+(?:(?:also|still|now)\s+)?(?:in|at|on|aboard|inside|under"
    r"|among those on)\s+(?!trial\b)"
)
# About 400 from the town have not seen a relative since May, have no papers.
_HAVE_NOT = re.compile(
    rf"{WHERE}\s+(?:has|have|had)\s+(?:not|never|no|nothing|little)\s+(?!only\b)[a-z]+\b"
)
# 300 people have been held there since May: all that time, however many came before.
_HAVE_BEEN_IN = re.compile(
    rf"{WHERE}\s+(?:has|have|had)\s+been\s+(?:held|living|kept|on\s+(?:hunger\s+)?strike|behind\s+bars|under\s+arrest"
    r"|without|out\s+of|underground|on\s+the\s+run|at\s+large|besieged|under\s+(?:siege|guard|treatment)|in\s+need"
    r"|(?!(?:be|arriv|com|leav|flee|cross|return|go|stream|pour|dy|defect|desert|surrender|join|enter|mov|head|turn"
    r"|trickl|flock|fall|los|gett|register|enlist|emigrat)ing\b)[a-z]+ing|camped"
    r"|in\s+(?:jail|prison|custody|detention|captivity|hospital|hiding|exile|the\s+camp))\b"
    rf"|{_HAVE_NOT.pattern}|{WHERE}\s+(?:has|have|had)\s+(?:surrounded|besieged|blockaded"
    r"|encircled|occupied|guarded|controlled|lacked|manned)\b"
)
# Nine policemen had been posted in the village: there they were when it was told.
_WERE_POSTED = re.compile(
    rf"{WHERE}\s+(?:had\s+been|were)\s+(?:posted|stationed|based|garrisoned)\s+(?:in|at|on|along|around|near|there"
    r"|outside|inside|nearby|to\s+(?:guard|protect|watch))\b"
)
# However they die there: 40,000 are strung out along a road, where they are dying of hunger.
_ARE_SPREAD = re.compile(
    rf"(?:\s+(?:others|more))?{WHERE}\s+(?:are|were)\s+(?:(?:still|now|currently"
    rf"|also)\s+)*(?:strung\s+out|scattered"
    r"|spread\s+(?:out|over|across)|dispersed|crowded|crammed|packed|camped|encamped|huddled"
    r"|massed|entrenched"
    r"|dug\s+in|hidden|hiding|holed\s+up|huddling|squatting|lodged|quartered|billeted"
    r"|concentrated)\b"
)
# Twelve of those who escaped remain at large.
_REMAIN = re.compile(
    r"(?:\s+(?:others|more))?\s+(?:remain(?:ed|s)?|(?:are|were)\s+still)\s+(?:at\s+large|on\s+the\s+run|in"
    r"|under|without|inside|outside|there|unaccounted|missing)\b"
)
# One policeman was in a coma on Monday; 600 of the refugees were sleeping in a school.
_ARE_SICK = re.compile(
    rf"(?:\s+(?:others|more))?{WHERE}\s+(?:are|is|were|was|remain(?:ed|s)?)\s+(?:(?:still|now|also)\s+)*(?:in\s+(?:an?\s+|the\s+)?"
    r"(?:coma|intensive|critical|serious|grave|stable)\b|on\s+(?:life\s+support|a\s+respirator|stretchers)\b"
    r"|(?:sleeping|camping|sheltering|camped|lying|living|hiding|squatting|huddling|waiting)\s)"
)
_OF_THE_LARGEST: Final = Led(
    r"\b(?:hosts?|hosting|shelters?|sheltering|houses|harbou?rs|has|holds|is home to"
    r"|was home to|hosted|sheltered"
    r"|had|held|housed|takes in)\s+(?:by far\s+)?(?:the\s+)?(?:largest|biggest|most|greatest"
    r"|highest|bulk|majority"
    r"|lion's share|second)\b[^.;]{0,70}$"
)
# Opened fire on cars packed with 1,000 civilians.
_PACKED: Final = Led(
    r"\b(?:packed|crammed|filled|jammed|crowded|loaded)\s+with\s+(?:(?:about|some|up to"
    r"|more than)\s+)*$"
)
# Has camp beds for only 8,000; is still looking for 1,900 more; 2,800 over the limit.
_AS_MANY_AS: Final = Led(
    r"\b(?:(?:beds|tents|room|space|food|medicines?|water|blankets|places|rations|supplies"
    r"|bunks|cells|seats|shelter"
    r"|accommodation)\s+for|(?:looking|searching|hunting|hunt|search)\s+for)\s+"
    r"(?:(?:about|some|only|just|at least|more than|over|nearly|almost|up to|another"
    r"|an estimated|the)\s+)*$"
)
_OVER_THE_LIMIT = re.compile(
    r"(?:\s+(?:more|people|men|inmates|prisoners))?\s+(?:over|above|beyond|below|under|short\s+of)\s+(?:the|its|their)\s+"
    r"(?:[a-z]+\s+)?(?:limit|capacity|maximum|ceiling|strength|number\s+it)\b"
)
_HELD: Final = Led(r"\bheld\s+(?:(?:about|some|at least|more than|over|nearly|almost|up to)\s+)*$")
_PLACE: Final = 70  # characters in which a place is named, with a number of its own: in 736 centres
# Asked the inhabitants of the lower town, some 40,000 people, to move.
_SET_APART_AS: Final = UpTo(
    r"\b(?:inhabitants|residents|population|villagers|townspeople|community|workforce|membership|congregation)\b"
    r"(?:\s+(?:of|in|from)\s[^.;,]{1,40})?,\s+(?:(?:about|some|only|nearly|almost|over|more than"
    r"|an estimated|at least|roughly|around)\s+)*$"
)
_LONG: Final = 27  # days; whoever is held so long is counted while it is so


# On Tuesday 340 policemen had to be called in: it was done; 75 were buried in a common grave.
_HAD_TO_BE_DONE = re.compile(rf"{WHERE}\s+had\s+to\s+be\s+\w+")
_LAID_TO_REST = re.compile(
    rf"{WHERE}\s+(?:was|were)\s+(?:\w+ly\s+)?buried\b(?!\s+(?:under|beneath|below|by|alive"
    rf"|when|as|in\s+(?:the\s+)?"
    r"(?:rubble|mud|debris|ruins|snow|wreckage|earth|landslide|avalanche|collapse)))"
)


def of_own_verb(counted: Counted, around: Surroundings, time: TimeExpression | None) -> str:
    """Give the kind that people have by their own verb, whatever befell others; or nothing."""
    folded, end = around.folded, around.right
    if is_set_there(counted, around, time) or _is_needed(counted, around, time):
        return LEVEL
    if _BURIED.match(folded, counted.end, end):
        return LEVEL
    if counted.rule.endswith("as-before") and counted.kind is None:
        return LEVEL if is_of_own_place(folded, counted, left=around.left, right=end) else ""
    if time is not None and time.sort == "closed" and _was_done(counted, around):
        return CHANGE
    is_there = _are_so(counted, around, time) or _was_held_for_long(counted, around, time)
    return LEVEL if is_there else ""


def _are_so(counted: Counted, around: Surroundings, time: TimeExpression | None) -> bool:
    """Say whether the words behind people tell where or how they are or have been for a while."""
    after = (around.folded, counted.end, around.right)
    if _ARE_SPREAD.match(*after) or _REMAIN.match(*after) or _ARE_SICK.match(*after):
        return True
    if counted.rule.startswith("people:part-of") and THERE_ARE.search(
        around.folded, max(around.left, counted.start - REACH), counted.start
    ):
        return True  # there are 500 of the injured
    if counted.rule.endswith("+participle") and _WERE_IN.match(*after):
        return True
    if around.folded.startswith(",", counted.end) and _is_set_apart(counted, around):
        return True
    if time is None:
        return _WERE_POSTED.match(*after) is not None
    return time.sort == "since" and _HAVE_BEEN_IN.match(*after) is not None


def _is_set_apart(counted: Counted, around: Surroundings) -> bool:
    """Say whether a number only tells how many live in a place who are asked to do a thing."""
    left = max(around.left, counted.start - REACH)
    if not _SET_APART_AS.search(around.folded, left, counted.start):
        return False
    return _ASKED_TO.match(around.folded, counted.end + 1) is not None


_ASKED_TO = re.compile(
    r"\s+(?:(?:was|were|is|are|has\s+been|have\s+been)\s+(?:told|asked|ordered|urged|advised|warned|without|in|on)\b|to\s)"
)


def _was_done(counted: Counted, around: Surroundings) -> bool:
    """Say whether a deed that looks like a state was done on a day of its own."""
    folded, start, end = around.folded, counted.end, around.right
    if folded.find(" buried", start, end) >= 0 and _LAID_TO_REST.match(folded, start, end):
        return True
    if folded.find(" went missing", start, end) >= 0 and counted.counted == "missing":
        return True
    is_unknown = counted.happening is None or counted.happening.nature == "state"
    if not is_unknown or folded.find(" had to be ", start, end) < 0:
        return False
    return _HAD_TO_BE_DONE.match(folded, start, end) is not None


def is_of_own_place(folded: str, counted: Counted, *, left: int, right: int) -> bool:
    """Say how those stand who are counted only because others were: 200,000 are in camps."""
    if not counted.rule.endswith("as-before"):
        return False
    if _ARE_SOMEWHERE.match(folded, counted.end, right + _PLACE):
        return True
    if _PACKED.search(folded, max(left, counted.start - REACH), counted.start):
        return True
    if _ON_THEIR_WAY.match(folded, counted.end, right) or _HAVE_NOT.match(
        folded, counted.end, right
    ):
        return True
    if _AS_MANY_AS.search(folded, max(left, counted.start - REACH), counted.start):
        return True
    if _OVER_THE_LIMIT.match(folded, counted.end, right):
        return True
    if joins_those_there(folded, counted, left=left, right=right):
        return True
    return (
        _OF_THE_LARGEST.search(folded, max(left, counted.start - REACH), counted.start) is not None
    )


def _is_needed(counted: Counted, around: Surroundings, time: TimeExpression | None) -> bool:
    """Say whether something is still to be done to people: must be moved, need to be fed."""
    needed = _NEEDED.match(around.folded, counted.end, around.right)
    if needed is None or not needed["had"]:
        return needed is not None
    left = max(around.left, counted.start - REACH)
    return time is None and _SAID.search(around.folded, left, counted.start) is not None


def _was_held_for_long(counted: Counted, around: Surroundings, time: TimeExpression | None) -> bool:
    """Say whether a place held people over a month or a year: held 12,000 in May 1992."""
    if counted.counted != "detained" or time is None or time.sort != "closed":
        return False
    if time.first is None or time.last is None or (time.last - time.first).days < _LONG:
        return False
    left = max(around.left, counted.start - REACH)
    return _HELD.search(around.folded, left, counted.start) is not None
