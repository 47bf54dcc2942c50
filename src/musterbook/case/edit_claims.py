"""A claims file's text and an edit of its claims go in; the text with it comes out.

Only the lines of the claim concerned go through the writer, so every other line, and a file of
thousands of claims, stays as it is.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from musterbook.case import round_trip
from musterbook.case.edit_whole import Outcome, has_alias, whole
from musterbook.case.edits import FieldValue, SetField
from musterbook.case.lines import ended, indented, lines_of, newline_of, outdented, without_key
from musterbook.case.nodes import ListNode, MapNode, Node, TextNode, child
from musterbook.core.problem import Place, Problem


def _gone(file: str, claim: str) -> Problem:
    says = f"the claim `{claim}` is no longer in this file"
    return Problem("MB209", says, Place(file), fix="reload and look again")


def _numbers(root: Node) -> dict[str, int]:
    """Give each claim's position in the list; of two with one id the first."""
    listed = child(root, "claims")
    numbers: dict[str, int] = {}
    for number, item in enumerate(listed.items if isinstance(listed, ListNode) else ()):
        name = child(item, "id")
        if isinstance(name, TextNode):
            numbers.setdefault(name.text, number)
    return numbers


def _own_lines(root: Node, number: int) -> MapNode | None:
    """Give a claim's node if it has lines to itself: a block mapping in a block list."""
    listed = child(root, "claims")
    item = child(listed, number)
    if isinstance(listed, ListNode) and not listed.is_flow and isinstance(item, MapNode):
        return None if item.is_flow else item
    return None


def set_fields(text: str, root: Node, edits: list[SetField]) -> Outcome:
    """Set fields of different claims, the last in the file first, so that lines stay true."""
    numbers = _numbers(root)
    gone = tuple(_gone(edit.file, edit.claim) for edit in edits if edit.claim not in numbers)
    if gone:
        return None, gone
    lines, newline = lines_of(text), newline_of(text)
    for edit in sorted(edits, key=lambda edit: numbers[edit.claim], reverse=True):
        if not _set_field(lines, _own_lines(root, numbers[edit.claim]), edit, newline=newline):
            return whole(text, root, lambda tree: _set_in_tree(tree, numbers, edits)), ()
    return "".join(lines), ()


def _set_in_tree(tree: Any, numbers: Mapping[str, int], edits: Iterable[SetField]) -> None:
    for edit in edits:
        round_trip.set_key(tree["claims"][numbers[edit.claim]], edit.field, edit.value)


def _set_field(lines: list[str], item: MapNode | None, edit: SetField, *, newline: str) -> bool:
    """Set one field within the lines of its claim; False where the claim has none of its own."""
    if item is None or has_alias(lines[item.line - 1 : item.end_line]):
        return False
    if edit.field in item.entries and edit.value is None:
        fewer = without_key(lines, item, edit.field)
        if fewer is not None:
            lines[:] = fewer
            return True
    if edit.field not in item.entries and isinstance(edit.value, tuple):
        lines[:] = ended(lines, item.end_line, newline)
        start, end = edit.value
        new = f"{' ' * (item.column - 1)}{edit.field}: [{start}, {end}]{newline}"
        lines.insert(item.end_line, new)
        return True

    def change(claim: Any) -> None:
        round_trip.set_key(claim, edit.field, edit.value)

    block = lines[item.line - 1 : item.end_line]
    changed = _change_block(block, item.column - 1, change, newline=newline)
    lines[item.line - 1 : item.end_line] = [changed]
    return True


def _change_block(
    block: list[str], indent: int, change: Callable[[Any], None], *, newline: str
) -> str:
    """Change the mapping written in some lines; the first begins with the list's dash."""
    dash = block[0][:indent]
    bare = [block[0][indent:], *(outdented(line, indent) for line in block[1:])]
    tree = round_trip.load("".join(bare))
    change(tree)
    return indented(round_trip.dump(tree), dash, newline=newline)


def add_claims(text: str, root: Node, claims: Iterable[Mapping[str, FieldValue]]) -> str:
    """Append claims to the list, whatever it is written like."""
    listed = child(root, "claims")
    if not isinstance(listed, ListNode) or listed.is_flow or not listed.items:
        return whole(text, root, lambda tree: _extend(tree, claims))
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
