"""A number that counts people by another noun in, whom it counts out: cases, a family of seven."""

import re
from typing import Final

from musterbook.claims.counting.counted import Context, Counted, bare
from musterbook.claims.counting.deed_words import is_deed
from musterbook.claims.counting.happening_governing import happening_before
from musterbook.claims.counting.happening_near import happening_after
from musterbook.claims.counting.happenings import Happening, happening_named, happening_words
from musterbook.claims.counting.noun_phrase import NounPhrase
from musterbook.claims.counting.people_nouns import is_listed_people_word
from musterbook.claims.kinds.kind_names import LEVEL
from musterbook.claims.numbers import Quantity
from musterbook.claims.patterns.led import Led
from musterbook.claims.patterns.up_to import UpTo

_ILLNESS: Final = (
    r"(?:disease|cholera|measles|malaria|typhoid|typhus|dysentery|meningitis|polio"
    r"|tuberculosis|ebola"
    r"|fever|influenza|flu|plague|diarrh(?:o?ea|oeal)|hepatitis|aids|hiv|pneumonia|malnutrition"
    r"|covid(?:-19)?|coronavirus|mpox|monkeypox|poisoning|diphtheria|tetanus|anthrax|leprosy"
    r"|smallpox)"
)
_OF_ILLNESS = re.compile(rf"\s+of\s+(?:[a-z-]+\s+){{0,3}}?{_ILLNESS}\b")
_ILL = re.compile(rf"\b(?:{_ILLNESS}|confirmed|suspected|probable|fatal|new|active)\b")
_DEATHS_AND = UpTo(r"\bdeaths?\s+(?:and|from|among|in|out of)\s+(?:(?:about|some)\s+)?$")
_CASES: Final = frozenset({"cases", "infections"})
_SEEN_BY_DOCTORS: Final = frozenset({"hospitalised", "treated", "infected"})
_FAMILY_OF = UpTo(
    r"\b(?:an?|the|one|his|her|their|whole|entire)\s+(?:[a-z-]+\s+){0,2}?family\s+of\s+$"
)
_LARGEST_FAMILY: Final = 30
_BAND_OF = UpTo(
    r"\b(?:mob|gang|band|crowd|group|column|party|squad|posse)\s+of\s+(?:(?:about|some)\s+)?$"
)
# A city of 90,000, an island with a population of 350,000.
_PLACE_OF = UpTo(
    r"\b(?:city|town|village|island|suburb|country|nation|population)\s+of\s+(?:(?:about"
    r"|some)\s+)?$"
)
# Ignored their summonses, broke their contracts: only people have such things.
_THEIRS = re.compile(
    r"\s+(?:have\s+|had\s+)?(?:\w+ly\s+)?[a-z]+\s+(?:away\s+|down\s+|up\s+)?their\s+(?:own\s+)?"
    r"(?:weapons|arms|guns|rifles|homes|houses|jobs|posts|contracts|summonses|families"
    r"|villages|lives"
    r"|uniforms|fields|farms|land|call-up|units|passports|papers|belongings|studies|parents"
    r"|children)\b"
)
_RATE_OF = UpTo(r"\b(?:rate|pace|average)\s+of\s+$")
_A_DAY = re.compile(
    r"\s+(?:(?:an?|per|each|every)\s+(?:minute|hour|night|day|week|month|year)|daily|monthly)\b"
)
_WORD = re.compile(r"[a-z]+")
_THEY: Final = frozenset({"they", "we"})
_ENOUGH: Final = 10
_NEXT = re.compile(r"\s+(?P<verb>[a-z]+)\b")


def counted_otherwise(
    folded: str, quantity: Quantity, context: Context, *, phrase: NounPhrase
) -> Counted | None:
    """Read a number whose people another noun stands for; None where none does."""
    if phrase.head in _CASES or phrase.head == "admissions":
        return _case(folded, quantity, context, phrase=phrase)
    if phrase.kind not in ("things", "elided"):
        return None
    if " of " not in folded[max(0, quantity.lead - len(" of about ")) : quantity.lead]:
        return None
    if at_rate := _at_rate(folded, quantity, context):
        return at_rate
    if phrase.kind == "elided" and _PLACE_OF.search(folded, context.left, quantity.lead):
        rule = "people:place-of"
        return Counted("population", "person", quantity.lead, phrase.end, rule, kind=LEVEL)
    return _family(folded, quantity, context) or _band(folded, quantity, context)


def owners(folded: str, quantity: Quantity, context: Context) -> Counted | None:
    """Read those who have what only people have: 31,000 ignored their summonses."""
    if quantity.least < _ENOUGH or not _THEIRS.match(folded, quantity.tail, context.right):
        return None
    return Counted("present", "person", quantity.lead, quantity.tail, "people:owners")


def _case(
    folded: str, quantity: Quantity, context: Context, *, phrase: NounPhrase
) -> Counted | None:
    """Read cases of an illness, or whom doctors treat, as people."""
    happening = happening_before(folded, quantity.lead, context.left)
    if happening is None or happening.name not in _SEEN_BY_DOCTORS:
        happening = happening_after(folded, phrase.end, context.right)
    is_seen = happening is not None and happening.name in _SEEN_BY_DOCTORS
    if phrase.head == "admissions":
        happening, is_seen = happening_named("hospitalised"), True
    is_ill = _OF_ILLNESS.match(folded, phrase.end, context.end) or _DEATHS_AND.search(
        folded, context.start, quantity.lead
    )
    is_ill = is_ill or _ILL.search(folded, quantity.tail, phrase.end)
    if not (is_seen or is_ill or _is_of_illness_told(folded, quantity, context, phrase)):
        return None
    known = happening if is_seen else happening_named("infected")
    return bare(quantity, phrase, known, rule="people:cases") if known else None


# Cholera has broken out. 859 cases had been reported by Friday; 8,454 of the cases.
_ARE_REPORTED = re.compile(
    r"(?:\s(?!who\b)[\w'-]+){0,3}?\s(?:has|have|had|were|was|are)\s(?:\w+\s)?(?:been\s)?(?:reported|recorded"
    r"|confirmed|registered|counted|treated|diagnosed|detected|found|in|fatal)\b"
)
_ANY_ILLNESS = Led(rf"\b{_ILLNESS}\b")
_TOLD_BEFORE: Final = 500  # characters before a sentence in which an illness is named


def _is_of_illness_told(
    folded: str, quantity: Quantity, context: Context, phrase: NounPhrase
) -> bool:
    """Say whether cases are of an illness that the sentences before name."""
    if not _ARE_REPORTED.match(folded, phrase.end, context.right):
        return False
    left = max(0, context.start - _TOLD_BEFORE)
    return _ANY_ILLNESS.search(folded, left, quantity.start) is not None


def _at_rate(folded: str, quantity: Quantity, context: Context) -> Counted | None:
    """Read `people were leaving at a rate of more than 200 a minute`."""
    match = _RATE_OF.search(folded, context.left, quantity.lead)
    if match is None or not _A_DAY.match(folded, quantity.tail, context.right):
        return None
    words = _WORD.findall(folded, context.start, match.start())
    if not any(word in _THEY or is_listed_people_word(word) for word in words):
        return None
    happenings = happening_words()
    each = (happenings.subjects.get(word) or happenings.passives.get(word) for word in words[::-1])
    happening = next(filter(None, each), None)
    rule = "people:at-rate"
    name = happening.name if happening else "present"
    return Counted(name, "person", quantity.lead, quantity.tail, rule, happening=happening)


def _family(folded: str, quantity: Quantity, context: Context) -> Counted | None:
    """Read the killing of a family of five as that of five people."""
    match = _FAMILY_OF.search(folded, context.left, quantity.lead)
    if match is None or quantity.least > _LARGEST_FAMILY:
        return None
    happening = happening_before(folded, match.start(), context.left)
    happening = happening or happening_after(folded, quantity.tail, context.right)
    return _body_of(match, quantity, happening, else_as="present", rule="people:family-of")


def _band(folded: str, quantity: Quantity, context: Context) -> Counted | None:
    """Read `a mob of about 1,000 burned shops`: what a band does its people do."""
    match = _BAND_OF.search(folded, context.left, quantity.lead)
    verb = _NEXT.match(folded, quantity.tail, context.right)
    if match is None or verb is None or not (verb["verb"] == "who" or is_deed(verb["verb"])):
        return None
    happening = happening_after(folded, quantity.tail, context.right)
    return _body_of(match, quantity, happening, else_as="crowd", rule="people:band-of")


def _body_of(
    match: re.Match[str],
    quantity: Quantity,
    happening: Happening | None,
    *,
    else_as: str,
    rule: str,
) -> Counted:
    """Count the people of a body, from its noun on."""
    name = happening.name if happening else else_as
    return Counted(name, "person", match.start(), quantity.tail, rule, happening=happening)
