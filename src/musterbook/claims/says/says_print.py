"""A sentence in, its one canonical form out."""

from decimal import Decimal

from musterbook.claims.says.says_numbers import format_float, format_number
from musterbook.claims.sentence import Amount, Sentence, Timing, When


def print_sentence(sentence: Sentence) -> str:
    """Write a sentence in the canonical form, which parses back to the same sentence."""
    amount = sentence.amount
    parts = (
        sentence.measure,
        f"[{sentence.reading}]" if sentence.reading else "",
        sentence.bound.value,
        amount.text,
        _margin_text(sentence),
        _unit_text(amount),
        f"per {sentence.per.value}" if sentence.per else "",
        print_when(sentence.when),
    )
    return " ".join(part for part in parts if part)


def print_when(when: When) -> str:
    """Write time words: `since "the war began" to 2025-H2`."""
    if when.timing is Timing.NONE:
        return ""
    until = f" to {when.until_text}" if when.until_text else ""
    return f"{when.timing.value} {when.text}{until}"


def print_count(sentence: Sentence) -> str:
    """Write how many a sentence says, without measure and time: `more than 18 000`."""
    parts = (sentence.bound.value, sentence.amount.text, _margin_text(sentence))
    return " ".join(part for part in (*parts, _unit_text(sentence.amount)) if part)


def percent_text(share: float) -> str:
    """Write a share as a percentage without its sign: 0.4 gives `40`."""
    return format_number(Decimal(repr(share)) * 100)


def plural_of(unit: str) -> str:
    """Give a unit's plural as English spells it; one that ends in s is left alone."""
    if unit.endswith("s"):
        return unit
    if unit.endswith(("x", "ch", "sh")):
        return f"{unit}es"
    if unit.endswith("y") and unit[-2:-1] not in "aeiou":
        return f"{unit[:-1]}ies"
    return f"{unit}s"


def _margin_text(sentence: Sentence) -> str:
    if sentence.margin is None:
        return ""
    if "%" in sentence.amount.text:
        return f"± {percent_text(sentence.margin)} %"
    return f"± {format_float(sentence.margin)}"


def _unit_text(amount: Amount) -> str:
    if not amount.unit:
        return ""
    return amount.unit if amount.text == "1" else plural_of(amount.unit)
