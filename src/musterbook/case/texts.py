"""Files and folders go in; the texts that lie there come out, with the day written beside them."""

from collections.abc import Iterable, Iterator
from datetime import date
from os.path import realpath
from pathlib import Path

from musterbook.case.nodes import plain
from musterbook.case.paper import read_sheet

TEXT_ENDINGS = (".txt", ".md", ".html", ".htm", ".xhtml", ".pdf")


def text_files(paths: Iterable[Path]) -> Iterator[Path]:
    """Name every file given, and the texts in every folder given, by name; none is hidden.

    A file that is given twice, or stands in a folder given too, is one text: it copies nobody.
    """
    seen: set[str] = set()
    for each in _all_files(paths):
        real = realpath(each)
        if real not in seen:
            seen.add(real)
            yield each


def _all_files(paths: Iterable[Path]) -> Iterator[Path]:
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        for each in sorted(path.rglob("*")):
            is_hidden = any(part.startswith(".") for part in each.relative_to(path).parts)
            if each.suffix.lower() in TEXT_ENDINGS and each.is_file() and not is_hidden:
                yield each


def day_beside(file: Path) -> date | None:
    """Give the day of publication that NAME.yaml beside a report says, as in a case's folder."""
    beside = file.with_suffix(".yaml")
    if not beside.is_file():
        return None
    sheet, _ = read_sheet(beside.parent, beside.name)
    facts = plain(sheet.node) if sheet is not None and sheet.node is not None else None
    try:
        return date.fromisoformat(str(facts["published"])) if isinstance(facts, dict) else None
    except (KeyError, ValueError):
        return None
