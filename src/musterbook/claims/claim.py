"""The fields of a proposed claim in, the claim as a value and as JSON out."""

from dataclasses import fields
from datetime import date
from typing import Any

from musterbook.core.noun import noun


@noun
class ExtractedClaim:
    """What one sentence says of a head count, proposed and not yet accepted by anybody.

    `start` and `end` are code points of the text, `text[start:end] == quote`. `low` and `high` are
    the number as said, None where open; for `unit` fraction they are shares of one. `kind` is
    level, change, rate (then `per` a unit of time) or cumulative. `by` is the chain of sources,
    outermost speaker first; empty where the text itself says it. `rule` names what fired.
    """

    quote: str
    start: int
    end: int
    low: float | None
    high: float | None
    bound: str
    surface: str
    unit: str
    counted: str
    group: str | None
    place: str | None
    kind: str
    per: str | None
    time_text: str | None
    period_start: date | None
    period_end: date | None
    by: tuple[str, ...]
    hedged: bool
    stance: str
    derived: bool
    rule: str
    measure: str | None = None
    says: str | None = None

    def to_json(self) -> dict[str, Any]:
        """Give the claim as plain values: dates in ISO form, whole numbers without a point."""
        return {each.name: _plain(getattr(self, each.name)) for each in fields(self)}


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return list(value)
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return value
