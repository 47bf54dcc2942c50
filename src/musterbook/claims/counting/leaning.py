"""A number with no noun in, the people counted just before it that it leans on out, if it does."""

import re
from dataclasses import replace
from typing import Final

from musterbook.claims.counting.counted import Context, Counted
from musterbook.claims.counting.deeds import tense_after
from musterbook.claims.counting.noun_phrase import NounPhrase
from musterbook.claims.counting.people_nouns import is_listed_people_word
from musterbook.claims.counting.there_are import THERE_ARE
from musterbook.claims.numbers import Quantity
from musterbook.claims.patterns.up_to import UpTo

_INCLUDING = UpTo(
    r"(?:\b(?:including|includes?|among them|of them|of whom|of these|of those|some of them"
    r"|among whom|with)\s*,?\s*)$"
)
# A bulletin that had listed 30; an earlier statement that spoke of 35.
_TOLD = UpTo(
    r"\b(?:listed|counted|recorded|reported|confirmed|registered|tallied|named|identified|gave|gives"
    r"|acknowledged|admitted|announced|claimed|cited|documented"
    r"|(?:spoke|speaks?|spoken|talks?|talked) of"
    r"|at an earlier|an earlier)\s+(?:only\s+|just\s+|the\s+)?$"
)
_THE_FIGURE = UpTo(
    r"\b(?:the|that|this|its|their)\s+(?:true |real |actual |official )?"
    r"(?:figure|number|total|count|estimate|tally)"
    r"(?:\s+(?:has|had|have|was|is))?(?:\s+(?!of\b)[a-z]+)?\s+(?:at|to|is|was)\s+(?:about\s+)?$"
)
_COMPARED = UpTo(
    r"\b(?:but|versus|against|compared (?:with|to)|up from|down from|instead of)\s+(?:with\s+)?$"
)
_FROM_ONE = re.compile(
    r"\s*,?\s*(?:up |down )?from (?:the |an? )?(?:(?:earlier|previous|initial) )?"
)
_AT_END = re.compile(r"\s*(?:[.,;)]|$|(?:the|a) (?:year|month|week|day)\b|in \d)")
_SHORT = re.compile(r"\s+short\b")  # fell 230 short
_PLACE_AFTER = re.compile(
    r"\s+(?:already\s+|now\s+|still\s+|others\s+)?(?:in|at|near|from|on)\s+(?:the\s+)?"
    r"(?:[a-z]|(?:1[89]|20)\d\d\b)"
)
_AUXILIARY_AFTER = re.compile(
    r"\s+(?:(?:already|also|still|later|now|then|never|no longer|since|even|\w+ly)\s+)?"
    r"(?:were|was|are|is|had|have|could|can|may|might|will|would|did|do|remain|remained)\s"
)
_WERE_SUCH = re.compile(
    r"\s+(?:were|are)\s+(?:[a-z-]+\s+)??([a-z-]+)\s*(?:[.,;)]|(?:and|of|from|in|at|on|who|with)\b|$)"
)
_IS_IN = re.compile(r"\s+(?:were|was|are|is)\s+(?:in|at|from|among|on)\b")
_RATE_AFTER = re.compile(r"\s+(?:an?|per|each|every)\s+(?:day|week|month|year)\b")
# Olena, 54, said: an age; at 2230: an hour; unit 3, camp 12: a name.
_ASIDE_BEFORE = UpTo(r"[a-z'’.]\s*[,(]\s*$")
_ASIDE_AFTER = re.compile(r"\s*[,.;)]")
_OLDEST: Final = 110
_HOUR_BEFORE = UpTo(r"\b(?:at|until|till|from|by|about|around)\s+$")
_LAST_HOUR: Final = 2400
_ENOUGH: Final = 10  # a smaller number without a noun counts people only where a verb shows it


def inherited(
    folded: str, quantity: Quantity, context: Context, *, phrase: NounPhrase
) -> Counted | None:
    """Count the same people as before, or say that the number does not lean on them."""
    previous = context.previous
    if previous is None and (
        _are_there(folded, quantity, context, phrase=phrase)
        or _were_persons(folded, context, phrase)
    ):
        return Counted("present", "person", quantity.lead, phrase.end, "people:of-those-named")
    if previous is None or _is_age_or_hour(folded, quantity, context):
        return None
    is_part = includes(folded, quantity, context)
    does = tense_after(folded, (quantity.lead, phrase.end), context.right)
    has_been = _AUXILIARY_AFTER.match(folded, phrase.end, context.right)
    is_figure = _THE_FIGURE.search(folded, max(context.left, quantity.lead - 48), quantity.lead)
    if not (
        has_been
        or is_figure
        or is_part
        or _is_free(quantity, context, phrase=phrase)
        or (context.is_same_sentence and does in ("done", "has done"))
        or _is_shown(folded, quantity, context, phrase=phrase)
    ):
        return None
    is_said_of = (has_been or does) and not _IS_IN.match(folded, phrase.end, context.right)
    if is_said_of and not is_figure and not _are_people(folded, phrase.end, context.right):
        # fewer than a dozen have been named: of the same people, but another thing is said
        return _like(previous, quantity, phrase)
    return replace(
        _like(previous, quantity, phrase),
        counted=previous.counted,
        happening=previous.happening,
        kind=None if is_part else previous.kind,
    )


_HANGS = UpTo(
    r"\b(?:of|to|by|from|with|for|than|at|in|on|and|or|about|the|is|was|are|were|has|have|had|a|an"
    r"|under|over|aged|numbered?|total(?:led)?|between|reached)\s$"
)
_NAMED_BEFORE: Final = 200  # characters before a sentence in which the people are named


def _are_there(folded: str, quantity: Quantity, context: Context, *, phrase: NounPhrase) -> bool:
    """Say whether a bare number tells where people of the sentence before are: 21,000 are in X."""
    if (
        phrase.kind != "elided"
        or quantity.least < _ENOUGH
        or context.left != context.start
        or (quantity.lead > context.start and _HANGS.search(folded, context.start, quantity.lead))
    ):
        return False
    if not _IS_IN.match(folded, phrase.end, context.right):
        return False
    words = re.findall(r"[a-z-]+", folded[max(0, context.start - _NAMED_BEFORE) : context.start])
    return any(is_listed_people_word(word) for word in words)


# Of those who crossed, 1,130 were prisoners of war; of the 38, 15 were black.
_OF_THOSE = re.compile(
    r"of (?:those|these|them|the (?:\w+ )?\d"
    r"|the (?:dead|killed|victims|wounded|injured|missing|survivors|arrested|detained)\b)"
)
_WERE_PERSONS = re.compile(
    r"\s+(?:were|are)\s+(?:(?:all|mostly|either)\s+)?(?:[a-z-]+\s+){0,2}?(?P<noun>[a-z-]+)"
    r"(?=\s+of\s+war\b|\s*[.,;)]|\s+(?:and|or|from|in|aged)\b|$)"
)
_OF_COLOUR: Final = frozenset({"black", "white", "hispanic", "asian", "latino", "male", "female"})


def _were_persons(folded: str, context: Context, phrase: NounPhrase) -> bool:
    """Say whether a part of people is told by who they were: 15 were black, 95 were internees."""
    if phrase.kind != "elided" or not _OF_THOSE.match(folded, context.start):
        return False
    match = _WERE_PERSONS.match(folded, phrase.end, context.right)
    return match is not None and (
        match["noun"] in _OF_COLOUR or is_listed_people_word(match["noun"])
    )


def _like(previous: Counted, quantity: Quantity, phrase: NounPhrase) -> Counted:
    """Count people of the same group and unit, of whom nothing else is said yet."""
    return Counted(
        "present",
        previous.unit,
        quantity.lead,
        phrase.end,
        "people:as-before",
        group=previous.group,
    )


def _is_free(quantity: Quantity, context: Context, *, phrase: NounPhrase) -> bool:
    """Say whether a number large enough stands alone in the paragraph that counted people last."""
    return (
        phrase.kind == "elided"
        and quantity.form in ("digits", "words")
        and quantity.least >= _ENOUGH
        and not context.is_after_things
    )


def _is_shown(folded: str, quantity: Quantity, context: Context, *, phrase: NounPhrase) -> bool:
    """Say whether words beside a number show that it counts those named before."""
    left = max(context.left, quantity.lead - 40)
    at_end = _AT_END.match(folded, phrase.end, context.right + 1)
    if _RATE_AFTER.match(folded, phrase.end, context.right) or _SHORT.match(folded, phrase.end):
        return True
    if at_end and _TOLD.search(folded, left, quantity.lead):
        return True
    if at_end and THERE_ARE.search(folded, left, quantity.lead):
        return True
    by_place = _PLACE_AFTER.match(folded, phrase.end, context.right)
    return context.is_same_sentence and bool(
        by_place or is_compared(folded, quantity, context, phrase=phrase)
    )


def _is_age_or_hour(folded: str, quantity: Quantity, context: Context) -> bool:
    """Say whether a bare number between commas is an age, or one after `at` a time of day."""
    before = max(context.start, quantity.start - 12)
    if _ASIDE_BEFORE.search(folded, before, quantity.start):
        is_aside = bool(_ASIDE_AFTER.match(folded, quantity.end))
        return is_aside and quantity.least <= _OLDEST and quantity.form == "digits"
    is_hour = len(folded[quantity.start : quantity.end]) == len("2230")
    is_hour = is_hour and quantity.least < _LAST_HOUR and quantity.start == quantity.lead
    return is_hour and bool(_HOUR_BEFORE.search(folded, before, quantity.start))


def _are_people(folded: str, start: int, end: int) -> bool:
    """Say whether a number only tells who they were: five were women."""
    match = _WERE_SUCH.match(folded, start, end)
    return bool(match) and match is not None and is_listed_people_word(match[1])


def is_compared(folded: str, quantity: Quantity, context: Context, *, phrase: NounPhrase) -> bool:
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
    """Say whether a number is introduced as part of one before: including 12; 13: eight in Abra."""
    left = max(context.left, quantity.lead - 20)
    if _INCLUDING.search(folded, left, quantity.lead):
        return True
    is_listed = context.is_same_sentence and folded.endswith(": ", left, quantity.lead)
    return is_listed and _PLACE_AFTER.match(folded, quantity.tail, context.right) is not None
