"""Amounts that may be people or ratios go in; texts with as many digits as they need come out."""

import math

from musterbook.core.quantity import format_count, round_to_uncertainty
from musterbook.scenarios.results import EnsemblePath

RATIO_BELOW = 20.0  # a measure that never reaches this is read with decimals: coverage, crowding
RATIO_DIGITS = 2


def digits_for(path: EnsemblePath) -> int:
    """Choose the decimals of a path: none for crowds, two for ratios and handfuls."""
    highest = max((float(each) for each in path.q95 if math.isfinite(each)), default=0.0)
    return RATIO_DIGITS if highest < RATIO_BELOW else 0


def amount(value: float, digits: int, *, signed: bool = False) -> str:
    """Write an amount; a sign is written out where a difference is meant."""
    if not math.isfinite(value):
        return "not known"
    size = f"{abs(value):.{digits}f}" if digits else format_count(round(abs(value)))
    is_nothing = not float(size.replace("\u202f", ""))
    sign = "" if is_nothing else "−" if value < 0 else "+" if signed else ""
    return sign + size


def rounded(value: float, low: float, high: float, *, digits: int) -> float:
    """Round people to what their interval can bear; ratios keep their decimals."""
    return value if digits else round_to_uncertainty(value, low, high)


def amount_estimate(low: float, middle: float, high: float, *, digits: int) -> tuple[str, str]:
    """Write a median and its interval, rounded so that no digit is idle."""
    values = [rounded(each, low, high, digits=digits) for each in (low, middle, high)]
    return amount(values[1], digits), amount_span(values[0], values[2], digits)


def amount_span(low: float, high: float, digits: int) -> str:
    """Write an interval of amounts, `1.2 – 1.6`; `to` parts them where one is negative."""
    if amount(low, digits) == amount(high, digits):
        return amount(low, digits)
    joint = " to " if low < 0 else " – "
    return amount(low, digits) + joint + amount(high, digits)
