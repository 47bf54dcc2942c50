"""An expression and the dimensions of its names go in; its own, or what does not fit, comes out.

What may be added, compared or chosen between must be alike: people with people, people per month
with people per month. Three allowances follow what people write:

* A bare number takes the dimension of what it stands beside: `present + 500` adds 500 people,
  `max(0, kill)` compares with 0 people per month. A percentage does not: `present + 10 %` is
  refused, `present * 110 %` is meant.
* A name whose dimension nobody knows fits everywhere.
* A rule gives people per month, or people: the latter means so many within a step of one month.
  So `share(reserve, lack, …)`, which splits a stock of people and gives people, may be the rule
  of a flow as it stands.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from musterbook.account.expression import (
    Binary,
    Call,
    Compare,
    Date,
    Expression,
    Name,
    Negate,
    Number,
    Span,
    Total,
)
from musterbook.account.expression_print import print_expression


@dataclass(frozen=True, slots=True)
class Dimension:
    """The powers of people and of months that a quantity has: people per month is 1 and -1."""

    people: int = 0
    months: int = 0

    def __str__(self) -> str:
        """Write it as a person says it."""
        if self in _WORDS:
            return _WORDS[self]
        factors = " times ".join(["people"] * self.people + ["months"] * self.months)
        divisors = ["per person"] * -self.people + ["per month"] * -self.months
        return " ".join(part for part in (factors, *divisors) if part)

    def times(self, other: "Dimension", sign: int = 1) -> "Dimension":
        """Give the dimension of a product, or with sign -1 of a quotient."""
        return Dimension(self.people + sign * other.people, self.months + sign * other.months)


NONE: Final = Dimension()
PEOPLE: Final = Dimension(1)
PEOPLE_PER_MONTH: Final = Dimension(1, -1)
PER_MONTH: Final = Dimension(0, -1)
MONTHS: Final = Dimension(0, 1)
_WORDS: Final = {
    NONE: "a bare number",
    PEOPLE: "people",
    PEOPLE_PER_MONTH: "people per month",
    PER_MONTH: "per month",
    MONTHS: "months",
}
RULE_DIMENSIONS: Final = frozenset({PEOPLE, PEOPLE_PER_MONTH})
LookUp: TypeAlias = Callable[[str], Dimension | None]
_SAME: Final = frozenset({"min", "max", "share"})
_AS_FIRST: Final = frozenset({"step", "pulse", "delay", "smooth"})


@dataclass(frozen=True, slots=True)
class _Found:
    """A part's dimension; None fits everything, and so does what is made of bare numbers only."""

    dimension: Dimension | None
    is_bare: bool = False

    @property
    def is_open(self) -> bool:
        return self.dimension is None or self.is_bare


def dimension_of(
    expression: Expression, lookup: LookUp
) -> tuple[Dimension | None, tuple[str, ...]]:
    """Find what an expression counts, and complain where it mixes what cannot be mixed.

    Args:
        expression: what was parsed.
        lookup: gives the dimension of a name as written, None where it is not known.

    Returns:
        The dimension (None where any would do: of bare numbers and unknown names), and what
        does not fit, in words.
    """
    finder = _Finder(lookup)
    found = finder.find(expression)
    return None if found.is_open else found.dimension, tuple(dict.fromkeys(finder.complaints))


def fits_a_rule(dimension: Dimension | None) -> bool:
    """Say whether a rule may give this: people per month, or people (within one month)."""
    return dimension is None or dimension in RULE_DIMENSIONS


@dataclass(slots=True)
class _Finder:
    lookup: LookUp
    complaints: list[str] = field(default_factory=list)

    def find(self, expression: Expression) -> _Found:
        match expression:
            case Number():
                return _Found(NONE, is_bare=not expression.is_percent)
            case Name():
                return _Found(self.lookup(expression.text))
            case Total():
                return _Found(self._total(expression))
            case Negate():
                return self.find(expression.operand)
            case Compare():
                self._alike((expression.left, expression.right), _quoted(expression))
                return _Found(NONE)
            case Span() | Date():
                return _Found(MONTHS if isinstance(expression, Span) else NONE)
            case Binary():
                return self._binary(expression)
            case Call():
                return self._call(expression)

    def _total(self, total: Total) -> Dimension | None:
        dimension = self.lookup(total.flow)
        if dimension not in (None, PEOPLE_PER_MONTH):
            self.complaints.append(
                f"`total {total.flow}`: only a flow can be summed up, and `{total.flow}` counts "
                f"{dimension}"
            )
        return PEOPLE

    def _binary(self, expression: Binary) -> _Found:
        if expression.operator in "+-":
            return self._alike((expression.left, expression.right), _quoted(expression))
        left, right = self.find(expression.left), self.find(expression.right)
        if left.dimension is None or right.dimension is None:
            return _Found(None)
        sign = 1 if expression.operator == "*" else -1
        product = left.dimension.times(right.dimension, sign)
        return _Found(product, is_bare=left.is_bare and right.is_bare)

    def _call(self, call: Call) -> _Found:
        words, arguments = _quoted(call), call.arguments
        if call.function in _SAME:
            return self._alike(arguments, words)
        if call.function in _AS_FIRST:
            return self.find(arguments[0])
        if call.function == "if":
            self.find(arguments[0])
            return self._alike(arguments[1:], words)
        if call.function == "rate":
            return self._rate(arguments[0], words)
        if call.function == "ramp":
            return self._ramp(arguments[0])
        if call.function == "table":
            self._alike((arguments[0], *arguments[1::2]), words)
            return self._alike(arguments[2::2], words)
        return _Found(None)

    def _rate(self, flow: Expression, words: str) -> _Found:
        found = self.find(flow)
        if found.dimension not in (None, PEOPLE_PER_MONTH):
            self.complaints.append(f"{words}: a rate is taken of a flow, not of {found.dimension}")
        return _Found(PER_MONTH)

    def _ramp(self, slope: Expression) -> _Found:
        found = self.find(slope)
        if found.is_open or found.dimension is None:
            return found
        return _Found(found.dimension.times(MONTHS))

    def _alike(self, parts: Iterable[Expression], words: str) -> _Found:
        found = [self.find(each) for each in parts]
        known = list(dict.fromkeys(each.dimension for each in found if not each.is_open))
        if len(known) > 1:
            mixed = " with ".join(str(each) for each in known)
            self.complaints.append(f"{words} mixes {mixed}")
        if known:
            return _Found(known[0])
        is_unknown = any(each.dimension is None for each in found)
        return _Found(None) if is_unknown else _Found(NONE, is_bare=True)


def _quoted(expression: Expression) -> str:
    return f"`{print_expression(expression)}`"
