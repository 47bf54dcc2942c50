"""The lines of a case's own word tables in, those that can be used and problems with others out."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Final

from musterbook.core.problem import Place, Problem, Severity

FOLDER: Final = "lexicon"
TABLES: Final = ("people", "not_people", "happenings")
NATURES: Final = ("loss", "fate", "move", "gain", "state")
_FIELDS = 3
_SHAPE = "write: name ; nature ; verbs by object | verbs by subject | words of state"


def is_table(name: str) -> bool:
    """Say whether a path relative to the case is a word table."""
    folder, _, base = name.rpartition("/")
    return folder == FOLDER and base.removesuffix(".txt") in TABLES and base.endswith(".txt")


def read_tables(
    texts: Mapping[str, str],
) -> tuple[Mapping[str, tuple[str, ...]], tuple[Problem, ...]]:
    """Take the text of each table by its path; a line out of shape is left out and told (MB025)."""
    tables: dict[str, tuple[str, ...]] = {}
    problems: list[Problem] = []
    for file, text in texts.items():
        name = file.rpartition("/")[2].removesuffix(".txt")
        kept: list[str] = []
        for number, line in _lines(text):
            fault = _fault(line) if name == "happenings" else ""
            if fault:
                place = Place(file, number)
                problems.append(Problem("MB025", fault, place, Severity.WARNING, fix=_SHAPE))
            else:
                kept.append(line)
        tables[name] = tuple(kept)
    return MappingProxyType(tables), tuple(problems)


def _lines(text: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(text.splitlines(), start=1):
        bare = line.partition("#")[0].strip()
        if bare:
            yield number, bare


def _fault(line: str) -> str:
    """Say what is wrong with a line of happenings, nothing where all is well."""
    parts = [part.strip() for part in line.split(";", _FIELDS - 1)]
    if len(parts) != _FIELDS or parts[2].count("|") != _FIELDS - 1 or not parts[0]:
        return "this line is no happening, so it is not used"
    if parts[1].lower() not in NATURES:
        return f"`{parts[1]}` is no nature of a happening ({', '.join(NATURES)})"
    return ""
