"""A file's text and a change go in; the whole text, written anew with comments kept, comes out.

For small files, and for what has no lines of its own: lists in brackets, aliases.
"""

import re
from collections.abc import Callable, Iterable
from typing import Any, TypeAlias

from musterbook.case import round_trip
from musterbook.case.lines import newline_of
from musterbook.case.nodes import ListNode, MapNode, Node
from musterbook.core.problem import Problem

Outcome: TypeAlias = tuple[str | None, tuple[Problem, ...]]
_ALIAS = re.compile(r"(^|[\s:\[{,-])[*&]\S")


def whole(text: str, root: Node, change: Callable[[Any], object]) -> str:
    """Change a whole file at once: for small files, and lists written in brackets."""
    tree = round_trip.load(text)
    change(tree)
    written = round_trip.dump(tree, sequence_indent(root)) if tree else ""
    return written.replace("\n", newline_of(text))


def sequence_indent(root: Node) -> int:
    """Give how far a list's items are set in from their key: 2 where the dash is under it."""
    if isinstance(root, MapNode):
        for key, value in root.entries.values():
            if isinstance(value, ListNode) and not value.is_flow and value.items:
                return max(2, value.items[0].column - key.column)
    return 2


def has_alias(lines: Iterable[str]) -> bool:
    """Say whether lines may hold an alias or anchor, which mean something to the whole file."""
    return any(_ALIAS.search(line) for line in lines)
