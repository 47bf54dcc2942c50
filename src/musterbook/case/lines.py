"""Text goes in as lines and comes out again; line breaks and indents are kept as they are."""

from musterbook.case.nodes import MapNode
from musterbook.case.yaml_faults import LINE


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


def outdented(line: str, indent: int) -> str:
    """Take an indent away, or as much of it as there is."""
    return line[min(indent, len(line) - len(line.lstrip(" "))) :]


def indented(text: str, dash: str, *, newline: str) -> str:
    """Set a mapping's text in under a list's dash."""
    space = " " * len(dash)
    lines = text.splitlines()
    rest = (f"{space}{line}" if line else "" for line in lines[1:])
    return newline.join((dash + lines[0], *rest)) + newline


def ended(lines: list[str], number: int, newline: str) -> list[str]:
    """Give a line its line break, which the last of a file may lack."""
    line = lines[number - 1]
    ended = line if LINE.search(line) else line + newline
    return [*lines[: number - 1], ended, *lines[number:]]


def without_key(lines: list[str], node: MapNode, name: str) -> list[str] | None:
    """Take the lines of one key away, and no comment; None where it shares its line with others.

    `lines` are those of the whole file.
    """
    key, value = node.entries[name]
    start, end = key.line - 1, max(key.end_line, value.end_line)
    if node.is_flow or lines[start][: key.column - 1].strip():
        return None
    return [*lines[:start], *lines[end:]]
