"""A sentence and an interval somebody means by it go in; the sentence that allows just that."""

from dataclasses import replace
from decimal import Decimal

from musterbook.claims.says.says_numbers import format_number
from musterbook.claims.says.says_print import print_sentence
from musterbook.claims.sentence import Amount, Sentence
from musterbook.core.quantity import Bound


def says_between(sentence: Sentence, low: int | None, high: int | None) -> str:
    """Write a sentence whose words allow exactly low to high, in people; None leaves an end open.

    The number said stays where it is the middle: `about 11 000` from 10 500 to 11 500 becomes
    `11 000 ± 500`; else both ends are written, with nothing beyond them: `10 000 to 12 000 ± 0`.
    Both ends open is no interval: the sentence comes back as it is.
    """
    if low is None and high is None:
        return print_sentence(sentence)
    bound, amount, margin = _bounded(sentence.amount, low, high)
    return print_sentence(replace(sentence, bound=bound, amount=amount, margin=margin))


def _bounded(said: Amount, low: int | None, high: int | None) -> tuple[Bound, Amount, float | None]:
    if low is None:
        assert high is not None
        return Bound.AT_MOST, _number(high), None
    if high is None:
        return Bound.AT_LEAST, _number(low), None
    if low == high:
        return Bound.EXACTLY, _number(low), None
    is_plain = not (said.vague or said.unit or said.is_range)
    if is_plain and said.low == (low + high) / 2:
        return Bound.NONE, _number(int(said.low)), float(high - low) / 2
    text = f"{_text(low)} to {_text(high)}"
    return Bound.NONE, Amount(float(low), float(high), text, is_range=True), 0.0


def _number(value: int) -> Amount:
    return Amount(float(value), float(value), _text(value))


def _text(value: int) -> str:
    return format_number(Decimal(value))
