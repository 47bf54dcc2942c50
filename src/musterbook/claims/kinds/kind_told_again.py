"""A number of which no deed is told in, the claim out whose people it tells of again or in part.

Since May 900 have been captured. Among the prisoners are 38 officers: captured as the others were.
Hundreds surrendered on Tuesday. The army put their number at 410: so many surrendered.
"""

import re
from typing import Final

from musterbook.claims.claim import ExtractedClaim
from musterbook.claims.counting.counted import Finding
from musterbook.claims.counting.happenings import happening_words, natures
from musterbook.claims.desk import Desk
from musterbook.claims.kinds.kind_names import CHANGE, CUMULATIVE
from musterbook.claims.lexicon_files import words_to_names
from musterbook.claims.patterns.led import Led

_AMONG_SUCH = Led(
    r"\b(?:among|amongst|of)\s+(?:the|those)\s+(?:(?:newly|recently|people"
    r"|men)\s+)?(?P<who>[a-z]+)\b"
    r"[^.;]{0,30}?\s(?:were|are|was|is)\s+(?:(?:about|some|at least|only)\s+)*$"
)
_TOLD_AGAIN = Led(
    r"\b(?:put|puts|gave|gives|estimated?|estimates|counted|set)\s+(?:(?:the\s+|their\s+"
    r"|its\s+)?(?:total\s+)?"
    r"(?:number|size)(?:\s+of\s+(?:the\s+|those\s+)?(?:[a-z]+\s+)?[a-z]+)?|(?:the"
    r"|their)\s+(?:crowd|numbers?|turnout))"
    r"\s+(?:at|as)\s+(?:(?:about|around|some|only|just|nearly|more than|over|up to|at least)\s+)*$"
)
_IS_ALL = re.compile(
    r"(?:\s+[a-z]+)?\s*(?:[.;]|,\s+(?:including|among|of whom|most|many|but|while)\b)"
)
_MOVED: Final = frozenset({"move", "gain"})
_BACK: Final = 3  # claims before in which the whole stands
_NEAR: Final = 400  # characters after a number in which those it counts are still spoken of
_WORDS: Final = 90  # characters before a number in which its subject stands


def whole_told_before(desk: Desk, finding: Finding) -> ExtractedClaim | None:
    """Give the claim of a change or a total whose people a number tells of again or in part."""
    lead = finding.quantity.lead
    if not desk.claims or lead - desk.claims[-1].start > _NEAR:
        return None
    left = max(finding.context.start, lead - _WORDS)
    if such := _AMONG_SUCH.search(desk.folded, left, lead):
        return _last_of(desk, _name_of(such["who"]))
    if _TOLD_AGAIN.search(desk.folded, left, lead):
        last = desk.claim_before(finding.number)
        is_end = _IS_ALL.match(desk.folded, finding.quantity.tail)
        is_moved = last and last.kind == CHANGE and _is_moved(last)
        return last if is_end and is_moved else None
    return None


def _name_of(who: str) -> str:
    """Name what befell those who are called so: prisoners were captured, the freed released."""
    words = happening_words()
    happening = words.passives.get(who) or words.subjects.get(who)
    return happening.name if happening else words_to_names("noun_states").get(who, "")


def _last_of(desk: Desk, name: str) -> ExtractedClaim | None:
    for claim in reversed(desk.claims[-_BACK:]):
        is_running = claim.kind in (CHANGE, CUMULATIVE)
        if name and is_running and _is_same(claim.counted, name):
            return claim
    return None


def _is_same(counted: str, name: str) -> bool:
    """Say whether two names may tell of the same people: prisoners are the captured or detained."""
    fates = natures().get(counted) == natures().get(name) == "fate"
    return counted == name or fates


def _is_moved(claim: ExtractedClaim) -> bool:
    """Say whether a claim tells of people who came, went, marched or gave themselves up."""
    return natures().get(claim.counted) in _MOVED or claim.counted == "captured"
