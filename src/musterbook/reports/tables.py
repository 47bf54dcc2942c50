"""The text of a csv or json table in, its header and numbered rows of strings out."""

import csv
import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Protocol, TypeAlias

from musterbook.core.problem import Problem, Severity
from musterbook.reports.problems import report_problem

Row: TypeAlias = tuple[int, Mapping[str, str]]
_DELIMITERS = ",;\t|"
_MOST_ROWS = 1_000_000  # a daily series of a thousand years has 365,000
_SHOWN = 5  # faults of rows named one by one; the rest are counted


@dataclass(frozen=True, slots=True)
class Table:
    """A header and rows; each row has its number as the file counts it (csv: the line).

    A json list has no lines: its rows count from 1. Every cell is a string, as written.
    """

    header: tuple[str, ...]
    rows: tuple[Row, ...]


def read_csv(text: str, name: str) -> tuple[Table | None, tuple[Problem, ...]]:
    """Read separated values; the separator is the likeliest of comma, semicolon, tab and bar."""
    first = text.partition("\n")[0]
    delimiter = max(_DELIMITERS, key=first.count)
    reader = csv.reader(io.StringIO(text), delimiter=delimiter)
    try:
        header = tuple(cell.strip() for cell in next(reader, []))
        if not any(header):
            return None, (_no_table(name, "the table has no header"),)
        rows, problems = _csv_rows(reader, header, name)
    except csv.Error as error:
        says = f"the table cannot be read: {error}"
        fix = "save it again as comma-separated text"
        return None, (report_problem("MB032", name, says, fix=fix, line=reader.line_num),)
    return Table(header, tuple(rows)), problems


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
        if len(rows) >= _MOST_ROWS or not any(cell.strip() for cell in cells):
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


def read_json(text: str, name: str) -> tuple[Table | None, tuple[Problem, ...]]:
    """Read a list of objects, or an object that holds one list of objects."""
    try:
        value = json.loads(text, parse_float=str, parse_int=str)
    except json.JSONDecodeError as error:
        says = f"this is not JSON: {error.msg}"
        fix = "correct it at the place named"
        return None, (report_problem("MB032", name, says, fix=fix, line=error.lineno),)
    except RecursionError:
        return None, (_no_table(name, "the JSON is nested too deep"),)
    records = _records(value)
    if not records:
        return None, (_no_table(name, "there is no list of rows in this JSON"),)
    header = tuple(dict.fromkeys(key for record in records for key in record))
    rows = ((place, _cells(record)) for place, record in enumerate(records, start=1))
    return Table(header, tuple(rows)), ()


def _records(value: object) -> list[dict[str, Any]]:
    if isinstance(value, list):
        return [each for each in value if isinstance(each, dict)][:_MOST_ROWS]
    if isinstance(value, dict):
        lists = [each for each in map(_records, value.values()) if each]
        return max(lists, key=len, default=[])
    return []


def _cells(record: Mapping[str, Any]) -> dict[str, str]:
    return {key: _cell(value) for key, value in record.items()}


def _cell(value: object) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _no_table(name: str, says: str) -> Problem:
    fix = "give the table a first row of column names, or a list of objects with the same keys"
    return report_problem("MB035", name, says, fix=fix)
