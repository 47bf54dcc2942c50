"""A number of some among those told before in, the kind it takes from them out: a toll's part."""

import re

from musterbook.claims.claim import ExtractedClaim
from musterbook.claims.counting.counted import Counted
from musterbook.claims.counting.deed_words import is_deed
from musterbook.claims.counting.happenings import HARM, happening_words, natures
from musterbook.claims.counting.people_nouns import is_people_word
from musterbook.claims.kinds.kind_names import CHANGE, CUMULATIVE, LEVEL
from musterbook.claims.kinds.kind_one_sending import EXCHANGED
from musterbook.claims.patterns.up_to import UpTo

_OWN_DEEDS = EXCHANGED | {"protested"}
_PARTS = ("people:part-of", "people:elided+subject-of-verb")


def kind_of_some(folded: str, counted: Counted, kind: str) -> str:
    """Give the kind that is told of some themselves: 51 of them had no boots; else nothing."""
    is_part = counted.rule.startswith("people:part-of") and counted.counted != "killed"
    if is_part and _IN_A_STATE.match(folded, counted.end):
        return LEVEL
    is_named = kind == LEVEL and counted.rule == "people:of-those-named"
    is_named = is_named and _are_such(folded, counted.end)
    return _of_those_who(folded, counted.start) if is_named else ""


def kind_of_part(
    folded: str, counted: Counted, before: ExtractedClaim, *, kind: str, is_dated: bool
) -> str:
    """Give the kind of a number that tells a part of the one before; none if it tells no part."""
    is_part = counted.rule.startswith(_PARTS)
    leans = is_part or counted.rule.endswith("as-before")
    if before.kind != LEVEL and _tells_who(folded, counted, kind=kind, leans=leans):
        return before.kind
    if is_part and kind == CHANGE and _such_they_are(folded, counted):
        return before.kind
    is_over = kind == CUMULATIVE and before.kind == CHANGE and not is_dated
    is_over = is_over and (
        counted.rule.startswith("people:part-of")
        or _OF_ALL.search(folded, max(0, before.start - _NEAR), before.start + _NEAR) is not None
    )
    if is_over and not _HAVE.match(folded, counted.end):
        return CHANGE  # 19 of the deaths of the past day were in the south
    is_of_toll = before.kind == CUMULATIVE and kind == CHANGE and not is_dated
    if is_of_toll and is_part and (before.rule.startswith(_PARTS) or _are_kin(counted, before)):
        return CUMULATIVE
    if counted.rule.startswith("people:part-of") and not is_dated and kind == CHANGE:
        # Some of those held were let go: a deed of its own.
        is_let_go = counted.counted in _OWN_DEEDS and before.counted != counted.counted
        return CUMULATIVE if before.kind == CUMULATIVE and not is_let_go else kind
    if _is_told_of_whole(counted, before, folded) and kind == LEVEL:
        return kind if is_dated else before.kind
    return ""


# Seventeen children were among them; 48 of the prisoners are women.
_WERE_AMONG = re.compile(
    r"\s+(?:were|are|was|is)\s+(?:also\s+)?among\s+(?:them|those)\b(?!\s+(?:still|who are))"
)


def _tells_who(folded: str, counted: Counted, *, kind: str, leans: bool) -> bool:
    """Say whether a number tells only who some of those counted just before were."""
    if kind == LEVEL and _WERE_AMONG.match(folded, counted.end):
        return True
    if leans and _NEEDED_CARE.match(folded, counted.end):
        return True
    is_of_them = kind == LEVEL and folded.find(" of the", counted.start, counted.end) >= 0
    return (leans or is_of_them) and _are_such(folded, counted.end)


# 811 of them for the first time; 11 of whom were under sixteen: who they were, not how they are.
_WHO_THEY_WERE = re.compile(
    r"\s*(?:[,;.)]|(?:for|from|aged|by|women|men|children|under)\b"
    r"|were\s+(?:all\s+|mostly\s+)?(?:under|over|women|girls|boys|children|men|civilians"
    r"|aged|from)\b)"
)


_ARE_SUCH = re.compile(
    r"(?:\s+of\s+(?:them|these|those|whom))?(?:\s+[a-z]+(?:ed|en|wn|ught))?\s*,?\s+(?:are|is|were|was|being"
    r"|(?:had|have)\s+been(?=\s+(?:serving|working|studying|fighting|living)\b))\s+(?:all\s+|mostly\s+)?"
    r"(?:(?P<age>serving|working|studying|fighting|living|(?:under|over)\s+(?:the\s+age|\d|[a-z]+(?:teen|ty)\b)|aged|from)"
    r"|(?P<first>[a-z-]+)(?:\s+(?P<second>[a-z-]+))?)"
)


# Of those sent only 51 had more than a year's service; 30 are too weak to walk.
_IN_A_STATE = re.compile(
    r"(?:\s+[a-z]+(?:ed|en|ft|t))?(?:\s+(?:still|now|already|also))?\s+(?:(?:had|have|has"
    r"|lacked?|cannot|could\s+not)\s+"
    r"(?:no|never|only|an?|more|less|fewer|little|neither|nothing|at\s+least|yet|read|walk"
    r"|write|be)\b"
    r"|(?:were|was)\s+(?:still\s+|now\s+)?(?:in|at|living|staying|sheltering|sleeping|camped"
    r"|housed|without)\b"
    r"|(?:are|is)\s+(?:still\s+|now\s+)?(?:in|at|on|across|too|no|not|without|away|out|back"
    r"|there|here"
    r"|able|unable|ready|alive|unfit|fit|ill|sick|prisoners|captives|hostages)\b)"
    r"|\s+in\s+(?:an?\s+)?(?:\w+ly\s+)?(?:critical|serious|grave|stable)\s+condition\b"
)


# Of the 11 people killed on Saturday, seven died in two houses.
_OF_ALL = re.compile(r"\bof (?:the|those|these)\s+\d")
_NEAR = 16
_HAVE = re.compile(r"[^.;,]{0,40}?\s(?:have|has|had|are|is|remain)\b")
# 113 were hurt and 19 of them needed hospital treatment.
_NEEDED_CARE = re.compile(
    r"(?:\s+(?:others?|more|people|men))?\s+(?:needed|required|needing"
    r"|requiring)\s+(?:[\w-]+\s+){0,2}?"
    r"(?:treatment|surgery|stitches|operations?|care|attention|hospitali[sz]ation|hospital)\b"
)
_OF_THOSE_WHO = UpTo(
    r"\bof\s+(?:the|those|these)\s+(?:[\w,-]+\s+){0,2}?(?:(?:who|that)\s+)?(?P<have>have\s+"
    r"|had\s+)?"
    r"(?:been\s+|were\s+)?(?P<verb>[a-z]+)\b[^.;]{0,40},\s+$"
)


def _of_those_who(folded: str, start: int) -> str:
    """Give the kind of those of whom a deed is told before it is said who some were."""
    match = _OF_THOSE_WHO.search(folded, max(0, start - _REACH), start)
    if match is None or not is_deed(match["verb"], done_to=True):
        return ""
    return CUMULATIVE if match["have"] else CHANGE


_REACH = 90  # characters before a number in which it is said of whom it is a part


def _are_such(folded: str, end: int) -> bool:
    """Say whether of some only who they are is told: 1,849 were convicts."""
    match = _ARE_SUCH.match(folded, end)
    if match is None or match["age"]:
        return match is not None
    return any(_is_sort_of_people(match[word] or "") for word in ("first", "second"))


def _is_sort_of_people(noun: str) -> bool:
    """Say whether a noun tells who people are, not what befell them: convicts, not missing."""
    return is_people_word(noun) and noun != "dead" and noun not in happening_words().passives


_OF_THEM = re.compile(
    r"\s+(?:(?!and\b)[a-z-]+\s+)?(?P<noun>[a-z-]+)\b(?!\s+(?:were|was|are|had|have)\b)"
)


def _such_they_are(folded: str, counted: Counted) -> bool:
    """Say whether only who they are stands behind a part: 240 of them officers."""
    if not folded.endswith((" them", " whom", " those", " these"), counted.start, counted.end):
        return False
    match = _OF_THEM.match(folded, counted.end)
    return match is not None and _is_sort_of_people(match["noun"])


def _are_kin(counted: Counted, before: ExtractedClaim) -> bool:
    """Say whether both numbers tell of harm, so that the one may be part of the other."""
    nature = counted.happening.nature if counted.happening else None
    return nature in HARM and natures().get(before.counted) in HARM


def _is_told_of_whole(counted: Counted, before: ExtractedClaim, folded: str) -> bool:
    """Say whether of a part only who they were is told, so that it has the kind of its whole."""
    is_part = counted.rule.startswith("people:part-of") and before.kind in (CHANGE, CUMULATIVE)
    near = folded[max(0, counted.start - len("of ")) : counted.start].rstrip()
    is_apart = near.endswith((",", ";", "(", "of"))
    return is_part and is_apart and _WHO_THEY_WERE.match(folded, counted.end) is not None
