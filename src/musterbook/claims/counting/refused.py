"""A number and the words right beside it in, whether it is an age, a name or a measure out."""

import re
from typing import Final

from musterbook.claims.counting.people_nouns import singular_people
from musterbook.claims.lexicon_files import words_to_names
from musterbook.claims.patterns.led import Led
from musterbook.claims.patterns.up_to import UpTo

# Battalion 32 is a name, and so is the 32 Battalion; 20 kg family packages are packages.
_NAMED_UNITS: Final = frozenset("battalion brigade division regiment squadron corps".split())
_MEASURES: Final = frozenset(
    "kg kilo kilos kilogram kilograms gram grams km kilometre kilometres kilometer kilometers metre"
    " metres meter meters mile miles feet foot ton tons tonne tonnes litre litres liter liters"
    " gallon gallons acre acres hectare hectares cm mm mph kph kmh knots volts"
    " watts megawatts horsepower hundredth thousandth millionth".split()
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
# The oldest of the missing is 59, the youngest 21.
_OLDEST_IS: Final = Led(
    r"\b(?:oldest|youngest|eldest)(?: (?:of|among|in) [^,;.]{2,40}?| (?!of\b)[a-z-]+){0,2}?,?"
    r"(?: (?:is|was|were|being|aged|of|had been))?(?: (?:only|just|about|around|barely))? $"
)
_AGE_LIMIT: Final = UpTo(
    r"\bage(?:s| limits?)?(?: (?:for|of) [a-z ]{3,30}?)?(?: [a-z]+){0,3}?"
    r" (?:of|from|to|at|is|was) $"
    r"|\bage limit\b[^.;]{0,60} (?:of|from|to|at) $"
)
_AGE_ENDS: Final = re.compile(r"\s*(?:[.,;:)”\"]|$|(?:and|or|years?|in|from|to|when|at)\b)")
_YOUNG_OF: Final = UpTo(r"\b(?:boys?|girls?|youths?|lads|children) of (?:only |just |about )?$")
_AFTER_COMMA: Final = UpTo(
    r"\b(?:mother|father|wife|husband|son|daughter|brother|sister|uncle|aunt|widow|grandmother"
    r"|grandfather|cousin|nephew|niece), $"
)
_ASIDE_ENDS: Final = re.compile(r"\s*[.,;)]")
# From seven in the evening until six in the morning.
_LAST_HOUR: Final = 12
_OF_DAY: Final = re.compile(r"\s(?:in the (?:morning|afternoon|evening)|at night)\b")
_HOUR_BEFORE: Final = UpTo(
    r"\b(?:at|from|until|till|to|by|before|after|about|around|between|since) (?:half past )?$"
)
_FAR: Final = 70  # characters before an age in which the oldest, or the limit, is named
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
    if _is_told_age(folded, number[0], tail):
        return True
    if least <= _LAST_HOUR and word in ("in", "at") and _OF_DAY.match(folded, number[1]):
        return _HOUR_BEFORE.search(folded, number[0] - _REACH, number[0]) is not None
    if folded.endswith(", ", 0, number[0]) and _is_set_apart(folded, number):
        return True
    near = folded[max(0, number[0] - len(" of about ")) : number[0]]
    return " of " in near and _is_age(folded, number[0], tail)


def _is_told_age(folded: str, start: int, tail: int) -> bool:
    """Say whether a number is how old the oldest are, or may be: the youngest was nine."""
    left = start - _FAR
    if _OLDEST_IS.search(folded, left, start):
        return _AGE_ENDS.match(folded, tail) is not None
    return _AGE_LIMIT.search(folded, left, start) is not None


def _is_set_apart(folded: str, number: tuple[int, int]) -> bool:
    """Read Ada Lund, 35, the daughter of the mayor; his mother, 81, died."""
    if _NEXT_TO_AGE.match(folded, number[1]):
        return True
    of_kin = _AFTER_COMMA.search(folded, number[0] - _REACH, number[0])
    return bool(of_kin and _ASIDE_ENDS.match(folded, number[1]))


def _is_age(folded: str, start: int, tail: int) -> bool:
    """Say whether one person, or young ones, stand before a number: a nun of 63, boys of 17."""
    if _YOUNG_OF.search(folded, start - _REACH, start) and _AGE_ENDS.match(folded, tail):
        return True
    person = _ONE_OF_AGE.search(folded, start - _REACH, start)
    noun = person["noun"] if person else ""
    if noun in _BODIES or noun in words_to_names("nominals"):
        return False  # the death of 12 conscripts
    return noun in singular_people()


_BODIES: Final = frozenset("staff crew police clan kin escort patrol guard gang mob".split())
