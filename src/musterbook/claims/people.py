"""A number in its sentence in, whom it counts and what became of them out; None if no people."""

import re
from dataclasses import dataclass, replace
from typing import Final

from musterbook.claims.happening_near import (
    happening_after,
    happening_before,
    joined_harm,
)
from musterbook.claims.happenings import Happening
from musterbook.claims.lexicon_files import word_set, words_to_names
from musterbook.claims.measure_nouns import MeasureNoun, is_linked, measure_noun_before
from musterbook.claims.noun_phrase import NounPhrase, noun_phrase_after
from musterbook.claims.nobody import NONE
from musterbook.claims.numbers import Quantity

_FEW: Final = 10  # below it a bare count (`two officials said`) says nothing about a population
_SPEECH = re.compile(
    r"\s*(?:\w+ly\s+|also\s+|have\s+|has\s+|had\s+)?(?:said|told|say|says|met|agreed|signed|spoke|added|asked|urged|warned)\b"
)
_MONEY_BEFORE = re.compile(r"(?:[$€£¥₹]|\b(?:usd|eur|rs\.?|us\$))\s?$")
_INCLUDING = re.compile(
    r"(?:\b(?:including|includes?|among them|of them|of whom|of these|of those|some of them|among whom|with)\s*,?\s*)$"
)
# about 600 members of the guard AND about 800 of the army: what is said of the first holds.
_ALSO = re.compile(r"(?:\s+(?:(?:from|of|in)\s+(?:the\s+)?)?[\w'-]+){0,8},?\s+(?:and|or|plus)\s+")
_ASIDE = re.compile(r"\s*,\s*(?:including|among|most|some|mostly|many|$|\w+ of (?:them|whom))")
_FRACTION_OF = re.compile(
    r"\b(?:half|thirds?|quarters?|fifths?|tenths?|percent|per cent|%)\s+of\s+(?:the\s+)?$"
)
_COMPARED = re.compile(
    r"\b(?:but|versus|against|compared (?:with|to)|up from|down from|instead of)\s+(?:with\s+)?$"
)
_AT_END = re.compile(r"\s*(?:[.,;)]|$|(?:the|a) (?:year|month|week|day)\b|in \d)")
# Only persons are killed, hurt, arrested or enlisted, so an unknown noun there counts them.
_PERSONAL: Final = frozenset(
    {"killed", "wounded", "injured", "casualties", "detained", "abducted", "recruited", "deported"}
)
_PLACE_AFTER = re.compile(r"\s+(?:in|at|near|from|on)\s+(?:the\s+)?[a-z]")
_AUXILIARY_AFTER = re.compile(r"\s+(?:were|was|are|is|had|have)\s")
_DEFAULTS: Final = "noun_states"


@dataclass(frozen=True, slots=True)
class Context:
    """Where a number stands: its sentence, the free text around it, and who was counted before.

    `left` and `right` stop at the neighbouring numbers; `previous` is the last people counted in
    the same paragraph, `is_same_sentence` whether that was in this sentence.
    """

    start: int
    end: int
    left: int
    right: int
    previous: "Counted | None" = None
    is_same_sentence: bool = False


@dataclass(frozen=True, slots=True)
class Counted:
    """Whom a number counts: the words of the group, the unit, what happened, and the rule.

    `start` to `end` spans the number with its noun phrase (or the noun before it).
    """

    counted: str
    unit: str
    start: int
    end: int
    rule: str
    group: tuple[int, int] | None = None
    happening: Happening | None = None
    kind: str | None = None


def people_counted(folded: str, quantity: Quantity, context: Context) -> Counted | None:
    """Decide whether a number counts people, whom, and what happened to them."""
    if _MONEY_BEFORE.search(folded, max(0, quantity.start - 6), quantity.start):
        return None
    phrase = noun_phrase_after(folded, quantity.tail, context.right)
    if quantity.form == NONE:
        return _nobody(folded, quantity, context, phrase=phrase)
    if phrase.kind == "things":
        return _unknown(folded, quantity, context, phrase=phrase)
    if quantity.form == "percent" and phrase.kind == "elided":
        return None
    if phrase.kind in ("persons", "unit"):
        return _named(folded, quantity, context, phrase=phrase)
    if phrase.kind == "part":
        return _part(folded, quantity, context, phrase=phrase)
    return _elided(folded, quantity, context, phrase=phrase)


def _named(
    folded: str, quantity: Quantity, context: Context, *, phrase: NounPhrase
) -> Counted | None:
    """People or units named after the number."""
    happening, rule = _happening(folded, quantity, context, phrase=phrase)
    measure = None
    if is_linked(folded, quantity.lead, context.left, start=quantity.start):
        measure = measure_noun_before(folded, quantity.lead, context.start)
    if measure and (happening is None or measure.kind != "level"):
        return _measured(quantity, context, measure=measure, phrase=phrase)
    if happening is None and _says_little(folded, quantity, context, phrase=phrase):
        return None
    if happening is None and context.previous and _leans(folded, quantity, context):
        happening, rule = context.previous.happening, "+as-before"
    elif (
        happening is None
        and context.previous
        and _ALSO.fullmatch(folded, context.left, quantity.lead)
    ):
        happening, rule = context.previous.happening, "+as-before"
    label = happening.name if happening else words_to_names(_DEFAULTS).get(phrase.head, "present")
    return Counted(
        label,
        _unit(quantity, phrase),
        quantity.lead,
        phrase.end,
        f"people:{phrase.kind}{rule}",
        group=(quantity.tail, phrase.end),
        happening=happening,
    )


def _nobody(
    folded: str, quantity: Quantity, context: Context, *, phrase: NounPhrase
) -> Counted | None:
    """Zero is a claim only where harm is said to have come to nobody."""
    happening = happening_after(folded, quantity.end, context.right)
    if happening is None or happening.nature not in ("loss", "fate"):
        return None
    return _bare(quantity, phrase, happening, rule="people:nobody")


def _unknown(
    folded: str, quantity: Quantity, context: Context, *, phrase: NounPhrase
) -> Counted | None:
    """A noun no table knows counts people where only people suffer or do such a thing."""
    happening, rule = _happening(folded, quantity, context, phrase=phrase)
    if happening is None or happening.name not in _PERSONAL or quantity.form == "percent":
        return None
    if phrase.head in word_set("not_people") or not phrase.head.endswith("s"):
        return None
    return replace(
        _bare(quantity, phrase, happening, rule=f"people:unknown-noun{rule}"),
        group=(quantity.tail, phrase.end),
    )


def _leans(folded: str, quantity: Quantity, context: Context) -> bool:
    return context.is_same_sentence and _includes(folded, quantity, context)


def _unit(quantity: Quantity, phrase: NounPhrase) -> str:
    if quantity.form in ("fraction", "percent"):
        return "fraction"
    return phrase.unit


def _happening(
    folded: str, quantity: Quantity, context: Context, *, phrase: NounPhrase
) -> tuple[Happening | None, str]:
    before = happening_before(folded, quantity.lead, context.left)
    if _FRACTION_OF.search(folded, max(0, quantity.lead - 24), quantity.lead):
        return None, "+base-of-fraction"
    if before and before.nature != "state":
        return before, "+object-of-verb"
    if phrase.state:
        return joined_harm(folded, phrase.state, phrase.end, context.right), "+participle"
    after = happening_after(folded, phrase.end, context.right)
    after = after or _after_aside(folded, phrase.end, context)
    if after:
        return after, "+subject-of-verb"
    return before, "+object-of-verb" if before else ""


def _after_aside(folded: str, start: int, context: Context) -> Happening | None:
    """Look beyond an aside with a number of its own: 61 people, including 12 children, died."""
    if not _ASIDE.match(folded, start, context.end):
        return None
    close = folded.find(",", max(context.right, start + 2), context.end)
    return happening_after(folded, close + 1, context.end) if close >= 0 else None


def _says_little(folded: str, quantity: Quantity, context: Context, *, phrase: NounPhrase) -> bool:
    """Say whether a phrase without any happening is too thin to be a head count."""
    if _SPEECH.match(folded, phrase.end, context.right):
        return True
    if phrase.is_guess or quantity.form == "percent":
        return True
    is_few = quantity.least < _FEW and quantity.form in ("digits", "words", "vague")
    return is_few and phrase.kind == "persons" and not context.is_same_sentence


def _measured(
    quantity: Quantity,
    context: Context,
    *,
    measure: MeasureNoun,
    phrase: NounPhrase | None = None,
) -> Counted:
    group = (quantity.tail, phrase.end) if phrase else None
    unit = "claim" if measure.words.startswith("asylum") else "person"
    if quantity.form in ("fraction", "percent"):
        unit = "fraction"
    return Counted(
        measure.counted,
        unit,
        measure.start if measure.start >= context.left else quantity.lead,
        phrase.end if phrase else quantity.tail,
        "people:measure-noun",
        group=group,
        kind=measure.kind,
    )


def _part(
    folded: str, quantity: Quantity, context: Context, *, phrase: NounPhrase
) -> Counted | None:
    """Some of those counted before: eight of them; 12 of whom died."""
    happening = happening_after(folded, phrase.end, context.right)
    previous = context.previous
    if previous is None and happening is None:
        return None
    return Counted(
        happening.name if happening else previous.counted if previous else "present",
        "fraction" if quantity.form in ("fraction", "percent") else "person",
        quantity.lead,
        phrase.end,
        "people:part-of-previous",
        group=previous.group if previous else None,
        happening=happening or (previous.happening if previous else None),
    )


def _elided(
    folded: str, quantity: Quantity, context: Context, *, phrase: NounPhrase
) -> Counted | None:
    """No noun stands after the number: a verb, a noun before it, or the people named last tell."""
    if quantity.form in ("fraction", "percent"):
        return None
    if context.is_same_sentence and _includes(folded, quantity, context):
        return _inherited(folded, quantity, context, phrase=phrase)
    happening, rule = _happening(folded, quantity, context, phrase=phrase)
    if happening and (happening.nature != "state" or _is_human(quantity, context, rule)):
        return _bare(quantity, phrase, happening, rule=f"people:elided{rule}")
    if is_linked(folded, quantity.lead, context.left, start=quantity.start):
        measure = measure_noun_before(folded, quantity.lead, context.start)
        if measure:
            return _measured(quantity, context, measure=measure)
    return _inherited(folded, quantity, context, phrase=phrase)


def _is_human(quantity: Quantity, context: Context, rule: str) -> bool:
    """A mere state (`need`, `live`) is one of people where people were counted just before."""
    return rule != "+object-of-verb" and (context.previous is not None or quantity.least >= _FEW)


def _bare(quantity: Quantity, phrase: NounPhrase, happening: Happening, *, rule: str) -> Counted:
    return Counted(happening.name, "person", quantity.lead, phrase.end, rule, happening=happening)


def _inherited(
    folded: str, quantity: Quantity, context: Context, *, phrase: NounPhrase
) -> Counted | None:
    """A number that leans on the people counted just before it."""
    previous = context.previous
    if previous is None:
        return None
    includes = _includes(folded, quantity, context)
    by_place = _PLACE_AFTER.match(folded, phrase.end, context.right)
    has_been = _AUXILIARY_AFTER.match(folded, phrase.end, context.right)
    is_compared = _COMPARED.search(
        folded, max(context.left, quantity.lead - 24), quantity.lead
    ) and _AT_END.match(folded, phrase.end, context.right + 1)
    if not (has_been or (context.is_same_sentence and (includes or by_place or is_compared))):
        return None
    return Counted(
        previous.counted,
        previous.unit,
        quantity.lead,
        phrase.end,
        "people:as-before",
        group=previous.group,
        happening=previous.happening,
        kind=None if includes else previous.kind,
    )


def _includes(folded: str, quantity: Quantity, context: Context) -> bool:
    left = max(context.left, quantity.lead - 20)
    return bool(_INCLUDING.search(folded, left, quantity.lead))
