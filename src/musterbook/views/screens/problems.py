"""Every problem of the case, in reading order: the foot of a page shows the first ones alone."""

from musterbook.core.problem import Problem
from musterbook.views.screens.query import Query
from musterbook.views.screens.screen import Context, Screen, Tables
from musterbook.views.screens.shown import Shown
from musterbook.views.table import Cell, cells, table

COLUMNS = "place | code | kind | problem | numbers | remedy"


def _context(shown: Shown, _query: Query) -> Context:
    return {"found": shown.bench.problems}


def _tables(shown: Shown, _query: Query) -> Tables:
    return {"problems": table("Problems", COLUMNS, map(_row, shown.bench.problems))}


def _row(problem: Problem) -> tuple[Cell, ...]:
    return cells(
        str(problem.place or ""),
        problem.code,
        "error" if problem.is_error else "note",
        problem.says,
        ", ".join(f"{name} {number}" for name, number in problem.numbers),
        problem.fix or "",
    )


PROBLEMS = Screen("/problems", "Problems", "web/problems.html", _context, _tables)
