"""An expression goes in, its canonical words come out: as few parentheses as it needs."""

from typing import Final

from musterbook.account.expression import (
    DAYS_PER_MONTH,
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
from musterbook.claims.says.says_numbers import format_float
from musterbook.claims.says.says_print import percent_text

_LOOSE: Final = {"+": 1, "-": 1, "*": 2, "/": 2}  # how tightly each binds; names bind tightest
_NEGATION: Final = 3
_TIGHTEST: Final = 4
_WHOLE: Final = 1e-9  # how near a number of months or days must be to a whole one


def print_expression(expression: Expression) -> str:
    """Write an expression in canonical form, which parses back to the same expression."""
    if isinstance(expression, Binary):
        own = _LOOSE[expression.operator]
        left = _inside(expression.left, own)
        return f"{left} {expression.operator} {_inside(expression.right, own + 1)}"
    if isinstance(expression, Negate):
        return f"-{_inside(expression.operand, _NEGATION)}"
    if isinstance(expression, Compare):
        sides = (print_expression(expression.left), print_expression(expression.right))
        return f" {expression.operator} ".join(sides)
    if isinstance(expression, Call):
        arguments = ", ".join(print_expression(each) for each in expression.arguments)
        return f"{expression.function}({arguments})"
    return _print_atom(expression)


def _print_atom(expression: Number | Name | Total | Date | Span) -> str:
    if isinstance(expression, Number):
        if expression.is_percent:
            return f"{percent_text(expression.value)} %"
        return format_float(expression.value)
    if isinstance(expression, Total):
        return f"total {expression.flow}"
    if isinstance(expression, Span):
        return _print_span(expression)
    return expression.text


def _print_span(span: Span) -> str:
    count, unit = span.months, "month"
    days = span.months * DAYS_PER_MONTH
    if not _is_whole(count) and _is_whole(days):
        count, unit = days, "day"
    number = format_float(round(count) if _is_whole(count) else count)
    return f"{'last ' if span.last else ''}{number} {unit}{'' if number == '1' else 's'}"


def _is_whole(value: float) -> bool:
    return abs(value - round(value)) < _WHOLE


def _inside(expression: Expression, needed: int) -> str:
    text = print_expression(expression)
    return text if _tightness(expression) >= needed else f"({text})"


def _tightness(expression: Expression) -> int:
    if isinstance(expression, Binary):
        return _LOOSE[expression.operator]
    if isinstance(expression, Negate):
        return _NEGATION
    return 0 if isinstance(expression, Compare) else _TIGHTEST
