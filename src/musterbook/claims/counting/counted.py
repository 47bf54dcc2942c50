"""Nothing in, the nouns of counting out: where a number stands, and whom it counts."""

from typing import NamedTuple

from musterbook.claims.counting.happenings import Happening
from musterbook.claims.counting.measure_nouns import MeasureNoun
from musterbook.claims.counting.noun_phrase import NounPhrase
from musterbook.claims.numbers import Quantity
from musterbook.core.noun import noun


@noun
class Context:
    """Where a number stands: its sentence, the free text around it, and who was counted before.

    `left` and `right` stop at the neighbouring numbers; `previous` is the last people counted in
    the same paragraph, `is_same_sentence` whether that was in this sentence, `is_after_things`
    whether a number between then and now counts things.
    """

    start: int
    end: int
    left: int
    right: int
    previous: "Counted | None" = None
    is_same_sentence: bool = False
    is_after_things: bool = False


@noun
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


class Finding(NamedTuple):
    """A number that counts people: its sentence's number, itself, its context, whom it counts."""

    number: int
    quantity: Quantity
    context: Context
    counted: Counted


def unit_of(quantity: Quantity, phrase: NounPhrase) -> str:
    """Name the unit of a number: person, a unit of people, or fraction."""
    if quantity.form in ("fraction", "percent"):
        return "fraction"
    return phrase.unit


def measured(
    quantity: Quantity,
    context: Context,
    *,
    measure: MeasureNoun,
    phrase: NounPhrase | None = None,
) -> Counted:
    """Count people by a noun before the number that measures them."""
    group = (quantity.tail, phrase.end) if phrase else None
    unit = phrase.unit if phrase and phrase.kind == "unit" else "person"
    unit = "claim" if measure.words.startswith("asylum") else unit
    if quantity.form in ("fraction", "percent"):
        unit = "fraction"
    return Counted(
        phrase.state.name if phrase and phrase.state else measure.counted,
        unit,
        measure.start if measure.start >= context.left else quantity.lead,
        phrase.end if phrase else quantity.tail,
        "people:measure-noun",
        group=group,
        kind=measure.kind,
    )


def bare(quantity: Quantity, phrase: NounPhrase, happening: Happening, *, rule: str) -> Counted:
    """Count people whom only what happened to them shows."""
    return Counted(happening.name, "person", quantity.lead, phrase.end, rule, happening=happening)
