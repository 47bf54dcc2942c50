"""Numbers as people say them: a value and its hedge word go in, an honest interval comes out."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType

HALF_GRAIN = 0.5  # a number is read as rounded to its last non-zero digit
ABOUT_SHARE = 0.05  # "about" allows at least five per cent: the shipped hedge table
EXCESS_SHARE = 0.25  # how far beyond "more than N" the truth may plausibly lie: the shipped table


class Bound(StrEnum):
    """The words of the controlled sentence that say how a number is meant."""

    NONE = ""
    EXACTLY = "exactly"
    ABOUT = "about"
    NEARLY = "nearly"
    JUST_UNDER = "just under"
    JUST_OVER = "just over"
    MORE_THAN = "more than"
    AT_LEAST = "at least"
    LESS_THAN = "less than"
    AT_MOST = "at most"
    REACHED = "reached"


LOWER_BOUNDS = frozenset({Bound.MORE_THAN, Bound.AT_LEAST})
UPPER_BOUNDS = frozenset({Bound.LESS_THAN, Bound.AT_MOST})


@dataclass(frozen=True, slots=True)
class Interval:
    """What a hedged number allows, in people; `excess` is the scale beyond a one-sided bound."""

    low: float
    high: float
    excess: float | None = None

    @property
    def is_one_sided(self) -> bool:
        """Say whether one end is open."""
        return math.isinf(self.low) != math.isinf(self.high)

    @property
    def centre(self) -> float:
        """The middle of a closed interval, or the bound of a one-sided one."""
        if math.isinf(self.low):
            return self.high
        return self.low if math.isinf(self.high) else (self.low + self.high) / 2


VAGUE_LITERAL = MappingProxyType(
    {
        "several": (3, 9),
        "a few": (3, 9),
        "a dozen": (12, 12),
        "dozens": (24, 99),
        "scores": (40, 99),
        "a few hundred": (200, 500),
        "hundreds": (200, 999),
        "a few thousand": (2_000, 5_000),
        "thousands": (2_000, 9_999),
        "tens of thousands": (20_000, 99_999),
        "hundreds of thousands": (200_000, 999_999),
        "millions": (2_000_000, 9_999_999),
    }
)
# ACLED codes the most conservative figure: dozens 12, hundreds 100 (its public FAQ).
VAGUE_ACLED = MappingProxyType(
    VAGUE_LITERAL
    | {
        "several": (3, 3),
        "dozens": (12, 12),
        "hundreds": (100, 100),
        "thousands": (1_000, 1_000),
        "tens of thousands": (10_000, 10_000),
    }
)
# Wide readings, as an analyst of order-of-magnitude tables would take them (our own choice).
VAGUE_IISS = MappingProxyType(
    VAGUE_LITERAL | {"dozens": (12, 120), "hundreds": (100, 1_000), "thousands": (1_000, 10_000)}
)
VAGUE_TABLES = MappingProxyType(
    {"literal": VAGUE_LITERAL, "acled": VAGUE_ACLED, "iiss": VAGUE_IISS}
)


@dataclass(frozen=True, slots=True)
class HedgeTable:
    """How wide each hedge word is; a case or a source may override any entry."""

    about_share: float = ABOUT_SHARE
    half_grain: float = HALF_GRAIN
    excess_share: float = EXCESS_SHARE
    vague: Mapping[str, tuple[float, float]] = field(default_factory=lambda: VAGUE_LITERAL)

    def with_vague(self, words: Mapping[str, tuple[float, float]]) -> "HedgeTable":
        """Give the same table with some vague words read otherwise."""
        return replace(self, vague=MappingProxyType({**self.vague, **words}))


def grain(*values: float) -> float:
    """Tell how finely a number is rounded: 6,000 to 1,000; of several, the finest."""
    return min((_grain_of(value) for value in values if value), default=0.0)


def _grain_of(value: float) -> float:
    if value != int(value):
        digits = f"{value:.6f}".rstrip("0").partition(".")[2]
        return float(10.0 ** -len(digits))
    whole, place = abs(int(value)), 1
    while whole % 10 == 0:
        whole, place = whole // 10, place * 10
    return float(place)


def hedge_interval(low: float, high: float, bound: Bound, table: HedgeTable) -> Interval:
    """Turn a number or range as said, and its hedge word, into the interval it allows.

    Zero is exact under every word. Values and result are in people (or shares, for ratios).
    """
    place = grain(low, high)
    margin = place * table.half_grain
    if bound in LOWER_BOUNDS:
        return Interval(low, math.inf, max(place, table.excess_share * low))
    if bound in UPPER_BOUNDS:
        return Interval(-math.inf, high, max(place, table.excess_share * high))
    if bound is Bound.EXACTLY or low == high == 0:
        return Interval(low, high)
    if bound is Bound.ABOUT:
        return Interval(
            low - max(margin, table.about_share * low), high + max(margin, table.about_share * high)
        )
    if bound in (Bound.NEARLY, Bound.JUST_UNDER):
        return Interval(low - place, high)
    if bound in (Bound.JUST_OVER, Bound.REACHED):
        return Interval(low, high + place)
    return Interval(low - margin, high + margin)


def format_count(value: float | None) -> str:
    """Write a number of people with thin spaces between groups of three; None is `not known`."""
    if value is None or math.isnan(value):
        return "not known"
    if math.isinf(value):
        return "no limit"
    return f"{round(value):,}".replace(",", "\u202f")


def round_to_uncertainty(value: float, low: float, high: float) -> float:
    """Round a number to a tenth of the width of its interval, so that no digit is idle."""
    width = abs(high - low)
    if not math.isfinite(width) or width <= 1:
        return float(round(value))
    place = 10.0 ** max(0, math.floor(math.log10(width)) - 1)
    return float(round(value / place) * place)
