"""Every problem of the case, in reading order, a page at a time: errors and notes, as they come."""

from dataclasses import replace

from musterbook.core.problem import Problem
from musterbook.views.screens.query import Query, whole_number
from musterbook.views.screens.screen import Context, Screen, Tables
from musterbook.views.screens.shown import Shown
from musterbook.views.table import Cell, cells, table

COLUMNS = "place | code | kind | problem | numbers | remedy"


PAGE = 200  # problems shown at once: more than anybody mends before looking again


def _context(shown: Shown, query: Query) -> Context:
    found = shown.bench.problems
    pages = max(1, -(-len(found) // PAGE))
    page = min(max(whole_number(query.get("page")) or 1, 1), pages)
    first = (page - 1) * PAGE

    def to(number: int) -> str:
        return query.to(page=str(number)) if 1 <= number <= pages else ""

    return {
        "found": found[first : first + PAGE],
        "found_all": len(found),
        "listing": replace(query, values={n: v for n, v in query.values.items() if n != "page"}),
        "first": first + 1,
        "before": to(page - 1),
        "after": to(page + 1),
    }


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
