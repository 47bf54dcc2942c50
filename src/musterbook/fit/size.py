"""A system in; whether it is too large to be fitted, and what would make it smaller, out."""

from collections.abc import Iterable

from musterbook.account.system import System
from musterbook.core.problem import Problem
from musterbook.fit.options import FitOptions
from musterbook.fit.pieces import bounded_days

TOO_LARGE = "MB502"


def too_large(system: System, options: FitOptions) -> Problem | None:
    """Say that a system is too large, as far as that is known before anything is laid out.

    Every day on which a bound ends cuts each flow, and none of those is thinned out.
    """
    columns = options.most_numbers // max(options.draws, 1)
    if system.width > columns:
        return refused(system.width, columns)
    days, flows = bounded_days(system), len(system.flows)
    if days * flows <= options.most_unknowns:
        return None
    return refused(
        days * flows,
        options.most_unknowns,
        least=True,
        why=(("days on which bounds end", str(days)), ("flows", str(flows))),
        fix="choose a shorter window, or reject bounds that others make needless",
    )


def all_too_large(systems: Iterable[System], options: FitOptions) -> Problem | None:
    """Say so where none of these systems can be fitted: before any conflict is looked for."""
    faults = [too_large(each, options) for each in systems]
    return faults[0] if faults and None not in faults else None


def refused(
    width: int,
    most: int,
    *,
    fix: str = "choose a longer step or a shorter window",
    least: bool = False,
    why: tuple[tuple[str, str], ...] = (),
) -> Problem:
    """Word the refusal of an account with so many unknowns."""
    counted = f"at least {width}" if least else str(width)
    return Problem(
        TOO_LARGE,
        f"this account has {counted} unknowns, and a fit takes at most {most}",
        numbers=(("unknowns", counted), ("at most", str(most)), *why),
        fix=f"{fix}; step and window are in case.yaml",
    )
