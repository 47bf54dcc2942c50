"""A case and its results go in; its claims come out as rows of the register, with their flags."""

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from musterbook.account.rows import interval_of
from musterbook.account.statements import Statement
from musterbook.claims.sentence import Sentence, Timing
from musterbook.core.quantity import Bound, grain
from musterbook.core.records import Claim
from musterbook.core.remembered import MOST_CLAIMS, remembered
from musterbook.views.claims import OUTSIDE, ClaimView
from musterbook.views.exhibits import Exhibits
from musterbook.views.measures import MeasureView
from musterbook.views.points import MarkShape
from musterbook.views.screens.claim_state import State, state_of
from musterbook.views.screens.shown import Shown

# A number is called rounded where half its last digit that is not zero is more than the five per
# cent that "about" allows (core.quantity.ABOUT_SHARE): 300 and 10 000 are, 11 000 is not.
ROUNDED_SHARE = 0.1


class Flag(StrEnum):
    """What a reader of a claim should know beside its number."""

    CONFLICT = "in conflict"
    COPY = "copy"
    DERIVED = "derived"
    ROUNDED = "rounded"
    ASIDE = "set aside"
    OUTSIDE = "outside"
    LOST = "not found"

    @property
    def slug(self) -> str:
        """The flag as a word of an address."""
        return self.replace(" ", "-")


@dataclass(frozen=True, slots=True)
class Band:
    """What the account makes of a claim's measure on its day: the median and the 90 % interval."""

    low: float
    middle: float
    high: float
    day: date


@dataclass(frozen=True, slots=True)
class Row:
    """A claim in the register; `low` and `high` are what it allows, in people (None: open).

    `measure` is empty where it has no sentence, `is_number` false where it says a share.
    """

    view: ClaimView
    state: State
    flags: tuple[Flag, ...]
    measure: str = ""
    is_number: bool = False
    low: float | None = None
    high: float | None = None
    band: Band | None = None
    conflicts: tuple[int, ...] = ()
    rounded_to: float = 0.0

    @property
    def claim(self) -> Claim:
        """The claim."""
        return self.view.claim

    @property
    def origin(self) -> str:
        """Who says it first."""
        return self.view.chain[-1] if self.view.chain else ""

    @property
    def says(self) -> str:
        """Its sentence, as written where it cannot be read."""
        return self.view.says or (self.claim.says.text if self.claim.says else "")


def rows_of(shown: Shown) -> tuple[Row, ...]:
    """Make a row of every claim, in the order of the files."""
    clerk = _Clerk(shown)
    return tuple(clerk.row(each) for each in shown.claims.values())


class _Clerk:
    def __init__(self, shown: Shown) -> None:
        ledger = shown.bench.ledger
        self.spoken = {
            each.claim.id: each for each in (*ledger.shelved, *ledger.statements) if each.claim
        }
        self.conflicts = conflicts_of(shown.worked)
        self.measures = measures_by_name(shown.worked)
        self.marked = {
            mark.claim: (view, mark)
            for view in {each.name: each for each in self.measures.values()}.values()
            for mark in view.marks
        }

    def row(self, view: ClaimView) -> Row:
        name = view.claim.id
        statement = self.spoken.get(name)
        conflicts = tuple(self.conflicts.get(name, ()))
        low, high, place = _allowed(statement) if statement else (None, None, 0.0)
        flags = tuple(_flags(view, is_disputed=bool(conflicts), is_rounded=bool(place)))
        if statement is None:
            return Row(view, state_of(view.claim), flags, conflicts=conflicts)
        return Row(
            view,
            state_of(view.claim),
            flags,
            statement.measure,
            not statement.of,
            low,
            high,
            self._band(statement),
            conflicts,
            place,
        )

    def _band(self, statement: Statement) -> Band | None:
        """Find the posterior to hold a claim against; changes and rates have none of their own."""
        view, mark = self.marked.get(statement.name, (None, None))
        if view is not None and mark is not None:
            return None if mark.shape is MarkShape.SLOPE else _band_at(view, mark.end)
        sentence = statement.sentence
        view = self.measures.get(statement.measure)
        is_instant = sentence.when.timing in (Timing.ON, Timing.BY) and not sentence.per
        if view is None or not is_instant or sentence.when.period is None or statement.of:
            return None
        return _band_at(view, sentence.when.period.end)


def conflicts_of(worked: Exhibits | None) -> Mapping[str, list[int]]:
    """Number the conflicts each claim stands in; none are known before they were looked for."""
    found: dict[str, list[int]] = defaultdict(list)
    for card in worked.cards if worked is not None else ():
        for member in card.conflict.members:
            found[member].append(card.number)
    return found


def measures_by_name(worked: Exhibits | None) -> Mapping[str, MeasureView]:
    """Give the fitted measures by every name they go by; none before anything was fitted."""
    views = worked.measures if worked is not None else ()
    return {name: each for each in views for name in each.names}


def _band_at(view: MeasureView, day: date) -> Band | None:
    path = view.path
    if not path.dates or not path.dates[0] <= day <= path.dates[-1]:
        return None
    at = path.at(day)
    return Band(float(path.q05[at]), float(path.q50[at]), float(path.q95[at]), path.dates[at])


@remembered(MOST_CLAIMS)
def _allowed(statement: Statement) -> tuple[float | None, float | None, float]:
    """Give the ends of what a sentence allows, and the place its number is rounded to."""
    interval = interval_of(statement)
    low, high = (each if math.isfinite(each) else None for each in (interval.low, interval.high))
    return low, high, _rounded_to(statement.sentence)


def _rounded_to(sentence: Sentence) -> float:
    """Give the place a number is rounded to, where that is coarse; else 0."""
    amount = sentence.amount
    if amount.of or amount.vague or sentence.bound is Bound.EXACTLY or sentence.margin is not None:
        return 0.0
    place = grain(amount.low, amount.high)
    return place if place > ROUNDED_SHARE * max(amount.low, amount.high) and place > 1 else 0.0


def _flags(view: ClaimView, *, is_disputed: bool, is_rounded: bool) -> Iterator[Flag]:
    claim, standing = view.claim, view.standing
    if is_disputed:
        yield Flag.CONFLICT
    if standing.startswith(("a copy", "a mutation")):
        yield Flag.COPY
    if claim.derived:
        yield Flag.DERIVED
    if is_rounded:
        yield Flag.ROUNDED
    if claim.set_aside:
        yield Flag.ASIDE
    if standing == OUTSIDE:
        yield Flag.OUTSIDE
    if claim.quote and claim.at is None:
        yield Flag.LOST
