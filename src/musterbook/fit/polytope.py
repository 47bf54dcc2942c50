"""Limits on unknowns go in; which of them bind everywhere, and a point inside the rest, come out.

One linear programme: among all W θ >= w τ + g t with 0 <= t <= 1 and τ >= 1, g being a grain of
each row, the greatest sum of t has t = 1 on every row that can be slack and 0 on those that never
are; θ / τ is then strictly inside. HiGHS solves it, in units of the largest number about.
"""

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from musterbook.account.system import Floats
from musterbook.fit.sums import Sums

GRAIN = 0.5  # the slack that counts as room, in a row's own units: half a person
FARTHEST = 10.0  # the greatest τ: a slit narrower than a twentieth of a person counts as closed
TOLERANCE = 1e-9  # of the programme, in units of the largest number
NOTHING = 1e-9  # people a row without weights may be off by
PRIMAL = 4  # HiGHS's number of the primal simplex: half the time of the dual one here
OPEN = 0.5  # t is 0 or 1 at the optimum; between them lies only rounding
FINE = 1e6  # people: in larger units a grain is too near the tolerance to be told from nothing
FINER = 1e-7  # of the units of the first look: those of the second, a hundred times its tolerance
ORDINARY = 3.0  # a bias is a share of a few tenths, a shared error a few sds
BEYOND = 1e7  # of the second look's units: a row with more room than that does not bind in it


@dataclass(frozen=True)
class Limits:
    """rows · θ >= lows, or = where `equal`; `grains` is what counts as slack on each row.

    Shapes (row, unknown), (row,), (row,), (row,).
    """

    rows: Floats
    lows: Floats
    equal: NDArray[np.bool_]
    grains: Floats

    @cached_property
    def places(self) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """Where the rows weigh anything, row by row: rows and unknowns."""
        at, columns = self.rows.nonzero()
        return at, columns

    @cached_property
    def sums(self) -> Sums:
        """The rows, made ready to multiply."""
        return Sums(self.rows)


@dataclass(frozen=True, slots=True)
class Inside:
    """A point strictly inside every row that is not in `closed`, shape (row,)."""

    point: Floats
    closed: NDArray[np.bool_]


def plainly_closed(limits: Limits) -> NDArray[np.bool_]:
    """Mark equalities and rows that say of unknowns held by them what they are: shape (row,).

    No programme is needed to see that an opening of exactly 0 cannot be above 0; others may be
    closed too.
    """
    alone = limits.equal & (np.count_nonzero(limits.rows, axis=1) == 1)
    held = (limits.rows[alone] != 0).any(axis=0)
    says = limits.rows != 0
    return np.asarray(limits.equal | (says.any(axis=1) & ~says[:, ~held].any(axis=1)))


def look_inside(limits: Limits, units: Floats) -> Inside | None:
    """Find what never has slack, and a point inside the rest; None where nothing satisfies all.

    `units` gives each unknown's size, shape (unknown,): the programme works in them. Where these
    are so large that its tolerance hides people, it is solved once more about the point found, in
    units so much finer: a programme of what is still missing.

    Source: gleixner2016.
    """
    largest = float(units.max(initial=1.0))
    if largest <= FINE:
        return _look(limits, units)
    return _look_twice(_boxed(limits, units), units, of=limits) or _look_twice(
        limits, units, of=limits
    )


def _look_twice(limits: Limits, units: Floats, *, of: Limits) -> Inside | None:
    """Solve in large units, then for what is missing; of the limits the first few are `of`."""
    largest = float(units.max())
    first = _look(replace(limits, grains=limits.grains * (largest / FINE)), units)
    if first is None:
        return None
    missing = limits.lows - limits.rows @ first.point
    finer = np.where(units > 1.0, FINER * units, units)
    bound = np.where(limits.equal, missing, np.maximum(missing, -BEYOND * FINER * largest))
    second = _look(replace(limits, lows=bound), finer)
    if second is None:
        return None
    return Inside(first.point + second.point, second.closed[: len(of.lows)])


def _boxed(limits: Limits, units: Floats) -> Limits:
    """Add that shares and errors are of ordinary size.

    A corner of the programme may have a share of minus a thousand: so far from the bulk of the
    prior that rounding would hide people.
    """
    rows = np.eye(len(units))[units == 1.0]
    count = len(rows)
    return Limits(
        np.concatenate((limits.rows, rows, -rows)),
        np.concatenate((limits.lows, np.full(2 * count, -ORDINARY))),
        np.concatenate((limits.equal, np.zeros(2 * count, dtype=np.bool_))),
        np.concatenate((limits.grains, np.zeros(2 * count))),
    )


def _look(limits: Limits, units: Floats) -> Inside | None:
    """Solve the programme once, in units."""
    at, columns = limits.places
    weights = limits.rows[at, columns] * units[columns]
    firsts, length = np.flatnonzero(np.diff(at, prepend=-1)), np.zeros(len(limits.rows))
    length[at[firsts]] = np.maximum.reduceat(np.abs(weights), firsts)
    real = length > 0
    if not _idle_rows_hold(limits, real):
        return None
    rows = _Rows((np.cumsum(real) - 1)[at], columns, weights / length[at])
    lows, grains = limits.lows[real] / length[real], limits.grains[real] / length[real]
    solved = _solve(rows, lows, equal=limits.equal[real], grains=grains, width=len(units))
    if solved is None:
        return None
    point, slack = solved
    closed = limits.equal.copy()
    closed[np.flatnonzero(real)[~limits.equal[real]]] = slack < OPEN
    return Inside(point * units, closed | ~real)


def _idle_rows_hold(limits: Limits, real: NDArray[np.bool_]) -> bool:
    """Check the rows without weights, which say 0 >= low or 0 = low."""
    lows, equal = limits.lows[~real], limits.equal[~real]
    return bool((lows <= NOTHING).all() and (np.abs(lows[equal]) <= NOTHING).all())


@dataclass(frozen=True, slots=True)
class _Rows:
    """All weights that are not 0, row by row: (weight,) each."""

    at: NDArray[np.intp]
    columns: NDArray[np.intp]
    weights: Floats


def _solve(
    rows: _Rows, lows: Floats, *, equal: NDArray[np.bool_], grains: Floats, width: int
) -> tuple[Floats, Floats] | None:
    """Solve the programme: the point, and t of every row that is no equality."""
    import highspy

    from musterbook.conflicts.layout import QuietSolver

    count, wanted = len(lows), np.flatnonzero(~equal)
    program = highspy.HighsLp()
    program.num_col_, program.num_row_ = width + 1 + len(wanted), count
    free = np.full(width, np.inf)
    program.col_cost_ = np.concatenate((np.zeros(width + 1), -np.ones(len(wanted))))
    program.col_lower_ = np.concatenate((-free, [1.0], np.zeros(len(wanted))))
    program.col_upper_ = np.concatenate((free, [FARTHEST], np.ones(len(wanted))))
    program.row_lower_ = np.zeros(count)
    program.row_upper_ = np.where(equal, 0.0, np.inf)
    starts, columns, weights = _by_row(rows, lows, wanted=wanted, grains=grains, width=width)
    program.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    program.a_matrix_.start_, program.a_matrix_.index_ = starts, columns
    program.a_matrix_.value_ = weights
    solver = QuietSolver()
    solver.setOptionValue("threads", 1)
    solver.setOptionValue("presolve", "off")  # it takes longer than the pivots that it saves here
    solver.setOptionValue("simplex_strategy", PRIMAL)
    solver.setOptionValue("primal_feasibility_tolerance", TOLERANCE)
    solver.passModel(program)
    solver.run()
    if solver.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        return None
    found = np.asarray(solver.getSolution().col_value)
    return found[:width] / found[width], found[width + 1 :]


def _by_row(
    rows: _Rows, lows: Floats, *, wanted: NDArray[np.intp], grains: Floats, width: int
) -> tuple[NDArray[np.int32], NDArray[np.int32], Floats]:
    """List the weights of θ, τ and t row by row: starts, columns, weights."""
    count = len(lows)
    owners = np.concatenate((rows.at, np.arange(count), wanted))
    extra = np.concatenate((np.full(count, width), width + 1 + np.arange(len(wanted))))
    places = np.concatenate((rows.columns, extra))
    weights = np.concatenate((rows.weights, -lows, -grains[wanted]))
    order = np.argsort(owners, kind="stable")
    starts = np.searchsorted(owners[order], np.arange(count + 1))
    return starts.astype(np.int32), places[order].astype(np.int32), weights[order]
