"""A text in, every number it holds out, people or not: where, how much, and how it is meant."""

import re
from dataclasses import dataclass
from typing import Final

from musterbook.claims.atoms import Atom, atoms_in
from musterbook.claims.bounds import (
    BETWEEN,
    FRACTION,
    OPEN_ABOVE,
    STATED,
    VAGUE,
    bound_after,
    bound_before,
    open_ends,
)
from musterbook.claims.fold import fold


@dataclass(frozen=True, slots=True)
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


_JOINT = re.compile(r"\s*(?:-|–|—|-to-|to|or)\s*|\s+and\s+")
_PERCENT = re.compile(r"[\s-]?(?:%|per\s?cent(?:age)?\b|percentage\s+points?\b)")
# From 500 to 600 after a verb of change is two numbers, before and after, not a range.
_CHANGE_BEFORE = re.compile(
    r"\b(?:rose|risen|rise|rising|increase[sd]?|increasing|grew|grown|growing|f[ea]ll|fallen|falling"
    r"|drop(?:ped)?|decreased?|declined?|went|up|down|revised|jumped|climbed|raised|cut|reduced"
    r"|expand(?:ed)?|doubled|tripled)\b[^.;]{0,40}\bfrom\s+(?:\w+\s+){0,2}$"
)
_BETWEEN_BEFORE = re.compile(r"\bbetween\s+(?:an?\s+|about\s+|some\s+|roughly\s+)*$")
_WINDOW = 70
_SMALL: Final = 1_000  # 10 to 12 thousand: the scale belongs to both where the first is bare


def find_quantities(text: str) -> tuple[Quantity, ...]:
    """Find every number of a text, in order; dates, clock times and ordinals are none."""
    return quantities_in(fold(text))


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
    left = max(0, first.start - _WINDOW)
    is_between = bool(_BETWEEN_BEFORE.search(folded, left, first.start))
    if joint[0].strip() == "and" and not is_between:
        return None
    low = first.low
    if first.scale == 1 and second.scale > 1 and low < _SMALL and low < second.low / second.scale:
        low *= second.scale
    if low >= second.high or (not is_between and _CHANGE_BEFORE.search(folded, left, first.start)):
        return None
    return Atom(first.start, second.end, low, second.high, second.form, second.scale)


def _quantity(folded: str, atom: Atom, *, is_range: bool = False) -> Quantity:
    percent = None if atom.form == FRACTION else _PERCENT.match(folded, atom.end)
    end = percent.end() if percent else atom.end
    before, after = bound_before(folded, atom.start), bound_after(folded, end)
    form = "percent" if percent else atom.form
    bound = _bound(before.bound, after.bound, form, is_range=is_range)
    low, high = open_ends(atom.low, atom.high, bound)
    if is_range:
        before = before._replace(start=_between_start(folded, before.start))
    return Quantity(
        start=atom.start,
        end=end,
        low=low,
        high=high,
        bound=bound,
        lead=before.start,
        tail=after.end,
        form=form,
    )


def _between_start(folded: str, start: int) -> int:
    match = _BETWEEN_BEFORE.search(folded, max(0, start - _WINDOW), start)
    return match.start() if match else start


def _bound(before: str, after: str, form: str, *, is_range: bool) -> str:
    if is_range:
        return BETWEEN
    if form == FRACTION:
        return FRACTION
    if form == VAGUE and before in (STATED, "about", "estimated"):
        return VAGUE
    if before == STATED or (after in OPEN_ABOVE and before in ("about", "estimated")):
        return after
    return before
