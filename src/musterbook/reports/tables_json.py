"""The text of a json table in, its header and numbered rows of strings out."""

import json
from collections.abc import Mapping
from typing import Any

from musterbook.core.problem import Problem
from musterbook.reports.problems import report_problem
from musterbook.reports.tables import MOST_ROWS, Table, no_table


def read_json(text: str, name: str) -> tuple[Table | None, tuple[Problem, ...]]:
    """Read a list of objects, an object that holds one, rows under a row of names, or JSON lines.

    Rows count from 1; numbers stay as written. Problems: MB032 no JSON, MB035 no rows.
    """
    try:
        value = _value(text)
    except json.JSONDecodeError as error:
        says = f"this is not JSON: {error.msg}"
        fix = "correct it at the place named"
        return None, (report_problem("MB032", name, says, fix=fix, line=error.lineno),)
    except RecursionError:
        return None, (no_table(name, "the JSON is nested too deep"),)
    records = _records(value)
    if not records:
        return None, (no_table(name, "there is no list of rows in this JSON"),)
    header = tuple(dict.fromkeys(key for record in records for key in record))
    rows = ((place, _cells(record)) for place, record in enumerate(records, start=1))
    return Table(header, tuple(rows)), ()


def _value(text: str) -> object:
    try:
        return _parsed(text)
    except json.JSONDecodeError as whole:
        lines = [line for line in text.splitlines() if line.strip()]
        if len(lines) < 2 or not all(line.lstrip().startswith("{") for line in lines):  # noqa: PLR2004
            raise
        try:
            return [_parsed(line) for line in lines]
        except json.JSONDecodeError:
            raise whole from None


def _parsed(text: str) -> object:
    return json.loads(text, parse_float=str, parse_int=str)


def _records(value: object) -> list[dict[str, Any]]:
    if isinstance(value, list):
        found = [each for each in value if isinstance(each, dict)] or _under_names(value)
        return found[:MOST_ROWS]
    if isinstance(value, dict):
        lists = [each for each in map(_records, value.values()) if each]
        return max(lists, key=len, default=[])
    return []


def _under_names(value: list[Any]) -> list[dict[str, Any]]:
    """Read lists whose first holds the names of the columns."""
    rows = [each for each in value if isinstance(each, list)]
    if not rows or not all(isinstance(name, str) and name for name in rows[0]):
        return []
    return [dict(zip(rows[0], row, strict=False)) for row in rows[1:]]


def _cells(record: Mapping[str, Any]) -> dict[str, str]:
    return {key: _cell(value) for key, value in record.items()}


def _cell(value: object) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
