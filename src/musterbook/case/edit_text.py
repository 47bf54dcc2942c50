"""A file's text and edits go in; the text with those changes, and no other, comes out."""

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from ruamel.yaml.error import YAMLError

from musterbook.case.edit_claims import add_claims, set_fields
from musterbook.case.edit_value import put_item, set_in_item, set_value
from musterbook.case.edit_whole import Outcome
from musterbook.case.edits import AddClaims, PutItem, SetField, SetInItem, SetValue
from musterbook.case.nodes import Node
from musterbook.case.yaml_text import read_nodes
from musterbook.core.problem import Place, Problem

TextEdit: TypeAlias = SetField | AddClaims | SetValue | SetInItem | PutItem


def edit_text(text: str, *edits: TextEdit) -> Outcome:
    """Apply edits to one file's text in turn; None with problems where one cannot be applied.

    Fields of different claims set one after another are set in one reading of the file.
    """
    for run in _runs(edits):
        root, problems = read_nodes(text, run[0].file)
        if root is None:
            return None, problems
        try:
            new, problems = _apply(text, root, run)
        except YAMLError as error:
            return None, (_not_writable(run[0].file, error),)
        if new is None:
            return None, problems
        text = new
    return text, ()


def _not_writable(file: str, error: YAMLError) -> Problem:
    says = "this file uses YAML that only a person can edit"
    numbers = (("the writer says", " ".join(str(error).split())),)
    return Problem("MB005", says, Place(file), numbers=numbers, fix="edit it by hand")


def _runs(edits: Iterable[TextEdit]) -> Iterator[list[TextEdit]]:
    """Yield edits one by one, but fields of different claims together."""
    run: list[TextEdit] = []
    claims: set[str] = set()
    for edit in edits:
        name = edit.claim if isinstance(edit, SetField) else ""
        if run and (not name or not claims or name in claims):
            yield run
            run, claims = [], set()
        run.append(edit)
        if name:
            claims.add(name)
    if run:
        yield run


def _apply(text: str, root: Node, run: list[TextEdit]) -> Outcome:
    fields = [edit for edit in run if isinstance(edit, SetField)]
    if fields:
        return set_fields(text, root, fields)
    edit = run[0]
    if isinstance(edit, SetValue):
        return set_value(text, root, edit)
    if isinstance(edit, SetInItem):
        return set_in_item(text, root, edit)
    if isinstance(edit, PutItem):
        return put_item(text, root, edit), ()
    return (add_claims(text, root, edit.claims) if isinstance(edit, AddClaims) else text), ()
