"""Cells go in; one table comes out that a terminal, a page, a CSV and a JSON file can all show."""

import csv
import io
import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

# A spreadsheet takes a cell that begins so for a formula and carries it out (CWE-1236; the list is
# OWASP's). A number with its sign is none: it can call nothing, and has to stay a number.
FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
_SIGNED_NUMBER = re.compile(r"[-+]+[-+\d .,()%\u2013]*")


class Tone(StrEnum):
    """How a cell is meant to strike the eye; never the only carrier of its meaning."""

    PLAIN = ""
    GOOD = "good"
    BAD = "bad"
    QUIET = "quiet"
    STRONG = "strong"


@dataclass(frozen=True, slots=True)
class Cell:
    """One entry: its text, where it leads (an anchor such as `#claim-ID`), and its tone.

    On a page `anchor` names its row, `below` stands in small under the text, and `parts`, joined
    by commas, stand in place of the text where an entry leads to several places.
    """

    text: str
    link: str = ""
    tone: Tone = Tone.PLAIN
    hint: str = ""
    anchor: str = ""
    below: str = ""
    parts: tuple["Cell", ...] = ()

    @property
    def leads(self) -> bool:
        """Say whether it leads somewhere, whole or in part."""
        return bool(self.link) or any(each.leads for each in self.parts)


@dataclass(frozen=True, slots=True)
class Column:
    """A column's heading; numbers stand to the right."""

    name: str
    is_number: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its title as a sentence, and a note below it."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    note: str = ""

    @property
    def has_links(self) -> bool:
        """Say whether any of its cells leads somewhere, so that keys alone can reach it."""
        return any(each.leads for row in self.rows for each in row)

    def part(self, start: int, end: int) -> "Table":
        """Give some of its rows as a table; the note stays with the last."""
        note = self.note if end >= len(self.rows) else ""
        return Table(self.title, self.columns, self.rows[start:end], note)

    def to_csv(self) -> str:
        """Give it as CSV with a header row, safe to open in a spreadsheet.

        Thin spaces are left out of numbers; a text that a spreadsheet would take for a formula
        is led by an apostrophe.
        """
        out = io.StringIO()
        writer = csv.writer(out, lineterminator="\n")
        writer.writerow([guarded(each.name) for each in self.columns])
        writer.writerows([[guarded(plain(cell.text)) for cell in row] for row in self.rows])
        return out.getvalue()

    def to_json(self) -> list[dict[str, str]]:
        """Give one object per row, keyed by the columns' names."""
        names = [each.name for each in self.columns]
        return [
            dict(zip(names, (plain(cell.text) for cell in row), strict=True)) for row in self.rows
        ]


def plain(text: str) -> str:
    """Take the thin spaces out of a text, so that a machine can read its numbers."""
    return text.replace("\u202f", "").replace("\u2009", "")


def guarded(text: str) -> str:
    """Lead a text that a spreadsheet would carry out by an apostrophe; numbers stay as they are."""
    if not text.startswith(FORMULA) or _SIGNED_NUMBER.fullmatch(text):
        return text
    return f"'{text}"


def columns(names: str) -> tuple[Column, ...]:
    """Make columns of names parted by `|`; a name that begins with `#` holds numbers."""
    parted = (name.strip() for name in names.split("|"))
    return tuple(Column(name.lstrip("#"), name.startswith("#")) for name in parted)


def cells(*texts: str | Cell) -> tuple[Cell, ...]:
    """Make a row of cells, plain texts and cells mixed."""
    return tuple(each if isinstance(each, Cell) else Cell(each) for each in texts)


def table(title: str, names: str, rows: Iterable[tuple[Cell, ...]], *, note: str = "") -> Table:
    """Make a table of rows of cells."""
    return Table(title, columns(names), tuple(rows), note)
