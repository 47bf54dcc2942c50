"""A number of what is not asserted in, its kind out: planned, supposed or denied."""

import re

from musterbook.claims.counting.counted import Counted, Finding
from musterbook.claims.desk import Desk
from musterbook.claims.kinds.kind_aboard import joins_those_there
from musterbook.claims.kinds.kind_names import CHANGE, CUMULATIVE, LEVEL
from musterbook.claims.kinds.kind_new_number import kind_of_those_brought_to
from musterbook.claims.kinds.kind_there import is_due_to_go, is_purpose
from musterbook.claims.patterns.up_to import UpTo

# The 17 prisoners will be freed; of its 40,000 men: those are there already.
_DEFINITE = UpTo(r"(?<!more than )(?<!of )\b(?:the|these|those)\s+(?:remaining\s+|other\s+)?$")

# There are not half a million there; 600 were unable to leave: these are no plans.
_IS_THERE = UpTo(r"\bthere\s+(?:are|is|were|was)\s+(?:(?:not|never|only|some|about)\s+)*$")
_ARE_UNABLE = re.compile(
    r"(?:\s+(?:of|from|in|at)\s+[\w'-]+)?\s+(?:who\s+)?(?:are|were|remain(?:ed)?)\s+"
    r"(?:still\s+)?unable to\b"
)
# Fifteen men were preparing to blow up pylons: they are there, whatever they mean to do.
_ARE_AT_IT = re.compile(
    r"\s+(?:stand|stood|wait)\s+ready\b|\s+(?:want|wanted|wish|wished|hope|hoped|long)\s+to\s+(?!have\b)"
    r"|\s+(?:are|is|were|was)\s+(?:still\s+|now\s+)?(?:preparing|waiting|hoping|planning|trying"
    r"|getting ready|ready|poised|prepared|on\s+standby)\s+(?:to|for)\b"
    r"|\s+(?:are|is|were|was)\s+(?:now|still)\s+(?!being\b)[a-z]+ing\b"
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
    r"\b(?:scaled (?:down|up|back)|trimmed|slashed|grow|grows|rise|rises|expand|increase"
    r"|bring(?= up| the| its| their)|brought(?= up)|shrink|fall|drop"
    r"|cut|reduced?|raised?|swell|enlarged?"
    r"|number|strength|total|forces?|army)\s+(?:\w+\s+){0,2}?to\s+$"
    r"|\b(?:force|army|brigade|contingent|mission|battalion|corps|garrison"
    r"|ranks)\b[^.;]{0,40}\bto\s+(?:reach|number)\s+$"
)
_SERVED = UpTo(
    r"\b(?:relief|aid|help|assistance)\s+(?:to|for)\s+$"
    r"|\b(?:been|was|were|is|are)\s+(?:planned|designed|built|prepared|equipped)\s+for\s+$"
    r"|\b(?:aimed at|meant for|intended for|shelter|house|host|accommodate)\s+$"
)
_WILL_BE = re.compile(
    r"\s+(?:to|will|would|may|might|could)\s+(?:(?:well|still|also|now)\s+)*be\s+(?:still\s+)?"
    r"(?:on|in|at|without|under|beneath|below|inside|among|out of|jobless|homeless|alive|trapped)\b"
    r"|\s+(?:will|would|is to|are to)\s+(?:guard|serve|remain|stay|stand|man|patrol|work|live"
    r"|wait)\b"
)


def kind_supposed(desk: Desk, finding: Finding, kind: str) -> str:
    """Give the kind of what is planned, supposed or denied: those there stay, others would come."""
    counted = finding.counted
    if kind_of_those_brought_to(desk.folded, counted, left=finding.context.left):
        return kind
    if kind == CUMULATIVE and _is_to_move(desk, finding):
        return CHANGE
    if _is_definite(desk, finding):
        is_told = kind == CHANGE and _is_of_persons_there(counted)
        return LEVEL if is_told else kind
    if counted.kind == LEVEL and is_due_to_go(counted, desk.folded):
        return CHANGE
    return _of_level(desk, finding) if kind == LEVEL else kind


# All unions, with two million members between them, would join: so many they have.
_HAVING = UpTo(r",\s+with\s+(?:(?:about|some|more than|over|nearly|at least|up to)\s+)*$")


def _are_had(desk: Desk, finding: Finding) -> bool:
    """Say whether people are set apart as those whom others have."""
    if not _HAVING.search(desk.folded, finding.context.left, finding.quantity.lead):
        return False
    return _SET_APART.match(desk.folded, finding.counted.end) is not None


_SET_APART = re.compile(r"[^.;,]{0,40},\s")


def _of_level(desk: Desk, finding: Finding) -> str:
    """Say of people told as a level whether they are there, or would come if the plan holds."""
    counted, left, lead = finding.counted, finding.context.left, finding.quantity.lead
    if _IS_THERE.search(desk.folded, left, lead) or _ARE_UNABLE.match(desk.folded, counted.end):
        return LEVEL
    if counted.rule.endswith("+base-of-fraction"):
        return LEVEL  # 100,000 of the 650,000 would go: those are there
    if _ARE_AT_IT.match(desk.folded, counted.end) or _are_had(desk, finding):
        return LEVEL
    gives = _GIVES_TO.search(desk.folded, max(left, lead - _GIFT), lead)
    if gives and not _COMES_TO.search(desk.folded, left, lead):
        return CHANGE  # plans to distribute mats to 9,000 displaced people
    is_further = counted.rule.endswith("as-before") and _FURTHER.search(desk.folded, left, lead + 8)
    if (counted.happening or counted.kind) and not is_further:
        return LEVEL
    is_so = (
        _COMES_TO.search(desk.folded, left, lead)  # wants the army to grow to 203,000
        or _SERVED.search(desk.folded, left, lead)  # a camp to shelter 200,000 refugees
        or is_purpose(desk.folded, left, lead)
        or joins_those_there(desk.folded, counted, left=left, right=finding.context.right)
        or _is_foreseen_there(desk, finding)
        or _WILL_BE.match(desk.folded, counted.end)
    )
    return LEVEL if is_so else CHANGE  # so many are expected, or might be lent


_FURTHER = re.compile(r"\b(?:another|further|additional)\b")  # expects another 1,000 today
_GIVES_TO = UpTo(
    r"\b(?:distribute|provide|deliver|hand out|supply|give|issue|bring|offer|send)\b"
    r"[^.;]{1,70}\sto\s+$"
)
_GIFT = 90  # characters before a number in which what is to be given stands
# Planners expect 973,000 in neighbouring countries by the end of the year: so many there then.
_THERE_BY = re.compile(
    r"\s+(?:to\s+be\s+)?(?:in|at|on|inside|outside|under)\s[^.;,]{1,50}?\bby\s+(?:the\s+)?\w"
)
_FORESEES = UpTo(
    r"\b(?:expect(?:s|ed|ing)?|foresees?|project(?:s|ed)?|predict(?:s|ed)?|forecasts?"
    r"|plan(?:s|ned|ning)?\s+for)\s+$"
)


def _is_foreseen_there(desk: Desk, finding: Finding) -> bool:
    """Say whether so many are expected to be in a place by a day, not to come on it."""
    context, lead = finding.context, finding.quantity.lead
    if not _FORESEES.search(desk.folded, context.left, lead):
        return False
    return _THERE_BY.match(desk.folded, finding.counted.end, context.end) is not None


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
