"""A few people in, whether enough is told of them to be a head count out."""

import re
from typing import Final

from musterbook.claims.counting.counted import Context
from musterbook.claims.counting.deeds import is_governed, tense_after
from musterbook.claims.counting.noun_phrase import NounPhrase
from musterbook.claims.counting.there_are import THERE_ARE
from musterbook.claims.lexicon_files import word_set
from musterbook.claims.numbers import Quantity
from musterbook.claims.patterns.up_to import UpTo

# The two men drove off, his three brothers came: those are named, not counted.
_NAMED = UpTo(r"\b(?:the|these|those|his|her|its|their|my|our|both|all|other|first|last|next) $")
# Seven Americans were among those freed; five advisers, two of them doctors, were inside.
_ARE_SOMEWHERE = re.compile(
    r"(?:,[^.;]{3,50},)?\s(?:was|were|are|is|remain(?:s|ed)?|stood|stayed)"
    r" (?:\w+ly |still |also ){0,2}"
    r"(?:in|inside|at|on|aboard|among|under|near|outside|behind|there|still)\b"
)
# Along with two other prisoners, an escort of four soldiers, looking for three people.
_WITH = UpTo(
    r"\b(?:(?:along|together) with|accompanied by|escorted by|escorts? of|in the company of"
    r"|(?:look|search|hunt)(?:ing|ed|es)? for"
    r"|(?:arrived|fled|left|escaped|came|went|flew|crossed|returned|drove)"
    r"(?: [a-z]+){0,6}? with)\s$"
)
_TEAM = re.compile(
    r"\s(?:[a-z-]+ )?(?:team|delegation|crew|group|mission|patrol|squad|unit|party)\b"
)
_STRONG: Final = "strong"
_NEAR: Final = 60  # characters before a number in which those words stand


def are_told_of(folded: str, quantity: Quantity, context: Context, *, phrase: NounPhrase) -> bool:
    """Say whether a few people did something, are somewhere, or went along with somebody."""
    left = max(context.start, quantity.lead - _NEAR)
    if phrase.head == _STRONG:
        return _TEAM.match(folded, phrase.end, context.right) is not None
    if _NAMED.search(folded, left, quantity.lead) or phrase.head in word_set("source_nouns"):
        return False
    if _WITH.search(folded, left, quantity.lead) or THERE_ARE.search(folded, left, quantity.lead):
        return True
    if folded.endswith(" of ", 0, quantity.lead) or is_governed(folded, quantity.lead):
        return False
    if _ARE_SOMEWHERE.match(folded, phrase.end, context.end):
        return True
    subject = (quantity.lead, phrase.end)
    return tense_after(folded, subject, context.right) in ("done", "has done")
