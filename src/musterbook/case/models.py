"""What every kind of case file shares: plain text goes in, checked models come out.

The models say what may stand in a file; they are also where the JSON Schemas come from. What a
value means (a name, a date, a sentence) is checked later, where more is known.
"""

from collections.abc import Mapping
from typing import Annotated, Any, ClassVar

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    StringConstraints,
    WithJsonSchema,
    model_validator,
)
from pydantic import GetJsonSchemaHandler as SchemaHandler
from pydantic_core import CoreSchema

NAME_PATTERN = r"^[a-z][a-z0-9_]*$"
ID_PATTERN = r"^[^\s+>,]+$"  # `derived: a + b` and `by: a > b` are split at these marks
CHAIN_PATTERN = r"^\s*[^\s>][^>]*(>\s*[^\s>][^>]*)*$"  # `a > b`: no link of it empty

# An editor reads `2025` as a number and `yes` as a truth value; the loader reads both as words.
Words = Annotated[str, WithJsonSchema({"type": ["string", "number", "boolean"]})]
Name = Annotated[str, StringConstraints(pattern=NAME_PATTERN)]
Identifier = Annotated[
    str,
    StringConstraints(pattern=ID_PATTERN),
    WithJsonSchema({"type": ["string", "number"], "pattern": ID_PATTERN}),
]
Chain = Annotated[
    str,
    StringConstraints(pattern=CHAIN_PATTERN),
    WithJsonSchema({"type": ["string", "number", "boolean"], "pattern": CHAIN_PATTERN}),
]


def _as_list(value: object) -> object:
    """Take one item for a list of one."""
    return [value] if isinstance(value, str) else value


WordList = Annotated[
    list[Words],
    BeforeValidator(_as_list),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}),
]


class FileModel(BaseModel):
    """A mapping in a case file: no key it does not know, and an empty value is as if unwritten."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    @model_validator(mode="before")
    @classmethod
    def _drop_unwritten(cls, data: object) -> object:
        if not isinstance(data, dict) or None not in data.values():
            return data
        return {key: value for key, value in data.items() if not _may_drop(cls, key, value)}


def _may_drop(model: type[BaseModel], key: str, value: object) -> bool:
    """Say whether an unwritten value of a key the model can do without may be left out."""
    if value is not None:
        return False
    return any(
        key in (name, field.alias) and not field.is_required()
        for name, field in model.model_fields.items()
    )


class Entry(FileModel):
    """An entry with a short form: `name: words` means `name: {SHORT: words}`."""

    SHORT: ClassVar[str] = "is"
    MAY_BE_EMPTY: ClassVar[bool] = False

    @model_validator(mode="before")
    @classmethod
    def _lengthen(cls, data: object) -> object:
        if isinstance(data, str):
            return {cls.SHORT: data}
        return {} if data is None and cls.MAY_BE_EMPTY else data

    @classmethod
    def __get_pydantic_json_schema__(cls, core: CoreSchema, handler: SchemaHandler) -> Any:
        """Let the schema know the short form too."""
        full = handler(core)
        short: list[Mapping[str, object]] = [{"type": ["string", "number", "boolean"]}]
        if cls.MAY_BE_EMPTY:
            short.append({"type": "null"})
        return {"anyOf": [*short, full]}
