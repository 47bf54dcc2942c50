"""A counted phrase and its clause in, what happened to those people out."""

import re
from typing import Final

from musterbook.claims.counting.happening_governing import together
from musterbook.claims.counting.happenings import (
    Happening,
    happening_named,
    happening_words,
    wording_of,
    words_of,
)
from musterbook.claims.lexicon_files import words_to_names
from musterbook.claims.lexicon_own import per_lexicon
from musterbook.claims.patterns.led import Led
from musterbook.claims.patterns.up_to import UpTo

_ADVERBS = (
    r"(?:(?:\w+ly|now|also|already|still|not|been|being|be|since(?!\s+(?:the|its|their)\b)|believed|thought|feared|reported|found"
    r"|confirmed|presumed|said|estimated|expected|known|listed|to|have|had|or|as|are|were|was|remain"
    r"|among|the|newly|so|far|either|later|then|who|that|which|could|may|might|will|would|badly|left"
    r"|seriously|all|just|even|both|in)\s+)*"
)
_AGED = (
    r"(?:\s+(?:an?|per|each|every)\s+(?:day|week|month|year))?"
    r"(?:\s+aged?\s+(?:between\s+)?\d+(?:\s*(?:and|to|-|–)\s*\d+)?)?"
)
_FROM_WHERE = (
    r"(?:\s+(?:of|from|in|at|near|on|aboard|across|throughout|along|around)\s+"
    r"(?:the\s+|their\s+)?[\w-]+(?:\s+[\w-]+){0,2}?)??"
)
_FINITE = (
    r"(?<!\w)(?:has|have|had|were|was|are|is|be|been|being|remain|remained|remains|got|get|went|go"
    r"|lay|lie|became)"
)
_AMONG = re.compile(
    r"\s+(?:were|was|are|is|be|been)\s+(?:also\s+|said\s+to\s+be\s+)?among\s+(?:the|those|its|their)\s+"
    r"(?:\d+\s+|\w+\s+)?(hostages|captives|prisoners|victims|survivors|detainees|arrivals|recruits)\b"
)
# Ten were among those known to have died; two were among the injured.
_AMONG_THE_HURT = re.compile(
    r"\s+(?:were|was|are|is)\s+(?:also\s+)?among\s+(?:the|those|its|their)\s+(?:\d+\s+)?"
    r"(?:(?:who|known|reported|believed|said|feared)\s+(?:to\s+have\s+)?(?:been\s+)?)?"
    r"(?P<word>dead|killed|died|injured|wounded|hurt|missing|arrested|detained)\b"
)
# To 335,000 the number to have left; to 512 the number of people killed.
_THE_NUMBER = re.compile(
    r"\s+the\s+(?:total\s+|overall\s+)?(?:number|total|count)\s+"
    r"(?:(?:of\s+[\w-]+\s+(?:[\w-]+\s+)??)?(?:(?:who|to)\s+(?:have|had|has)\s+)|of\s+(?:people|those|persons)\s+)"
)
# The 1,048 people they listed as missing; those whom the army gives as dead.
_LISTED_AS = re.compile(
    r"\s+(?:whom\s+|that\s+|who\s+(?:are|were)\s+)?(?:(?:the\s+)?[a-z]+\s+)?(?:list|report|register|record|post"
    r"|classif|describ|treat)(?:s|ed|ied)\s+as\s+(?P<word>missing|dead|killed|wounded|injured|captured)\b"
)
_WITH_WOUNDS = re.compile(
    r"\s+(?:others?\s+)?(?:with|had|have|has|suffered|sustained|received)\s+(?:[\w-]+\s+){0,2}(?:wounds|injuries|burns|fractures)\b"
)
# 20 robbers shot dead A guard: they did it, it did not befall them.
_ACTIVE = re.compile(r"\s+(?:an?|the|his|her|their|its|another)\s+(?!week|month|year|day|same)")
_TWO_VERBS = re.compile(r"\s*(?:,\s*)?(?:or|and|/|,)\s*(\w+)")


@per_lexicon
def _finite(kind: str) -> re.Pattern[str]:
    return re.compile(rf"{_FINITE}\s+{_ADVERBS}(?P<word>{wording_of(kind)})")


@per_lexicon
def _subject() -> re.Pattern[str]:
    # `entered its third week` moves nobody.
    return re.compile(
        rf"{_AGED}{_FROM_WHERE}\s*{_ADVERBS}(?P<word>{wording_of('subjects')})(?!\s+(?:its|an?|his)\b)"
    )


@per_lexicon
def _direct_state() -> re.Pattern[str]:
    number = r"(?:(?:the|its|their)\s+(?:total\s+)?number(?:\s+of\s+\w+(?:\s+\w+)?)?\s+)?"
    return re.compile(rf"\s*{number}{_ADVERBS}(?P<word>{wording_of('passives')})")


_FALLEN: Final = frozenset({"fell", "fallen"})
# Who falls short, ill, behind or by a third is not dead.
_FELL_SHORT = re.compile(
    r"\s+(?:short|below|to|ill|sick|into|behind|back|from|by|under|off|through|victim|out|apart"
    r"|asleep|silent|sharply|slightly|further|again|between|about|nearly|over|more|\d)\b"
)


def happening_after(folded: str, start: int, end: int) -> Happening | None:
    """Find what is said of a phrase that ends at `start`: were killed; have fled; wounded."""
    if folded.startswith(" in return", start):
        return None  # fired 40 in return
    end = _clause_end(folded, start, end)
    if among := _among(folded, start, end):
        return among
    if listed := _LISTED_AS.match(folded, start, end):
        return happening_words().passives.get(listed["word"])
    if number := _THE_NUMBER.match(folded, start, end):
        start = number.end() - 1
    return _told_by_verb(folded, start, end)


def _among(folded: str, start: int, end: int) -> Happening | None:
    """Read those who were among the hurt or had wounds."""
    words = happening_words()
    if among := _AMONG.match(folded, start, end):
        return happening_named(words_to_names("noun_states").get(among[1], ""))
    if hurt := _AMONG_THE_HURT.match(folded, start, end):
        return words.passives.get(hurt["word"]) or words.subjects.get(hurt["word"])
    return happening_named("wounded") if _WITH_WOUNDS.match(folded, start, end) else None


def _told_by_verb(folded: str, start: int, end: int) -> Happening | None:
    words = happening_words()
    subject = None
    if words_of("subjects").may_begin(folded, start, end):
        subject = _subject().match(folded, start, end)
    if subject and subject["word"] in _FALLEN and _FELL_SHORT.match(folded, subject.end(), end):
        subject = None
    if subject and subject["word"] == "leave" and folded.endswith("on ", 0, subject.start("word")):
        subject = None  # were on leave
    if subject and _UNDERTOOK.search(folded, start, subject.start("word")):
        subject = None  # refused to fight
    if subject and subject["word"] == "march" and _OF_MONTH.search(folded, start, subject.end()):
        subject = None
    if subject and " " in subject["word"]:
        return words.subjects[subject["word"]]
    is_done_to = words_of("passives").may_begin(folded, start, end)
    finite = _finite("passives").search(folded, start, end) if is_done_to else None
    if finite and not (subject and _stays_so(folded, subject, finite)):
        return _with_second(folded, words.passives[finite["word"]], finite.end(), end)
    if subject and not folded.startswith("red ", subject.start("word") - len("red ")):
        return words.subjects[subject["word"]]
    direct = _direct_state().match(folded, start, end) if is_done_to else None
    if direct and not _ACTIVE.match(folded, direct.end(), end):
        return _with_second(folded, words.passives[direct["word"]], direct.end(), end)
    return None


# Held 62 people at the end of March: a month, no demonstration.
_OF_MONTH = UpTo(
    r"\b(?:of|in|since|until|till|from|to|through|by|last|this|early|late|mid|before|after"
    r"|\d(?:st|nd|rd|th)?)[\s-]+march$"
)
_UNDERTOOK = UpTo(
    r"\b(?:refused?|failed|declined|volunteered|agreed|tried|offered|decided)\s+to\s+$"
)
_OWN_STATES: Final = frozenset({"remain", "remained", "live", "stay", "need", "serve", "reside"})
_NEXT_SAID = re.compile(r"\b(?:and|but|or)\b")


def _stays_so(folded: str, subject: re.Match[str], finite: re.Match[str]) -> bool:
    """Say whether a state comes first and another verb is joined: remain there and are to be freed.

    Of those who are told apart by a state (who live there) the other verb is said.
    """
    if subject["word"] not in _OWN_STATES or re.search(r"\b(?:who|that|which)\b", subject[0]):
        return False
    return _NEXT_SAID.search(folded, subject.end(), finite.start()) is not None


def _clause_end(folded: str, start: int, end: int) -> int:
    stop = folded.find(";", start, end)
    end = stop if stop >= 0 else end
    none = _NEXT_TOLD.search(folded, start, end)  # were inside the walls, but none was hurt
    end = none.start() if none else end
    placed = _ARE_SOMEWHERE_AND.match(folded, start, end)  # were at the mission and would be moved
    return placed.end() if placed else end


# 300 were in the town and that all would be moved; reported 25 deaths and said 100 were hurt.
_NEXT_TOLD = Led(
    r"\b(?:but|and|though|although)\s+(?:none|nobody|no one|not one)\b|\bnone of (?:whom|them)\b"
    r"|\b(?:war|conflict|fighting|violence|epidemic|outbreak|famine|drought|campaign|offensive"
    r"|siege|storm|floods?|disease)\s+(?:that|which)\b"
    r"|\band\s+(?:(?:also|then)\s+)?(?:that\b(?!\s+of\b)|said\b|says\b)"
)
_ARE_SOMEWHERE_AND = re.compile(
    r"\s+(?:(?:are|were)\s+(?:still\s+|now\s+)?(?:in|at|on|inside|aboard|outside|near)"
    r"|remain(?:ed)?|live[ds]?|stay(?:ed)?)\s[^.;,]{1,60}?"
    r"(?=,?\s(?:and|but|who)\s+(?:\w+ly\s+|all\s+|soon\s+)?(?:will|would|could|might|may|must|are\s+to"
    r"|were\s+to|are\s+due|were\s+due|are\s+expected|were\s+expected|hope|hoped|want|wanted)\b)"
)


def _with_second(folded: str, first: Happening, at: int, end: int) -> Happening:
    """Join `killed` and a second word for harm right after it into casualties."""
    match = _TWO_VERBS.match(folded, at, end)
    return together(first, happening_words().passives.get(match[1]) if match else None) or first


def joined_harm(folded: str, state: Happening | None, at: int, end: int) -> Happening | None:
    """Read `killed or wounded` after a number as casualties."""
    return None if state is None else _with_second(folded, state, at, end)
