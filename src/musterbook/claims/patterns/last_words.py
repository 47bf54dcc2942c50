"""A pattern that ends in `$` in, the words its matches can end with out; None where others may.

Read off the pattern as its first words are (`leading_words.py`), from the last letter to the first.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from re import _constants as code
from re import _parser as parser

from musterbook.claims.patterns.leading_words import (
    BOUND,
    LETTERS,
    Begun,
    Node,
    NotLedError,
    Reader,
)


@dataclass(frozen=True, slots=True)
class LastWords:
    """Whole words or marks (for any digit 0), and endings of words, that a match can end with."""

    words: frozenset[str]
    endings: tuple[str, ...]


def last_words(pattern: re.Pattern[str]) -> LastWords | None:
    """Give what every match in a text of small letters ends with, blanks behind it passed over.

    That is the run of letters a to z, or the mark, that stands last.
    """
    if pattern.flags & re.IGNORECASE:
        return None
    reader = _BackwardReader()
    try:
        nodes = _backward(parser.parse(pattern.pattern, pattern.flags))
        reader.anything(reader.follow(nodes, {BOUND}))
    except (NotLedError, AttributeError, TypeError, ValueError):
        return None
    words = frozenset(word[::-1] for word in reader.words)
    return LastWords(words, tuple(sorted(stem[::-1] for stem in reader.stems)))


class _BackwardReader(Reader):
    """Reads a pattern turned round: a blank before a word is passed over, a mark stands for one."""

    def read(self, letter: str, begun: Begun) -> Begun:
        """Read one letter or mark."""
        if letter in LETTERS:
            return Reader.read(self, letter, begun)
        empty = self.finish(begun)
        if letter.isspace():
            return empty
        if empty:
            self.words.add("0" if letter.isdigit() else letter)
        return set()


def _backward(nodes: Iterable[Node]) -> list[Node]:
    """Turn a parsed pattern round, so that its letters are read from the last to the first."""
    return [(operation, _turned(operation, argument)) for operation, argument in reversed([*nodes])]


def _turned(operation: Node, argument: Node) -> Node:
    match operation:
        case code.SUBPATTERN:
            return (*argument[:3], _backward(argument[3]))
        case code.BRANCH:
            return argument[0], [_backward(each) for each in argument[1]]
        case code.MAX_REPEAT | code.MIN_REPEAT:
            return (*argument[:2], _backward(argument[2]))
        case code.ASSERT | code.ASSERT_NOT:
            return -argument[0], _backward(argument[1])
        case code.AT:
            return _OTHER_END.get(argument, argument)
        case _:
            return argument


_OTHER_END = {code.AT_END: code.AT_BEGINNING, code.AT_BEGINNING: code.AT_END}
