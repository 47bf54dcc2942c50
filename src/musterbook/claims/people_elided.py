"""A number with no noun after it in, the people it counts out: a verb or a neighbour tells."""

import re
from typing import Final

from musterbook.claims.befalling import happening_of
from musterbook.claims.counted import Context, Counted, bare, measured
from musterbook.claims.happening_near import happening_after, happening_before
from musterbook.claims.happenings import Happening, happening_named
from musterbook.claims.lexicon_files import words_to_names
from musterbook.claims.measure_nouns import is_linked, measure_noun_before
from musterbook.claims.nobody import NONE
from musterbook.claims.noun_phrase import NounPhrase
from musterbook.claims.numbers import Quantity
from musterbook.claims.people_nouns import is_listed_people_word

_INCLUDING = re.compile(
    r"(?:\b(?:including|includes?|among them|of them|of whom|of these|of those|some of them"
    r"|among whom|with)\s*,?\s*)$"
)
_THE_NUMBER_OF = re.compile(r"\bnumber of \w+(?:\s+\w+){0,2}\s+$")
_THE_FEW = re.compile(r"\bthe $")  # the two had been about even: nobody is counted
_THERE_ARE = re.compile(r"\bthere\s+(?:are|were|is|was)\s+(?:now\s+|only\s+|still\s+|just\s+)*$")
_THE_FIGURE = re.compile(
    r"\b(?:the|that|this|its|their)\s+(?:true |real |actual |official )?"
    r"(?:figure|number|total|count|estimate|tally)"
    r"(?:\s+(?:has|had|have|was|is))?(?:\s+(?!of\b)[a-z]+)?\s+(?:at|to|is|was)\s+(?:about\s+)?$"
)
_COMPARED = re.compile(
    r"\b(?:but|versus|against|compared (?:with|to)|up from|down from|instead of)\s+(?:with\s+)?$"
)
_FROM_ONE = re.compile(
    r"\s*,?\s*(?:up |down )?from (?:the |an? )?(?:(?:earlier|previous|initial) )?"
)
_AT_END = re.compile(r"\s*(?:[.,;)]|$|(?:the|a) (?:year|month|week|day)\b|in \d)")
_PLACE_AFTER = re.compile(r"\s+(?:in|at|near|from|on)\s+(?:the\s+)?[a-z]")
_AUXILIARY_AFTER = re.compile(r"\s+(?:were|was|are|is|had|have)\s")
_WERE_SUCH = re.compile(r"\s+(?:were|are)\s+(?:[a-z-]+\s+)??([a-z-]+)\s*(?:[.,;]|and\b|$)")
_IS_IN = re.compile(r"\s+(?:were|was|are|is)\s+(?:in|at|from|among|on)\b")
_RATE_AFTER = re.compile(r"\s+(?:an?|per|each|every)\s+(?:day|week|month|year)\b")
_LOOK_BACK: Final = 200  # characters before a sentence in which `them` are named
_ENOUGH: Final = 10  # fewer who `need` or `live` are named, or they are no population


def nobody(
    folded: str, quantity: Quantity, context: Context, *, phrase: NounPhrase
) -> Counted | None:
    """Zero is a claim only where harm is said to have come to nobody."""
    happening = happening_after(folded, quantity.end, context.right)
    if happening is None or happening.nature not in ("loss", "fate"):
        return None
    return bare(quantity, phrase, happening, rule="people:nobody")


def part_of_previous(
    folded: str, quantity: Quantity, context: Context, *, phrase: NounPhrase
) -> Counted | None:
    """Some of those counted before: eight of them; 12 of whom died."""
    happening = happening_before(folded, quantity.lead, context.left)
    happening = happening or happening_after(folded, phrase.end, context.right)
    happening = happening or happening_named(words_to_names("noun_states").get(phrase.head, ""))
    if quantity.least == 1 and (happening is None or happening.nature != "loss"):
        return None  # one of them said so
    previous = context.previous
    if previous is None and happening is None and not _people_named_before(folded, context):
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


def _people_named_before(folded: str, context: Context) -> bool:
    """Say whether the sentence before names people for `them` to stand for."""
    words = re.findall(r"[a-z-]+", folded[max(0, context.start - _LOOK_BACK) : context.start])
    return any(is_listed_people_word(word) for word in words)


def elided(
    folded: str, quantity: Quantity, context: Context, *, phrase: NounPhrase
) -> Counted | None:
    """No noun stands after the number: a verb, a noun before it, or the people named last tell."""
    if quantity.form in ("fraction", "percent"):
        return None
    if quantity.least < _ENOUGH and _THE_FEW.search(folded, context.left, quantity.lead):
        return None
    if context.is_same_sentence and (
        includes(folded, quantity, context)
        or _is_compared(folded, quantity, context, phrase=phrase)
    ):
        return _inherited(folded, quantity, context, phrase=phrase)
    count = _THE_NUMBER_OF.search(folded, max(context.left, quantity.lead - 60), quantity.lead)
    linked = is_linked(folded, quantity.lead, context.left, start=quantity.start)
    measure = measure_noun_before(folded, quantity.lead, context.start) if linked else None
    if measure and count:
        return measured(quantity, context, measure=measure)
    if measure and measure.counted == "crowd":
        return measured(quantity, context, measure=measure)
    happening, rule = happening_of(folded, quantity, context, phrase=phrase)
    if happening and _is_human(quantity, context, happening=happening, rule=rule):
        return bare(quantity, phrase, happening, rule=f"people:elided{rule}")
    if measure:
        return measured(quantity, context, measure=measure)
    return _inherited(folded, quantity, context, phrase=phrase)


def _is_human(quantity: Quantity, context: Context, *, happening: Happening, rule: str) -> bool:
    """Say whether what happened shows that people are counted.

    Harm does. Coming and going does for more than a few, or where people were counted before; a
    mere state (`need`, `live`) only of a subject.
    """
    if happening.nature in ("loss", "fate"):
        return quantity.least > 0 or quantity.form == NONE
    if context.previous is None and quantity.least < _ENOUGH and quantity.high is not None:
        return False
    return happening.nature != "state" or rule != "+object-of-verb"


def _inherited(
    folded: str, quantity: Quantity, context: Context, *, phrase: NounPhrase
) -> Counted | None:
    """A number that leans on the people counted just before it."""
    previous = context.previous
    if previous is None:
        return None
    is_part = includes(folded, quantity, context)
    by_place = _PLACE_AFTER.match(folded, phrase.end, context.right)
    has_been = _AUXILIARY_AFTER.match(folded, phrase.end, context.right)
    is_compared = _is_compared(folded, quantity, context, phrase=phrase)
    is_figure = _THE_FIGURE.search(folded, max(context.left, quantity.lead - 48), quantity.lead)
    is_rate = _RATE_AFTER.match(folded, phrase.end, context.right)
    there_are = _THERE_ARE.search(folded, max(context.left, quantity.lead - 40), quantity.lead)
    if not (
        has_been
        or (there_are and _AT_END.match(folded, phrase.end, context.right + 1))
        or is_figure
        or is_rate
        or (context.is_same_sentence and (is_part or by_place or is_compared))
    ):
        return None
    rule = "people:as-before"
    is_said_of = has_been and not _IS_IN.match(folded, phrase.end, context.right)
    if is_said_of and not is_figure and not _are_people(folded, phrase.end, context.right):
        # fewer than a dozen have been named: of the same people, but another thing is said
        return Counted(
            "present", previous.unit, quantity.lead, phrase.end, rule, group=previous.group
        )
    return Counted(
        previous.counted,
        previous.unit,
        quantity.lead,
        phrase.end,
        rule,
        group=previous.group,
        happening=previous.happening,
        kind=None if is_part else previous.kind,
    )


def _are_people(folded: str, start: int, end: int) -> bool:
    """Say whether a number only tells who they were: five were women."""
    match = _WERE_SUCH.match(folded, start, end)
    return bool(match) and match is not None and is_listed_people_word(match[1])


def _is_compared(folded: str, quantity: Quantity, context: Context, *, phrase: NounPhrase) -> bool:
    """Say whether a number is only set against one before: down from 1.5 million."""
    left = max(context.left, quantity.lead - 24)
    is_set = _COMPARED.search(folded, left, quantity.lead)
    if is_set and is_set[0].split()[-1] == "from":
        return True
    previous = context.previous
    if previous and _FROM_ONE.fullmatch(folded, context.left, quantity.lead):
        return True
    return bool(is_set and _AT_END.match(folded, phrase.end, context.right + 1))


def includes(folded: str, quantity: Quantity, context: Context) -> bool:
    """Say whether a number is introduced as part of one before: including 12."""
    left = max(context.left, quantity.lead - 20)
    return bool(_INCLUDING.search(folded, left, quantity.lead))
