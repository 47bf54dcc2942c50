"""Small pieces of JSON Schema, of which the verbs' own are made."""

from typing import Any, Final, TypeAlias

Shape: TypeAlias = dict[str, Any]

TEXT: Final[Shape] = {"type": "string"}
NUMBER: Final[Shape] = {"type": "number"}
WHOLE: Final[Shape] = {"type": "integer", "minimum": 0}
YES_NO: Final[Shape] = {"type": "boolean"}
DAY: Final[Shape] = {"type": "string", "format": "date", "pattern": r"^\d{4}-\d\d-\d\d$"}
CHANCE: Final[Shape] = {"type": "number", "minimum": 0, "maximum": 1}


def maybe(shape: Shape) -> Shape:
    """Allow null: nothing known, or nothing that bounds it."""
    return {"anyOf": [shape, {"type": "null"}]}


def many(shape: Shape) -> Shape:
    """A list of one kind of entry."""
    return {"type": "array", "items": shape}


def pair(shape: Shape) -> Shape:
    """A list of two: low and high, start and end."""
    return {**many(shape), "minItems": 2, "maxItems": 2}


def by_name(shape: Shape) -> Shape:
    """An object whose keys are names of the case."""
    return {"type": "object", "additionalProperties": shape}


def one_of(*words: str) -> Shape:
    """One of a few words."""
    return {"enum": list(words)}


def record(**fields: Shape) -> Shape:
    """An object that has all of these fields and may, in a later version, have more."""
    return {"type": "object", "properties": fields, "required": list(fields)}


def quantiles(*names: str) -> Shape:
    """Dated rows of numbers: one entry a date."""
    return many(record(date=DAY, **{name: maybe(NUMBER) for name in names}))


IDS: Final = many(TEXT)
CHOICE: Final = by_name(TEXT)
ROWS: Final = many(by_name(TEXT))  # a table: one object a row, by the names of its columns
FIVE: Final = ("q05", "q25", "q50", "q75", "q95")
