"""A number in its sentence in, whom it counts and what became of them out; None if no people."""

import re
from dataclasses import replace
from typing import Final

from musterbook.claims.counting.befalling import happening_of
from musterbook.claims.counting.counted import Context, Counted, bare, measured, unit_of
from musterbook.claims.counting.deeds import is_passive_after, tense_before
from musterbook.claims.counting.few import are_told_of
from musterbook.claims.counting.happenings import Happening, happening_named
from musterbook.claims.counting.leaning import includes
from musterbook.claims.counting.measure_nouns import MeasureNoun, is_linked, measure_noun_before
from musterbook.claims.counting.nobody import NONE
from musterbook.claims.counting.noun_phrase import NounPhrase, noun_phrase_after
from musterbook.claims.counting.people_cases import counted_otherwise, owners
from musterbook.claims.counting.people_elided import are_bodies_of, elided, nobody, part_of_previous
from musterbook.claims.counting.people_nouns import not_people
from musterbook.claims.lexicon_files import word_set, words_to_names
from musterbook.claims.numbers import Quantity
from musterbook.claims.patterns.up_to import UpTo

_FEW: Final = 10  # below it a bare count (`two officials said`) says nothing about a population
_SPEECH = re.compile(
    r"\s*(?:\w+ly\s+|also\s+|have\s+|has\s+|had\s+)?(?:(?:said|told)(?! to\b)|say|says|spoke|added"
    r"|asked(?! (?:[a-z]+ ){0,3}?(?:for|to)\b)|urged"
    r"|warned)\b"
)
_MONEY_BEFORE = UpTo(r"(?:[$€£¥₹]|\b(?:usd|eur|chf|gbp|sek|nok|rs\.?|us\$))\s?$")
_MONEY_AFTER = re.compile(
    r"\s+(?:dollars|pounds|euros|francs|marks|roubles|rubles|rupees|yen|pesos)\b"
)
# about 600 members of the guard AND about 800 of the army: what is said of the first holds.
_ALSO = re.compile(
    r"(?:\s+(?:(?:from|of|in)\s+(?:the\s+)?)?[\w'-]+){0,8}"
    r"(?:,?\s+(?:and|or|plus|comprising|involving|equivalent to)\s+|,\s+"
    r"|\s+\((?:i\.e\.,?\s+|or\s+)?)"
)
# Only persons are killed, hurt, arrested or enlisted, so an unknown noun there counts them.
_NEAR_VERB = 24  # characters within which the verb of an unknown noun must begin and end
_ARE = re.compile(r"\s+(?:[\w'-]+\s+){0,4}?(?:are|were|have|had|live|lived)\b")
_FOR = re.compile(r"\s+(?:in exchange |in return )?for (?:the |some |about )*")
_TAKEN: Final = frozenset({"prisoner", "captive", "hostage"})
_REMAINS: Final = frozenset({"bodies", "corpses"})  # whatever is done with them
_PERSONAL: Final = frozenset(
    {"killed", "wounded", "injured", "casualties", "detained", "abducted", "recruited", "deported"}
)
_AS = UpTo(r"\bas\s+(?:about\s+|some\s+)?$")
_CAPTIVES: Final = frozenset({"prisoners", "captives", "hostages"})
_TOOK = re.compile(r"\b(?:took|takes?|taken|taking|captured|seized)\s+(?:\w+\s+)?$")
_FOUND = re.compile(
    r"\b(?:found|rescued|saved|recovered|located|picked up|pulled (?:out|up)"
    r"|brought (?:to shore|ashore|in|out|back))\s+(?:\w+\s+)?$"
)
_DEFAULTS: Final = "noun_states"


def people_counted(
    folded: str, quantity: Quantity, context: Context, *, phrase: NounPhrase
) -> Counted | None:
    """Decide whether a number counts people, whom, and what happened to them.

    `phrase` is what stands after the number, as far as its sentence goes.
    """
    if _MONEY_BEFORE.search(folded, quantity.start - 6, quantity.start):
        return None
    if context.right != context.end:
        phrase = noun_phrase_after(folded, quantity.tail, context.right)
    if phrase.head == "lives" and _MONEY_AFTER.match(folded, quantity.tail):
        return None  # cost two billion dollars and many lives
    found = _by_phrase(folded, quantity, context, phrase=phrase)
    return found or owners(folded, quantity, context)


def _by_phrase(
    folded: str, quantity: Quantity, context: Context, *, phrase: NounPhrase
) -> Counted | None:
    """Decide by the noun phrase after a number."""
    if quantity.form == NONE:
        return nobody(folded, quantity, context, phrase=phrase)
    if otherwise := counted_otherwise(folded, quantity, context, phrase=phrase):
        return otherwise
    if named := _the_number_of(folded, quantity, context, phrase=phrase):
        return _named(folded, quantity, context, phrase=named)
    if phrase.kind == "things":
        return _unknown(folded, quantity, context, phrase=phrase)
    if quantity.form == "percent" and phrase.kind == "elided":
        return None
    if phrase.kind in ("persons", "unit"):
        return _named(folded, quantity, context, phrase=phrase)
    if phrase.kind == "part":
        return part_of_previous(folded, quantity, context, phrase=phrase)
    return elided(folded, quantity, context, phrase=phrase)


_THE_NUMBER_OF = re.compile(r"\s+the\s+(?:total\s+|overall\s+)?number\s+of(?=\s)")


def _the_number_of(
    folded: str, quantity: Quantity, context: Context, *, phrase: NounPhrase
) -> NounPhrase | None:
    """Read whom `put at 4,300 the number of soldiers who deserted` counts, named behind."""
    if phrase.kind not in ("elided", "things"):
        return None
    match = _THE_NUMBER_OF.match(folded, quantity.tail, context.right)
    if match is None:
        return None
    named = noun_phrase_after(folded, match.end(), context.right)
    return named if named.kind in ("persons", "unit") else None


def _named(
    folded: str, quantity: Quantity, context: Context, *, phrase: NounPhrase
) -> Counted | None:
    """People or units named after the number."""
    happening, rule = happening_of(folded, quantity, context, phrase=phrase)
    if happening is not None and _has_events(folded, quantity, context, phrase=phrase):
        happening, rule = None, ""
    measure = _measure_of(folded, quantity, context, happening)
    if measure:
        return measured(quantity, context, measure=measure, phrase=phrase)
    previous = context.previous
    happening = _by_noun(folded, quantity, context, phrase) or happening
    if rule == "+subject-of-verb" and _tells(folded, quantity, context, phrase):
        return None
    if happening is None and _says_little(folded, quantity, context, phrase=phrase):
        return None
    if phrase.head in _TAKEN and quantity.least > 1:
        happening = happening_named("captured")  # took 440 prisoner
    elif happening is None and phrase.head in word_set("event_nouns"):
        happening, rule = happening_named(words_to_names(_DEFAULTS).get(phrase.head, "")), "+noun"
    elif happening is None and previous and _leans(folded, quantity, context):
        happening, rule = previous.happening, "+as-before"
    is_measured = previous and rule == "+as-before" and previous.rule == "people:measure-noun"
    if previous and is_measured and happening is None:
        return replace(
            previous,
            start=quantity.lead,
            end=phrase.end,
            group=(quantity.tail, phrase.end),
            unit=unit_of(quantity, phrase),
        )
    label = happening.name if happening else words_to_names(_DEFAULTS).get(phrase.head, "present")
    return Counted(
        label,
        unit_of(quantity, phrase),
        quantity.lead,
        phrase.end,
        f"people:{phrase.kind}{rule}",
        group=(quantity.tail, phrase.end),
        happening=happening,
    )


# Two cyclones drowned the valleys.
_DID_TO = re.compile(
    r"\s+(?:have\s+|had\s+|\w+ly\s+)?[a-z]+ed\s+(?:the|an?|its|their|his|her|several|many|most|some|all)\s"
    r"(?!day|week|month|year|night|same|next|following)"
)
_HIT = re.compile(r"\b(?:hits?|hitting)\b")
_COST = re.compile(
    r"\b(?:cost|costing|costs|claim(?:ed|ing|s)?|took|taken|taking|lost)\s+(?:[a-z]+\s+){0,2}$"
)


# Cost two billion dollars and the lives of more than 100 men.
_LIVES_OF = UpTo(
    r"\b(?:cost|costing|costs|claim(?:ed|ing|s)?|took|takes|taken"
    r"|taking)\b[^.;]{0,60}\blives\s+of\s+$"
)
_NEAR_LIVES: Final = 90
# The raid cost the rebels 270 men.
_COST_WHOM = UpTo(
    r"\b(?:cost|costing|costs)\s+(?:the\s+|its\s+|their\s+)?(?:(?!of\b|lives\b)[a-z-]+\s+){1,2}$"
)
_MEN: Final = frozenset({"men", "soldiers", "troops", "fighters", "dead"})


# We have 40 deaths, have had only one arrest: whoever has them keeps nobody.
_HAS_HAD = UpTo(
    r"\b(?:has|have|had|'ve|'s)\s+(?:had\s+)?(?:(?:so far|now|already|only|just|about|some|over"
    r"|nearly|almost|at least|more than|up to|a total of)\s+)*$"
)


def _has_events(folded: str, quantity: Quantity, context: Context, *, phrase: NounPhrase) -> bool:
    """Say whether somebody is told to have so many happenings, which is no verb of people."""
    if phrase.head not in word_set("event_nouns"):
        return False
    return _HAS_HAD.search(folded, context.left, quantity.lead) is not None


def _by_noun(
    folded: str, quantity: Quantity, context: Context, phrase: NounPhrase
) -> Happening | None:
    """Read what the noun says whatever the verb: bodies are of the dead, survivors found saved."""
    if phrase.head in _REMAINS or are_bodies_of(folded, quantity, context):
        return happening_named("killed")
    if phrase.head in _MEN and _COST_WHOM.search(folded, context.left, quantity.lead):
        return happening_named("losses")
    if _LIVES_OF.search(folded, max(context.start, quantity.lead - _NEAR_LIVES), quantity.lead):
        return happening_named("killed")
    if phrase.head == "lives" and _COST.search(folded, context.left, quantity.lead):
        return happening_named("killed")
    if phrase.head in _CAPTIVES and _TOOK.search(folded, context.left, quantity.lead):
        return happening_named("captured")
    if phrase.head == "survivors" and _FOUND.search(folded, context.left, quantity.lead):
        return happening_named("rescued")
    return None


def _measure_of(
    folded: str, quantity: Quantity, context: Context, happening: Happening | None
) -> MeasureNoun | None:
    """Give the noun before a number that it measures, unless it is a part or has its own verb."""
    if not is_linked(folded, quantity.lead, context.left, start=quantity.start):
        return None
    if context.previous and includes(folded, quantity, context):
        return None
    if are_bodies_of(folded, quantity, context):
        return None  # the army recovered the bodies of 262 soldiers
    if happening and _AS.search(folded, context.left, quantity.lead):
        return None  # the toll could rise as 30 people lay dying
    measure = measure_noun_before(folded, quantity.lead, context.start)
    return measure if measure and (happening is None or measure.kind != "level") else None


def _unknown(
    folded: str, quantity: Quantity, context: Context, *, phrase: NounPhrase
) -> Counted | None:
    """A noun no table knows counts people where only people suffer or do such a thing."""
    near = replace(context, right=min(context.right, phrase.end + _NEAR_VERB))
    happening, rule = happening_of(folded, quantity, near, phrase=phrase)
    if happening is None or happening.name not in _PERSONAL or quantity.form == "percent":
        return None
    if happening.name == "casualties" and _HIT.search(folded, context.left, near.right):
        return None  # forty villages were hit
    if phrase.head in not_people() or not phrase.head.endswith("s"):
        return None
    if _DID_TO.match(folded, phrase.end, context.end):
        return None
    return replace(
        bare(quantity, phrase, happening, rule=f"people:unknown-noun{rule}"),
        group=(quantity.tail, phrase.end),
    )


def _tells(folded: str, quantity: Quantity, context: Context, phrase: NounPhrase) -> bool:
    """Say whether a few people only speak: one man said he had been hurt."""
    is_said = _SPEECH.match(folded, phrase.end, context.right) is not None
    return is_said and quantity.least < _FEW


def _leans(folded: str, quantity: Quantity, context: Context) -> bool:
    if _ALSO.fullmatch(folded, context.left, quantity.lead):
        return True
    if happening_is_swap(context) and _FOR.fullmatch(folded, context.left, quantity.lead):
        return True
    return includes(folded, quantity, context)


def happening_is_swap(context: Context) -> bool:
    """Say whether those counted before were let go, so that others may be given for them."""
    before = context.previous.happening if context.previous else None
    return before is not None and before.name == "released"


def _says_little(folded: str, quantity: Quantity, context: Context, *, phrase: NounPhrase) -> bool:
    """Say whether a phrase without any happening is too thin to be a head count."""
    if phrase.kind == "unit" and quantity.least == 1:
        return True  # one family of four was found
    if context.is_after_things and phrase.head == "others":
        return True  # 12 villages were razed and 425 others damaged
    is_speaker = _SPEECH.match(folded, phrase.end, context.right)
    if quantity.form == "fraction":
        return not _ARE.match(folded, phrase.end, context.right)
    if is_speaker or phrase.is_guess or quantity.form == "percent":
        return True
    if phrase.head in word_set("event_nouns") or _is_undergone(folded, quantity, context, phrase):
        return False
    is_few = quantity.least < _FEW and quantity.form in ("digits", "words", "vague")
    is_few &= phrase.kind == "persons" and not context.is_same_sentence
    return is_few and not are_told_of(folded, quantity, context, phrase=phrase)


def _is_undergone(folded: str, quantity: Quantity, context: Context, phrase: NounPhrase) -> bool:
    """Say whether something was done to people, so that even a few are worth counting."""
    subject = (quantity.lead, phrase.end)
    return is_passive_after(folded, subject, context.right) or bool(
        tense_before(folded, quantity.lead, context.left)
    )
