"""Arithmetic over names as a tree: what measures and rules are made of."""

from dataclasses import dataclass
from typing import Final, TypeAlias

DAYS_PER_MONTH: Final = 365.25 / 12  # the mean month of the Julian calendar


@dataclass(frozen=True, slots=True)
class Number:
    """A constant, with no dimension; one written as a percentage (`40 %` is 0.4) says so."""

    value: float
    is_percent: bool = False


@dataclass(frozen=True, slots=True)
class Name:
    """A stock, flow, measure or parameter, as written (bare or dotted)."""

    text: str


@dataclass(frozen=True, slots=True)
class Total:
    """`total FLOW`: all who passed since the start of the time meant."""

    flow: str


@dataclass(frozen=True, slots=True)
class Negate:
    """The negative of an expression."""

    operand: "Expression"


@dataclass(frozen=True, slots=True)
class Binary:
    """`+`, `-`, `*` or `/` of two expressions."""

    operator: str
    left: "Expression"
    right: "Expression"


@dataclass(frozen=True, slots=True)
class Call:
    """A function of the rule language, such as min, if, ramp, share or rate."""

    function: str
    arguments: tuple["Expression", ...]


@dataclass(frozen=True, slots=True)
class Compare:
    """`<`, `<=`, `>`, `>=` or `=`: only as the first argument of `if`."""

    operator: str
    left: "Expression"
    right: "Expression"


@dataclass(frozen=True, slots=True)
class Date:
    """A date written in a rule (`step(100, 2026-03)`), as said."""

    text: str


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time in a rule (`last 6 months`, `3 months`), in months."""

    months: float
    last: bool = False


Expression: TypeAlias = Number | Name | Total | Negate | Binary | Call | Compare | Date | Span
