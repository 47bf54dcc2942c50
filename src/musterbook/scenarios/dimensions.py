"""A rule in; what it adds up that is not alike, or gives that is no flow, out as problems."""

from dataclasses import replace

from musterbook.account.dimensions import (
    MONTHS,
    PEOPLE,
    PEOPLE_PER_MONTH,
    Dimension,
    dimension_of,
    fits_a_rule,
)
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
from musterbook.account.expression_walk import walk
from musterbook.core.problem import Problem, Severity
from musterbook.scenarios.world import Formula, World


def check_dimensions(formula: Formula, world: World) -> tuple[Problem, ...]:
    """Say where a rule mixes people with people per month, or gives neither (MB408).

    A rule that gives people means so many within one month. A rule that gives something else is
    only warned of where it holds a bare number, for that may well count people.
    """
    found, complaints = _dimension(formula, world, ())
    if complaints:
        fix = "a rate times the stock it leaves, `rate(f, last 6 months) * s`, is people per month"
        return tuple(_problem(formula, each, fix) for each in complaints)
    if fits_a_rule(found):
        return ()
    says = f"the rule gives {found}, and a flow is people per month"
    if any(isinstance(part, Number) and not part.is_percent for part in walk(formula.expression)):
        fix = "if a number in it counts people, declare it as a parameter"
        return (replace(_problem(formula, says, fix), severity=Severity.WARNING),)
    return (_problem(formula, says, "multiply a rate by the stock it leaves"),)


def _problem(formula: Formula, says: str, fix: str) -> Problem:
    words = (("written", formula.phrase.text),)
    return Problem("MB408", says, formula.phrase.place, numbers=words, fix=fix)


def _dimension(
    formula: Formula, world: World, path: tuple[str, ...]
) -> tuple[Dimension | None, tuple[str, ...]]:
    def look_up(text: str) -> Dimension | None:
        name = world.network.resolve(text, formula.account)
        if name is None:
            return MONTHS if text == "time" else None
        if name in world.network.stocks:
            return PEOPLE
        if name in world.network.flows:
            return PEOPLE_PER_MONTH
        if name in world.network.parameters or name in path:
            return None  # a parameter may count anything
        return _dimension(world.measure(name), world, (*path, name))[0]

    return dimension_of(_as_meant(formula.expression, formula, world), look_up)


def _as_meant(expression: Expression, formula: Formula, world: World) -> Expression:
    """Put in the place of two short ways of writing what they mean.

    In a measure a bare flow is its total; the rate of a flow from outside is its level.
    """

    def meant(part: Expression) -> Expression:
        return _as_meant(part, formula, world)

    if isinstance(expression, Name) and formula.totals:
        is_flow = world.network.resolve(expression.text, formula.account) in world.network.flows
        return Total(expression.text) if is_flow else expression
    if isinstance(expression, Negate):
        return Negate(meant(expression.operand))
    if isinstance(expression, Binary):
        return Binary(expression.operator, meant(expression.left), meant(expression.right))
    if isinstance(expression, Compare):
        return Compare(expression.operator, meant(expression.left), meant(expression.right))
    if isinstance(expression, Call):
        return _call_as_meant(expression, formula, world)
    return expression


def _call_as_meant(call: Call, formula: Formula, world: World) -> Expression:
    if call.function != "rate" or not isinstance(call.arguments[0], Name):
        parts = tuple(_as_meant(each, formula, world) for each in call.arguments)
        return Call(call.function, parts)
    name = world.network.resolve(call.arguments[0].text, formula.account)
    flow = world.network.flows.get(name or "")
    return call if flow is None or flow.source in world.network.stocks else call.arguments[0]
