"""A file's text and one edit go in; the text with that change, and no other, comes out.

Only the lines of the claim concerned go through the writer, so every other line, and a file of
thousands of claims, stays as it is.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from ruamel.yaml.comments import CommentedMap

from musterbook.case import round_trip
from musterbook.case.edits import AddClaims, FieldValue, RemoveClaim, SetField, SetValue
from musterbook.case.nodes import Key, ListNode, MapNode, Node, TextNode, child
from musterbook.case.yaml_faults import LINE
from musterbook.case.yaml_text import read_nodes
from musterbook.core.problem import Place, Problem

Outcome = tuple[str | None, tuple[Problem, ...]]
TextEdit = SetField | AddClaims | RemoveClaim | SetValue


def edit_text(text: str, edit: TextEdit) -> Outcome:
    """Apply one edit to a file's text; None with problems where it cannot be applied."""
    root, problems = read_nodes(text, edit.file)
    if root is None:
        return None, problems
    if isinstance(edit, SetValue):
        return _set_value(text, root, edit)
    if isinstance(edit, AddClaims):
        return _add_claims(text, root, edit.claims), ()
    number = _number_of(root, edit.claim)
    if number is None:
        says = f"the claim `{edit.claim}` is no longer in this file"
        return None, (Problem("MB209", says, Place(edit.file), fix="reload and look again"),)
    if isinstance(edit, RemoveClaim):
        return _remove_claim(text, root, number), ()
    return _set_field(text, root, number, edit=edit), ()


def _number_of(root: Node, claim: str) -> int | None:
    listed = child(root, "claims")
    for number, item in enumerate(listed.items if isinstance(listed, ListNode) else ()):
        name = child(item, "id")
        if isinstance(name, TextNode) and name.text == claim:
            return number
    return None


def lines_of(text: str) -> list[str]:
    """Cut text into lines as the reader counts them, each with its line break."""
    lines, start = [], 0
    for found in LINE.finditer(text):
        lines.append(text[start : found.end()])
        start = found.end()
    return [*lines, text[start:]] if start < len(text) else lines


def newline_of(text: str) -> str:
    """Give the line break a text uses."""
    return "\r\n" if "\r\n" in text else "\n"


def _own_lines(root: Node, number: int) -> MapNode | None:
    """Give a claim's node if it has lines to itself: a block mapping in a block list."""
    listed = child(root, "claims")
    item = child(listed, number)
    if isinstance(listed, ListNode) and not listed.is_flow and isinstance(item, MapNode):
        return None if item.is_flow else item
    return None


def _set_field(text: str, root: Node, number: int, *, edit: SetField) -> str:
    def change(claim: Any) -> None:
        round_trip.set_key(claim, edit.field, edit.value)

    item = _own_lines(root, number)
    if item is None:
        return _whole(text, root, lambda tree: change(tree["claims"][number]))
    lines = lines_of(text)
    block = lines[item.line - 1 : item.end_line]
    changed = _change_block(block, item.column - 1, change, newline=newline_of(text))
    return "".join((*lines[: item.line - 1], changed, *lines[item.end_line :]))


def _change_block(
    block: list[str], indent: int, change: Callable[[Any], None], *, newline: str
) -> str:
    """Change the mapping written in some lines; the first begins with the list's dash."""
    dash = block[0][:indent]
    bare = [block[0][indent:], *(_outdented(line, indent) for line in block[1:])]
    tree = round_trip.load("".join(bare))
    change(tree)
    return indented(round_trip.dump(tree), dash, newline=newline)


def _outdented(line: str, indent: int) -> str:
    """Take an indent away, or as much of it as there is."""
    return line[min(indent, len(line) - len(line.lstrip(" "))) :]


def indented(text: str, dash: str, *, newline: str) -> str:
    """Set a mapping's text in under a list's dash."""
    space = " " * len(dash)
    lines = text.splitlines()
    rest = (f"{space}{line}" if line else "" for line in lines[1:])
    return newline.join((dash + lines[0], *rest)) + newline


def _remove_claim(text: str, root: Node, number: int) -> str:
    item = _own_lines(root, number)
    if item is None:
        return _whole(text, root, lambda tree: tree["claims"].pop(number))
    lines = lines_of(text)
    return "".join((*lines[: item.line - 1], *lines[item.end_line :]))


def _add_claims(text: str, root: Node, claims: Iterable[Mapping[str, FieldValue]]) -> str:
    listed = child(root, "claims")
    if not isinstance(listed, ListNode) or listed.is_flow or not listed.items:
        return _whole(text, root, lambda tree: _extend(tree, claims))
    newline, last = newline_of(text), listed.end_line
    lines = _ended(lines_of(text), last, newline)
    dash = " " * (listed.column - 1) + "- "
    new = "".join(_claim_text(each, dash, newline) for each in claims)
    return "".join((*lines[:last], new, *lines[last:]))


def _extend(tree: Any, claims: Iterable[Mapping[str, FieldValue]]) -> None:
    """Append claims to a list that is unwritten, empty or in brackets."""
    new = round_trip.as_list(claims)
    if tree.get("claims"):
        tree["claims"].extend(new)
    else:
        tree["claims"] = new


def _claim_text(fields: Mapping[str, FieldValue], dash: str, newline: str) -> str:
    return indented(round_trip.dump(round_trip.as_mapping(fields)), dash, newline=newline)


def _ended(lines: list[str], number: int, newline: str) -> list[str]:
    """Give a line its line break, which the last of a file may lack."""
    line = lines[number - 1]
    ended = line if LINE.search(line) else line + newline
    return [*lines[: number - 1], ended, *lines[number:]]


def _set_value(text: str, root: Node, edit: SetValue) -> Outcome:
    above = child(root, *edit.path[:-1])
    if not isinstance(above, MapNode | ListNode):
        says = f"there is no `{' / '.join(map(str, edit.path[:-1]))}` in this file any more"
        return None, (Problem("MB209", says, Place(edit.file), fix="reload and look again"),)
    if not isinstance(root, MapNode) or root.is_flow:
        return _whole(text, root, lambda tree: _set_below(tree, edit.path, edit.value)), ()
    return _set_in_section(text, root, edit), ()


def _set_in_section(text: str, root: MapNode, edit: SetValue) -> str:
    """Change the lines of one top-level key, or append it."""
    newline, lines = newline_of(text), lines_of(text)
    found = root.entries.get(str(edit.path[0]))
    first = found[0].line if found else root.end_line + 1
    last = max(found[0].end_line, found[1].end_line) if found else root.end_line
    lines = _ended(lines, root.end_line, newline)
    tree = round_trip.load("".join(lines[first - 1 : last])) if found else CommentedMap()
    _set_below(tree, edit.path, edit.value)
    new = round_trip.dump(tree, _sequence_indent(root)) if tree else ""
    return "".join((*lines[: first - 1], new.replace("\n", newline), *lines[last:]))


def _set_below(tree: Any, path: tuple[Key, ...], value: FieldValue | None) -> None:
    for step in path[:-1]:
        tree = tree[step]
    round_trip.set_key(tree, path[-1], value)


def _whole(text: str, root: Node, change: Callable[[Any], object]) -> str:
    """Change a whole file at once: for small files, and lists written in brackets."""
    tree = round_trip.load(text)
    change(tree)
    written = round_trip.dump(tree, _sequence_indent(root)) if tree else ""
    return written.replace("\n", newline_of(text))


def _sequence_indent(root: Node) -> int:
    """Give how far a list's items are set in from their key: 2 where the dash is under it."""
    if isinstance(root, MapNode):
        for key, value in root.entries.values():
            if isinstance(value, ListNode) and not value.is_flow and value.items:
                return max(2, value.items[0].column - key.column)
    return 2
