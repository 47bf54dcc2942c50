"""Changes, rules and what went wrong in a run in; sentences and problems out."""

from datetime import date

from musterbook.core.problem import Phrase, Place, Problem, Severity
from musterbook.core.quantity import format_count
from musterbook.core.when import ONE_DAY
from musterbook.scenarios.courses import Course
from musterbook.scenarios.world import World


def assumed(course: Course) -> tuple[str, ...]:
    """Say what a scenario changes, one line each."""
    if not course.changes:
        return ("nothing changes: every flow follows its rule, or goes on as of late",)
    day = course.start + ONE_DAY
    return tuple(f"from {day}, {each.target}: {each.phrase.text}" for each in course.changes)


def rules_in_words(world: World) -> tuple[str, ...]:
    """Say how every flow runs where a scenario does not change it, one line each."""
    lines = []
    for flow in world.flows:
        rule = world.rules.get(flow.name)
        if rule is not None:
            lines.append(f"{flow.name}: {rule.phrase.text}")
        elif flow.source in world.stocks:
            lines.append(f"{flow.name}: its share of {flow.source} in the last 6 months goes on")
        else:
            lines.append(f"{flow.name}: its level of the last 6 months goes on")
    return tuple(lines)


def undefined_rule(flow: str, phrase: Phrase, *, day: date, share: float) -> Problem:
    """Say that a rule divided by zero for some members, from a day on."""
    return Problem(
        "MB407",
        f"the rule of `{flow}` divides by zero: where it has no value, nobody moves",
        phrase.place,
        Severity.WARNING,
        numbers=(("rule", phrase.text), ("first", str(day)), ("members", f"{share:.1%}")),
        fix="guard it, e.g. `if(stock > 0, … / stock, 0)` or `… / max(stock, 1)`",
    )


def missing_values(
    measure: str, scenario: str, *, place: Place, counts: tuple[int, int]
) -> Problem:
    """Say that a watched measure has no value for some members."""
    missing, members = (format_count(each) for each in counts)
    return Problem(
        "MB407",
        f"`{measure}` divides by zero under `{scenario}`: it is shown for the others",
        place,
        Severity.WARNING,
        numbers=(("without a value", f"{missing} of {members} members"),),
        fix="divide by something that cannot be zero, e.g. `max(need, 1)`",
    )
