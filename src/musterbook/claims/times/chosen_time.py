"""A number's place and the time that is its own, as values."""

from typing import Final

from musterbook.claims.times.time_expression import TimeExpression
from musterbook.core.noun import noun

STRETCHES: Final = frozenset(
    {"range", "days_month", "days_months", "month_days", "between_days", "nths", "whole_year"}
)


@noun
class ChosenTime:
    """The time of a number, and whether it is rather the day on which the number was given."""

    expression: TimeExpression
    of_saying: bool


@noun
class Reach:
    """Where a number's own clause lies and where the number itself stands."""

    sentence: int
    left: int
    right: int
    start: int
    end: int
