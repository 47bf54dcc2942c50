"""A number as typed goes in; its exact value, or a fault with its remedy, comes out."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

GROUP: Final = " \u00a0\u2009\u202f"  # plain, no-break, thin, and narrow no-break space
_PLAIN: Final = re.compile(rf"(?:\d+|\d{{1,3}}(?:[{GROUP}]\d{{3}})+)(?:\.\d+)?")
_COMMA_GROUPS: Final = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_DOT_GROUPS: Final = re.compile(r"\d{1,3}(?:\.\d{3}){2,}")
_LEADING_ZERO: Final = re.compile(r"0\d")
SCALES: Final = {
    "thousand": Decimal(1_000),
    "million": Decimal(1_000_000),
    "billion": Decimal(1_000_000_000),
}


@dataclass(frozen=True, slots=True)
class BadNumber:
    """Why digits are no number of the sentence, and what to write instead."""

    code: str
    says: str
    fix: str


def read_number(text: str) -> Decimal | BadNumber:
    """Read digits in threes, parted by any of three kinds of space, and decimals after a dot."""
    if text[0] in "-\u2212":
        return BadNumber("MB105", f"`{text}` is negative", "a count of people is zero or more")
    if "," in text:
        return _with_comma(text)
    if _PLAIN.fullmatch(text) is None or _LEADING_ZERO.match(text):
        return BadNumber(
            "MB104", f"the digits of `{text}` are not grouped in threes", _regrouped(text)
        )
    return Decimal(re.sub(rf"[{GROUP}]", "", text))


def _regrouped(text: str) -> str:
    if "." in text and _DOT_GROUPS.fullmatch(text) is None:
        return "group digits in threes by a space; decimals take one dot"
    digits = re.sub(r"\D", "", text).lstrip("0") or "0"
    return f"if {format_number(Decimal(digits))} is meant, write it so; decimals take a dot"


def _with_comma(text: str) -> BadNumber:
    says = f"`{text}` has a comma, which some read as a decimal point"
    if _COMMA_GROUPS.fullmatch(text):
        return BadNumber("MB103", says, f"write `{text.replace(',', ' ')}`")
    fix = "group digits in threes by a space; decimals take a dot"
    return BadNumber("MB103", says, fix)


def format_number(value: Decimal) -> str:
    """Write a number as the sentence reads it back: `11 000`, `1 100.5`."""
    whole, _, decimals = f"{value:f}".partition(".")
    grouped = f"{int(whole):,}".replace(",", " ")
    decimals = decimals.rstrip("0")
    return f"{grouped}.{decimals}" if decimals else grouped


def format_float(value: float) -> str:
    """Write a float in the same form, with the fewest digits that read back as the same float."""
    return format_number(Decimal(repr(float(value))))
