"""A pattern in, the words its matches can begin with out; None where they may begin otherwise.

Read off the pattern as Python parses it, so that no list of words stands beside the pattern. What
is not understood makes the answer wider or None: such a pattern is tried everywhere, as any is.
Python's parser of patterns is its own affair: a test holds what is read off it, and a Python whose
parser gives something else only makes the search slower.
"""

import re
import string
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from re import _constants as code
from re import _parser as parser
from typing import Any, Final, TypeAlias

Node: TypeAlias = Any  # what Python's parser makes: an operation and its argument, or many of them
Begun: TypeAlias = set[str]  # what is read so far of first words

LETTERS: Final = frozenset(string.ascii_lowercase)
_FREE, BOUND = "", "\b"  # nothing read yet: anywhere, and where no word is cut in two
_EMPTY: Final = frozenset({_FREE, BOUND})
_MOST: Final = 20_000  # beginnings followed at once; the longest word table has 1,200 forms


@dataclass(frozen=True, slots=True)
class LeadingWords:
    """Whole words, beginnings of words, and whether digits, that a match can begin with."""

    words: frozenset[str]
    stems: tuple[str, ...]
    digits: bool


class NotLedError(Exception):
    """The pattern can match where no word begins."""


def leading_words(pattern: re.Pattern[str]) -> LeadingWords | None:
    """Give what every match in a text of small letters begins with; a word is a run of a to z."""
    if pattern.flags & re.IGNORECASE:
        return None
    reader = Reader()
    try:
        reader.anything(reader.follow(parser.parse(pattern.pattern, pattern.flags), {_FREE}))
    except (NotLedError, AttributeError, TypeError, ValueError):
        return None
    return LeadingWords(frozenset(reader.words), tuple(sorted(reader.stems)), reader.digits)


@dataclass(slots=True)
class Reader:
    """Walks a parsed pattern; words begun go into each step, those not ended yet come out."""

    words: set[str] = field(default_factory=set)
    stems: set[str] = field(default_factory=set)
    digits: bool = False

    def follow(self, nodes: Iterable[Node], begun: Begun) -> Begun:
        """Read one node after the other until every beginning is a whole word."""
        for operation, argument in nodes:
            if not begun:
                break
            begun = _READERS.get(operation, Reader.any_one)(self, argument, begun)
            if len(begun) > _MOST:
                raise NotLedError
        return begun

    def anything(self, begun: Begun) -> Begun:
        """Let any character follow: what is read begins words."""
        if begun & _EMPTY:
            raise NotLedError
        self.stems |= begun
        return set()

    def any_one(self, _: Node, begun: Begun) -> Begun:
        """Read what is not looked into."""
        return self.anything(begun)

    def finish(self, begun: Begun) -> Begun:
        """Let something follow that is no letter: what is read are whole words."""
        self.words |= begun - _EMPTY
        return begun & _EMPTY

    def literal(self, letter: int, begun: Begun) -> Begun:
        """Read one character."""
        return self.read(chr(letter), begun)

    def read(self, letter: str, begun: Begun) -> Begun:
        """Read one letter or mark."""
        if letter in LETTERS:
            if _FREE in begun:
                raise NotLedError
            return {each.removeprefix(BOUND) + letter for each in begun}
        empty = self.finish(begun)
        if letter.isdigit() and empty == {BOUND}:
            self.digits = True
        elif empty:
            raise NotLedError
        return set()

    def one_of(self, choices: Iterable[Node], begun: Begun) -> Begun:
        """Read one character of a set."""
        longer: Begun = set()
        for operation, argument in choices:
            if operation is code.RANGE:
                letters = "".join(map(chr, range(argument[0], argument[1] + 1)))
            elif operation is code.LITERAL:
                letters = chr(argument)
            else:
                letters = _SAMPLES.get(argument, "")
            for letter in letters:
                longer |= self.read(letter, begun)
            if not letters:
                self.anything(begun)
        return longer

    def at(self, place: Node, begun: Begun) -> Begun:
        """Pass a boundary."""
        if place is code.AT_BEGINNING:
            return _bound(begun)
        if place is code.AT_END:
            return self.finish(begun)
        return _bound(self.finish(begun)) if place is code.AT_BOUNDARY else self.anything(begun)

    def where(self, argument: Node, begun: Begun) -> Begun:
        """Pass what must stand here: after a word it may end it, before one it may bound it."""
        direction, nodes = argument
        if direction > 0:
            return {each for each in begun if not self._is_ended(each, nodes)}
        return _bound(begun) if _is_no_letter(nodes) else begun

    def _is_ended(self, begun: str, nodes: Node) -> bool:
        ahead = Reader()
        if begun in _EMPTY or ahead.follow(nodes, {begun}) or ahead.stems:
            return False
        self.words |= ahead.words
        return True

    def unless(self, argument: Node, begun: Begun) -> Begun:
        """Pass what must not stand here; where that is any letter, it is a boundary."""
        direction, nodes = argument
        if not _is_letter(nodes):
            return begun
        return self.finish(begun) if direction > 0 else _bound(begun)

    def group(self, argument: Node, begun: Begun) -> Begun:
        """Read what stands in brackets; flags of its own are not looked into."""
        _, more, less, nodes = argument
        return self.anything(begun) if more or less else self.follow(nodes, begun)

    def branch(self, argument: Node, begun: Begun) -> Begun:
        """Read every alternative."""
        return set().union(*(self.follow(nodes, begun) for nodes in argument[1]))

    def repeat(self, argument: Node, begun: Begun) -> Begun:
        """Read something once, perhaps never; after a second time nothing sure is known."""
        least, most, nodes = argument
        once = self.follow(nodes, begun)
        if most > 1:
            self.anything(once - begun)
            once &= begun
        return once if least else once | begun


_READERS: Final[dict[object, Callable[[Reader, Node, Begun], Begun]]] = {
    code.LITERAL: Reader.literal,
    code.IN: Reader.one_of,
    code.AT: Reader.at,
    code.ASSERT: Reader.where,
    code.ASSERT_NOT: Reader.unless,
    code.SUBPATTERN: Reader.group,
    code.BRANCH: Reader.branch,
    code.MAX_REPEAT: Reader.repeat,
    code.MIN_REPEAT: Reader.repeat,
}
_SAMPLES: Final[dict[object, str]] = {code.CATEGORY_DIGIT: "0", code.CATEGORY_SPACE: " "}


def _bound(begun: Begun) -> Begun:
    return {each or BOUND for each in begun}


def _is_letter(nodes: Node) -> bool:
    """Say whether an assertion is of any one letter, perhaps among other things."""
    if len(nodes) != 1:
        return False
    operation, argument = nodes[0]
    if operation is code.BRANCH:
        return any(map(_is_letter, argument[1]))
    return operation is code.IN and (code.CATEGORY, code.CATEGORY_WORD) in argument


def _is_no_letter(nodes: Node) -> bool:
    """Say whether an assertion is of one character that is in no word."""
    if len(nodes) != 1 or nodes[0][0] is not code.IN:
        return False
    return all(
        (operation is code.LITERAL and not re.match(r"\w", chr(argument)))
        or (operation is code.CATEGORY and argument is code.CATEGORY_SPACE)
        for operation, argument in nodes[0][1]
    )
