"""What came of drawing goes in; whether its numbers may be told, and with what warning, comes out.

Draws can fail: paths that are stuck give intervals as narrow as you like, and numbers of a few
beside many millions may lie below what a float tells apart. Then no number is told at all.
"""

import numpy as np

from musterbook.account.system import System
from musterbook.core.problem import Problem, Severity
from musterbook.core.quantity import format_count
from musterbook.fit.flags import ENOUGH
from musterbook.fit.results import Answer
from musterbook.fit.room import Room
from musterbook.fit.sampler import PATHS
from musterbook.fit.world import Drawn

UNRELIABLE, UNSTEADY = "MB503", "MB504"
FEWEST = PATHS  # effective draws: as many as paths is what paths give that never left home
FEWEST_SHARE = 0.05  # of a run so short that it has hardly more draws than paths
CHECKED = 16  # of the draws one in so many is held against the limits: a twentieth of a second
ALLOWED = 0.1  # people a limit may be off by: a slit narrower than half of it counts as closed
ROUNDED = 1e-6  # of the numbers on a limit: sums of a few hundred floats are a thousand times finer
APART = 1e9  # how far numbers lie apart where that itself may be what stands in the way
REMEDY = (
    "set aside, or put in an account of its own, what lies far from the rest: muster conflicts "
    "shows each number; or declare `typical` for its flows, or choose a longer step"
)


def out_of_time(seconds: float) -> Problem:
    """Say that no draw was reached in time."""
    return Problem(
        UNRELIABLE,
        "this answer cannot be told: the time was over before a single draw",
        numbers=(("seconds", f"{seconds:g}"),),
        fix=REMEDY,
    )


def unreliable(
    system: System, drawn: Drawn, room: Room, *, effective: float, asked: int
) -> Problem | None:
    """Say why the draws of an answer cannot be relied on; None where they can.

    `asked` is how many draws were asked for at first, whatever time allowed.
    """
    broken, count = broken_share(drawn, room), len(drawn.weights)
    if effective >= min(FEWEST, FEWEST_SHARE * max(count, asked)) and not broken:
        return None
    numbers = [("effective draws", f"{effective:.0f} of {count}")]
    if broken:
        numbers.append(("draws that break a limit", f"{broken:.0%}"))
    least, most = _ends(system)
    if most > APART * least:
        numbers.append(("numbers", f"from {format_count(least)} to {format_count(most)}"))
    says = "this answer cannot be told: its draws are stuck, and would look far too certain"
    return Problem(UNRELIABLE, says, numbers=tuple(numbers), fix=REMEDY)


def unsteady(answer: Answer, wanted: float) -> Problem | None:
    """Warn where an answer rests on fewer draws than wanted, and few; None where it does not."""
    if answer.ess_min >= min(ENOUGH, wanted):
        return None
    return Problem(
        UNSTEADY,
        "this answer rests on few draws: the ends of its intervals are unsteady",
        severity=Severity.WARNING,
        numbers=(
            ("effective draws", f"{answer.ess_min:.0f} of {len(answer.draws)}"),
            ("seconds", f"{answer.seconds:.0f}"),
        ),
        fix=REMEDY,
    )


def broken_share(drawn: Drawn, room: Room) -> float:
    """Give the share of draws that break a limit by more than rounding can, of those looked at."""
    some, limits = drawn.theta[::CHECKED], room.limits
    off = limits.lows - some @ limits.rows.T
    off[:, limits.equal] = np.abs(off[:, limits.equal])
    largest = np.abs(limits.rows) @ np.abs(some).max(axis=0, initial=0.0) + np.abs(limits.lows)
    return float((off > ALLOWED + ROUNDED * largest).any(axis=1).mean()) if len(some) else 0.0


def _ends(system: System) -> tuple[float, float]:
    """Give the least and the greatest number said, of those that are not 0."""
    rows = [row for group in system.groups for row in group.rows if not row.is_ratio]
    ends = np.abs([end for row in rows for end in (row.low, row.high)])
    said = ends[np.isfinite(ends) & (ends > 0)]
    return float(said.min(initial=1.0)), float(said.max(initial=1.0))
