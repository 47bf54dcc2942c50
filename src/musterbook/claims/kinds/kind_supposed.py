"""A number of what is not asserted in, its kind out: planned, supposed or denied."""

import re

from musterbook.claims.counting.counted import Counted, Finding
from musterbook.claims.desk import Desk
from musterbook.claims.kinds.kind_names import CHANGE, CUMULATIVE, LEVEL
from musterbook.claims.patterns.up_to import UpTo

# The 17 prisoners will be freed; of its 40,000 men: those are there already.
_DEFINITE = UpTo(r"(?<!more than )(?<!of )\b(?:the|these|those)\s+(?:remaining\s+|other\s+)?$")

# A force of 1,400 is due to start deploying.
_DUE_TO_GO = re.compile(
    r"\s+(?:is|are|was|were)\s+(?:due|expected|scheduled|set|about|to)\b[^.;,]{0,30}"
    r"\b(?:deploy\w*|leave|arrive|land|depart|fly|go|move|be sent|be flown)\b"
)
# There are not half a million there; 600 were unable to leave: these are no plans.
_IS_THERE = UpTo(r"\bthere\s+(?:are|is|were|was)\s+(?:not|never)\s+$")
_ARE_UNABLE = re.compile(
    r"(?:\s+(?:of|from|in|at)\s+[\w'-]+)?\s+(?:are|were|remain(?:ed)?)\s+(?:still\s+)?unable to\b"
)
_MAY = re.compile(r"(?:\s+(?!and\b)[\w'-]+){0,3}?\s+(?:may|might|could|would|will)\b")
_HOPES_TO = re.compile(
    r"\b(?:hop|plan|want|aim|intend|expect|mean|prepar|able|wait|demand)\w*\b"
    r"[^.;,]{0,30}\sto\s[^.;,]*$"
)
_THREATENS_TO = re.compile(
    r"\b(?:threaten|vow|plan|order|intend|mean|swear|swore|prepar)\w*\b[^.;,]{0,30}\sto\s"
    r"(?!have\b)[^.;,]*$"
)
_NEAR = 60  # characters before a number in which the will of somebody stands
_COMES_TO = UpTo(
    r"\b(?:grow|grows|rise|rises|expand|increase|shrink|fall|drop|cut|reduced?|raised?|swell|enlarged?"
    r"|number|strength|total|forces?|army)\s+(?:\w+\s+){0,2}?to\s+$"
)
_SERVED = UpTo(
    r"\b(?:relief|aid|help|assistance|supplies|food)\s+(?:to|for)\s+$"
    r"|\b(?:aimed at|meant for|intended for|shelter|house|host|accommodate)\s+$"
)
_WILL_BE = re.compile(
    r"\s+(?:to be|will be|would be|may be|could be)\s+"
    r"(?:on|in|at|without|under|out of|jobless|homeless)\b"
    r"|\s+(?:will|would|is to|are to)\s+(?:guard|serve|remain|stay|stand|man|patrol|work|live"
    r"|wait)\b"
)


def kind_supposed(desk: Desk, finding: Finding, kind: str) -> str:
    """Give the kind of what is planned, supposed or denied: those there stay, others would come."""
    counted = finding.counted
    if kind == CUMULATIVE and _is_to_move(desk, finding):
        return CHANGE
    if _is_definite(desk, finding):
        is_told = kind == CHANGE and _is_of_persons_there(counted)
        return LEVEL if is_told else kind
    if counted.kind == LEVEL and _DUE_TO_GO.match(desk.folded, counted.end):
        return CHANGE
    is_there = kind == LEVEL and _IS_THERE.search(
        desk.folded, finding.context.left, finding.quantity.lead
    )
    if is_there or (kind == LEVEL and _ARE_UNABLE.match(desk.folded, counted.end)):
        return kind
    is_bare = kind == LEVEL and not (counted.happening or counted.kind)
    if is_bare and _COMES_TO.search(desk.folded, finding.context.left, finding.quantity.lead):
        return kind  # wants the army to grow to 203,000: so many there will be
    if is_bare and _SERVED.search(desk.folded, finding.context.left, finding.quantity.lead):
        return kind  # a camp to shelter 200,000 refugees: they are there
    if is_bare and not _WILL_BE.match(desk.folded, counted.end):
        return CHANGE  # so many are expected, or might be lent: they would come
    return kind


def _is_definite(desk: Desk, finding: Finding) -> bool:
    """Say whether a number is of people the reader is taken to know of."""
    return bool(_DEFINITE.search(desk.folded, finding.context.left, finding.quantity.lead))


def _is_to_move(desk: Desk, finding: Finding) -> bool:
    """Say whether people would come or go: 100,000 may have to leave; hopes to evacuate 500."""
    happening, counted = finding.counted.happening, finding.counted
    if happening is None:
        return False
    if happening.nature not in ("move", "gain"):
        left = max(finding.context.left, counted.start - _NEAR)
        return _THREATENS_TO.search(desk.folded, left, counted.start) is not None
    if _MAY.match(desk.folded, counted.end):
        return True
    left = max(finding.context.left, counted.start - _NEAR)
    return _HOPES_TO.search(desk.folded, left, counted.start) is not None


def _is_of_persons_there(counted: Counted) -> bool:
    happening = counted.happening
    return counted.kind is None and happening is not None and happening.nature in ("move", "fate")
