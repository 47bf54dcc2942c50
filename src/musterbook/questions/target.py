"""`MEASURE@DATE` as somebody typed it goes in; a measure on a day comes out, or what is wrong."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np

from musterbook.account.system import Floats, System, Vector
from musterbook.core.problem import Place, Problem
from musterbook.core.suggest import did_you_mean
from musterbook.core.when import Period, parse_date

WHERE = "MEASURE@DATE"  # the name under which a place in the question itself is given


@dataclass(frozen=True, slots=True, order=True)
class Target:
    """One measure on one day: what a question is about."""

    measure: str
    day: date

    def __str__(self) -> str:
        """Write it as it is typed."""
        return f"{self.measure}@{self.day.isoformat()}"


def read_target(words: str, system: System, events: Mapping[str, Period]) -> Target | Problem:
    """Read a question; without `@DATE` it asks about the as-of date.

    A bare name will do where one account alone has it; of a period its end is meant. What cannot
    be read is a problem: MB601 for the measure, MB602 and MB603 for the date.
    """
    name, mark, when = (each.strip() for each in words.partition("@"))
    measure = _measure(name, system.measures)
    asked = (("asked", words),)
    if measure is None:
        says, fix = f"the account has no measure `{name}`", _near(name, system)
        return Problem("MB601", says, Place(WHERE), numbers=asked, fix=fix)
    if not mark:
        return Target(measure, system.as_of)
    place = Place(WHERE, 1, words.index("@") + 2)
    period = parse_date(when, events)
    if period is None:
        fix = f"write a day, a month or an event: {measure}@{system.as_of}"
        return Problem("MB602", f"`{when}` is no date", place, numbers=asked, fix=fix)
    first, last = system.knots[0], system.knots[-1]
    if not first <= period.end <= last:
        says, numbers = f"the account does not cover {period.end}", (*asked, _runs(first, last))
        fix = f"ask about a day from {first} to {last}, or widen `window` in case.yaml"
        return Problem("MB603", says, place, numbers=numbers, fix=fix)
    return Target(measure, period.end)


def _runs(first: date, last: date) -> tuple[str, str]:
    return "it runs", f"from {first} to {last}"


def _measure(name: str, known: Collection[str]) -> str | None:
    alike = [name] if name in known else [each for each in known if each.endswith(f".{name}")]
    return alike[0] if len(alike) == 1 and name else None


def _near(name: str, system: System) -> str:
    return did_you_mean(name, system.measures, kind="measures")


def vector_at(system: System, target: Target) -> Vector:
    """Express a measure on a day; between two knots it runs straight, as the fit's flows do."""
    early = max(knot for knot in system.knots if knot <= target.day)
    late = min((knot for knot in system.knots if knot >= target.day), default=early)
    first = system.measure_vector(target.measure, early)
    if early == late:
        return first
    share = (target.day - early).days / (late - early).days
    second = system.measure_vector(target.measure, late)
    weights = [(1 - share) * each for each in first.weights]
    weights += [share * each for each in second.weights]
    return Vector(first.columns + second.columns, tuple(weights))


def values_at(system: System, draws: Floats, target: Target) -> Floats:
    """Give a measure on a day along draws of shape (draw, column): shape (draw,), in people."""
    return np.asarray(draws @ vector_at(system, target).dense(system.width))
