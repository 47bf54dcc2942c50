"""One screen of the web page as a value: its template, what it shows, and its tables."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from musterbook.views.screens.query import Query
from musterbook.views.screens.shown import Shown
from musterbook.views.table import Table

Context: TypeAlias = Mapping[str, object]
Tables: TypeAlias = Mapping[str, Table]


class NothingHereError(LookupError):
    """The address names an item that the case does not have; says what it has instead."""


def nothing(_shown: Shown, _query: Query) -> Context:
    """Give the context of a screen that shows nothing before there are results."""
    return {}


def no_tables(_shown: Shown, _query: Query) -> Tables:
    """Give the tables of a screen that has none."""
    return {}


def sizes_of(tables: Tables) -> dict[str, int]:
    """Count the rows of each table, for the links to its twins."""
    return {name: len(each.rows) for name, each in tables.items()}


@dataclass(frozen=True, slots=True)
class Screen:
    """A page: where it stands, its template, and what fills that.

    `context` and `tables` raise NothingHereError where the item asked for is not there. With
    `needs_results` the page waits until something was worked out; `empty` is what it then says.
    Where it rests on one `stage`, older results of that stand there until it is worked out anew.
    `always` is what stands on it with or without results.
    `tables` are its twins for machines by name, the first the one meant when none is named.
    """

    path: str
    heading: str
    template: str
    context: Callable[[Shown, Query], Context]
    tables: Callable[[Shown, Query], Tables] = no_tables
    needs_results: bool = False
    stage: str = ""
    empty: str = ""
    always: Callable[[Shown, Query], Context] = nothing
