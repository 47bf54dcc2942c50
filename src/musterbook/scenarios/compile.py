"""Formulas in, functions over all members at once out; faults come out as problems.

An expression becomes nested Python functions over arrays of shape (member,). Nothing is ever
evaluated as Python text.
"""

import operator
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from musterbook.account.expression import (
    Binary,
    Call,
    Compare,
    Expression,
    Name,
    Negate,
    Number,
    Total,
)
from musterbook.core.problem import Problem
from musterbook.scenarios.clock import Clock
from musterbook.scenarios.functions import FUNCTIONS
from musterbook.scenarios.state import Evaluate, State, Value
from musterbook.scenarios.tables import Tables
from musterbook.scenarios.world import Formula, World

Operator = Callable[[Value, Value], Value]
ARITHMETIC: MappingProxyType[str, Operator] = MappingProxyType(
    {"+": operator.add, "-": operator.sub, "*": operator.mul, "/": np.divide}
)
COMPARISONS: MappingProxyType[str, Operator] = MappingProxyType(
    {
        "<": operator.lt,
        "<=": operator.le,
        ">": operator.gt,
        ">=": operator.ge,
        "=": np.equal,
    }
)


@dataclass(frozen=True, slots=True)
class Compiled:
    """A formula ready to run: `rates` are the flows whose rates it uses at the same instant."""

    evaluate: Evaluate
    rates: frozenset[str]
    divides: bool


def compile_formula(
    formula: Formula, world: World, *, clock: Clock, tables: Tables
) -> Compiled | None:
    """Compile a formula, or report every fault in it into `tables.problems` and give None."""
    before = len(tables.problems)
    walk = Walk(formula, world, clock=clock, tables=tables)
    evaluate = walk.compile(formula.expression)
    if len(tables.problems) > before:
        return None
    return Compiled(evaluate, frozenset(walk.rates), walk.divides)


class Walk:
    """One walk down a formula; measures that it names are walked in place."""

    def __init__(self, formula: Formula, world: World, *, clock: Clock, tables: Tables) -> None:
        self.formula, self.world, self.clock, self.tables = formula, world, clock, tables
        self.rates: set[str] = set()
        self.divides = False
        self.path: tuple[str, ...] = ()

    def compile(self, expression: Expression) -> Evaluate:
        """Turn one node and all below it into a function of the state."""
        if isinstance(expression, Number):
            value = expression.value
            return lambda _: value
        if isinstance(expression, Name):
            return self._name(expression.text)
        if isinstance(expression, Total):
            return self._total(expression.flow)
        if isinstance(expression, Negate):
            operand = self.compile(expression.operand)
            return lambda state: -operand(state)
        if isinstance(expression, Binary):
            self.divides |= expression.operator == "/"
            return self._both(expression, ARITHMETIC[expression.operator])
        if isinstance(expression, Compare):
            return self._both(expression, COMPARISONS[expression.operator])
        if isinstance(expression, Call):
            return self._call(expression)
        return self.fault("MB410", "a date or a span of time stands only inside a function")

    def fault(self, code: str, says: str, *, fix: str = "") -> Evaluate:
        """Report a fault of this formula; the function given back is never run."""
        phrase = self.formula.phrase
        words = (("written", phrase.text),)
        self.tables.problems.append(Problem(code, says, phrase.place, numbers=words, fix=fix))
        return lambda _: np.nan

    @contextmanager
    def later(self) -> Iterator[None]:
        """Walk something that trails its input: what it needs closes no circle of rules."""
        kept = set(self.rates)
        yield
        self.rates = kept

    def flow(self, name: str) -> str | None:
        """Resolve a name that must be a flow's; report it otherwise."""
        found = self.world.network.resolve(name, self.formula.account)
        if found in self.world.network.flows:
            return found
        if found is None:
            self.tables.problems.append(self.world.stranger(name, self.formula.phrase))
        else:
            self.fault("MB410", f"`{name}` is no flow", fix="name one of the account's flows")
        return None

    def total_of(self, flow: str) -> Evaluate:
        """Give those who passed along a flow since the window opened."""
        row = self.tables.totals.setdefault(flow, len(self.tables.totals))
        return lambda state: state.totals[row]

    def _both(self, expression: Binary | Compare, apply: Operator) -> Evaluate:
        left, right = self.compile(expression.left), self.compile(expression.right)
        return lambda state: apply(left(state), right(state))

    def _total(self, name: str) -> Evaluate:
        flow = self.flow(name)
        return (lambda _: np.nan) if flow is None else self.total_of(flow)

    def _name(self, text: str) -> Evaluate:
        network = self.world.network
        found = network.resolve(text, self.formula.account)
        if found is None and text == "time":
            return lambda state: state.now
        if found is None:
            self.tables.problems.append(self.world.stranger(text, self.formula.phrase))
            return lambda _: np.nan
        if found in network.stocks:
            row = self.world.stocks.index(found)
            return lambda state: state.stocks[row]
        if found in network.flows:
            return self.total_of(found) if self.formula.totals else self._rate(found)
        if found in network.parameters:
            return lambda state: state.parameters[found]
        return self._measure(found)

    def _rate(self, flow: str) -> Evaluate:
        self.rates.add(flow)
        row = [each.name for each in self.world.flows].index(flow)
        return lambda state: state.rates[row]

    def _measure(self, name: str) -> Evaluate:
        if name in self.path:
            circle = " -> ".join((*self.path, name))
            return self.fault("MB409", f"measures are made of one another in a circle: {circle}")
        outer, path = self.formula, self.path
        self.formula, self.path = self.world.measure(name), (*path, name)
        try:
            return self.compile(self.formula.expression)
        finally:
            self.formula, self.path = outer, path

    def _call(self, call: Call) -> Evaluate:
        return FUNCTIONS[call.function](self, call.arguments)


def undefined_as_zero(compiled: Compiled, name: str) -> Evaluate:
    """Guard a rule that divides: where it has no value nobody moves, and it is noted."""
    if not compiled.divides:
        return compiled.evaluate
    evaluate = compiled.evaluate

    def guarded(state: State) -> Value:
        value = evaluate(state)
        finite = np.isfinite(value)
        if np.all(finite):
            return value
        state.missed(name, np.broadcast_to(~finite, (state.members,)))
        return np.where(finite, value, 0.0)

    return guarded
