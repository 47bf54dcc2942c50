"""A complaint about the text of a YAML file goes in, a problem with place and remedy comes out."""

import re

import yaml

from musterbook.case.nodes import TextNode
from musterbook.case.similar import short
from musterbook.core.problem import Place, Problem

# A YAML stream may hold no control characters but tab and line breaks (YAML 1.2, 5.1).
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\x80-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
LINE = re.compile("\r\n|[\n\r\x85\u2028\u2029]")  # the line breaks libyaml counts


def twice(key: TextNode, first: TextNode) -> Problem:
    """Make the problem of a key that stands twice in one mapping."""
    return Problem(
        "MB007",
        f"`{short(key.text)}` is written twice in one mapping",
        key.place,
        numbers=(("first on line", str(first.line)), ("again on line", str(key.line))),
        fix="keep one of the two, or rename it; the first is used until then",
    )


def control_character(text: str, found: re.Match[str], file: str) -> Problem:
    """Make the problem of a character that no text contains."""
    before = LINE.split(text[: found.start()])
    return Problem(
        "MB020",
        f"an invisible character U+{ord(found[0]):04X} stands here",
        Place(file, len(before), len(before[-1]) + 1),
        fix="delete it and type the text around it again",
    )


def syntax_problem(error: yaml.YAMLError, text: str, file: str) -> Problem:
    """Make the problem of YAML that does not parse, from the reader's own complaint."""
    mark = getattr(error, "problem_mark", None)
    if mark is None:
        return Problem("MB005", "this YAML cannot be read", Place(file))
    lines = LINE.split(text)
    line = min(mark.line, len(lines) - 1)
    indent = re.match(r"\s*", lines[line])
    tab = indent[0].find("\t") if indent else -1
    if tab >= 0 or lines[line][mark.column : mark.column + 1] == "\t":
        place = Place(file, line + 1, (tab if tab >= 0 else mark.column) + 1)
        says = "a tab stands here, and YAML indents with spaces"
        return Problem("MB006", says, place, fix="replace the tab by two spaces")
    says = f"this YAML cannot be read: {getattr(error, 'problem', None) or 'it breaks off'}"
    return Problem("MB005", says, Place(file, line + 1, mark.column + 1), fix=_syntax_fix(says))


def _syntax_fix(says: str) -> str:
    """Give the remedy for the two commonest slips; the sentence is libyaml's own."""
    if "mapping values are not allowed" in says:
        return "text that contains `: ` needs quotes, or `>-` and a line of its own"
    if "cannot start any token" in says:
        return "text that begins with a special character needs quotes"
    return "look at the indentation and the quotes just before this place"
