"""A text in, the rows of tables in it (lines between bars) and what is to be said of them out."""

import re
from pathlib import PurePosixPath

from musterbook.core.problem import Problem, Severity
from musterbook.reports.problems import report_problem
from musterbook.reports.tables import Table

# | North | 1,200 |: as web pages are read here, and as Markdown writes them.
ROW = re.compile(r"^\|[^|\n]*\|[^\n]*\|[ \t]*$", re.MULTILINE)
_DIGIT = re.compile(r"\d")
_SHOWN = 8  # names of columns listed; the rest are counted


def without_rows(text: str) -> str:
    """Blank the rows of tables, so that everything else stays in its place."""
    return ROW.sub(lambda match: " " * len(match[0]), text) if "|" in text else text


def table_problems(text: str, name: str) -> tuple[Problem, ...]:
    """Say that no claims are read from the tables in a text (MB037), where they hold numbers."""
    if "|" not in text:
        return ()
    rows = [each for each in ROW.finditer(text) if _DIGIT.search(each[0])]
    if not rows:
        return ()
    says = "there is a table in this report: no claims are read from its rows"
    fix = "keep the table as a .csv of its own and declare its columns under `table:`"
    line = text.count("\n", 0, rows[0].start()) + 1 if name.endswith((".txt", ".md")) else 1
    numbers = (("rows with numbers", str(len(rows))),)
    return (
        report_problem(
            "MB037", name, says, fix=fix, severity=Severity.NOTE, line=line, numbers=numbers
        ),
    )


def rows_declared(table: Table, name: str) -> Problem:
    """Say that a table is no prose (MB038): what a row claims is declared, never guessed."""
    says = "this report is a table: its rows are not read as sentences"
    fix = f"in a case, name its columns under `table:` in claims/{PurePosixPath(name).stem}.yaml"
    more = len(table.header) - _SHOWN
    columns = ", ".join(table.header[:_SHOWN]) + (f" and {more} more" if more > 0 else "")
    numbers = (("rows", str(len(table.rows))), ("columns", columns))
    return report_problem("MB038", name, says, fix=fix, severity=Severity.NOTE, numbers=numbers)
