"""YAML text goes in; nodes with their words as written and their places come out."""

from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from musterbook.case import yaml_text
from musterbook.case.nodes import TextNode, child, plain, without
from musterbook.case.yaml_text import MOST_ALIASED, read_nodes

TEXT = """\
plain: no
nothing:
number: 1_000
date: 2026-02-16
single: 'it''s'
double: "a \\"b\\""
folded: >-

  first line
  second line

list: [x, 'y']
deep:
- a: >-
    only line
  b: - not a list
"""


def read(text: str) -> Any:
    node, problems = read_nodes(text, "f.yaml")
    assert problems == ()
    return node


def test_scalars_stay_as_written() -> None:
    assert plain(read(TEXT.replace("- not", "not"))) == {
        "plain": "no",
        "nothing": None,
        "number": "1_000",
        "date": "2026-02-16",
        "single": "it's",
        "double": 'a "b"',
        "folded": "\nfirst line second line",
        "list": ["x", "y"],
        "deep": [{"a": "only line", "b": "not a list"}],
    }


@pytest.mark.parametrize(
    ("path", "line", "column", "end"),
    [
        (("plain",), 1, 8, 1),
        (("single",), 5, 10, 5),
        (("folded",), 9, 3, 10),
        (("list", 1), 12, 12, 12),
        (("deep", 0, "a"), 15, 5, 15),
    ],
)
def test_places_point_at_the_words(path: Any, line: int, column: int, end: int) -> None:
    node = child(read(TEXT.replace("- not", "not")), *path)
    assert isinstance(node, TextNode)
    assert (node.line, node.column, node.end_line) == (line, column, end)


@pytest.mark.parametrize("end", ["", "\n", "\n\n", "\n# after\n", "\n  \n"])
def test_where_a_block_scalar_ends(end: str) -> None:
    node = child(read(f"a:\n  q: >-\n    one\n    two{end}"), "a", "q")
    assert node is not None
    assert node.end_line == 4


def test_a_column_counts_characters_not_bytes() -> None:
    assert child(read("{é: x, ü: y}"), "ü").column == 11


def test_an_alias_repeats_what_it_names() -> None:
    assert plain(read("a: &x [1, 2]\nb: *x\n")) == {"a": ["1", "2"], "b": ["1", "2"]}


def test_as_many_aliases_as_a_person_writes_are_fine() -> None:
    many = ", ".join(["*x"] * (MOST_ALIASED // 2))
    assert len(plain(read(f"a: &x word\nb: [{many}]\n"))["b"]) == MOST_ALIASED // 2


def test_a_bomb_is_refused_before_it_grows() -> None:
    levels = "".join(f"k{n}: &k{n} [{', '.join([f'*k{n - 1}'] * 9)}]\n" for n in range(1, 60))
    node, (problem,) = read_nodes(f"k0: &k0 [x]\n{levels}", "f")
    assert (node, problem.code) == (None, "MB008")


@pytest.mark.parametrize("opening", ["[", "{a: ", "- ", "? "])
def test_depth_is_refused_before_any_stack_grows(opening: str) -> None:
    node, (problem,) = read_nodes(opening * 5_000, "f")
    assert (node, problem.code) == (None, "MB009")


def test_what_is_cut_out_is_gone_and_the_rest_is_not() -> None:
    root = read("a: [1, 2, {b: 3, c: 4}]\nd: 5\n")
    assert plain(without(root, [("a", 2, "b")])) == {"a": ["1", "2", {"c": "4"}], "d": "5"}
    assert plain(without(root, [("a", 0)])) == {"a": ["2", {"b": "3", "c": "4"}], "d": "5"}
    assert without(root, [("a", 9), ("x", "y")]) == root == without(root, [])
    both = without(root, [("a", 0), ("a", 2), ("d",)])
    assert plain(both) == {"a": ["2"]}


MARKS = ["a", "b: ", ": ", "\n", "- ", "  ", "[", "]", "{", "}", ", ", "&a ", "*a", "\t", "'", '"']
ODD_MARKS = [">-\n", "|\n", "# x", "---\n", "...", "? ", "!t ", "%", "é", "\\u0041", "\\ud800"]
PIECES = st.lists(st.sampled_from([*MARKS, *ODD_MARKS]), max_size=30).map("".join)


@given(PIECES)
def test_without_the_c_library_the_same_files_are_read(text: str) -> None:
    fast, faults = read_nodes(text, "f")
    before = yaml_text._LOADER
    yaml_text._LOADER = yaml.SafeLoader
    try:
        slow, slow_faults = read_nodes(text, "f")
    finally:
        yaml_text._LOADER = before
    if not faults and not slow_faults and fast is not None and slow is not None:
        assert plain(fast) == plain(slow)
