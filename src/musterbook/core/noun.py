"""A class of named fields in, the same as a noun out: its values are not to be changed once made.

The type checker refuses to change a noun, as it does a frozen dataclass. When run nothing stands
guard, for Python's frozen classes take four times as long to make, and reading a text makes many.
"""

from dataclasses import dataclass
from typing import TypeVar, dataclass_transform

Made = TypeVar("Made")


@dataclass_transform(frozen_default=True)
def noun(kind: type[Made]) -> type[Made]:
    """Make a class of fields a dataclass with slots, compared and hashed by its fields."""
    return dataclass(slots=True, unsafe_hash=True)(kind)
