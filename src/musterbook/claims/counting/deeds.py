"""The words around a counted phrase in, whether a deed or a state is told of those people out.

For verbs that no table of happenings has: their form tells. Sixteen soldiers fainted, were shaken,
have resigned; the army massed 15,000 men: deeds. They are, need, live, are being: states.
"""

import re
from typing import Final, Literal

from musterbook.claims.calendar_words import WEEKDAY
from musterbook.claims.counting.asides import verb_beyond
from musterbook.claims.counting.deed_words import is_deed
from musterbook.claims.counting.deeds_far import verb_far_behind
from musterbook.claims.lexicon_files import word_set
from musterbook.claims.patterns.up_to import UpTo

Tense = Literal["done", "has done", "would do", "is", "was", ""]

_ADVERBS: Final = (
    r"(?:(?:who|which|that|\w+ly|also|already|still|then|now|later|since|just|even|all|both|either"
    r"|never|not|once|twice|each|together|alone|so|far)\s+){0,3}"
)
# What may part people from their verb: those of a place, those who are named.
_ASIDE: Final = (
    r"(?:\s+(?:of|from|in|at|near|on|aboard|among|with|outside|inside)\s+(?:the\s+|its\s+"
    r"|their\s+|his\s+)?"
    r"[\w'-]+(?:\s+[\w'-]+){0,3}?)??"
)
_SUBJECT_OF = re.compile(
    rf"{_ASIDE}\s*,?\s*{_ADVERBS}(?:(?P<have>have|had)\s+{_ADVERBS}(?:been\s+)?"
    rf"|(?P<be>were|was|are|is|be)\s+{_ADVERBS}(?:(?P<being>being)\s+)?)?(?!(?:of|from|in|at"
    rf"|near|on|aboard|among|with"
    r"|outside|inside)\b)(?P<verb>[a-z-]+)"
)
_OBJECT_OF = re.compile(
    r"(?:\b(?P<have>has|have|had)\s+(?:\w+ly\s+|also\s+|already\s+|since\s+|now\s+)?)?"
    r"(?<![\w-])(?P<verb>[a-z-]+)(?:\s+(?:up|out|off|away|back|down|in|over|dead|home|on"
    r"|aboard|ashore|aside))?\s+"
    r"(?:(?:to|a|an|the|another|some|about|around|all|of|its|his|their|as|many|at|least|more"
    r"|than|only"
    r"|just|over|nearly|almost|between|up|further|additional|first|last|total|estimated"
    r"|other|[\w-]+'s)\s+)*$"
)
# The court fined some of its own men and 270 workers: one verb has both.
_OBJECTS_OF = UpTo(
    r"(?:\b(?P<have>has|have|had)\s+(?:\w+ly\s+|also\s+"
    r"|already\s+)?)?(?<![\w-])(?P<verb>[a-z-]+)\s+"
    r"(?:the|an?|some|its|his|their|two|three|several)\s+(?:(?!and\b|who\b"
    r"|that\b)[\w'-]+\s+){1,5}and\s+"
    r"(?:(?:about|some|another|at|least|more|than|nearly)\s+)*$"
)
# People after such a word do nothing: with 3,200 men, the brigade took the bridge.
# A platoon of 25 men walked in: `of` does not part them from their verb.
_BODY_OF = UpTo(
    r"\b(?:platoon|group|company|column|team|committee|commission|delegation|council|panel"
    r"|party|band|crowd|force|unit|convoy|patrol|squad|total"
    r"|contingent|mob)\s+of\s+(?:about\s+|some\s+)?$"
)
_NO_SUBJECT = UpTo(
    r"\b(?:with|for|of|by|to|from|in|at|than|among|against|including|like|and its|between)\s+"
    r"(?:the|its|their|his|her|an?|all|those|these)?\s*$|\bwith\s[^,;]{1,40}\band\s+$"
)
# Distributed tents to 1,450 people: they were reached by a deed.
_GIVEN_TO = UpTo(
    r"(?<!being )\b(?P<have>(?:has|have)\s+(?:\w+ly\s+|also\s+|already\s+|so far\s+"
    r"|now\s+)?(?:been\s+)?)?"
    r"\b(?:distributed|provided|delivered|handed out|supplied|gave|given|offered"
    r"|issued|brought"
    r"|carried)\b"
    r"[^.;]{1,50}"
    r"\b(?:to|for)\s+$"
)
_WHAT: Final = 30  # characters before a number of things given: brought 808 tons to 240,000
_DOING = UpTo(r"(?:,|\band)\s+$")  # rioted, taking six guards hostage
_REACH: Final = 64  # characters before a number in which its verb stands


_DONE: Final = frozenset({"made", "called"})  # a state only of what is done to them
_REPORTED_FOR = re.compile(rf"reported (?:for|to|on {WEEKDAY})\b")  # they came; nothing is said
_CALLED_IN = re.compile(
    r"(?:called (?:in|out|back|away|together|for|before|to)|(?:called|lined) up"
    r"|stood (?:trial|down|for (?:election|office|parliament)))\b"
)  # not so named: whoever stood trial was tried

_MODAL = re.compile(
    rf"{_ASIDE}\s+(?:may|might|could|would|will|can|must"
    rf"|should)\s+{_ADVERBS}(?:be\s+able\s+to\s+)?(?P<verb>[a-z-]+)(?:\s+(?P<done>[a-z-]+))?"
)
# Are feared to have drowned: it has come about; did not appear: they are where they were.
_THOUGHT_TO_HAVE = re.compile(
    r"\s+(?:are|is|were)\s+(?:\w+ly\s+|now\s+|also\s+)?(?:feared|thought|believed|said|reported|known|estimated"
    r"|presumed)\s+to\s+have\b(?!\s+been\s+(?:in|at|on|there|inside|aboard|under)\b)"
)
_DID_NOT = re.compile(r"\s+did\s+not\b")
# Had time to leave, managed to get out, held a rally: they did it.
_DID_IT = re.compile(
    rf"{_ASIDE}\s*,?\s+{_ADVERBS}(?:had\s+(?:enough\s+)?time\s+to\s+(?!spare)|(?:managed|got|contrived)\s+to\s+(?!be\b|stay|hold|keep)"
    r"|went\s+(?:on|out|over|back|home|ahead|through|into|to)\b"
    r"|held\s+(?:an?|their|its|another|the)\s+(?:[\w-]+\s+){0,2}?(?:rally|vigil|demonstration|protest|march|meeting|ceremony"
    r"|sit-in|prayer|prayers|service|procession|strike|congress|parade)\b)"
)
_WHO = re.compile(r"\s*,?\s+who\s")


def tense_after(folded: str, subject: tuple[int, int], end: int) -> Tense:
    """Read the verb of a subject, which must not depend on a preposition."""
    start = subject[1]
    beyond = verb_beyond(folded, start, end)
    match = _SUBJECT_OF.match(folded, start if beyond is None else beyond - 1, end)
    relative = _WHO.match(folded, start, end)
    if relative is None and beyond is None and not (match and _is_sure(match)):
        match = _far_match(folded, start, end) or match
    if _THOUGHT_TO_HAVE.match(folded, start, end):
        return "has done"
    if _DID_NOT.match(folded, start, end):
        return "was"
    if modal := _MODAL.match(folded, start, end):
        return "" if is_governed(folded, subject[0]) else _of_modal(modal)
    if match is None or (relative is None and is_governed(folded, subject[0])):
        return ""
    return "done" if _DID_IT.match(folded, start, end) else _of_verb(match, folded)


def _of_verb(match: re.Match[str], folded: str) -> Tense:
    """Read what the verb tells that was found behind people."""
    deed = is_deed(match["verb"], done_to=bool(match["be"]) or " been " in match[0])
    deed = deed or bool(_CALLED_IN.match(folded, match.start("verb")))
    if not match["be"]:
        deed = (
            deed or match["verb"] in _DONE or bool(_REPORTED_FOR.match(folded, match.start("verb")))
        )
    if match["have"]:
        return ("has done" if match["have"] != "had" else "done") if deed else "is"
    if match["be"] in ("are", "is"):
        return "is"
    if match["be"]:
        return "done" if deed and not match["being"] else "was"
    return "done" if deed else ""


def _is_sure(match: re.Match[str]) -> bool:
    """Say whether what was found behind people is surely their verb, not a participle of theirs."""
    return bool(match["be"] or match["have"] or match["verb"] in _STAYED)


_STAYED: Final = frozenset({"spent", "stayed", "remained", "lived", "slept", "lacked"})


def _far_match(folded: str, start: int, end: int) -> re.Match[str] | None:
    """Read the verb of people that stands further off."""
    far = verb_far_behind(folded, start, end)
    return _SUBJECT_OF.match(folded, far.start - 1, end) if far else None


def _of_modal(modal: re.Match[str]) -> Tense:
    """Read what may or will be: could be disarmed, may resign; but may be there, will need."""
    verb, done = modal["verb"], modal["done"] or ""
    if " not " in modal[0] or " never " in modal[0]:
        return "is"  # would not give up their cattle
    if verb == "be":
        return "would do" if is_deed(done, done_to=True) else "is"
    if verb == "have":
        return "has done" if is_deed(done) or done == "been" else "is"
    past = verb + ("d" if verb.endswith("e") else "ed")
    is_state = past in word_set("states") or verb in word_set("lasting")
    return "is" if is_state else "would do"


def is_governed(folded: str, start: int) -> bool:
    """Say whether people hang on a preposition, so that no verb after them is theirs."""
    left = start - _REACH
    found = _NO_SUBJECT.search(folded, left, start)
    return bool(found) and not _BODY_OF.search(folded, left, start)


def is_passive_after(folded: str, subject: tuple[int, int], end: int) -> bool:
    """Say whether something was done to a subject: were stopped, have been thrown out."""
    match = _SUBJECT_OF.match(folded, subject[1], end)
    if match is None or is_governed(folded, subject[0]):
        return False
    is_passive = match["be"] in ("were", "was") or (match["have"] and " been " in match[0])
    return bool(is_passive) and is_deed(match["verb"])


def tense_before(folded: str, start: int, left: int) -> Tense:
    """Read the verb whose object starts at `start`."""
    if given := _GIVEN_TO.search(folded, max(left - _WHAT, start - _REACH), start):
        return "has done" if given["have"] else "done"
    match = _OBJECT_OF.search(folded, max(left, start - _REACH), start)
    if match is None or not is_deed(match["verb"], done_to=True):
        match = _OBJECTS_OF.search(folded, max(left, start - _REACH), start) or match
    if match is None or match["verb"] in word_set("meetings"):
        return ""
    if folded.endswith("being ", 0, match.start("verb")):
        return ""  # blankets are being handed out to 1,500 people
    doing = match["verb"].endswith("ing") and _DOING.search(folded, left, match.start("verb"))
    if not (doing or is_deed(match["verb"], done_to=True)):
        return ""
    return "has done" if match["have"] in ("has", "have") else "done"
