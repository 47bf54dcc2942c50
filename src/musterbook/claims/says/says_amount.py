"""The amount of a parsed sentence goes in, an Amount (or problems) comes out."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from musterbook.claims.says.says_numbers import SCALES, BadNumber, format_number, read_number
from musterbook.claims.says.says_print import print_when
from musterbook.claims.says.says_tree import node_of, nodes_of, token_of, tokens_of
from musterbook.claims.says.says_when import read_when
from musterbook.claims.scribe import Scribe
from musterbook.claims.sentence import Amount, When
from musterbook.core.quantity import VAGUE_LITERAL
from musterbook.core.when import Period

if TYPE_CHECKING:
    from lark import Token

    from musterbook.claims.says.says_tree import Node

MOST_PEOPLE: Final = Decimal(10) ** 12  # about eight times all who ever lived: a slip of the keys
_ONE: Final = Decimal(1)
_HUNDRED: Final = Decimal(100)


@dataclass(frozen=True, slots=True)
class Digits:
    """One number as typed: its digits' value, the scale word's factor, and where it stands."""

    value: Decimal
    scale: Decimal
    text: str
    at: int

    @property
    def total(self) -> Decimal:
        """The number meant."""
        return self.value * self.scale


def read_amount(node: "Node", scribe: Scribe, events: Mapping[str, Period]) -> Amount | None:
    """Read how many a sentence says, before its unit; faults are noted and give None."""
    if node.data == "none":
        return Amount(0.0, 0.0, "none")
    if node.data == "vague":
        return _vague(token_of(node, "VAGUE"))
    ends = read_range(node, scribe)
    other = node_of(node, "other")
    if other is None:
        return None if ends is None else _people(ends)
    return _multiple(other, ends, scribe, events, is_percent=node.data == "percent")


def _vague(word: "Token") -> Amount:
    name = " ".join(word.split())
    low, high = VAGUE_LITERAL[name]
    return Amount(low, high, name, is_range=low != high, vague=name)


def _people(ends: tuple[Decimal, ...]) -> Amount:
    text = " to ".join(format_number(end) for end in ends)
    return Amount(float(ends[0]), float(ends[-1]), text, is_range=len(ends) > 1)


def _multiple(
    node: "Node",
    ends: tuple[Decimal, ...] | None,
    scribe: Scribe,
    events: Mapping[str, Period],
    *,
    is_percent: bool,
) -> Amount | None:
    when, time = When(), node_of(node, "when")
    if time is not None:
        said = read_when(time, scribe, events)
        if said is None:
            return None
        when = said
    if ends is None:
        return None
    of, reading = str(token_of(node, "MEASURE")), read_reading(node)
    digits = " to ".join(format_number(end) for end in ends)
    head = f"{digits} % of {of}" if is_percent else f"{digits} times {of}"
    tail = (f"[{reading}]" if reading else "", f"({print_when(when)})" if time else "")
    shares = [float(end / _HUNDRED if is_percent else end) for end in ends]
    return Amount(
        shares[0],
        shares[-1],
        " ".join(part for part in (head, *tail) if part),
        is_range=len(shares) > 1,
        of=of,
        of_reading=reading,
        of_when=when,
    )


def read_reading(node: "Node") -> str:
    """Give the reading pinned in brackets, or nothing."""
    found = node_of(node, "reading")
    return "" if found is None else " ".join(token_of(found, "READING")[1:-1].split())


def read_range(node: "Node", scribe: Scribe) -> tuple[Decimal, ...] | None:
    """Read the one or two numbers of an amount; `1.1 to 1.3 million` means millions twice."""
    found = [read_digits(each, scribe) for each in nodes_of(node, "number")]
    digits = [each for each in found if each is not None]
    if len(digits) < len(found):
        return None
    if len(digits) > 1 and digits[0].scale == _ONE and digits[0].value < digits[1].value:
        digits[0] = Digits(digits[0].value, digits[1].scale, digits[0].text, digits[0].at)
    if any(each.total > MOST_PEOPLE for each in digits):
        fix = "the most that can be said is 1 000 000 000 000"
        scribe.note("MB110", "more people than ever lived", at=digits[0].at, fix=fix)
        return None
    totals = tuple(each.total for each in digits)
    if totals[0] > totals[-1]:
        says = f"the range runs down, from {digits[0].text} to {digits[1].text}"
        fix = f"write `{format_number(totals[1])} to {format_number(totals[0])}`"
        scribe.note("MB107", says, at=digits[0].at, fix=fix)
        return None
    return totals


def read_digits(node: "Node", scribe: Scribe) -> Digits | None:
    """Read one number and its scale word; a fault is noted and gives None."""
    token = token_of(node, "NUMBER")
    at = token.start_pos or 0
    value = read_number(str(token))
    if isinstance(value, BadNumber):
        scribe.note(value.code, value.says, at=at, fix=value.fix)
        return None
    words = tokens_of(node, "SCALE")
    return Digits(value, SCALES[words[0]] if words else _ONE, str(token), at)


def note_fractions(node: "Node", scribe: Scribe) -> None:
    """Note numbers of people that are not whole, or that look like thousands after a dot."""
    numbers = nodes_of(node, "number")
    if any(tokens_of(each, "SCALE") for each in numbers):
        return
    for each in numbers:
        text = str(token_of(each, "NUMBER"))
        if re.fullmatch(r"[^.]+\.\d+", text) is None:
            continue
        fix = "count whole people; thousands are grouped by a space, decimals take `million`"
        if re.fullmatch(r"\d{1,3}\.\d{3}", text):
            fix = f"if thousands are meant, write `{text.replace('.', ' ')}`"
        at = token_of(each, "NUMBER").start_pos or 0
        scribe.note("MB115", f"`{text}` is a fraction of a person", at=at, fix=fix)
