"""The text of a table of separated values in, its header and numbered rows of strings out."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Protocol, TypeAlias

from musterbook.core.problem import Problem, Severity
from musterbook.reports.problems import report_problem

Row: TypeAlias = tuple[int, Mapping[str, str]]
_DELIMITERS = ",;\t|"
_STATED = re.compile(r"sep=([,;\t|])[ \t]*\r?\n", re.IGNORECASE)
_TRIED = 20  # rows looked at to find the separator
MOST_ROWS = 1_000_000  # a daily series of a thousand years has 365,000
_SHOWN = 5  # faults of rows named one by one; the rest are counted


@dataclass(frozen=True, slots=True)
class Table:
    """A header and rows; each row has its number as the file counts it (csv: the line).

    A json list has no lines: its rows count from 1. Every cell is a string, as written.
    """

    header: tuple[str, ...]
    rows: tuple[Row, ...]


def read_csv(text: str, name: str) -> tuple[Table | None, tuple[Problem, ...]]:
    """Read separated values; the separator is the one that gives most rows the header's length.

    A first line `sep=;`, as spreadsheets write it, names the separator. Problems: MB035, MB032.
    """
    text = text if "\n" in text else text.replace("\r", "\n")
    stated = _STATED.match(text)
    text = "\n" + text[stated.end() :] if stated else text  # lines are counted as in the file
    delimiter = stated[1] if stated else _likeliest(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        header = tuple(
            cell.strip() for cell in next(reader, []) or (stated and next(reader, [])) or ()
        )
        if not any(header):
            return None, (no_table(name, "the table has no header"),)
        rows, problems = _csv_rows(reader, header, name)
    except csv.Error as error:
        says = f"the table cannot be read: {error}"
        fix = "save it again as comma-separated text"
        return None, (report_problem("MB032", name, says, fix=fix, line=reader.line_num),)
    return Table(header, tuple(rows)), (*_same_names(header, name), *problems)


def _likeliest(text: str) -> str:
    """Choose the separator by the first rows; a separator inside quotation marks parts nothing."""
    first = "\n".join(islice(text.splitlines(), _TRIED))
    return max(_DELIMITERS, key=lambda delimiter: _fit(first, delimiter))


def _fit(text: str, delimiter: str) -> tuple[int, int]:
    """Say how many of some rows are as long as the first, if that has two cells, and how long."""
    try:
        rows = [row for row in csv.reader(io.StringIO(text), delimiter=delimiter) if row]
    except csv.Error:
        return 0, 0
    width = len(rows[0]) if rows else 0
    return (sum(len(row) == width for row in rows), width) if width > 1 else (0, 0)


def _same_names(header: tuple[str, ...], name: str) -> Iterator[Problem]:
    twice = [cell for cell, count in Counter(header).items() if count > 1 and cell]
    if twice:
        says = "two columns of this table have one name: the last of them is read"
        numbers = (("names", ", ".join(twice)),)
        fix = "give each column a name of its own"
        yield report_problem(
            "MB035", name, says, fix=fix, severity=Severity.WARNING, numbers=numbers
        )


class _Reader(Protocol):
    """What the standard reader of separated values offers."""

    line_num: int

    def __iter__(self) -> Iterator[list[str]]: ...


def _csv_rows(
    reader: _Reader, header: tuple[str, ...], name: str
) -> tuple[list[Row], tuple[Problem, ...]]:
    rows: list[Row] = []
    odd: list[tuple[int, int]] = []
    for cells in reader:
        if len(rows) >= MOST_ROWS or not any(cell.strip() for cell in cells):
            continue
        if len(cells) != len(header):
            odd.append((reader.line_num, len(cells)))
        padded = [*cells, *[""] * (len(header) - len(cells))]
        rows.append((reader.line_num, dict(zip(header, padded, strict=False))))
    return rows, tuple(_odd_rows(odd, len(header), name))


def _odd_rows(odd: list[tuple[int, int]], width: int, name: str) -> Iterator[Problem]:
    for line, length in odd[:_SHOWN]:
        says = f"this row has {length} cells, the header {width}"
        fix = "check the row: a missing cell is read as empty, a surplus one is left out"
        yield report_problem("MB035", name, says, fix=fix, severity=Severity.WARNING, line=line)
    if len(odd) > _SHOWN:
        says = f"{len(odd) - _SHOWN} more rows have another length than the header"
        yield report_problem("MB035", name, says, fix="check them", severity=Severity.WARNING)


def no_table(name: str, says: str) -> Problem:
    """Say that there is no table in a report that should hold one (MB035)."""
    fix = "give the table a first row of column names, or a list of objects with the same keys"
    return report_problem("MB035", name, says, fix=fix)
