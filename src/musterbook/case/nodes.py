"""The nodes of a YAML file: every scalar as written, each node with its line and column.

Lines and columns count from 1. Made by yaml_text.py; the clerk's other parts walk them.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

from musterbook.core.problem import Phrase, Place

Key: TypeAlias = str | int


@dataclass(frozen=True, slots=True)
class TextNode:
    """A scalar: its text, and where the text itself begins (after a quote mark, or `>-`)."""

    text: str
    file: str
    line: int
    column: int
    end_line: int
    style: str = ""

    @property
    def place(self) -> Place:
        """Where its first character stands."""
        return Place(self.file, self.line, self.column)

    @property
    def phrase(self) -> Phrase:
        """Its words with their place."""
        return Phrase(self.text, self.place)

    @property
    def is_empty(self) -> bool:
        """Say whether nothing was written: `key:` and then the next line."""
        return not self.text and not self.style


@dataclass(frozen=True, slots=True)
class ListNode:
    """A sequence and where it begins; `is_flow` when written in brackets."""

    items: tuple["Node", ...]
    file: str
    line: int
    column: int
    end_line: int
    is_flow: bool = False

    @property
    def place(self) -> Place:
        """Where it begins."""
        return Place(self.file, self.line, self.column)


@dataclass(frozen=True, slots=True)
class MapNode:
    """A mapping and where it begins; each key keeps its own place."""

    entries: Mapping[str, tuple[TextNode, "Node"]]
    file: str
    line: int
    column: int
    end_line: int
    is_flow: bool = False

    @property
    def place(self) -> Place:
        """Where it begins."""
        return Place(self.file, self.line, self.column)

    def get(self, key: str) -> "Node | None":
        """Give the value under a key, or None."""
        found = self.entries.get(key)
        return None if found is None else found[1]


Node: TypeAlias = TextNode | ListNode | MapNode
Plain: TypeAlias = "str | list[Plain] | dict[str, Plain] | None"


def plain(node: Node) -> Plain:
    """Give a node as lists, dicts and text; nothing written becomes None."""
    if isinstance(node, TextNode):
        return None if node.is_empty else node.text
    if isinstance(node, ListNode):
        return [plain(each) for each in node.items]
    return {key: plain(value) for key, (_, value) in node.entries.items()}


def child(node: Node | None, *path: Key) -> Node | None:
    """Follow keys and positions downwards; None where the path leaves the tree."""
    for step in path:
        if isinstance(node, MapNode) and isinstance(step, str):
            node = node.get(step)
        elif isinstance(node, ListNode) and isinstance(step, int) and 0 <= step < len(node.items):
            node = node.items[step]
        else:
            return None
    return node


def nearest(node: Node, *path: Key) -> Place:
    """Give the place of the deepest node a path still reaches."""
    place = node.place
    for step in path:
        below = child(node, step)
        if below is None:
            break
        node, place = below, below.place
    return place


def entries_of(node: Node | None) -> Iterator[tuple[TextNode, Node]]:
    """Yield the keys and values of a mapping, nothing of any other node."""
    if isinstance(node, MapNode):
        yield from node.entries.values()


def phrase_at(node: Node | None, *path: Key) -> Phrase | None:
    """Give the words at the end of a path, or None where none were written."""
    found = child(node, *path)
    return found.phrase if isinstance(found, TextNode) and not found.is_empty else None


def short_or_long(node: Node | None, key: str) -> Phrase | None:
    """Give the words of an entry written short (`name: words`) or long (`name: {key: words}`)."""
    return phrase_at(node) if isinstance(node, TextNode) else phrase_at(node, key)


def without(node: Node, paths: Iterable[tuple[Key, ...]]) -> Node:
    """Give the same tree less what stands at the end of the paths."""
    below: dict[Key, list[tuple[Key, ...]]] = {}
    for path in paths:
        if path:
            below.setdefault(path[0], []).append(path[1:])
    if isinstance(node, MapNode):
        entries = {
            key: (name, without(value, below.get(key, ())))
            for key, (name, value) in node.entries.items()
            if () not in below.get(key, ())
        }
        return replace(node, entries=entries) if below else node
    if isinstance(node, ListNode):
        items = tuple(
            without(item, below.get(number, ()))
            for number, item in enumerate(node.items)
            if () not in below.get(number, ())
        )
        return replace(node, items=items) if below else node
    return node
