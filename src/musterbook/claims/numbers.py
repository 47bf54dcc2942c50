"""A text in, every number it holds out, people or not: where, how much, and how it is meant."""

import re
from dataclasses import replace
from typing import Final

from musterbook.claims.atoms import Atom, atoms_in
from musterbook.claims.bounds import (
    BETWEEN,
    FRACTION,
    OPEN_ABOVE,
    OPEN_BELOW,
    STATED,
    VAGUE,
    bound_after,
    bound_before,
)
from musterbook.claims.fold import fold
from musterbook.claims.patterns.led import Led
from musterbook.claims.patterns.up_to import UpTo
from musterbook.core.noun import noun
from musterbook.reports.offsets import NormalText
from musterbook.reports.reading import for_reading


@noun
class Quantity:
    """A number as said: `text[start:end]` is its words, `low` or `high` None where open.

    `bound` is a word of the controlled sentence, or estimated, vague, fraction, between, stated.
    `lead` is where its bound words start, `tail` where those after it end. `form` is digits,
    words, vague, fraction or percent. `meant` is the range a vague word stands for.
    """

    start: int
    end: int
    low: float | None
    high: float | None
    bound: str
    lead: int
    tail: int
    form: str

    @property
    def least(self) -> float:
        """The smallest end said."""
        return self.low if self.low is not None else self.high or 0.0


_JOINT = re.compile(
    r"(?P<percent>\s?(?:%|per\s?cent|percent))?(?P<word>[^\S\n]*\n?[^\S\n]*(?:-|–|—|-to-|to|or)[^\S\n]*\n?[^\S\n]*|\s+and\s+)(?P<money>(?:us)?[$£€¥]\s?)?"
)
_MONEY = UpTo(r"(?:\b(?:us|a|c|hk|nz|s))?[$£€¥₹]\s?$")
_PERCENT = re.compile(r"[\s-]?(?:%|per\s?cent(?:age)?\b|percentage\s+points?\b)")
# From 500 to 600 after a verb of change is two numbers, before and after, not a range.
_CHANGE_BEFORE = re.compile(
    r"\b(?:rose|risen|rise|rising|increase[sd]?|increasing|grew|grown|growing|f[ea]ll|fallen|falling"
    r"|drop(?:ped)?|decreased?|declined?|went|up|down|revised|jumped|climbed|swollen|swelled|shrank|shrunk|raised?|cut|reduced?"
    r"|expand(?:ed)?|doubled|tripled|charged|swung|shifted|widened|narrowed)"
    r"\b[^.;]{0,40}\b(?:from|by)\s+(?:\w+\s+){0,2}$"
)
_BETWEEN_BEFORE = Led(r"\bbetween\s+(?:an?\s+|about\s+|some\s+|roughly\s+)*$")
_WINDOW = 70
_SMALL: Final = 1_000  # 10 to 12 thousand: the scale belongs to both where the first is bare


def find_quantities(text: str) -> tuple[Quantity, ...]:
    """Find every number of a text, in order; dates, clock times and ordinals are none."""
    reading = for_reading(text)
    folded = fold(reading.text)
    found = [each for each in quantities_in(folded) if not _is_pronoun(folded, each)]
    kept = (each for each in found if not _is_of_score(folded, each))
    return (
        tuple(kept) if reading.text == text else tuple(_as_printed(each, reading) for each in kept)
    )


def _as_printed(quantity: Quantity, reading: NormalText) -> Quantity:
    """Move a number to where it stands in the text given."""
    start, end = reading.original(quantity.start, quantity.end)
    lead, tail = reading.original(quantity.lead, quantity.tail)
    return replace(quantity, start=start, end=end, lead=lead, tail=tail)


# One that counts nothing: one of them, one another, no one, one day, the one who.
_ONE_THING = re.compile(
    r"\s+(?:of|another|day|thing|who|whom|that|which|can|could|is|was|has|had|would|should|may|might"
    r"|must|will|in|to|and|or|as|on|at|for|with|by|from|side|hand|way|such|than|does|did)\b"
    r"|[.,;:!?'’”\")]|$"
)


def _is_pronoun(folded: str, quantity: Quantity) -> bool:
    """Say whether `one` stands for somebody or something and counts nothing."""
    is_one = folded[quantity.start : quantity.end] == "one"
    return is_one and bool(_ONE_THING.match(folded, quantity.end))


def _is_of_score(folded: str, quantity: Quantity) -> bool:
    """Say whether a number is one side of a result: 3-1."""
    return bool(
        _SCORE_AFTER.match(folded, quantity.end)
        or _SCORE_BEFORE.search(folded, quantity.start - 4, quantity.start)
    )


_SCORE_AFTER = re.compile(r"[-–]\d{1,3}(?![\d-]|[.,]\d)")
_SCORE_BEFORE = UpTo(r"(?<![\w.,-])\d{1,3}[-–]$")


def quantities_in(folded: str) -> tuple[Quantity, ...]:
    """Find every number of a text folded to lower case."""
    found: list[Quantity] = []
    waiting: Atom | None = None
    for atom in atoms_in(folded):
        if waiting is not None:
            joined = _join(folded, waiting, atom)
            if joined is not None:
                found.append(_quantity(folded, joined, is_range=True))
                waiting = None
                continue
            found.append(_quantity(folded, waiting))
        waiting = atom
    if waiting is not None:
        found.append(_quantity(folded, waiting))
    return tuple(found)


def _join(folded: str, first: Atom, second: Atom) -> Atom | None:
    """Make one range of two neighbours: 3-4, 10 to 12 thousand, between 200 and 300."""
    joint = _JOINT.fullmatch(folded, first.end, second.start)
    if joint is None or FRACTION in (first.form, second.form):
        return None
    if joint["percent"] and not _PERCENT.match(folded, second.end):
        return None
    if joint["money"] and not _MONEY.search(folded, first.start - 5, first.start):
        return None
    left = first.start - _WINDOW
    is_between = bool(_BETWEEN_BEFORE.search(folded, left, first.start))
    if joint["word"].strip() == "and" and not is_between:
        return None
    low = first.low
    if first.scale == 1 and second.scale > 1 and low < _SMALL and low < second.low / second.scale:
        low *= second.scale
    if low >= second.high or (not is_between and _CHANGE_BEFORE.search(folded, left, first.start)):
        return None
    return Atom(first.start, second.end, low, second.high, second.form, second.scale)


def _quantity(folded: str, atom: Atom, *, is_range: bool = False) -> Quantity:
    start, end, low, high, form, _ = atom
    if form != FRACTION and (percent := _PERCENT.match(folded, end)):
        end, form = percent.end(), "percent"
    money = _MONEY.search(folded, start - 5, start)
    before, lead = bound_before(folded, money.start() if money else start)
    after, tail = bound_after(folded, end)
    bound = BETWEEN if is_range else _bound(before, after, form)
    if is_range and (between := _BETWEEN_BEFORE.search(folded, lead - _WINDOW, lead)):
        lead = between.start()
    if bound in OPEN_ABOVE:  # more than 18,000 has no high
        return Quantity(start, end, low, None, bound, lead, tail, form)
    if bound in OPEN_BELOW:
        return Quantity(start, end, None, high, bound, lead, tail, form)
    return Quantity(start, end, low, high, bound, lead, tail, form)


def _bound(before: str, after: str, form: str) -> str:
    """Choose among the bounds before and after one number."""
    if form == FRACTION and before == STATED:
        return FRACTION
    if form == VAGUE and before in (STATED, "about", "estimated"):
        return VAGUE
    if before == STATED or (after in OPEN_ABOVE and before in ("about", "estimated")):
        return after
    return before
