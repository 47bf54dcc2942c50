"""The text of a case file goes in, the same text in canonical layout comes out.

Keys in the order of the reference, line ends and blank lines made even; words, quotes, comments
and alignment stay. Whatever is formatted says exactly what it said before: this is checked, and a
file that cannot be formatted safely is left as it is.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path

from musterbook.case.edit_text import TextEdit, edit_text
from musterbook.case.edits import NewText
from musterbook.case.find import find_files
from musterbook.case.kinds import MODELS, FileKind, kind_of
from musterbook.case.layout import in_order
from musterbook.case.lines import lines_of
from musterbook.case.nodes import ListNode, MapNode, Node, TextNode, plain
from musterbook.case.paper import MOST_YAML_BYTES, decode, digest_of, read_bytes
from musterbook.case.save import Saved, save_edits
from musterbook.case.yaml_text import read_nodes
from musterbook.core.problem import Problem


def format_text(text: str, file: str) -> str:
    """Lay out the text of one file; `file` is its path in the case and tells its kind.

    A file of unknown kind, or that cannot be read, comes back unchanged.
    """
    kind = kind_of(file)
    root, problems = read_nodes(text, file)
    if kind is None or root is None or problems:
        return text
    lines = [line.rstrip("\r\n\x85\u2028\u2029") for line in lines_of(text)]
    ordered = "\n".join(in_order(lines, root, MODELS[kind])) + "\n"
    return _unless_changed(_even(_unless_changed(ordered, text, root), file), text, root)


def _unless_changed(new: str, old: str, root: Node) -> str:
    """Give the new text if it says what the old one says."""
    again, problems = read_nodes(new, root.file)
    return new if not problems and again is not None and plain(again) == plain(root) else old


def _even(text: str, file: str) -> str:
    """Take away spaces at line ends and all but one of blank lines, outside quoted words."""
    root, problems = read_nodes(text, file)
    if root is None or problems:
        return text
    kept = frozenset(line for node in _long_words(root) for line in _whole_lines(node))
    even: list[str] = []
    for number, line in enumerate(text.split("\n"), start=1):
        bare = line if number in kept else line.rstrip()
        if bare or number in kept or (even and even[-1]):
            even.append(bare)
    return "\n".join(even).strip("\n") + "\n"


def _whole_lines(node: TextNode) -> range:
    """Give the lines whose ends belong to the words; the last of a quoted text ends after it."""
    return range(node.line, node.end_line + (node.style in ("|", ">")))


def _long_words(node: Node) -> Iterator[TextNode]:
    """Yield the scalars that go over several lines."""
    if isinstance(node, TextNode):
        if node.end_line > node.line or node.style in ("|", ">"):
            yield node
        return
    below = node.items if isinstance(node, ListNode) else ()
    if isinstance(node, MapNode):
        below = tuple(value for _, value in node.entries.values())
    for each in below:
        yield from _long_words(each)


def format_case(folder: Path, *, fills: Sequence[TextEdit] = (), is_trial: bool = False) -> Saved:
    """Format every YAML file of a case, after filling in what the caller found out.

    `fills` holds edits such as a claim's `at` or a report's `sha256`. A trial writes nothing:
    the digests it gives are those the files would have.

    Raises:
        ChangedElsewhereError: a file changed meanwhile; nothing is written.
    """
    files, _ = find_files(folder)
    edits: list[NewText] = []
    seen: dict[str, str] = {}
    problems: list[Problem] = []
    for file in (file for kind in FileKind for file in files.of(kind)):
        data, _ = read_bytes(folder, file, MOST_YAML_BYTES)
        text = None if data is None else decode(data, file)[0]
        if data is None or text is None:
            continue
        new, found = edit_text(text, *(each for each in fills if each.file == file))
        problems.extend(found)
        seen[file] = digest_of(data)
        new = format_text(text if new is None else new, file)
        if new.encode() != data:
            edits.append(NewText(file, new))
    if problems or is_trial or not edits:
        would = {each.file: digest_of(each.text.encode()) for each in edits}
        return Saved({} if problems else would, tuple(problems))
    return save_edits(folder, edits, seen=seen, why="format")
