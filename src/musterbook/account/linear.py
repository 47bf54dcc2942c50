"""An expression and a choice of readings go in; a weighted sum of stocks and totals comes out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from musterbook.account.expression import Binary, Expression, Name, Negate, Number, Total
from musterbook.account.network import Network, expression_of

Key: TypeAlias = tuple[str, bool]  # (stock or flow, is it a total)


class NotLinearError(Exception):
    """The expression is a curve: only scenarios can compute it."""


class UnknownNameError(Exception):
    """The expression names something nobody declared; carries the name."""


class CircleError(Exception):
    """Measures are made of one another in a circle; carries the path."""


@dataclass(frozen=True, slots=True)
class Linear:
    """weight x stock, or weight x the total of a flow, summed up, plus a bare number."""

    terms: Mapping[Key, float]
    constant: float = 0.0

    @property
    def has_stocks(self) -> bool:
        """Say whether any term is a stock."""
        return any(not is_total for _, is_total in self.terms)

    @property
    def has_totals(self) -> bool:
        """Say whether any term is a total."""
        return any(is_total for _, is_total in self.terms)

    @property
    def is_never_negative(self) -> bool:
        """Say whether no weight is negative."""
        return all(weight >= 0 for weight in self.terms.values())

    def times(self, factor: float) -> "Linear":
        """Scale every weight."""
        return Linear(
            {key: factor * each for key, each in self.terms.items()}, self.constant * factor
        )

    def plus(self, other: "Linear") -> "Linear":
        """Add two sums, dropping what cancels."""
        terms = dict(self.terms)
        for key, weight in other.terms.items():
            terms[key] = terms.get(key, 0.0) + weight
        return Linear(
            {key: each for key, each in terms.items() if each}, self.constant + other.constant
        )


def linear_measure(
    network: Network, name: str, *, choice: Mapping[str, str], reading: str = ""
) -> Linear:
    """Reduce a measure (or stock, or flow) to stocks and totals under the readings chosen.

    Raises:
        NotLinearError: it is a curve.
        UnknownNameError: it names something undeclared.
        CircleError: it is made of itself.
    """
    return _of_measure(network, name, dict(choice) | ({name: reading} if reading else {}), ())


def _of_measure(
    network: Network, name: str, choice: Mapping[str, str], path: tuple[str, ...]
) -> Linear:
    if name in path:
        raise CircleError(" -> ".join((*path, name)))
    if name in network.stocks:
        return Linear({(name, False): 1.0})
    if name in network.flows:
        return Linear({(name, True): 1.0})
    if name in network.parameters:
        raise NotLinearError(name)
    if name not in network.measures:
        raise UnknownNameError(name)
    expression = expression_of(network, name, choice.get(name, ""))
    home = network.home[name]

    def look_up(text: str) -> Linear:
        qualified = network.resolve(text, home)
        if qualified is None:
            raise UnknownNameError(text)
        return _of_measure(network, qualified, choice, (*path, name))

    return _Reduction(network, home, look_up).reduce(expression)


LookUp: TypeAlias = Callable[[str], Linear]


class _Reduction:
    """Walks one expression; names are looked up by the function given."""

    def __init__(self, network: Network, home: str, look_up: LookUp) -> None:
        self.network, self.home, self.look_up = network, home, look_up

    def reduce(self, expression: Expression) -> Linear:
        if isinstance(expression, Number):
            return Linear({}, expression.value)
        if isinstance(expression, Name):
            return self.look_up(expression.text)
        if isinstance(expression, Total):
            return self._total(expression)
        if isinstance(expression, Negate):
            return self.reduce(expression.operand).times(-1.0)
        if isinstance(expression, Binary):
            return self._binary(expression)
        raise NotLinearError(type(expression).__name__)

    def _total(self, expression: Total) -> Linear:
        flow = self.network.resolve(expression.flow, self.home)
        if flow is None or flow not in self.network.flows:
            raise UnknownNameError(expression.flow)
        return Linear({(flow, True): 1.0})

    def _binary(self, expression: Binary) -> Linear:
        left, right = self.reduce(expression.left), self.reduce(expression.right)
        if expression.operator == "+":
            return left.plus(right)
        if expression.operator == "-":
            return left.plus(right.times(-1.0))
        if expression.operator == "*" and not left.terms:
            return right.times(left.constant)
        if expression.operator == "*" and not right.terms:
            return left.times(right.constant)
        if expression.operator == "/" and not right.terms and right.constant:
            return left.times(1.0 / right.constant)
        raise NotLinearError(expression.operator)
