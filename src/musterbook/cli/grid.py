"""A table and a width go in; lines of styled pieces come out, no number parted, nothing cut off."""

import re
import textwrap
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from musterbook.views.table import Cell, Table

Piece: TypeAlias = tuple[str, str]  # some text, and the tone it is to have
Line: TypeAlias = tuple[Piece, ...]
GAP = "  "  # between columns: one space is too easily taken for part of a text
WIDE_ENOUGH = 12  # characters a column of words keeps while numbers can give way instead
_JOINTS = re.compile(r"(?<=[^\W\d][-_./])(?=\w)")  # where a long name may be parted; no date
_IN_NUMBER = re.compile(r"(?<=\d) (?=\d{3}\b)")  # the space of `18 000` as people type it


def whole_numbers(text: str) -> str:
    """Put thin spaces into numbers grouped by plain ones, which no wrapping parts."""
    return _IN_NUMBER.sub("\u202f", text)


def grid_lines(table: Table, width: int) -> Iterator[Line]:
    """Lay a table out in columns; one that is too wide for that as a block of lines a row."""
    columns = _columns(table)
    room = width - len(GAP) * (len(columns) - 1)
    widths = _widths(columns, [each.is_number for each in table.columns], room=room)
    if widths is None:
        yield from _blocks(table, width)
        return
    heads = tuple(Cell(each.name) for each in table.columns)
    yield from _row_lines(table, heads, widths)
    yield (("─" * (sum(widths) + len(GAP) * (len(widths) - 1)), "quiet"),)
    for row in table.rows:
        yield from _row_lines(table, row, widths)


def natural_width(table: Table) -> int:
    """Say how wide a table would like to be, with nothing of it wrapped."""
    widths = [max(map(len, column)) for column in _columns(table)]
    return sum(widths) + len(GAP) * (len(widths) - 1)


def _columns(table: Table) -> list[tuple[str, ...]]:
    texts = [[column.name for column in table.columns]]
    texts += [[whole_numbers(cell.text) for cell in row] for row in table.rows]
    texts += [[whole_numbers(cell.below) for cell in row] for row in table.rows]
    return list(zip(*texts, strict=True))


def _widths(
    columns: Sequence[Sequence[str]], are_numbers: Sequence[bool], *, room: int
) -> list[int] | None:
    """Share the room out: words give way first, then intervals, then long names; None: too tight.

    The widest column that still can give way loses a character until all fit.
    """
    widths = [max(map(len, column)) for column in columns]
    whole = [max(map(_longest_word, column)) for column in columns]
    parted = [max(map(_longest_part, column)) for column in columns]
    easy = [
        width if is_number else max(least, min(width, WIDE_ENOUGH))
        for width, least, is_number in zip(widths, whole, are_numbers, strict=True)
    ]
    for least in (easy, whole, parted):
        while sum(widths) > room:
            can_give = [at for at, width in enumerate(widths) if width > least[at]]
            if not can_give:
                break
            widths[max(can_give, key=lambda at: widths[at])] -= 1
    return widths if sum(widths) <= room else None


def _longest_word(text: str) -> int:
    return max(map(len, text.split(" ")))


def _longest_part(text: str) -> int:
    return max(len(part) for word in text.split(" ") for part in _JOINTS.split(word))


def _row_lines(table: Table, row: Sequence[Cell], widths: Sequence[int]) -> Iterator[Line]:
    wrapped = [
        wrap(cell.text, width) + (wrap(cell.below, width) if cell.below else [])
        for cell, width in zip(row, widths, strict=True)
    ]
    for at in range(max(map(len, wrapped))):
        line: list[Piece] = []
        for column, cell, texts, width in zip(table.columns, row, wrapped, widths, strict=True):
            text = texts[at] if at < len(texts) else ""
            line.append((text.rjust(width) if column.is_number else text.ljust(width), cell.tone))
            line.append((GAP, ""))
        yield tuple(line[:-1])


def wrap(text: str, width: int) -> list[str]:
    """Wrap at plain spaces, so that no number is parted at its thin ones; long names at a joint."""
    words = whole_numbers(text).split(" ")
    fitting = " ".join(each if len(each) <= width else _joined(each, width) for each in words)
    wrapped = textwrap.wrap(fitting, width, break_long_words=False, break_on_hyphens=False)
    return wrapped or [""]


def _joined(word: str, width: int) -> str:
    parts = [""]
    for part in _JOINTS.split(word):
        if parts[-1] and len(parts[-1]) + len(part) > width:
            parts.append("")
        parts[-1] += part
    return " ".join(parts)


def _blocks(table: Table, width: int) -> Iterator[Line]:
    """Write each row as lines of `column: entry`, the first entry as their head."""
    for row in table.rows:
        for at, text in enumerate(wrap(row[0].text, width)):
            yield ((text, "strong" if at == 0 else row[0].tone),)
        for column, cell in zip(table.columns[1:], row[1:], strict=True):
            if cell.text:
                below = f" ({cell.below})" if cell.below else ""
                yield from _entry(f"{column.name}: {cell.text}{below}", cell.tone, width=width)
        yield (("", ""),)


def _entry(text: str, tone: str, *, width: int) -> Iterator[Line]:
    for at, line in enumerate(wrap(text, width - len(GAP) * 2)):
        yield ((GAP + (GAP if at else "") + line, tone),)
