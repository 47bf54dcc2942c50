"""Sentences and tables in, the files of a case out: what the generators of cases share."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

Rows = list[dict[str, str]]


def read(path: Path) -> Rows:
    """Read a CSV file with a header."""
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def write(folder: Path, files: Mapping[str, str]) -> Path:
    """Write the files of a case."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def as_csv(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Write a table as CSV."""
    lines = (",".join(str(each) for each in row) for row in (heads, *rows))
    return "\n".join(lines) + "\n"


def report(title: str, publisher: str, published: date) -> str:
    """Write a report's sidecar."""
    return f"title: {title}\npublisher: {publisher}\npublished: {published}\n"


def case(title: str, *, window: str, step: str, as_of: date) -> str:
    """Write a case.yaml."""
    return f"title: {title}\nwindow: {window}\nstep: {step}\nas-of: {as_of}\n"


def told(name: str, published: date, source: str, says: Sequence[str]) -> dict[str, str]:
    """Write a report with its claims, named by what they count and when; they are its text."""
    claims = "".join(f"- id: {name}-{_named(each)}\n  says: {each}\n" for each in says)
    return {
        f"reports/{name}.txt": "\n".join(says) + "\n",
        f"reports/{name}.yaml": report(name, source, published),
        f"claims/{name}.yaml": f"report: {name}\nby: {source}\nclaims:\n{claims}",
    }


def _named(sentence: str) -> str:
    """Name a claim by its first word and its last: `die-2020-04-12`."""
    words = sentence.split()
    return f"{words[0]}-{words[-1]}"
