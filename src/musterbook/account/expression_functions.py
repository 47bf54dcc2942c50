"""A function's name goes in; what arguments it takes, and what it means, come out."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

MANY = 99  # as many arguments as an expression has room for


class Kind(StrEnum):
    """What an argument may be."""

    VALUE = "a value"
    TEST = "a comparison such as `reserve < 1 000`"
    DATE = "a date such as `2026-03`"
    SPAN = "a stretch of time such as `3 months`"
    RECENT = "a stretch of the past such as `last 6 months`"
    FLOW = "the name of a flow"


@dataclass(frozen=True, slots=True)
class Signature:
    """The kinds of a function's arguments (the last repeats), how many, and what it gives."""

    kinds: tuple[Kind, ...]
    least: int
    most: int
    example: str
    meaning: str

    def kind_of(self, index: int) -> Kind:
        """Give the kind of the argument at an index."""
        return self.kinds[min(index, len(self.kinds) - 1)]


FUNCTIONS: Mapping[str, Signature] = MappingProxyType(
    {
        "min": Signature((Kind.VALUE,), 2, MANY, "min(a, b)", "the least of them"),
        "max": Signature((Kind.VALUE,), 2, MANY, "max(0, a)", "the greatest of them"),
        "if": Signature(
            (Kind.TEST, Kind.VALUE), 3, 3, "if(reserve < 1 000, 0, a)", "one value or the other"
        ),
        "step": Signature(
            (Kind.VALUE, Kind.DATE), 2, 2, "step(100, 2026-03)", "0, and from the date on the value"
        ),
        "pulse": Signature(
            (Kind.VALUE, Kind.DATE, Kind.SPAN),
            2,
            3,
            "pulse(100, 2026-03, 2 months)",
            "the value from the date on for the span (a month), else 0",
        ),
        "ramp": Signature(
            (Kind.VALUE, Kind.DATE),
            2,
            3,
            "ramp(10, 2026-03, 2026-09)",
            "0 until the date, then rising by the value each month until the second date",
        ),
        "delay": Signature(
            (Kind.VALUE, Kind.SPAN),
            2,
            2,
            "delay(sign, 2 months)",
            "the value of about that long ago (a third-order delay)",
        ),
        "smooth": Signature(
            (Kind.VALUE, Kind.SPAN),
            2,
            2,
            "smooth(sign, 3 months)",
            "the value's running mean, forgetting what is older exponentially",
        ),
        "table": Signature(
            (Kind.VALUE,),
            5,
            MANY,
            "table(a, 0, 0, 100, 10)",
            "straight lines through pairs x, y of points; flat beyond the ends",
        ),
        "share": Signature(
            (Kind.VALUE,),
            2,
            MANY,
            "share(reserve, need_a - a, need_b - b)",
            "how much of the first the second gets, when all who lack are served in proportion",
        ),
        "rate": Signature(
            (Kind.FLOW, Kind.RECENT),
            2,
            2,
            "rate(kill, last 6 months)",
            "the flow's recent share a month of the stock it leaves",
        ),
    }
)
