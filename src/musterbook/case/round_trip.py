"""YAML text goes in and comes out changed, with comments, quotes and order kept.

Nothing is resolved on the way: `no` and `007` are words going in and the same words coming out.
"""

import io
from collections.abc import Iterable, Mapping
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.nodes import ScalarNode
from ruamel.yaml.resolver import VersionedResolver
from ruamel.yaml.scalarstring import FoldedScalarString

from musterbook.case.edits import FieldValue, Item

NEVER_WRAP = 1_000_000  # lines are not wrapped but where a person or fold() wraps them
FOLD_AT = 92  # with the indent of a claim a quote's lines stay within 96 columns


class _WordsOnly(VersionedResolver):
    """Takes every plain scalar for text, reading and writing."""

    def resolve(self, kind: Any, value: Any, implicit: Any) -> Any:
        if kind is ScalarNode:
            return self.DEFAULT_SCALAR_TAG
        return super().resolve(kind, value, implicit)


def _yaml(sequence: int = 2) -> YAML:
    """Make a reader and writer; `sequence` is the column at which a list's items begin."""
    yaml = YAML()
    yaml.Resolver = _WordsOnly
    yaml.preserve_quotes = True
    yaml.width = NEVER_WRAP
    yaml.indent(mapping=2, sequence=sequence, offset=sequence - 2)
    return yaml


def load(text: str) -> Any:
    """Read text into a tree that remembers its comments."""
    return _yaml().load(text)


def dump(tree: Any, sequence: int = 2) -> str:
    """Write a tree back as text."""
    out = io.StringIO()
    _yaml(sequence).dump(tree, out)
    return out.getvalue()


def set_key(tree: Any, key: Any, value: FieldValue | Mapping[str, FieldValue] | None) -> None:
    """Set or take away one key of a tree's mapping, or item of its list."""
    if value is None:
        tree.pop(key, None) if isinstance(tree, CommentedMap) else tree.pop(key)
        return
    if isinstance(value, Mapping):
        tree[key] = as_mapping(value)
        return
    tree[key] = _written(str(key), value)


def as_mapping(fields: Item) -> CommentedMap:
    """Make a mapping of fields in the order given; a field may be a mapping itself."""
    return CommentedMap(
        (key, as_mapping(value) if isinstance(value, Mapping) else _written(key, value))
        for key, value in fields.items()
    )


def put_item(tree: Any, key: str, item: Item, *, at: int | None) -> None:
    """Put a mapping into the list under a key: in the place of one there, or at the end."""
    listed = tree.setdefault(key, CommentedSeq()) or CommentedSeq()
    tree[key] = listed
    if at is None:
        listed.append(as_mapping(item))
    else:
        listed[at] = as_mapping(item)


def as_list(entries: Iterable[Mapping[str, FieldValue]]) -> CommentedSeq:
    """Make a list of mappings."""
    return CommentedSeq(as_mapping(each) for each in entries)


def _written(key: str, value: FieldValue) -> Any:
    """Give a value in the style a person would write it."""
    if isinstance(value, tuple):
        pair = CommentedSeq(str(each) for each in value)
        pair.fa.set_flow_style()
        return pair
    text = str(value)
    return fold(text) if key == "quote" and _can_fold(text) else text


def _can_fold(text: str) -> bool:
    """Say whether `>-` gives the text back: no line breaks, no space at its ends."""
    return bool(text) and text == text.strip() and text.isprintable()


def fold(text: str) -> FoldedScalarString:
    """Mark where a long text's lines are folded: at single spaces only, which survive it."""
    folded: Any = FoldedScalarString(text)
    places, start = [], 0
    while len(text) - start > FOLD_AT:
        cut = _last_single_space(text, start, start + FOLD_AT)
        if cut is None:
            break
        places.append(cut)
        start = cut + 1
    folded.fold_pos = places
    return folded  # type: ignore[no-any-return]


def _last_single_space(text: str, start: int, end: int) -> int | None:
    for place in range(end, start, -1):
        around = text[place - 1 : place + 2]
        if len(around) == len("a b") and around[1] == " " and " " not in (around[0], around[2]):
            return place
    return None
