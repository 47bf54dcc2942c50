"""What an address says after its question mark goes in; what a screen should show comes out."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from urllib.parse import parse_qsl, urlencode, urlsplit

from musterbook.core.problem import Problem

MOST_DIGITS = 15  # of a number in an address: more than any case has pages or letters


def whole_number(words: str) -> int | None:
    """Read a number of an address; None where it is none, or longer than any that means a thing."""
    return int(words) if words.isdecimal() and len(words) <= MOST_DIGITS else None


@dataclass(frozen=True, slots=True)
class Typed:
    """What somebody typed into a form that was not taken, and why, field by field.

    `form` names the form; `faults` are sentences by the name of the field they belong to,
    `problems` likewise where the fault has a code and numbers.
    """

    form: str = ""
    texts: Mapping[str, str] = field(default_factory=dict)
    faults: Mapping[str, str] = field(default_factory=dict)
    problems: Mapping[str, tuple[Problem, ...]] = field(default_factory=dict)

    def text(self, name: str, default: str = "") -> str:
        """Give what was typed into a field, else what would stand there."""
        return self.texts.get(name, default)


@dataclass(frozen=True, slots=True)
class Query:
    """The address of a page: its path, the name of the item shown, and the filters in use."""

    path: str
    item: str = ""
    values: Mapping[str, str] = field(default_factory=dict)
    typed: Typed = field(default_factory=Typed)

    @classmethod
    def of(cls, address: str, *, item: str = "", typed: Typed | None = None) -> "Query":
        """Read an address such as `/claims?source=unhcr`; one nobody can read is the first page."""
        try:
            parts = urlsplit(address)
        except ValueError:
            return cls("/", item, typed=typed or Typed())
        return cls(parts.path, item, dict(parse_qsl(parts.query)), typed or Typed())

    def get(self, name: str, default: str = "") -> str:
        """Give one value."""
        return self.values.get(name, default)

    @property
    def as_of(self) -> date | None:
        """The day to look from; a day nobody can read counts as not given."""
        try:
            return date.fromisoformat(self.get("as_of"))
        except ValueError:
            return None

    @property
    def kept(self) -> str:
        """What every link to another screen carries on, with its question mark."""
        return f"?as_of={self.as_of}" if self.as_of else ""

    @property
    def here(self) -> str:
        """The address of this page, filters included."""
        return self.to()

    def to(self, path: str = "", **changes: str) -> str:
        """Give the address of this page with some values changed; an empty value is left out."""
        merged = {name: value for name, value in {**self.values, **changes}.items() if value}
        return f"{path or self.path}{f'?{urlencode(merged)}' if merged else ''}"
