"""A file's text and a value for one of its paths go in; the text with that value comes out."""

from collections.abc import Callable, Mapping
from typing import Any

from ruamel.yaml.comments import CommentedMap

from musterbook.case import round_trip
from musterbook.case.edit_whole import Outcome, has_alias, sequence_indent, whole
from musterbook.case.edits import FieldValue, PutItem, SetInItem, SetValue
from musterbook.case.lines import ended, lines_of, newline_of, without_key
from musterbook.case.nodes import Key, ListNode, MapNode, Node, child
from musterbook.core.problem import Place, Problem


def set_value(text: str, root: Node, edit: SetValue) -> Outcome:
    """Set or take away one value, touching no other top-level key of the file."""
    above = child(root, *edit.path[:-1])
    if not isinstance(above, MapNode | ListNode):
        says = f"there is no `{' / '.join(map(str, edit.path[:-1]))}` in this file any more"
        return None, (Problem("MB209", says, Place(edit.file), fix="reload and look again"),)
    if not isinstance(root, MapNode) or root.is_flow:
        return whole(text, root, lambda tree: _set_below(tree, edit.path, edit.value)), ()
    return _set_in_section(text, root, edit), ()


def set_in_item(text: str, root: Node, edit: SetInItem) -> Outcome:
    """Set or take away one value within the item of a list that begins on a line."""
    listed = child(root, edit.key)
    lines = [each.line for each in listed.items] if isinstance(listed, ListNode) else []
    if edit.line not in lines:
        says = f"no item of `{edit.key}` begins on line {edit.line} any more"
        return None, (Problem("MB209", says, Place(edit.file), fix="reload and look again"),)
    path = (edit.key, lines.index(edit.line), *edit.path)
    return set_value(text, root, SetValue(edit.file, path, edit.value))


def put_item(text: str, root: Node, edit: PutItem) -> str:
    """Put a mapping into a top-level list, touching no other top-level key of the file."""
    listed = child(root, edit.key)
    lines = [each.line for each in listed.items] if isinstance(listed, ListNode) else []
    at = lines.index(edit.line) if edit.line in lines else None

    def change(tree: Any) -> None:
        round_trip.put_item(tree, edit.key, edit.item, at=at)

    if not isinstance(root, MapNode) or root.is_flow:
        return whole(text, root, change)
    return _change_section(text, root, edit.key, change=change)


def _set_in_section(text: str, root: MapNode, edit: SetValue) -> str:
    """Change the lines of one top-level key, or append it."""
    lines = lines_of(text)
    above = child(root, *edit.path[:-1])
    if edit.value is None and isinstance(above, MapNode) and edit.path[-1] in above.entries:
        fewer = without_key(lines, above, str(edit.path[-1]))
        if fewer is not None:
            return "".join(fewer)

    def change(tree: Any) -> None:
        _set_below(tree, edit.path, edit.value)

    return _change_section(text, root, str(edit.path[0]), change=change)


def _change_section(text: str, root: MapNode, key: str, *, change: Callable[[Any], None]) -> str:
    """Read the lines of one top-level key (none where it is new), change them, write them back."""
    newline, lines = newline_of(text), lines_of(text)
    found = root.entries.get(key)
    first = found[0].line if found else root.end_line + 1
    last = max(found[0].end_line, found[1].end_line) if found else root.end_line
    if has_alias(lines[first - 1 : last]):
        return whole(text, root, change)
    lines = ended(lines, root.end_line, newline)
    tree = round_trip.load("".join(lines[first - 1 : last])) if found else CommentedMap()
    change(tree)
    new = round_trip.dump(tree, sequence_indent(root)) if tree else ""
    return "".join((*lines[: first - 1], new.replace("\n", newline), *lines[last:]))


def _set_below(
    tree: Any, path: tuple[Key, ...], value: FieldValue | Mapping[str, FieldValue] | None
) -> None:
    for step in path[:-1]:
        tree = tree[step]
    round_trip.set_key(tree, path[-1], value)
