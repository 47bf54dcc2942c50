"""A claim and its measure's name in, the controlled sentence it amounts to out, None if none."""

from datetime import date, timedelta
from typing import Final

from musterbook.claims.bounds import BETWEEN, ESTIMATED, STATED, VAGUE
from musterbook.claims.claim import ExtractedClaim
from musterbook.claims.kinds.kind_names import CHANGE, LEVEL, RATE
from musterbook.claims.says.says_numbers import format_float
from musterbook.core.quantity import VAGUE_LITERAL
from musterbook.core.records import Stance
from musterbook.core.when import MONTHS_IN, Period, Step, step_of

# Bounds the sentence has no word for, and what it says instead.
_WORDS: Final = {STATED: "", BETWEEN: "", ESTIMATED: "about", VAGUE: ""}
_LONGER: Final = (Step.YEAR, Step.QUARTER, Step.MONTH, Step.DAY)
_PER: Final = frozenset(step.value for step in Step)


def says_of(claim: ExtractedClaim, measure: str) -> str | None:
    """Write the sentence of a claim about a measure.

    There is none for what is not asserted, for a share without its whole, and for a level or
    total of no stated time: those are for the analyst to word.
    """
    amount = _amount(claim)
    when = _when(claim)
    if claim.stance != Stance.ASSERTED or amount is None or when is None:
        return None
    unit = "" if claim.unit == "person" else claim.unit
    per = f"per {claim.per}" if claim.per else ""
    bound = _WORDS.get(claim.bound, claim.bound)
    return " ".join(filter(None, (measure, bound, amount, unit, per, when)))


def _amount(claim: ExtractedClaim) -> str | None:
    if claim.unit == "fraction" or (claim.per and claim.per not in _PER):
        return None
    if claim.high == 0:
        return "none"
    word = " ".join(claim.surface.lower().split())
    if claim.bound == VAGUE and word in VAGUE_LITERAL:
        return word
    ends = [value for value in (claim.low, claim.high) if value is not None]
    return " to ".join(dict.fromkeys(map(format_float, ends))) if ends else None


def _when(claim: ExtractedClaim) -> str | None:
    first, last = claim.period_start, claim.period_end
    if last is None:
        return None
    if claim.kind == LEVEL:
        if first is None or first == last:
            return f"on {last}"
        return f"throughout {_span(Period(first, last), ' to ')}"
    if claim.kind in (CHANGE, RATE):
        if first is None:
            return None
        name = _name(Period(first, last))
        return f"in {name}" if name else f"from {first} to {last}"
    return f"by {last}" if first is None else f"since {first} to {last}"


def _span(period: Period, joint: str) -> str:
    return _name(period) or f"{period.start}{joint}{period.end}"


def _name(period: Period) -> str | None:
    """Name a whole year, quarter, half or month as the sentence does: 2025-H2."""
    for step in _LONGER:
        if step_of(period.start, step) == period:
            return _calendar_name(period.start, step)
    half = period.start.month in (1, 7) and _end_of_half(period.start) == period.end
    return f"{period.start.year}-H{1 + (period.start.month > 1)}" if half else None


def _calendar_name(start: date, step: Step) -> str:
    if step is Step.YEAR:
        return f"{start.year}"
    if step is Step.QUARTER:
        return f"{start.year}-Q{1 + (start.month - 1) // MONTHS_IN['quarter']}"
    return f"{start:%Y-%m}" if step is Step.MONTH else start.isoformat()


def _end_of_half(start: date) -> date | None:
    if start.day != 1:
        return None
    after = date(start.year, 7, 1) if start.month == 1 else date(start.year + 1, 1, 1)
    return after - timedelta(days=1)
