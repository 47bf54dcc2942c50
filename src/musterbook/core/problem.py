"""A fault somebody can mend: nothing goes in, a value with place, numbers and remedy comes out."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import StrEnum


class Severity(StrEnum):
    """How much a problem matters: errors stop the row, warnings do not, notes inform."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where something stands: file relative to the case, line and column counted from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        """Write it as editors read it, `file:line:column`."""
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words a person wrote, and where they wrote them."""

    text: str
    place: Place

    def __str__(self) -> str:
        """Give the words alone."""
        return self.text


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault: what it is, where, the numbers that show it, and what to do about it."""

    code: str
    says: str
    place: Place | None = None
    severity: Severity = Severity.ERROR
    numbers: tuple[tuple[str, str], ...] = ()
    fix: str = ""

    @property
    def is_error(self) -> bool:
        """Say whether the thing it speaks of cannot be used."""
        return self.severity is Severity.ERROR


def in_reading_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Sort problems by place, then code, and drop exact repeats."""
    nowhere = Place("", 0, 0)
    unique = dict.fromkeys(problems)
    return tuple(sorted(unique, key=lambda each: (each.place or nowhere, each.code, each.says)))


MANY = 5  # faults of one kind in one file that are told one by one; of more, the first and how many


def summed_up(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Tell notes of one kind in one file once, with how many there are: a table has hundreds."""
    listed = tuple(problems)
    count = Counter(_kind(each) for each in listed)
    told: set[object] = set()
    kept = []
    for each in listed:
        kind = _kind(each)
        if each.severity is not Severity.NOTE or count[kind] <= MANY:
            kept.append(each)
        elif kind not in told:
            told.add(kind)
            more = ("in this file", f"{count[kind]} of this kind, of which this is the first")
            kept.append(replace(each, numbers=(*each.numbers, more)))
    return tuple(kept)


def _kind(problem: Problem) -> tuple[str, str]:
    return problem.code, problem.place.file if problem.place else ""
