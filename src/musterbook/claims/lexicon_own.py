"""A case's own word tables in; while they are in use the rules read them beside the shipped ones.

The tables reach deep into the rules, so the one in use is kept by context, for one call and one
thread: what is derived from the tables is cached for each lexicon apart.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import lru_cache
from inspect import signature
from typing import Final, ParamSpec, TypeVar

Parameters = ParamSpec("Parameters")
Result = TypeVar("Result")

_DERIVED: Final = 8_192  # derived entries kept; a long-running server reads cases again and again


# Two are the same only where they are one: the caches ask a lexicon's hash for every word.
@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """Words a case adds to the shipped tables, as lines in the form of those tables.

    `people` lists nouns for persons (`drover`, `crofter/crofters`), `not_people` plural words that
    only look so, `happenings` lines `name ; nature ; verbs by object | by subject | states`.
    """

    people: tuple[str, ...] = ()
    not_people: tuple[str, ...] = ()
    happenings: tuple[str, ...] = ()

    @classmethod
    def of(cls, tables: Mapping[str, tuple[str, ...]]) -> "Lexicon":
        """Take the tables a case holds, by name; each line in small letters."""
        own = {name: tuple(line.lower() for line in tables.get(name, ())) for name in TABLES}
        return cls(**own)


TABLES: Final = ("people", "not_people", "happenings")
SHIPPED: Final = Lexicon()
_IN_USE: ContextVar[Lexicon] = ContextVar("lexicon in use", default=SHIPPED)


@contextmanager
def using(lexicon: Lexicon) -> Iterator[None]:
    """Let the rules read a lexicon within a `with` block."""
    token = _IN_USE.set(lexicon)
    try:
        yield
    finally:
        _IN_USE.reset(token)


def added_to(name: str) -> tuple[str, ...]:
    """Give the lines the lexicon in use adds to a table."""
    lines: tuple[str, ...] = getattr(_IN_USE.get(), name) if name in TABLES else ()
    return lines


def per_lexicon(function: Callable[Parameters, Result]) -> Callable[Parameters, Result]:
    """Cache what is derived from the tables, for each lexicon apart."""

    def derive(_: Lexicon, *args: Parameters.args, **kwargs: Parameters.kwargs) -> Result:
        return function(*args, **kwargs)

    kept: Callable[..., Result] = lru_cache(maxsize=_DERIVED)(derive)
    in_use = _IN_USE.get

    def ask_whole() -> Result:
        return kept(in_use())

    def ask_of(one: object, /) -> Result:
        return kept(in_use(), one)

    # Asked for nearly every word: written out, they cost half of what any arguments would.
    asks: tuple[Callable[..., Result], ...] = (ask_whole, ask_of)
    return asks[len(signature(function).parameters)]
