"""A file's text and one edit go in; the text with that change, and no other, comes out.

Only the lines of the claim concerned go through the writer, so every other line, and a file of
thousands of claims, stays as it is.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from ruamel.yaml.comments import CommentedMap
from ruamel.yaml.error import YAMLError

from musterbook.case import round_trip
from musterbook.case.edits import AddClaims, FieldValue, RemoveClaim, SetField, SetValue
from musterbook.case.lines import ended, indented, lines_of, newline_of, outdented, without_key
from musterbook.case.nodes import Key, ListNode, MapNode, Node, TextNode, child
from musterbook.case.yaml_text import read_nodes
from musterbook.core.problem import Place, Problem

Outcome = tuple[str | None, tuple[Problem, ...]]
_ALIAS = re.compile(r"(^|[\s:\[{,-])[*&]\S")
TextEdit = SetField | AddClaims | RemoveClaim | SetValue


def edit_text(text: str, edit: TextEdit) -> Outcome:
    """Apply one edit to a file's text; None with problems where it cannot be applied."""
    root, problems = read_nodes(text, edit.file)
    if root is None:
        return None, problems
    try:
        return _apply(text, root, edit)
    except YAMLError as error:
        says = "this file uses YAML that only a person can edit"
        numbers = (("the writer says", " ".join(str(error).split())),)
        place = Place(edit.file)
        return None, (Problem("MB005", says, place, numbers=numbers, fix="edit it by hand"),)


def _apply(text: str, root: Node, edit: TextEdit) -> Outcome:
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
    lines = lines_of(text)
    if item is not None and edit.value is None and edit.field in item.entries:
        fewer = without_key(lines, item, edit.field)
        if fewer is not None:
            return "".join(fewer)
    if item is None or _has_alias(lines[item.line - 1 : item.end_line]):
        return _whole(text, root, lambda tree: change(tree["claims"][number]))
    block = lines[item.line - 1 : item.end_line]
    changed = _change_block(block, item.column - 1, change, newline=newline_of(text))
    return "".join((*lines[: item.line - 1], changed, *lines[item.end_line :]))


def _has_alias(lines: Iterable[str]) -> bool:
    """Say whether lines may hold an alias or anchor, which mean something to the whole file."""
    return any(_ALIAS.search(line) for line in lines)


def _change_block(
    block: list[str], indent: int, change: Callable[[Any], None], *, newline: str
) -> str:
    """Change the mapping written in some lines; the first begins with the list's dash."""
    dash = block[0][:indent]
    bare = [block[0][indent:], *(outdented(line, indent) for line in block[1:])]
    tree = round_trip.load("".join(bare))
    change(tree)
    return indented(round_trip.dump(tree), dash, newline=newline)


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
    lines = ended(lines_of(text), last, newline)
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
    above = child(root, *edit.path[:-1])
    if edit.value is None and isinstance(above, MapNode) and edit.path[-1] in above.entries:
        fewer = without_key(lines, above, str(edit.path[-1]))
        if fewer is not None:
            return "".join(fewer)
    found = root.entries.get(str(edit.path[0]))
    first = found[0].line if found else root.end_line + 1
    last = max(found[0].end_line, found[1].end_line) if found else root.end_line
    if _has_alias(lines[first - 1 : last]):
        return _whole(text, root, lambda tree: _set_below(tree, edit.path, edit.value))
    lines = ended(lines, root.end_line, newline)
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
