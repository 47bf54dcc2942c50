"""The raw nodes of a case go in; every name somebody wrote down comes out, faulty entries too.

A name whose entry has a fault is still a name: one fault should not make ten others.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from musterbook.case.build_account import qualified
from musterbook.case.nodes import ListNode, MapNode, Node, TextNode, child, entries_of
from musterbook.core.problem import Problem

RESERVED = ("total", "last")  # words of the expressions: `total kill`, `last 6 months`
NAMED_SECTIONS = ("stocks", "flows", "measures", "parameters")


@dataclass(frozen=True, slots=True)
class Declared:
    """Names written in the account files, by section; `broken` holds prefixes of unread files."""

    sections: Mapping[str, frozenset[str]]
    broken: frozenset[str]

    def has(self, name: str, *sections: str) -> bool:
        """Say whether a name stands in one of the sections, or may, in a file nobody could read."""
        prefix = name.partition(".")[0] if "." in name else ""
        if prefix in self.broken:
            return True
        return any(name in self.sections.get(section, ()) for section in sections)

    def names(self, *sections: str) -> frozenset[str]:
        """Give all names of some sections."""
        return frozenset().union(*(self.sections.get(each, frozenset()) for each in sections))


def declared_names(nodes: Mapping[str, Node | None]) -> Declared:
    """Gather the names of accounts given as prefix to raw node (None when it could not be read)."""
    sections: dict[str, set[str]] = {each: set() for each in (*NAMED_SECTIONS, "outside")}
    for prefix, node in nodes.items():
        for section in NAMED_SECTIONS:
            keys = (key.text for key, _ in entries_of(child(node, section)))
            sections[section].update(qualified(prefix, key) for key in keys)
        sections["outside"].update(qualified(prefix, each.text) for each in outside_of(node))
    broken = frozenset(prefix for prefix, node in nodes.items() if not isinstance(node, MapNode))
    return Declared({key: frozenset(found) for key, found in sections.items()}, broken)


def outside_of(node: Node | None) -> tuple[TextNode, ...]:
    """Give the reservoirs an account's node declares."""
    listed = child(node, "outside")
    items = listed.items if isinstance(listed, ListNode) else ()
    return tuple(each for each in items if isinstance(each, TextNode))


def named_twice(nodes: Iterable[Node | None]) -> tuple[Problem, ...]:
    """Find names that one account declares in two sections."""
    problems = []
    for node in nodes:
        first: dict[str, TextNode] = {}
        keys = [key for each in NAMED_SECTIONS for key, _ in entries_of(child(node, each))]
        for key in (*keys, *outside_of(node)):
            other = first.setdefault(key.text, key)
            if other is not key:
                says = f"`{key.text}` is declared twice in this account"
                lines = (("first on line", str(other.line)), ("again on line", str(key.line)))
                fix = "give one of the two another name"
                problems.append(Problem("MB201", says, key.place, numbers=lines, fix=fix))
    return tuple(problems)


def reserved(nodes: Iterable[Node | None]) -> tuple[Problem, ...]:
    """Find names that expressions could not tell from their own words."""
    return tuple(
        Problem("MB200", f"`{key.text}` is a word of the expressions", key.place, fix="rename it")
        for node in nodes
        for section in NAMED_SECTIONS
        for key, _ in entries_of(child(node, section))
        if key.text in RESERVED
    )
