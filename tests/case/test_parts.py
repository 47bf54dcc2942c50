"""The small parts: circles in graphs, amounts in words, remedies."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musterbook.case.amounts import parse_range
from musterbook.case.circles import circles
from musterbook.case.similar import either

GRAPHS = st.dictionaries(
    st.sampled_from("abcdef"), st.lists(st.sampled_from("abcdefx"), max_size=3)
)


def reaches_itself(start: str, graph: dict[str, list[str]]) -> bool:
    """The slow way: everything that can be reached, by widening until nothing is new."""
    reached = set(graph[start])
    while more := {name for each in reached for name in graph.get(each, [])} - reached:
        reached |= more
    return start in reached


@given(GRAPHS)
def test_circles_are_circles_and_there_are_some_exactly_when_there_should_be(
    graph: dict[str, list[str]],
) -> None:
    found = circles(graph)
    for circle in found:
        assert all(after in graph[before] for before, after in pairwise((*circle, circle[0])))
        assert len(set(circle)) == len(circle)
    assert bool(found) == any(reaches_itself(name, graph) for name in graph)
    left = {name: graph[name] for name in graph if not any(name in circle for circle in found)}
    assert not any(reaches_itself(name, left) for name in left)


def test_a_long_chain_overflows_nothing() -> None:
    chain = {str(number): [str(number + 1)] for number in range(50_000)}
    assert circles(chain) == ()
    assert len(circles(chain | {"50000": ["0"]})[0]) == 50_001


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("300 to 800 people", (300, 800)),
        ("12-120", (12, 120)),
        ("1 050", (1050, 1050)),
        ("1\u202f000\u202f000", (1_000_000, 1_000_000)),
        ("10 %", (0.1, 0.1)),
        ("2.5", (2.5, 2.5)),
        ("1 05", None),
        ("1,050", None),
        ("800 to 300", None),
        ("some 500", None),
        ("", None),
        ("-3", None),
        ("3 to", None),
    ],
)
def test_ranges(words: str, expected: tuple[float, float] | None) -> None:
    assert parse_range(words) == (None if expected is None else pytest.approx(expected))


def test_a_suggestion_and_a_remedy_make_one_sentence() -> None:
    assert either("did you mean `a`?", "add it") == "did you mean `a`? If not, add it"
    assert either("", "add it") == "add it"
    assert either("there are: `a`", "add it") == "add it (there are: `a`)"
