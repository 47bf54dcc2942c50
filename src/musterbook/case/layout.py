"""The lines of a YAML file and its nodes go in; the lines in canonical order come out.

Lines are moved whole, each key with the comments above it, so nothing in them can be lost.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pydantic import BaseModel

from musterbook.case.faults import keys_at
from musterbook.case.nodes import Key, ListNode, MapNode, Node

LAST_KEYS = ("why", "note")  # keys of one's own (a hypothesis, a flow) stand before these


@dataclass(frozen=True, slots=True)
class _Stretch:
    """The lines of one entry: comments above it, then its own."""

    key: str
    above: list[str]
    own: list[str]


def in_order(lines: list[str], root: Node, model: type[BaseModel]) -> list[str]:
    """Put the keys of every mapping the model knows into the model's order."""
    lines = list(lines)
    for path, node in _inner_first(root, ()):
        known = keys_at(model, path)
        if known and not node.is_flow and len(node.entries) > 1 and _has_own_lines(node):
            _sort(lines, node, known)
    return lines


def _inner_first(node: Node, path: tuple[Key, ...]) -> Iterator[tuple[tuple[Key, ...], MapNode]]:
    """Yield every mapping with its path, those inside before those around them."""
    if isinstance(node, ListNode):
        for number, item in enumerate(node.items):
            yield from _inner_first(item, (*path, number))
    elif isinstance(node, MapNode):
        for key, (_, value) in node.entries.items():
            yield from _inner_first(value, (*path, key))
        yield path, node


def _has_own_lines(node: MapNode) -> bool:
    """Say whether every entry begins below where the one before it ends (aliases may not)."""
    ends = [(key.line, _end(key, value)) for key, value in node.entries.values()]
    return all(after[0] > before[1] for before, after in pairwise(ends))


def _end(key: Node, value: Node) -> int:
    return max(key.end_line, value.end_line)


def _sort(lines: list[str], node: MapNode, known: Sequence[str]) -> None:
    """Sort the entries of one mapping within the lines it covers."""
    order = sorted(node.entries, key=lambda key: _rank(key, known))
    if order == list(node.entries):
        return
    first = next(iter(node.entries.values()))[0].line - 1
    indent = node.column - 1
    dash = lines[first][:indent]
    lines[first] = " " * indent + lines[first][indent:]
    stretches = {each.key: each for each in _stretches(lines, node)}
    moved: list[str] = []
    for number, key in enumerate(order):
        own = stretches[key].own
        if number == 0:
            own = [dash + own[0][indent:], *own[1:]]
        moved += [*stretches[key].above, *own]
    lines[first : first + len(moved)] = moved


def _rank(key: str, known: Sequence[str]) -> float:
    if key in known:
        return known.index(key)
    return min((known.index(last) for last in LAST_KEYS if last in known), default=len(known)) - 0.5


def _stretches(lines: list[str], node: MapNode) -> Iterator[_Stretch]:
    """Cut the lines of a mapping into its entries; a comment set in deeper stays with its own."""
    indent = node.column - 1
    end = 0
    above: list[str] = []
    pairs = [(name, key.line - 1, _end(key, value)) for name, (key, value) in node.entries.items()]
    for number, (name, start, own_end) in enumerate(pairs):
        following = pairs[number + 1][1] if number + 1 < len(pairs) else own_end
        end = own_end
        while end < following and _is_deeper(lines[end], indent):
            end += 1
        yield _Stretch(name, above, lines[start:end])
        above = lines[end:following]


def _is_deeper(line: str, indent: int) -> bool:
    return bool(line.strip()) and len(line) - len(line.lstrip(" ")) > indent
