"""A conflict or way out in, what would have to give out: in people, or as one source's error."""

from collections.abc import Iterable

from musterbook.conflicts.programme import Programme, Solved
from musterbook.conflicts.results import Bias

UNLIMITED = (0.0, float("inf"))
# An error is offered as an explanation while the truth is half to twice what was reported.
TOO_HIGH, TOO_LOW = 0.5, -1.0
NO_ERROR = 1e-6


def least_widening(
    programme: Programme, active: Iterable[int], *, giving: Iterable[int]
) -> Solved | None:
    """Find the least total, in people, by which the giving groups' intervals must widen.

    All other active groups hold as they stand. The multipliers of the rows prove the answer:
    the sum of bounds they make is the shortfall.
    """
    columns = [column for group in giving for column in programme.gives[group]]
    return programme.least(
        active, dict.fromkeys(columns, 1.0), loose=dict.fromkeys(columns, UNLIMITED)
    )


def single_errors(programme: Programme) -> tuple[Bias, ...]:
    """List the sources of which one error in one class would undo the conflict, least first.

    The programme holds the rows of the conflict only. Reported figures times (1 - b) are true,
    so they are b / (1 - b) too high.
    """
    found = []
    for (source, bias_class), column in programme.errors.items():
        error = _least_error(programme, column)
        if error is not None and abs(error) > NO_ERROR:
            per_cent = 100 * error / (1 - error)
            found.append(Bias(source, per_cent, bias_class, _speaking(programme, column)))
    return tuple(sorted(found, key=lambda each: (abs(each.per_cent), each.source)))


def _least_error(programme: Programme, column: int) -> float | None:
    highest, lowest = TOO_HIGH * programme.unit, TOO_LOW * programme.unit
    high = programme.least(programme.groups, {column: 1.0}, loose={column: (0.0, highest)})
    low = programme.least(programme.groups, {column: -1.0}, loose={column: (lowest, 0.0)})
    errors = [solved.columns[column] for solved in (high, low) if solved is not None]
    return float(min(errors, key=abs)) / programme.unit if errors else None


def _speaking(programme: Programme, column: int) -> tuple[str, ...]:
    groups = (programme.frame.system.groups[number] for number in programme.groups)
    return tuple(
        group.name
        for group in groups
        if group.origin is not None and programme.errors[group.origin, group.bias_class] == column
    )
