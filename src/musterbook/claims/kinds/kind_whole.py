"""A number of some in, the number of all of whom it tells a part out: the toll, the list."""

import re

from musterbook.claims.claim import ExtractedClaim
from musterbook.claims.counting.counted import Finding
from musterbook.claims.counting.happenings import HARM, natures
from musterbook.claims.desk import Desk
from musterbook.claims.kinds.kind_names import CHANGE, CUMULATIVE, LEVEL
from musterbook.claims.kinds.kind_told_again import whole_told_before

# Those told in one breath with others: (6,200 individuals); alongside two members of a militia.
_LISTED = re.compile(
    r"(?:\s+(?!(?:was|were|is|are|has|have|had|said|while|but|when|who|which"
    r"|that)\b)[\w'’.-]+){0,7}?"
    r"\s*(?:[,(]|\b(?:and|or|plus|including|along with|alongside|as well as|composed of))"
    r"\s*(?:about|some|another|the|i\.e\.,?|or|of|in)?\s*"
)


_THEY_WERE = re.compile(
    r"(?:(?:according to [^;.,]{1,80},|[^;.,]{1,60}\s(?:said|says"
    r"|added)(?: that)?)\s)?(?:there\s+(?:were|are)\s+also"
    r"|(?:\w+\s+said\s+(?:that\s+)?)?among\s+(?:them|those)\s*"
    r"(?:,[^,]{1,20},)?\s*(?:were|are)|they\s+(?:included?|were)"
    r"|(?:the|this)\s+(?:group|total|dead|number|figure|party|convoy|batch|wounded|victims)\s+"
    r"(?:also\s+)?(?:includes?|included)"
    r"|(?:at\s+least\s+)?[\w-]+\s+of\s+them\s+were"
    r"|(?:those|these|the)\s+(?:\w+ly\s+)?[a-z]+(?:ed|en|ain|ught|wn)\s+(?:(?:men|women"
    r"|people|soldiers"
    r"|prisoners|civilians|officers)\s+)?includ(?:e|ed))\b"
)


def whole_of(
    desk: Desk, finding: Finding, before: ExtractedClaim | None, kind: str
) -> ExtractedClaim | None:
    """Give those of whom a number tells a part: in one breath, or there were also 16 Spaniards."""
    if kind != LEVEL:
        is_part = _is_of_whole(desk, finding)
        return toll_before(desk, finding, CHANGE) if is_part else None
    if before and _is_listed(desk, finding, before):
        return before
    if whole := whole_told_before(desk, finding):
        return whole
    start, lead = desk.sentences[finding.number].start, finding.quantity.lead
    if desk.folded.endswith((" for ", " to "), start, lead):
        return None  # were held in buses because the jails, built for 13,000, were full
    if not desk.claims or not _THEY_WERE.match(desk.folded, start):
        return None
    last = desk.claims[-1]
    is_near = finding.quantity.start - last.start <= _LIST_REACH
    return last if is_near and last.kind in (CHANGE, CUMULATIVE) else None


_LIST_REACH = 400  # characters after a number in which those it counts are still listed


def _is_listed(desk: Desk, finding: Finding, before: ExtractedClaim) -> bool:
    """Say whether a number of which nothing is said stands in a list with the one before it."""
    counted, context = finding.counted, finding.context
    if before.kind == LEVEL or not context.is_same_sentence:
        return False
    if counted.happening is not None or counted.kind is not None:
        return False
    return bool(_LISTED.fullmatch(desk.folded, context.left, counted.start))


# Of the whole, 1,849 were convicts; 13,438 of the dead were convicts.
_OF_WHOLE = re.compile(
    r"\bof\s+(?:the|that|this)\s+(?:whole|total|list|number|toll|dead|killed|fallen|victims)\b"
)
_BACK = 5  # claims before in which the whole of a part is told


# Four health workers were among the dead; the dead include 71 soldiers.
_AMONG = re.compile(
    r"\s+(?:(?:were|are|was|is|may have been|have been"
    r"|had been)\s+(?:also\s+)?)?among\s+(?:the|those)\s+"
    r"(?:dead|killed|injured|wounded|victims|casualties|hurt)\b"
)
_ALL_INCLUDE = re.compile(
    r"the\s+(?:dead|killed|injured|wounded|victims|casualties"
    r"|fatalities)\s+(?:also\s+)?(?:includ|compris)"
)


def is_some_of_all(desk: Desk, finding: Finding) -> bool:
    """Say whether a number tells of some of all those harmed, who were counted before."""
    return _is_of_whole(desk, finding) or is_among_all(desk, finding)


def _is_of_whole(desk: Desk, finding: Finding) -> bool:
    """Say whether the whole is named of which a number is a part: of the dead, of the list."""
    start, end = finding.context.start, finding.counted.end + len(" of the dead")
    if desk.folded.find("of th", start, end) < 0:
        return False
    return _OF_WHOLE.search(desk.folded, start, end) is not None


def is_among_all(desk: Desk, finding: Finding) -> bool:
    """Say whether a number is told as that of some among the dead: four were among the dead."""
    start, end = finding.context.start, finding.counted.end
    return bool(_ALL_INCLUDE.match(desk.folded, start) or _AMONG.match(desk.folded, end))


def toll_before(desk: Desk, finding: Finding, kind: str) -> ExtractedClaim | None:
    """Give the running total of which a part is told, or beside which other losses are put."""
    counted = finding.counted
    if kind == CUMULATIVE:
        return None
    is_put_beside = kind == CHANGE and counted.kind == CUMULATIVE
    if not is_put_beside and not is_some_of_all(desk, finding):
        return None
    for earlier in reversed(desk.claims[-_BACK:]):
        if counted.start - earlier.start > _LIST_REACH:
            return None
        if is_put_beside and "\n\n" in desk.text[earlier.start : counted.start]:
            return None
        is_of_harm = natures().get(earlier.counted) in HARM
        if is_of_harm and earlier.kind == CUMULATIVE:
            return earlier
        if is_of_harm and earlier.kind == CHANGE and is_put_beside:
            return None  # of one fight
    return None


# Of the dead, 130 were in Bombay: they died there. But: 40 were still in the morgue.
_OF_THE_DEAD = re.compile(r"\bof\s+(?:the|those)\s+(?:\w+\s+)?(?:dead|killed|fallen|victims)\b")
_WERE_THERE = re.compile(
    r"(?:\s+of\s+the\s+(?:dead|killed|fallen|victims))?\s+(?:were|was)\s+(?:in|at|on|from|aboard|inside|near)\s+"
    r"(?!(?:the|a)\s+(?:[a-z]+\s+)?(?:morgue|mortuary|ground|street|rubble|ruins))"
)


def dead_before(desk: Desk, finding: Finding) -> ExtractedClaim | None:
    """Give the toll told before of which a number tells where or who some were."""
    start, end = finding.context.start, finding.counted.end
    if desk.folded.find("of th", start, end + len(" of the dead")) < 0:
        return None
    if not _OF_THE_DEAD.search(desk.folded, start, end + len(" of the dead")):
        return None
    if _WERE_THERE.match(desk.folded, finding.counted.end) is None:
        return None
    near = [each for each in desk.claims[-_BACK:] if start - each.start <= _LIST_REACH]
    return next((each for each in reversed(near) if each.counted == "killed"), None)
