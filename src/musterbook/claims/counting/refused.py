"""A number and the words right beside it in, whether it is an age, a name or a measure out."""

import re
from typing import Final

from musterbook.claims.counting.people_nouns import singular_people
from musterbook.claims.lexicon_files import words_to_names
from musterbook.claims.patterns.up_to import UpTo

# Battalion 32 is a name, and so is the 32 Battalion; 20 kg family packages are packages.
_NAMED_UNITS: Final = frozenset("battalion brigade division regiment squadron corps".split())
_MEASURES: Final = frozenset(
    "kg kilo kilos kilogram kilograms gram grams km kilometre kilometres kilometer kilometers metre"
    " metres meter meters mile miles feet foot ton tons tonne tonnes litre litres liter liters"
    " gallon gallons acre acres hectare hectares cm mm hundredth thousandth millionth".split()
)
_WORD = re.compile(r"\s?([a-z]+)")
_JOINED: Final = ("and", "or", "to")
_OTHER_AGE: Final = re.compile(
    r"\s*(?:and|or|to|-|–)\s*\d{1,2}[\s-]+(?:(?:and a half )?years?|months?)\b"
)
_NEXT_TO_AGE: Final = re.compile(
    r",\s(?:who|whose|an?\s[a-z-]+|of\s[a-z]+|said|told|the\s(?:daughter|son|wife|husband|widow|mother"
    r"|father|brother|sister|owner|head|leader|mayor|chief))\b"
)
_ONE_OF_AGE: Final = UpTo(r"\b(?:an?|one|the) (?:[a-z-]+ )?(?P<noun>[a-z-]+) of (?:about )?$")
_REACH: Final = 30  # characters before an age in which the one of that age is named
_OLDEST: Final = 110
_ONE: Final = 1


def is_refused(folded: str, number: tuple[int, int], tail: int, *, least: float) -> bool:
    """Say whether a number from `number[0]` on, its words ending at `tail`, counts nobody here."""
    match = _WORD.match(folded, tail)
    word = match[1] if match else ""
    if word in _MEASURES:
        return True
    if least != _ONE and word in _NAMED_UNITS and folded[number[1] - 1].isdigit():
        return True
    if least > _OLDEST:
        return False
    if (not word or word in _JOINED) and _OTHER_AGE.match(folded, number[1]):
        return True  # boys of 15 and 16 years
    if folded.endswith(", ", 0, number[0]) and _NEXT_TO_AGE.match(folded, number[1]):
        return True  # Ada Lund, 35, the daughter of the mayor
    near = folded[max(0, number[0] - len(" of about ")) : number[0]]
    return " of " in near and _is_age(folded, number[0])


def _is_age(folded: str, start: int) -> bool:
    """Say whether one person stands before a number: a nun of 63."""
    person = _ONE_OF_AGE.search(folded, start - _REACH, start)
    noun = person["noun"] if person else ""
    if noun in _BODIES or noun in words_to_names("nominals"):
        return False  # the death of 12 conscripts
    return noun in singular_people()


_BODIES: Final = frozenset({"staff", "crew", "police", "clan", "kin"})
