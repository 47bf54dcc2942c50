"""A counted phrase and its clause in, what happened to those people out."""

import re
from typing import Final

from musterbook.claims.counting.happenings import (
    Happening,
    happening_named,
    happening_words,
    pattern_of,
)
from musterbook.claims.lexicon_files import words_to_names
from musterbook.claims.lexicon_own import per_lexicon
from musterbook.claims.patterns.led import Led
from musterbook.claims.patterns.up_to import UpTo

CASUALTIES: Final = Happening("casualties", "loss")
_HURT: Final = frozenset({"wounded", "injured", "killed"})
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
_WITH_WOUNDS = re.compile(
    r"\s+(?:others?\s+)?with\s+(?:[\w-]+\s+){0,2}(?:wounds|injuries|burns|fractures)\b"
)
# 20 robbers shot dead A guard: they did it, it did not befall them.
_ACTIVE = re.compile(r"\s+(?:an?|the|his|her|their|its|another)\s+(?!week|month|year|day|same)")
_TWO_VERBS = re.compile(r"\s*(?:,\s*)?(?:or|and|/|,)\s*(\w+)")
_VERB_REACH = 48  # characters between a verb and the number it governs: killed at least another 20


@per_lexicon
def _finite(kind: str) -> re.Pattern[str]:
    return re.compile(rf"{_FINITE}\s+{_ADVERBS}(?P<word>{pattern_of(kind).pattern})")


@per_lexicon
def _subject() -> re.Pattern[str]:
    # `entered its third week` moves nobody.
    return re.compile(
        rf"{_AGED}{_FROM_WHERE}\s*{_ADVERBS}(?P<word>{pattern_of('subjects').pattern})(?!\s+(?:its|an?|his)\b)"
    )


@per_lexicon
def _direct_state() -> re.Pattern[str]:
    number = r"(?:(?:the|its|their)\s+(?:total\s+)?number(?:\s+of\s+\w+(?:\s+\w+)?)?\s+)?"
    return re.compile(rf"\s*{number}{_ADVERBS}(?P<word>{pattern_of('passives').pattern})")


@per_lexicon
def _governing() -> Led:
    """A verb whose object is the number, at the end of what stands before it."""
    between = (
        r"(?:\s+(?:up|out|in|back|off|home|last|first|final|a|an|the|another|further|additional|some|only|just|total"
        r"|of|at|least|over|nearly|about|its|their|his|more|than|to|as|many|or|both|by|all|all\s+of|the|\d[\d,.]*\s+(?:[a-z-]+\s+){1,2}?and))*\s*"
    )
    body = (
        r"(?:(?:an?|the|another|its|their|some)\s+(?:[\w-]+\s+){0,2}?(?:battalion|brigade|group"
        r"|contingent|force|team|convoy|batch|unit|detachment|column|squad|party|wave)\s+of\s+)?"
    )
    other = r"(?:\s+(?:the|an?|his|their)\s+(?:[a-z-]+\s+)?[a-z-]+\s*(?:,|and\b))?"
    return Led(rf"(?P<word>{pattern_of('objects').pattern}){other}{between}{body}$")


_TOTAL_REACH = 90


@per_lexicon
def _total() -> UpTo:
    """Bringing the total released this year to 1,340."""
    words = pattern_of("passives").pattern
    return UpTo(
        rf"\b(?:total|number|tally)\s+(?:of\s+[\w-]+\s+)?(?:so far\s+)?"
        rf"(?P<word>{words})[^.;]{{0,40}}\bto\s+$"
    )


@per_lexicon
def _governing_both() -> Led:
    """A verb with a person named before the number: seized the mayor, Li Wu, and 30 others."""
    objects = pattern_of("objects").pattern
    return Led(
        rf"(?P<word>{objects})\s+(?:(?!in|on|at|of|and|who)[\w.'-]+\s+){{1,6}}and\s+"
        r"(?:(?:about|some|more than|at least|another|nearly|over)\s+)*$"
    )


@per_lexicon
def _inverted() -> re.Pattern[str]:
    """Killed were 12 soldiers; freed on Monday were two nuns: the verb opens the sentence."""
    words = pattern_of("passives").pattern
    return re.compile(
        rf"(?:also\s+)?(?P<word>{words})(?:\s+(?:with|on|in|at|by|that|early|late|last)\b[^.;,]{{1,40}})?"
        r"\s+(?:were|was)\s+(?:also\s+)?$"
    )


_OTHERS = re.compile(r"(?:[a-z]+\s+){0,3}?(?:[\d,.]+|[a-z-]+)\s+others?\b")


def happening_before(folded: str, start: int, left: int) -> Happening | None:
    """Find the verb that has the number as its object: killed 23, wounding another 238."""
    if inverted := _inverted().match(folded, left, start):
        return happening_words().passives[inverted["word"]]
    if total := _total().search(folded, max(left, start - _TOTAL_REACH), start):
        return happening_words().passives[total["word"]]
    match = None
    for match in _governing().finditer(folded, max(left, start - _VERB_REACH), start):  # noqa: B007
        pass
    if match is None and _OTHERS.match(folded, start):
        match = _governing_both().search(folded, max(left, start - _TOTAL_REACH), start)
    if match is None:
        return _nominal_before(folded, start, left)
    if match["word"].startswith(("bring", "brought")) and " to" in match[0]:
        return None  # bringing the total to 4,000: nobody is brought
    happening = happening_words().objects[match["word"]]
    before = re.search(
        r"(\w+)\s*(?:,\s*)?(?:or|and)\s+$", folded[max(left, match.start() - 30) : match.start()]
    )
    other = happening_words().objects.get(before[1]) if before else None
    return _together(other, happening)


@per_lexicon
def _nominals() -> Led:
    words = sorted(words_to_names("nominals"), key=len, reverse=True)
    return Led(
        rf"(?<!\w)(?P<word>{'|'.join(map(re.escape, words))})"
        r"(?:\s+(?:in\s+\w+|on\s+\w+|yesterday|(?:last|that|this)\s+\w+))?"
        r"\s+of\s+(?:the\s+|some\s+|about\s+)*$"
    )


def _nominal_before(folded: str, start: int, left: int) -> Happening | None:
    """Read a noun for what happened: the execution of 43; the withdrawal of 5,000."""
    match = _nominals().search(folded, max(left, start - _VERB_REACH), start)
    return happening_named(words_to_names("nominals")[match["word"]]) if match else None


_FALLEN: Final = frozenset({"fell", "fallen"})
# Who falls short, ill, behind or by a third is not dead.
_FELL_SHORT = re.compile(
    r"\s+(?:short|below|to|ill|sick|into|behind|back|from|by|under|off|through|victim|out|apart"
    r"|asleep|silent|sharply|slightly|further|again|between|about|nearly|over|more|\d)\b"
)


def happening_after(folded: str, start: int, end: int) -> Happening | None:
    """Find what is said of a phrase that ends at `start`: were killed; have fled; wounded."""
    end = _clause_end(folded, start, end)
    if among := _among(folded, start, end):
        return among
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
    subject = _subject().match(folded, start, end)
    if subject and subject["word"] in _FALLEN and _FELL_SHORT.match(folded, subject.end(), end):
        subject = None
    if subject and subject["word"] == "march" and _OF_MONTH.search(folded, start, subject.end()):
        subject = None
    if subject and " " in subject["word"]:
        return words.subjects[subject["word"]]
    finite = _finite("passives").search(folded, start, end)
    if finite and not (subject and _stays_so(folded, subject, finite)):
        return _with_second(folded, words.passives[finite["word"]], finite.end(), end)
    if subject and not folded.startswith("red ", subject.start("word") - len("red ")):
        return words.subjects[subject["word"]]
    direct = _direct_state().match(folded, start, end)
    if direct and not _ACTIVE.match(folded, direct.end(), end):
        return _with_second(folded, words.passives[direct["word"]], direct.end(), end)
    return None


# Held 62 people at the end of March: a month, no demonstration.
_OF_MONTH = UpTo(
    r"\b(?:of|in|since|until|till|from|to|through|by|last|this|early|late|mid|before|after)[\s-]+march$"
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
    none = _BUT_NONE.search(folded, start, end)  # were inside the walls, but none was hurt
    return none.start() if none else end


_BUT_NONE = Led(
    r"\b(?:but|and|though|although)\s+(?:none|nobody|no one|not one)\b|\bnone of (?:whom|them)\b"
)


def _with_second(folded: str, first: Happening, at: int, end: int) -> Happening:
    """Join `killed` and a second word for harm right after it into casualties."""
    match = _TWO_VERBS.match(folded, at, end)
    return _together(first, happening_words().passives.get(match[1]) if match else None) or first


def _together(first: Happening | None, second: Happening | None) -> Happening | None:
    names = {each.name for each in (first, second) if each}
    if (names > {"killed"} and names <= _HURT) or names == {"killed", "missing"}:
        return CASUALTIES
    return second if first is None else (second or first)


def joined_harm(folded: str, state: Happening | None, at: int, end: int) -> Happening | None:
    """Read `killed or wounded` after a number as casualties."""
    return None if state is None else _with_second(folded, state, at, end)
