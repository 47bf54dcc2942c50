"""A statement and a choice of readings go in; its measure reduced and its time bound come out."""

from datetime import date

from musterbook.account.binding import Binding, Mode, bind
from musterbook.account.linear import (
    CircleError,
    Linear,
    NotLinearError,
    UnknownNameError,
    linear_measure,
)
from musterbook.account.network import Network
from musterbook.account.observations import BoundStatement
from musterbook.account.statements import Statement
from musterbook.account.system import Choice
from musterbook.claims.sentence import Timing, When
from musterbook.core.problem import Problem
from musterbook.core.remembered import MOST_CLAIMS, MOST_FILES, remembered
from musterbook.core.when import Instant, Period


@remembered(MOST_CLAIMS)
def bound_of(
    statement: Statement, network: Network, window: Period, *, choice: Choice, today: date
) -> tuple[BoundStatement | None, tuple[Problem, ...]]:
    """Reduce a statement's measure and bind its time; None where it can be no row."""
    sentence = statement.sentence
    try:
        linear = linear_of(network, name=statement.measure, choice=choice, reading=sentence.reading)
        reading, of = sentence.amount.of_reading, statement.of
        other = linear_of(network, name=of, choice=choice, reading=reading) if of else None
    except NotLinearError:
        return None, (_curve(statement),)
    except (UnknownNameError, CircleError):
        return None, ()  # reported once, at the measure's own place
    binding, found = bind(statement, linear, network, window=window, today=today)
    if binding is None:
        return None, found
    spoken = _of_binding(statement, other, window.opening)
    return BoundStatement(statement, linear, binding, other, spoken), found


@remembered(MOST_FILES)
def linear_of(network: Network, *, name: str, choice: Choice, reading: str = "") -> Linear:
    """Reduce a measure as `linear_measure` does, each once.

    Raises:
        NotLinearError: it is a curve.
        UnknownNameError: it names something undeclared.
        CircleError: it is made of itself.
    """
    return linear_measure(network, name, choice=dict(choice), reading=reading)


def _of_binding(statement: Statement, other: Linear | None, opening: Instant) -> Binding | None:
    when = statement.sentence.amount.of_when
    if other is None or when.timing is Timing.NONE or when.period is None:
        return None
    return _spoken(when, other, opening)


def _spoken(when: When, linear: Linear, opening: Instant) -> Binding:
    period = when.period
    assert period is not None
    if linear.has_stocks:
        return Binding(Mode.AT, period.end, period.end)
    start = opening if when.timing is Timing.BY else period.opening
    return Binding(Mode.OVER, start, period.end)


def _curve(statement: Statement) -> Problem:
    return Problem(
        "MB234",
        f"`{statement.measure}` is a curve, which only scenarios can compute",
        statement.place,
        numbers=(("sentence", statement.sentence.phrase.text),),
        fix="claim the stocks or flows it is made of, or ask about it in scenarios.yaml",
    )
