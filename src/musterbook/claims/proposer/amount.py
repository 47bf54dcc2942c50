"""A proposal's number and one of the text's own in, whether they are the same out.

The values must be equal and the number open on the same side. The hedge itself (about, nearly)
and the ends of a vague word are then taken from the text by our own grammar, never from the model.
"""

import math
from typing import Final

from musterbook.claims.bounds import BETWEEN, OPEN_ABOVE, OPEN_BELOW, STATED, VAGUE
from musterbook.claims.numbers import Quantity
from musterbook.claims.proposer.nouns import Proposal

_WORDS_ALONE: Final = (VAGUE, "fraction", "none")  # forms whose value stands in no digits
_PERCENT: Final = "percent"


def is_share(quantity: Quantity) -> bool:
    """Say whether a number is a share of people: half, 40 per cent."""
    return quantity.form in ("fraction", _PERCENT)


def has_its_values(proposal: Proposal, quantity: Quantity) -> bool:
    """Say whether a proposal gives the values that a number of the text has."""
    said = {each for each in (proposal.low, proposal.high) if each is not None}
    if not said:
        return quantity.form in _WORDS_ALONE
    ours = {each for each in (quantity.low, quantity.high) if each is not None}
    shares = {each / 100 for each in ours} if quantity.form == _PERCENT else ours
    return _same(said, ours) or _same(said, shares)


def _same(one: set[float], other: set[float]) -> bool:
    pairs = zip(sorted(one), sorted(other), strict=False)
    return len(one) == len(other) and all(math.isclose(a, b) for a, b in pairs)


def opens_alike(proposal: Proposal, quantity: Quantity) -> bool:
    """Say whether a proposal and the text leave the same end of the number open."""
    ours = _opening(quantity.low, quantity.high, quantity.bound)
    return _opening(proposal.low, proposal.high, proposal.bound) == ours


def _opening(low: float | None, high: float | None, bound: str) -> str:
    if bound in OPEN_ABOVE or (low is not None and high is None):
        return "above"
    if bound in OPEN_BELOW or (low is None and high is not None):
        return "below"
    return ""


def said(proposal: Proposal) -> str:
    """Write down the number a proposal gives."""
    ends = [_digits(each) for each in (proposal.low, proposal.high)]
    number = ends[0] if ends[0] == ends[1] else " to ".join(ends)
    bound = "" if proposal.bound in (STATED, BETWEEN) else f"{proposal.bound} "
    return bound + number


def _digits(value: float | None) -> str:
    return "open" if value is None else f"{value:.15g}"
