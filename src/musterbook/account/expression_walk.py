"""An expression goes in; its parts, and the names in it, come out."""

from collections.abc import Iterator

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


def parts_of(expression: Expression) -> tuple[Expression, ...]:
    """Give what an expression is directly made of."""
    if isinstance(expression, Negate):
        return (expression.operand,)
    if isinstance(expression, (Binary, Compare)):
        return (expression.left, expression.right)
    return expression.arguments if isinstance(expression, Call) else ()


def walk(expression: Expression) -> Iterator[Expression]:
    """Yield an expression and all its parts, each before what it is made of."""
    waiting = [expression]
    while waiting:
        each = waiting.pop()
        yield each
        waiting += reversed(parts_of(each))


def names_in(expression: Expression) -> frozenset[str]:
    """Collect the stocks, flows, measures and parameters that an expression names."""
    bare = (each.text for each in walk(expression) if isinstance(each, Name))
    totals = (each.flow for each in walk(expression) if isinstance(each, Total))
    return frozenset((*bare, *totals))


def constant_of(expression: Expression) -> float | None:
    """Give the value of plain arithmetic on numbers, or None where anything else is in it."""
    if isinstance(expression, Number):
        return expression.value
    if isinstance(expression, Negate):
        inner = constant_of(expression.operand)
        return None if inner is None else -inner
    if not isinstance(expression, Binary):
        return None
    left, right = constant_of(expression.left), constant_of(expression.right)
    return None if left is None or right is None else _operate(expression.operator, left, right)


def _operate(operator: str, left: float, right: float) -> float | None:
    if operator == "+":
        return left + right
    if operator == "-":
        return left - right
    if operator == "*":
        return left * right
    return left / right if right else None
