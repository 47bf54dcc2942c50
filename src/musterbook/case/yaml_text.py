"""The text of one YAML file goes in; its node tree and its syntax problems come out.

Events are read instead of composed nodes: nothing is resolved (`no` stays a word), aliases are
counted before they multiply, and depth is checked before any stack grows.
"""

from collections.abc import Iterator
from typing import Any, NoReturn

import yaml

from musterbook.case.nodes import ListNode, MapNode, Node, TextNode
from musterbook.case.yaml_faults import CONTROL, LINE, control_character, syntax_problem, twice
from musterbook.core.problem import Place, Problem

DEEPEST = 30  # a case file needs six levels; beyond this it is a mistake or an attack
MOST_ALIASED = 10_000  # nodes that aliases may repeat in one file; a case file needs none
# The C reader is ten times faster; a PyYAML built without it still reads the same files.
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class _FaultError(Exception):
    """Ends the reading of a file; carries the problem out of the recursion."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.says)
        self.problem = problem


def read_nodes(text: str, file: str) -> tuple[Node | None, tuple[Problem, ...]]:
    """Read YAML text into nodes; None with a problem where it cannot be read or is empty."""
    stray = CONTROL.search(text)
    if stray is not None:
        return None, (control_character(text, stray, file),)
    reader = _Reader(text, file)
    try:
        node = reader.document()
    except _FaultError as fault:
        return None, (*reader.problems, fault.problem)
    except yaml.YAMLError as error:
        return None, (*reader.problems, syntax_problem(error, text, file))
    return node, tuple(reader.problems)


class _Reader:
    """Walks the events of one file and builds its nodes."""

    def __init__(self, text: str, file: str) -> None:
        self.file = file
        self.lines = LINE.split(text)
        self.events: Iterator[Any] = yaml.parse(text, Loader=_LOADER)
        self.anchors: dict[str, tuple[Node | None, int]] = {}
        self.made = 0
        self.repeated = 0
        self.problems: list[Problem] = []

    def document(self) -> Node:
        """Read the one document of the stream."""
        next(self.events)
        event = next(self.events)
        if isinstance(event, yaml.StreamEndEvent):
            place = Place(self.file)
            fix = "fill it in, or remove it"
            raise _FaultError(Problem("MB019", "there is nothing in this file", place, fix=fix))
        root = self.node(next(self.events), 0)
        next(self.events)
        event = next(self.events)
        if not isinstance(event, yaml.StreamEndEvent):
            self.fail("MB021", "a second document begins here", event, fix="remove the line `---`")
        return root

    def fail(self, code: str, says: str, event: Any, *, fix: str = "") -> NoReturn:
        """Stop reading this file with a problem at an event."""
        raise _FaultError(Problem(code, says, self.place(event), fix=fix))

    def place(self, event: Any) -> Place:
        """Give the place where an event begins."""
        return Place(self.file, event.start_mark.line + 1, event.start_mark.column + 1)

    def node(self, event: Any, depth: int) -> Node:
        """Build the node that an event begins."""
        if isinstance(event, yaml.AliasEvent):
            return self.alias(event)
        self.check(event, depth)
        before = self.made
        if event.anchor:
            self.anchors[event.anchor] = (None, 0)
        self.made += 1
        if isinstance(event, yaml.ScalarEvent):
            made: Node = self.scalar(event)
        elif isinstance(event, yaml.SequenceStartEvent):
            made = self.sequence(event, depth)
        else:
            made = self.mapping(event, depth)
        if event.anchor:
            self.anchors[event.anchor] = (made, self.made - before)
        return made

    def check(self, event: Any, depth: int) -> None:
        """Refuse what nests too deep, and tags that name a type."""
        if depth > DEEPEST:
            says = f"nested deeper than {DEEPEST} levels"
            self.fail("MB009", says, event, fix="no case file needs more than six")
        if event.tag:
            says = f"the tag {event.tag} has no meaning here"
            self.fail("MB021", says, event, fix="write the value plainly, without a tag")

    def alias(self, event: Any) -> Node:
        """Repeat what an anchor named, within reason."""
        found, size = self.anchors.get(event.anchor, (None, 0))
        if event.anchor not in self.anchors:
            says = f"no anchor is called &{event.anchor}"
            self.fail("MB008", says, event, fix="put quotes around text that begins with *")
        if found is None:
            says = f"*{event.anchor} stands inside what it names"
            self.fail("MB008", says, event, fix="write the value out")
        self.repeated += size
        self.made += size
        if self.repeated > MOST_ALIASED:
            says = f"aliases repeat more than {MOST_ALIASED} values"
            self.fail("MB008", says, event, fix="write the values out")
        return found

    def scalar(self, event: Any) -> TextNode:
        """Build a scalar; its place is where its own text begins."""
        style = event.style or ""
        if style == '"' and CONTROL.search(event.value):
            says = "an escape in these quotes stands for an invisible character"
            self.fail("MB020", says, event, fix="take the escape out")
        line, column = event.start_mark.line, event.start_mark.column
        end = event.end_mark.line
        if style in ("'", '"'):
            column += 1
        elif style in ("|", ">"):
            end = self.last_written(line, event.end_mark)
            line, column = self.first_written(line, end, column)
        return TextNode(event.value, self.file, line + 1, column + 1, end + 1, style)

    def last_written(self, line: int, mark: Any) -> int:
        """Give the last line of a block scalar that holds anything."""
        last: int = mark.line if mark.column and mark.line < len(self.lines) else mark.line - 1
        last = min(last, len(self.lines) - 1)
        while last > line and not self.lines[last].strip():
            last -= 1
        return max(last, line)

    def first_written(self, line: int, last: int, column: int) -> tuple[int, int]:
        """Give the first line and column of a block scalar's text."""
        for each in range(line + 1, last + 1):
            words = self.lines[each].lstrip(" ")
            if words:
                return each, len(self.lines[each]) - len(words)
        return line, column

    def sequence(self, event: Any, depth: int) -> ListNode:
        """Build a list from the events up to its end."""
        items = []
        end = event.start_mark.line + 1
        while not isinstance(following := next(self.events), yaml.SequenceEndEvent):
            items.append(self.node(following, depth + 1))
            end = max(end, items[-1].end_line)
        end = _end_line(following) if event.flow_style else end
        place = self.place(event)
        return ListNode(
            tuple(items), self.file, place.line, place.column, end, bool(event.flow_style)
        )

    def mapping(self, event: Any, depth: int) -> MapNode:
        """Build a mapping from the events up to its end; of a key written twice the first stays."""
        entries: dict[str, tuple[TextNode, Node]] = {}
        end = event.start_mark.line + 1
        while not isinstance(following := next(self.events), yaml.MappingEndEvent):
            key = self.node(following, depth + 1)
            value = self.node(next(self.events), depth + 1)
            end = max(end, key.end_line, value.end_line)
            if not isinstance(key, TextNode):
                says, fix = "a list or mapping cannot be a key", "put quotes around the key"
                self.problems.append(Problem("MB010", says, key.place, fix=fix))
            elif key.text in entries:
                self.problems.append(twice(key, entries[key.text][0]))
            else:
                entries[key.text] = (key, value)
        end = _end_line(following) if event.flow_style else end
        place = self.place(event)
        return MapNode(entries, self.file, place.line, place.column, end, bool(event.flow_style))


def _end_line(event: Any) -> int:
    """Give the line on which a flow collection's closing bracket stands."""
    return int(event.end_mark.line) + 1
