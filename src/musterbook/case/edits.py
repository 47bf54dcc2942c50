"""What somebody wants changed in a case's files, as values; save.py carries them out."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from musterbook.case.nodes import Key

FieldValue: TypeAlias = str | int | tuple[int, int]
Item: TypeAlias = Mapping[str, FieldValue | Mapping[str, FieldValue]]


@dataclass(frozen=True, slots=True)
class SetField:
    """Give a claim's field a value; None takes the field away."""

    file: str
    claim: str
    field: str
    value: FieldValue | None


@dataclass(frozen=True, slots=True)
class AddClaims:
    """Append claims to claims/NAME.yaml, which is made if it is not there."""

    file: str
    claims: tuple[Mapping[str, FieldValue], ...]
    header: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class SetValue:
    """Give the value at a path of any case file; None takes it away. The path must be there."""

    file: str
    path: tuple[Key, ...]
    value: FieldValue | Mapping[str, FieldValue] | None


@dataclass(frozen=True, slots=True)
class SetInItem:
    """Give the value at a path within one item of the list under a top-level key.

    The item is the one that begins on `line`; the rest of it, its comments too, stays.
    """

    file: str
    key: str
    line: int
    path: tuple[Key, ...]
    value: FieldValue | Mapping[str, FieldValue] | None


@dataclass(frozen=True, slots=True)
class PutItem:
    """Put a mapping into the list under a top-level key, which is made if it is not there.

    It takes the place of the item that begins on `line`, or comes last.
    """

    file: str
    key: str
    item: Item
    line: int | None = None


@dataclass(frozen=True, slots=True)
class NewFile:
    """Put a file in that is not there yet."""

    file: str
    data: bytes


@dataclass(frozen=True, slots=True)
class NewText:
    """Replace the whole text of a file that is there: a formatted one, or one edited by hand."""

    file: str
    text: str


Edit: TypeAlias = SetField | AddClaims | SetValue | SetInItem | PutItem | NewFile | NewText
