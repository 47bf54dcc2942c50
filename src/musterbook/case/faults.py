"""One complaint of the file models goes in, a problem with its place and remedy comes out."""

from collections.abc import Iterator
from typing import Any, TypeAlias, get_args, get_origin

from pydantic import BaseModel, RootModel

from musterbook.case.models import ID_PATTERN
from musterbook.case.nodes import Key, ListNode, MapNode, Node, TextNode, child, nearest
from musterbook.case.similar import short
from musterbook.core.problem import Place, Problem
from musterbook.core.suggest import did_you_mean

Location: TypeAlias = tuple[Key, ...]

_WANTED = {
    "string_type": "text",
    "list_type": "a list",
    "tuple_type": "a list",
    "dict_type": "a mapping",
    "model_type": "a mapping",
    "model_attributes_type": "a mapping",
    "int_type": "a whole number",
    "bool_type": "true or false",
}
_SHAPES = {
    "text": "write words; put quotes around them if they hold a bracket, a brace or `: `",
    "a list": "write [one, two], or each on a line of its own after `- `",
    "a mapping": "write `name: value` lines below it, set in by two spaces",
}
_LENGTHS = {"too_short": "too few", "too_long": "too many"}
_PATTERNS = {
    "sha256": "64 hexadecimal digits; run `muster fmt` and it is filled in",
    "by": "write one source, or several with `>` between them: oboz > nis",
}
_VALUES = {
    "int_parsing": "is not a whole number",
    "int_parsing_size": "is not a whole number of any use",
    "bool_parsing": "is neither true nor false",
    "int_from_float": "is not a whole number",
    "bool_type": "is neither true nor false",
}


def problem_of(location: Location, error: Any, root: Node, model: type[BaseModel]) -> Problem:
    """Put a complaint into our words, at the place of the node it speaks of."""
    kind = error["type"]
    if location and location[-1] == "[key]":
        return _bad_name(str(location[-2]), key_place(root, location[:-1]), error)
    if kind == "extra_forbidden":
        return _unknown_key(location, root, model)
    if kind == "missing" and not isinstance(location[-1], int):
        return _missing(location, root)
    if kind in _LENGTHS or kind == "missing":
        return _wrong_length(location, root, _LENGTHS.get(kind, "too few"))
    if kind in _WANTED and is_unwritten(child(root, *location)):
        return _missing(location, root)
    if kind in _WANTED:
        return _wrong_shape(location, _WANTED[kind], root)
    return _bad_value(location, error, root)


def is_unwritten(node: Node | None) -> bool:
    """Say whether nothing stands there: `key:` and then the next line."""
    return isinstance(node, TextNode) and node.is_empty


def _wrong_length(location: Location, root: Node, what: str) -> Problem:
    path = location[:-1] if isinstance(location[-1], int) else location
    says = f"`{path[-1]}` holds {what} values"
    return Problem("MB013", says, nearest(root, *path), fix="write two: [start, end]")


def key_place(root: Node, location: Location) -> Place:
    """Give the place of the key at the end of a path, else of what it leads to."""
    above = child(root, *location[:-1])
    last = location[-1] if location else None
    if isinstance(above, MapNode) and isinstance(last, str) and last in above.entries:
        return above.entries[last][0].place
    return nearest(root, *location)


def _bad_name(written: str, place: Place, error: Any) -> Problem:
    is_identifier = error.get("ctx", {}).get("pattern") == ID_PATTERN
    fix = "a name is one word: small letters, digits and _, beginning with a letter"
    if is_identifier:
        fix = "one word, without space, comma, + or >"
    return Problem("MB200", f"`{short(written)}` is not a name", place, fix=fix)


def _unknown_key(location: Location, root: Node, model: type[BaseModel]) -> Problem:
    key = str(location[-1])
    known = keys_at(model, location[:-1])
    above = child(root, *location[:-1])
    if isinstance(above, MapNode) and above.is_flow and is_unwritten(above.get(key)):
        says = f"`{short(key)}` follows a comma inside {{…}}, so it was read as a key"
        fix = "put quotes around text with a comma"
        return Problem("MB011", says, key_place(root, location), fix=fix)
    return Problem(
        "MB011",
        f"`{short(key)}` is not a key that belongs here",
        key_place(root, location),
        fix=did_you_mean(key, known, kind="keys that do"),
    )


def _missing(location: Location, root: Node) -> Problem:
    key = str(location[-1])
    within = str(location[-2]) if len(location) > 1 else ""
    where = f" of `{within}`" if within and not within.isdigit() else ""
    if child(root, *location[:-1], key) is not None:
        says = f"`{key}`{where} is empty"
    else:
        says = f"`{key}`{where} is missing"
    return Problem("MB012", says, nearest(root, *location), fix=f"add a line `{key}: …`")


def _wrong_shape(location: Location, wanted: str, root: Node) -> Problem:
    value = child(root, *location)
    found = "nothing"
    if isinstance(value, MapNode):
        found = "a mapping"
    elif isinstance(value, ListNode):
        found = "a list"
    elif value is not None:
        found = f"the text `{short(value.text)}`"
    where = f"`{location[-1]}` wants" if location and location[-1] != 0 else "here belongs"
    if location and isinstance(location[-1], int):
        where = f"entry {location[-1] + 1} wants"
    says = f"{where} {wanted}, and {found} stands here"
    return Problem("MB010", says, nearest(root, *location), fix=_SHAPES.get(wanted, ""))


def _bad_value(location: Location, error: Any, root: Node) -> Problem:
    value = child(root, *location)
    if isinstance(value, ListNode | MapNode):
        return _wrong_shape(location, "text", root)
    written = short(getattr(value, "text", ""))
    if error["type"] == "string_pattern_mismatch" and location[-1] not in _PATTERNS:
        return _bad_name(written, nearest(root, *location), error)
    key = next((str(step) for step in reversed(location) if isinstance(step, str)), "")
    context = error.get("ctx", {})
    fix = ""
    if error["type"] == "literal_error":
        allowed = [each.strip("' ") for each in _split_expected(context["expected"])]
        says = f"`{written}` is not one of the values of `{key}`"
        fix = did_you_mean(written, allowed, kind="they are")
    elif error["type"] in _VALUES:
        says = f"`{key}`: `{written}` {_VALUES[error['type']]}"
        fix = "write true or false" if "bool" in error["type"] else "write digits only"
    elif limits := _limits(context):
        says = f"`{key}`: {written} is out of range"
        fix = f"it must be {limits}"
    else:
        what = f"`{written}` cannot be used" if written else "these words are empty"
        says = f"`{key}`: {what}"
        fix = _PATTERNS.get(key, str(error["msg"]))
    return Problem("MB013", says, nearest(root, *location), fix=fix)


def _split_expected(expected: str) -> Iterator[str]:
    for part in expected.split(","):
        yield from part.split(" or ")


def _limits(context: Any) -> str:
    words = {"ge": "at least", "le": "at most"}
    return " and ".join(f"{words[each]} {context[each]}" for each in words if each in context)


def keys_at(model: type[BaseModel], location: Location) -> tuple[str, ...]:
    """Give the keys a model knows at a path, walking its annotations."""
    annotation: Any = model
    for step in location:
        annotation = _below(annotation, step)
    found = _model_in(annotation)
    return () if found is None else tuple(_aliases(found))


def _aliases(model: type[BaseModel]) -> Iterator[str]:
    for name, field in model.model_fields.items():
        yield field.alias or name


def _below(annotation: Any, step: Key) -> Any:
    """Give the annotation one step down a path."""
    found = _model_in(annotation) if get_origin(annotation) not in (dict, list) else None
    if found is None:
        arguments = get_args(annotation)
        return arguments[-1] if arguments else None
    if issubclass(found, RootModel):
        return _below(found.model_fields["root"].annotation, step)
    for name, field in found.model_fields.items():
        if step in (name, field.alias):
            return field.annotation
    return None


def _model_in(annotation: Any) -> type[BaseModel] | None:
    """Give the first model inside an annotation such as `X | None`."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    if get_origin(annotation) in (dict, list):
        return None
    return next((model for each in get_args(annotation) if (model := _model_in(each))), None)
