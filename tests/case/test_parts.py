"""The small parts: circles in graphs, amounts in words, suggestions, edits from claims."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musterbook.case.amounts import parse_range
from musterbook.case.circles import circles
from musterbook.case.edits import fields_of
from musterbook.case.similar import did_you_mean, either
from musterbook.core.problem import Phrase, Place
from musterbook.core.records import Claim, Stance, Status

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


def test_suggestions() -> None:
    assert did_you_mean("remian", ["remain", "other"]) == "did you mean `remain`?"
    assert did_you_mean("zzz", ["b", "a"], kind="there are") == "there are: `a`, `b`"
    assert did_you_mean("zzz", []) == ""
    assert did_you_mean("zzz", map(str, range(10))).endswith("and 2 more")
    assert either("did you mean `a`?", "add it") == "did you mean `a`? If not, add it"
    assert (either("", "add it"), either("there are: `a`", "add it")) == (
        "add it",
        "add it (there are: `a`)",
    )


def test_a_claim_as_fields_leaves_out_what_need_not_be_written() -> None:
    place = Place("x")
    bare = Claim("a", "march", place, by=("herald",))
    assert fields_of(bare, by=("herald",)) == {"id": "a"}
    full = Claim(
        "a",
        "march",
        place,
        quote="q",
        says=Phrase("s", place),
        by=("herald", "echo"),
        at=(1, 2),
        status=Status.PROPOSED,
        stance=Stance.DENIED,
        credibility=2,
        derived=("b", "c"),
        part_of="d",
    )
    assert fields_of(full) == {
        "id": "a",
        "quote": "q",
        "at": (1, 2),
        "says": "s",
        "by": "herald > echo",
        "status": "proposed",
        "stance": "denied",
        "credibility": 2,
        "derived": "b + c",
        "part_of": "d",
    }
