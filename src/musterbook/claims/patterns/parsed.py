"""The words of a pattern in, its parts out: words, marks, sets, places, alternatives, repeats.

Only what a pattern's first, last and needed words are read off is told apart. Python's own parser
goes letter by letter, and would take most of the time in which a first text is read; here a word is
one part. What is not understood is no fault: such a pattern is tried everywhere.
"""

import re
import string
from collections.abc import Iterator
from enum import IntEnum
from functools import lru_cache
from typing import Any, Final, NamedTuple, TypeAlias

LETTERS: Final = frozenset(string.ascii_lowercase)


class Part(IntEnum):
    """What a node of a parsed pattern is; behind it what stands beside it in the node."""

    WORD = 0  # letters a to z
    MARK = 1  # one other character
    SET = 2  # OneOf
    PLACE = 3  # ^ $ \b and the like
    LOOK = 4  # ahead or behind, whether it must not be, nodes
    BRANCH = 5  # the nodes of each alternative
    REPEAT = 6  # how often at least and at most, nodes


Node: TypeAlias = tuple[Part, Any]
Nodes: TypeAlias = list[Node]


class OneOf(NamedTuple):
    """Characters of which one stands: those listed, and whether there are others."""

    listed: str
    has_others: bool
    is_any_letter: bool  # among other things
    is_no_letter: bool  # nor a digit


class NotReadError(Exception):
    """The pattern holds what is not understood."""


# A part of a pattern and how often it may stand.
_TOKEN = re.compile(
    r"([a-z]+(?![?*+{])|\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\(\?(?:P<\w+>|<?[=!]|:)?|.)"
    r"([?*+]\??|\{\d+(?:,\d*)?\}\??)?",
    re.DOTALL,
)
# In a pattern written with blanks: what keeps them, blanks and remarks.
_LOOSE = re.compile(r"(\\.|\[\^?\]?(?:\\.|[^\]\\])*\])|\s+|#[^\n]*", re.DOTALL)
_ITEM = re.compile(r"(\\.|[^\\])(?:-(\\.|[^\\]))?", re.DOTALL)
_LOOKS: Final = {"(?=": (1, False), "(?!": (1, True), "(?<=": (-1, False), "(?<!": (-1, True)}
_PLACES: Final = frozenset({"^", "$", r"\b", r"\B", r"\A", r"\Z"})
_SAMPLES: Final = {r"\d": "0", r"\s": " ", r"\n": "\n", r"\t": "\t", r"\r": "\r"}
_OTHERS: Final = frozenset({r"\w", r"\W", r"\D", r"\S"})
_TIMES: Final = frozenset("?*+")  # behind what is repeated already: possessive
_MANY: Final = 99  # times; more than once is all that is asked


def parsed(pattern: str, flags: int) -> Nodes:
    """Part a pattern; its flags may be those of every pattern and `re.VERBOSE`.

    Raises:
        NotReadError: it holds something else than the rules' patterns do.
    """
    if flags & ~(re.UNICODE | re.VERBOSE):
        raise NotReadError
    if flags & re.VERBOSE:
        pattern = _LOOSE.sub(r"\1", pattern)
    return _one_of_many(_branches(iter(_TOKEN.findall(pattern)))[0])


def _branches(tokens: Iterator[tuple[str, str]]) -> tuple[list[Nodes], str]:
    """Read alternatives up to the bracket that closes them, and how often they may stand."""
    nodes: Nodes = []
    branches = [nodes]
    for token, times in tokens:
        if token == "|":
            nodes = []
            branches.append(nodes)
        elif token == ")":
            return branches, times
        elif token[0] == "(":
            nodes += _group(token, tokens)
        else:
            node = _node(token)
            nodes.append(_repeated([node], times) if times else node)
    return branches, ""


def _group(opening: str, tokens: Iterator[tuple[str, str]]) -> Nodes:
    branches, times = _branches(tokens)
    inner = _one_of_many(branches)
    if opening in _LOOKS:
        inner = [(Part.LOOK, (*_LOOKS[opening], inner))]
    elif opening == "(?":
        raise NotReadError
    return [_repeated(inner, times)] if times else inner


def _one_of_many(branches: list[Nodes]) -> Nodes:
    return branches[0] if len(branches) == 1 else [(Part.BRANCH, branches)]


def _repeated(nodes: Nodes, times: str) -> Node:
    if times[0] == "{":
        least, _, most = times.rstrip("?")[1:-1].partition(",")
        return Part.REPEAT, (int(least), int(most or _MANY) if "," in times else int(least), nodes)
    return Part.REPEAT, (int(times[0] == "+"), 1 if times[0] == "?" else _MANY, nodes)


def _node(token: str) -> Node:
    if token[0] in LETTERS:
        return Part.WORD, token
    if token[0] == "[":
        return Part.SET, one_of(token[1:-1])
    if token in _PLACES:
        return Part.PLACE, token
    if token == ".":
        return Part.SET, _ANY
    if token in _TIMES:
        raise NotReadError
    if token[0] != "\\":
        return Part.MARK, token
    if token in _SAMPLES or token in _OTHERS:
        return Part.SET, one_of(token)
    return Part.MARK, _escaped(token)


_ANY: Final = OneOf("", has_others=True, is_any_letter=False, is_no_letter=False)


@lru_cache(maxsize=1_000)  # the rules have a hundred sets
def one_of(inside: str) -> OneOf:
    r"""Read what stands between square brackets: `\w-`, `^,;`, `a-z`."""
    if inside[0] == "^":
        return _ANY
    items = _ITEM.findall(inside)
    listed = "".join(_listed(*item) for item in items)
    is_plain = all(not re.match(r"\w", each) for each in listed)
    kinds = {first for first, _ in items}
    has_others = not _OTHERS.isdisjoint(kinds)
    return OneOf(listed, has_others, r"\w" in kinds, is_plain and not has_others)


def _listed(first: str, last: str) -> str:
    if first in _OTHERS:
        return ""
    if last:
        return "".join(map(chr, range(ord(_one(first)), ord(_one(last)) + 1)))
    return _one(first)


def _one(item: str) -> str:
    return _SAMPLES.get(item) or _escaped(item)


def _escaped(item: str) -> str:
    if item[0] == "\\" and item[1].isalnum():
        raise NotReadError
    return item[-1]
