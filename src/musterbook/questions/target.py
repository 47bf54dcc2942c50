"""`MEASURE@DATE` as somebody typed it goes in; a measure on a day comes out, or what is wrong."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np

from musterbook.account.system import Floats, System, Vector
from musterbook.core.problem import Place, Problem
from musterbook.core.suggest import did_you_mean
from musterbook.core.when import Period, parse_date

MOST_EVENTS = 3  # named in a remedy, which is read at a glance
WHERE = "MEASURE@DATE"  # the name under which a place in the question itself is given


@dataclass(frozen=True, slots=True, order=True)
class Target:
    """One measure on one day: what a question is about."""

    measure: str
    day: date

    def __str__(self) -> str:
        """Write it as it is typed."""
        return f"{self.measure}@{self.day.isoformat()}"


def read_target(
    words: str, system: System, events: Mapping[str, Period], *, ratios: Collection[str] = ()
) -> Target | Problem:
    """Read a question; without `@DATE` it asks about the as-of date.

    A bare name will do where one account alone has it; of a period its end is meant, and an event
    needs no quotes. What cannot be read is a problem: MB601 for the measure, MB602 and MB603 for
    the date. `ratios` are the measures that scenarios alone can work out.
    """
    name, mark, when = (each.strip() for each in words.partition("@"))
    measure = _measure(name, system.measures)
    asked = (("asked", words.strip() or "nothing"),)
    if measure is None:
        if ratio := _measure(name, ratios):
            return _of_scenarios(ratio, asked)
        says = f"the account has no measure `{name}`" if name else f"no measure is named{_at(mark)}"
        return Problem("MB601", says, Place(WHERE), numbers=asked, fix=_near(name, system))
    if not mark:
        return Target(measure, system.as_of)
    place = Place(WHERE, 1, words.index("@") + 2)
    period = parse_date(when, events) or events.get(when)  # a shell takes an event's quotes away
    if period is None:
        fix = f"write a day, a month or {_events(events)}: {measure}@{system.as_of}"
        says = f"`{when}` is no date" if when else "no date stands after the @"
        return Problem("MB602", says, place, numbers=asked, fix=fix)
    first, last = system.knots[0], system.knots[-1]
    if not first <= period.end <= last:
        says, numbers = f"the account does not cover {period.end}", (*asked, _runs(first, last))
        fix = f"ask about a day from {first} to {last}, or widen `window` in case.yaml"
        return Problem("MB603", says, place, numbers=numbers, fix=fix)
    return Target(measure, period.end)


def _of_scenarios(ratio: str, asked: tuple[tuple[str, str], ...]) -> Problem:
    says = f"`{ratio}` is no sum of people, so a fit does not estimate it: scenarios do"
    return Problem("MB601", says, Place(WHERE), numbers=asked, fix="muster run shows it")


def _runs(first: date, last: date) -> tuple[str, str]:
    return "it runs", f"from {first} to {last}"


def _at(mark: str) -> str:
    return " before the @" if mark else ""


def _measure(name: str, known: Collection[str]) -> str | None:
    alike = [name] if name in known else [each for each in known if each.endswith(f".{name}")]
    return alike[0] if len(alike) == 1 and name else None


def _near(name: str, system: System) -> str:
    if not name:
        known = did_you_mean(name, system.measures, kind="measures")
        return f"write one before the @: MEASURE@{system.as_of}; {known}"
    spelled = {each.lower(): each for each in system.measures}.get(name.lower(), name)
    return did_you_mean(spelled, system.measures, kind="measures")


def _events(events: Mapping[str, Period]) -> str:
    return f"an event ({', '.join(list(events)[:MOST_EVENTS])})" if events else "an event"


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
