"""A text in, the rows of tables in it (lines between bars) and what is to be said of them out."""

import re

from musterbook.core.problem import Problem, Severity
from musterbook.reports.problems import report_problem

# | North | 1,200 |: as web pages are read here, and as Markdown writes them.
ROW = re.compile(r"^\|[^|\n]*\|[^\n]*\|[ \t]*$", re.MULTILINE)
_DIGIT = re.compile(r"\d")


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
