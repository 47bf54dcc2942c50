"""A number and what stands beside it in, whether it plainly counts no people out."""

import re

from musterbook.claims.counting.noun_phrase import NounPhrase
from musterbook.claims.counting.people_nouns import not_people
from musterbook.claims.counting.refused import is_refused
from musterbook.claims.number_words import WORDS
from musterbook.claims.numbers import Quantity
from musterbook.claims.patterns.led import Led
from musterbook.claims.patterns.up_to import UpTo

# An age, or a number that is a name: flight 103, resolution 242.
_NOT_COUNTED = Led(
    r"\b(?:(?:aged?|ages)(?:\s+of)?|as (?:young|old|little) as"
    r"|call|dial|flight|gate|route|resolution|article|section|chapter|page"
    r"|room|highway|no\.?"
    r"|channel|type|model|version|bus|paragraph|figure|table|radio|phase|apartment)\s+$"
)
# Were under 14; children under 5: how old they are.
_OF_AGE = UpTo(
    r"\b(?:were|are|is|was|be|boys?|girls?|children|those|men|women|youths|infants|kids|pupils"
    r"|youngsters|people|persons|everyone|anyone|aged|all)\s+(?:aged\s+)?"
    r"(?:under|over|below|above|between)\s+(?:the age of\s+)?$"
)
_MOST_UNDER = UpTo(
    r"\b(?:of (?:them|whom)|(?:them|whom) were)\s+(?:aged\s+)?"
    r"(?:under|over|below|above)\s+(?:the age of\s+)?$"
    r"|\b(?:average|mean|median) age (?:was|is|of)\s+$"
)
# An hour or two; three in ten young people.
_OR_TWO = UpTo(
    r"\b(?:hour|day|week|month|year|mile|metre|meter)s? or $"
    rf"|(?<![\w.,])(?:\d|{WORDS}) (?:in|out of) (?:every )?$"
)
_OF_ONE = UpTo(r"\b(?:members|children|people|men|women|residents|soldiers) of $")
_YEARS_OLD = re.compile(r"\s*(?:[.,;:)]|$|(?:and|or|in|from|to|at|who|had|were|are|was|is)\b)")
_OLDEST = 100
_WHERE = UpTo(r"\b(?:from|in|at|across|aboard|on|off)\s+$")  # from five hamlets
_GLUED = re.compile(r"(?<=\d)[a-z]")  # 75km
_TIMES = re.compile(r"[\s-]*(?:times|fold|percentage)\b")


def _is_left_out(folded: str, start: int) -> bool:
    """Say whether the rest is meant, or the one is no count: all but 7, not one, of one family."""
    may_be_second = folded.endswith((" or ", " in ", " out of ", " every "), 0, start)
    if may_be_second and _OR_TWO.search(folded, start - 30, start):
        return True
    if not folded.startswith("one", start):
        return folded.endswith("all but ", 0, start)
    if folded.endswith(("all but ", "not ", "next ", "this ", "each "), 0, start):
        return True  # not one of the 25 is nobody; the next one
    return bool(_OF_ONE.search(folded, start - 30, start))  # six members of one family


def counts_things(folded: str, quantity: Quantity, phrase: NounPhrase) -> bool:
    """Say whether a number plainly counts no people, so that it parts nothing either.

    `phrase` is what stands after the number, as far as its sentence goes.
    """
    number = (quantity.start, quantity.end)
    if is_refused(folded, number, quantity.tail, least=quantity.least):
        return True
    # The rest is meant; not one of the 25 is nobody.
    if _is_left_out(folded, quantity.start):
        return True
    if _NOT_COUNTED.search(folded, quantity.lead - 30, quantity.lead):
        return True
    is_age = quantity.least <= _OLDEST and _YEARS_OLD.match(folded, quantity.tail)
    before = quantity.start - 30
    if is_age and (
        _OF_AGE.search(folded, before, quantity.start)
        or _MOST_UNDER.search(folded, before, quantity.start)
    ):
        return True
    if quantity.form in ("digits", "words") and quantity.least % 1:
        return True
    if _TIMES.match(folded, quantity.tail) or _GLUED.match(folded, quantity.end):
        return True
    if phrase.kind != "things":
        return False
    is_where = _WHERE.search(folded, quantity.lead - 12, quantity.lead)
    return bool(is_where) or phrase.head in not_people()
