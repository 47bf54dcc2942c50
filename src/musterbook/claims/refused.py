"""A number and the words right beside it in, whether it is an age, a name or a measure out."""

import re
from typing import Final

from musterbook.claims.people_nouns import singular_people

# Battalion 32 is a name, and so is the 32 Battalion; 20 kg family packages are packages.
_NAMED_UNIT: Final = re.compile(r"\s(?:battalion|brigade|division|regiment|squadron|corps)\b")
_MEASURE: Final = re.compile(
    r"\s?(?:kg|kilos?|kilograms?|grams?|km"
    r"|kilomet(?:re|er)s?|met(?:re|er)s?|miles?|feet|foot|tons?"
    r"|tonnes?|lit(?:re|er)s?|gallons?|acres?|hectares?|cm|mm|per ?cent of which)\b"
)
_ORDINAL: Final = re.compile(r"\s(?:hundred|thousand|million)th\b")
_OTHER_AGE: Final = re.compile(
    r"\s*(?:and|or|to|-|–)\s*\d{1,2}[\s-]+(?:(?:and a half )?years?|months?)\b"
)
_ONE_OF_AGE: Final = re.compile(
    r"\b(?:an?|one|the) (?:[a-z-]+ )?(?P<noun>[a-z-]+) of (?:about |just |only )?$"
)
_OLDEST: Final = 110
_ONE: Final = 1


def is_refused(folded: str, number: tuple[int, int], tail: int, *, least: float) -> bool:
    """Say whether a number from `number[0]` on, its words ending at `tail`, counts nobody here."""
    if _MEASURE.match(folded, tail) or _ORDINAL.match(folded, number[1]):
        return True
    if least != _ONE and folded[number[1] - 1].isdigit() and _NAMED_UNIT.match(folded, tail):
        return True
    if least > _OLDEST:
        return False
    if _OTHER_AGE.match(folded, number[1]):
        return True  # boys of 15 and 16 years
    person = _ONE_OF_AGE.search(folded, max(0, number[0] - 30), number[0])
    noun = person["noun"] if person else ""
    return noun in singular_people() and noun not in _BODIES


_BODIES: Final = frozenset({"staff", "crew", "police", "clan", "kin"})
