"""People to whom something happened in, whether they are so for a while out: held, missing."""

import re
from typing import Final

from musterbook.claims.counting.counted import Counted
from musterbook.claims.counting.own_verb import end_of_people
from musterbook.claims.counting.there_are import THERE_ARE
from musterbook.claims.patterns.led import Led
from musterbook.claims.patterns.up_to import UpTo
from musterbook.claims.surroundings import Surroundings

# Whoever is so described is so for a while: held in captivity, still, there are.
_LASTS = re.compile(
    r"\b(?:(?:were|was|are|is|being|been|still)\s+(?:\w+ly\s+)?(?:being\s+)?held|in custody"
    r"|under (?:\w+ )?treatment|(?:undergoing|receiving) (?:\w+ )?treatment"
    r"|in detention|behind bars|imprisoned|interned|in (?:\w+ )?captivity|remain(?:s|ed)? in"
    r"|(?:are|is|were|was) (?:still )?in (?:\w+ )?hospitals?"
    r"|(?<!hospital )(?<!hospitals )in (?:an? )?(?:critical|serious|stable|grave) condition)\b"
)
_HELD_THERE = UpTo(
    r"\b(?:bases?|islands?|camps?|prisons?|jails?|cells?|cellblock|cent(?:re|er)s?|barracks"
    r"|hospital"
    r"|school|stadium|fort|block|facility|village|town|hall)\b(?:\s+\w+)?(?:[^.;]{0,60},)?"
    r"\s+(?:(?:at one (?:point|time|stage)|at its (?:peak|height)|now|still|once|already|had|also"
    r"|alone|currently|then)\s+)*(?:held|holds)\s+(?:about\s+|some\s+)?$"
)
_HELD_IN = re.compile(
    r"\s*(?:still\s+|being\s+)?(?:(?:held|detained|imprisoned)\s+(?:in|at)"
    r"|held\s+by\s+(?!force\b))\b"
)
# Troops freed 40 men held in the jail: of the held a deed is told.
_FREED = Led(
    r"\b(?:freed|liberated|released|rescued|visited|saw|met|killed|shot|executed|recaptured)\s+"
    r"(?:(?:about|some|all|the|more than|at least|another)\s+)*$"
)
_IN_HOSPITAL = re.compile(
    r"\s*(?:are|were|is|was|remain(?:ed)?)\s+(?:still\s+)?in\s+(?:\w+\s+)?hospitals?\b"
)
# Iraq held 13,000 prisoners of war: so many it had.
_HELD_CAPTIVES = UpTo(
    r"\b(?:held|holds|hold|holding)\s+(?:(?:about|some|at least|more than|over|nearly)\s+)*"
    r"[\d,]+\s+(?:[a-z]+\s+){0,2}?(?:prisoners?(?: of war)?|hostages|captives|detainees|soldiers"
    r"|iranians?|iraqis?)$"
)
_HAVE_AND_ARE = re.compile(
    r"(?:\s+of\s+\w+)?\s+(?:have|had)\s+(?:\w+ly\s+|already\s+|now\s+)?(?:surrendered|given\s+themselves\s+up"
    r"|been\s+(?:arrested|captured|detained|seized|abducted))\b[^.;,]{0,30}\sand\s+(?:are|were)\b"
)
_SAFE = re.compile(
    r"\b(?:are|is|were|was|be)\s+(?:(?:all|now|still|reported(?:ly)?|said|believed|to|be"
    r"|\w+ly)\s+)*"
    r"(?:safe|alive|well)\b"
)
_BEING_TAKEN = re.compile(
    r"\s+(?:were|was|are|is)\s+(?:still\s+|now\s+|seen\s+)?being\s+(?:\w+ly\s+)?(?:abducted|kidnapped"
    r"|captured|led|taken|driven|seized|arrested|rounded\s+up)\b"
)
_CLAUSE = re.compile(
    r",\s(?:which|who|but|and|while|as)\b|;|\band (?:said|says?|told)\b|\b(?:until|because)\b"
)
_STATIONED = re.compile(
    r"\bhave (?:also |already )?been (?:deployed|stationed|posted)\b(?! so far)"
    r"|\bare (?:now |currently |still )?(?:deployed|stationed|posted)\b"
    r"|\bwere (?:then |still )?(?:deployed|stationed|posted) (?:in|at|along|around|near"
    r"|across|inside)\b"
)
_HAS_THEM = UpTo(r"\b(?:has|have|had|keeps|maintains|with)\s+(?:now\s+|only\s+)?$")
_GONE = re.compile(
    r"\b(?:(?<!or went )(?<!and went )(?<!or gone )missing|trapped|stranded|marooned|cut off"
    r"|unaccounted)\b"
)
ARE = re.compile(
    r"\b(?:are|is)\s+(?:(?:now|feared|believed|presumed|confirmed|known|reported|already)\s+)*"
    r"(?:to be\s+|among the\s+)?(?:dead|killed|wounded|injured)\b"
)
_HAS_BEEN = re.compile(r"\b(?:has|have|had)\s+(?:\w+\s+)?been\b")
# Those who are to be tried are not so yet.
_STILL = re.compile(
    r"\b(?:(?:are|is)(?! (?:to|due|set|expected|preparing|about|likely)\b)"
    r"|remain|remains|remained|were still|still|(?<!seen )being|currently)\b"
)
_DEEDS: Final = (" arrests", " deaths", " killings", " detentions", " abductions")  # nobody's lot
REACH = 90  # characters before a number in which what is said of it stands


def is_lasting(counted: Counted, around: Surroundings, words: str) -> bool:
    """Say whether those told of are so for a while: held, still there, seriously injured."""
    happening = counted.happening
    if happening is None or around.folded.endswith(_DEEDS, counted.start, counted.end):
        return False
    if _is_still_so(counted, around, words):
        return True
    left = max(around.left, counted.start - 24)
    there_are = THERE_ARE.search(around.folded, left, counted.start)
    if (
        there_are
        and not counted.rule.endswith("+noun")  # there were 300 arrests
        and happening.name != "killed"
        and ("+participle" in counted.rule or happening.nature != "loss")
    ):
        return True
    if happening.nature == "loss":
        is_part = counted.rule.endswith("part-of-previous") and happening.name != "killed"
        return is_part and bool(ARE.search(words))
    is_trained = happening.name == "trained" and "+participle" in counted.rule
    if (happening.name == "deployed" or is_trained) and (
        _STATIONED.search(words) or _HAS_THEM.search(around.folded, left, counted.start)
    ):
        return True
    if happening.nature != "fate":
        return False
    if _HELD_THERE.search(around.folded, counted.start - REACH, counted.start):
        return True
    return bool(_LASTS.search(words)) and not _HAS_BEEN.search(words)


def _is_still_so(counted: Counted, around: Surroundings, words: str) -> bool:
    """Say whether people are still missing or held: visiting 2,600 Eritreans held in Ethiopia."""
    if _HELD_CAPTIVES.search(around.folded, max(around.left, counted.start - REACH), counted.end):
        return True
    if counted.counted == "rescued":
        return _SAFE.search(words) is not None  # all 62 aboard are safe
    if counted.happening is None or counted.happening.nature != "fate":
        return False
    if _HELD_IN.match(around.folded, counted.end, around.right):
        left = max(around.left, counted.start - REACH)
        return _FREED.search(around.folded, left, counted.start) is None
    if _HAVE_AND_ARE.match(around.folded, counted.end, around.right):
        return False  # have surrendered and are being held: so many have done so
    if _IN_HOSPITAL.match(around.folded, counted.end, around.right):
        return True
    if _BEING_TAKEN.match(around.folded, counted.end, around.right):
        return False
    near = _CLAUSE.split(around.folded[counted.end : around.right], maxsplit=1)[0]
    before = around.folded[
        max(around.left, counted.start - REACH) : end_of_people(around.folded, counted)
    ]
    if counted.rule.endswith("+subject-of-verb"):
        before = _OTHERS_VERB.split(before)[-1]  # 14 are missing and 24 were abducted
    is_gone = counted.counted == "missing" and _GONE.search(words)
    return bool(_STILL.search(before + near) or is_gone)


_OTHERS_VERB = re.compile(r",?\s(?:and|but|while)\s")
