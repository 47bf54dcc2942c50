"""A pattern in, the words its matches can begin with out; None where they may begin otherwise.

Read off the pattern, so that no list of words stands beside it. What is not understood makes the
answer wider or None: such a pattern is tried everywhere, as any is.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Final, TypeAlias

from musterbook.claims.patterns.parsed import (
    LETTERS,
    Nodes,
    NotReadError,
    OneOf,
    Part,
    parsed,
)

Begun: TypeAlias = set[str]  # what is read so far of first words

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
    reader = Reader()
    try:
        reader.anything(reader.follow(parsed(pattern.pattern, pattern.flags), {_FREE}))
    except (NotLedError, NotReadError):
        return None
    return LeadingWords(frozenset(reader.words), tuple(sorted(reader.stems)), reader.digits)


@dataclass(slots=True)
class Reader:
    """Walks a parsed pattern; words begun go into each step, those not ended yet come out."""

    words: set[str] = field(default_factory=set)
    stems: set[str] = field(default_factory=set)
    digits: bool = False

    def follow(self, nodes: Nodes, begun: Begun) -> Begun:
        """Read one node after the other until every beginning is a whole word."""
        for part, argument in nodes:
            if not begun:
                break
            begun = _READERS[part](self, argument, begun)
            if len(begun) > _MOST:
                raise NotLedError
        return begun

    def anything(self, begun: Begun) -> Begun:
        """Let any character follow: what is read begins words."""
        if not begun.isdisjoint(_EMPTY):
            raise NotLedError
        self.stems |= begun
        return set()

    def finish(self, begun: Begun) -> Begun:
        """Let something follow that is no letter: what is read are whole words."""
        self.words |= begun - _EMPTY
        return begun & _EMPTY

    def word(self, letters: str, begun: Begun) -> Begun:
        """Read some letters."""
        if _FREE in begun:
            raise NotLedError
        return {letters if each == BOUND else each + letters for each in begun}

    def mark(self, mark: str, begun: Begun) -> Begun:
        """Read one character that is no letter."""
        empty = self.finish(begun)
        if mark.isdigit() and empty == {BOUND}:
            self.digits = True
        elif empty:
            raise NotLedError
        return set()

    def one_of(self, choices: OneOf, begun: Begun) -> Begun:
        """Read one character of a set."""
        if choices.has_others:
            self.anything(begun)
        longer: Begun = set()
        for each in choices.listed:
            longer |= self.word(each, begun) if each in LETTERS else self.mark(each, begun)
        return longer

    def at(self, place: str, begun: Begun) -> Begun:
        """Pass a boundary."""
        if place == "^":
            return _bound(begun)
        if place == "$":
            return self.finish(begun)
        return _bound(self.finish(begun)) if place == r"\b" else self.anything(begun)

    def look(self, argument: tuple[int, bool, Nodes], begun: Begun) -> Begun:
        """Pass what must stand here, or must not."""
        direction, must_not, nodes = argument
        if must_not:  # where that is any letter, it is a boundary
            if not _is_letter(nodes):
                return begun
            return self.finish(begun) if direction > 0 else _bound(begun)
        if direction > 0:
            return {each for each in begun if not self._is_ended(each, nodes)}
        return _bound(begun) if _is_no_letter(nodes) else begun

    def _is_ended(self, begun: str, nodes: Nodes) -> bool:
        """Say whether what must follow a word ends it."""
        ahead = type(self)()
        if begun in _EMPTY or ahead.follow(nodes, {begun}) or ahead.stems:
            return False
        self.words |= ahead.words
        return True

    def branch(self, branches: list[Nodes], begun: Begun) -> Begun:
        """Read every alternative."""
        longer: Begun = set()
        for nodes in branches:
            longer |= self.follow(nodes, begun)
        return longer

    def repeat(self, argument: tuple[int, int, Nodes], begun: Begun) -> Begun:
        """Read something once, perhaps never; after a second time nothing sure is known."""
        least, most, nodes = argument
        once = self.follow(nodes, begun)
        if most > 1:
            self.anything(once - begun)
            once &= begun
        return once if least else once | begun


# By name, since some are read otherwise from a pattern's end.
_READERS: Final[dict[Part, Callable[[Reader, Any, Begun], Begun]]] = {
    Part.WORD: lambda reader, argument, begun: reader.word(argument, begun),
    Part.MARK: lambda reader, argument, begun: reader.mark(argument, begun),
    Part.SET: lambda reader, argument, begun: reader.one_of(argument, begun),
    Part.PLACE: lambda reader, argument, begun: reader.at(argument, begun),
    Part.LOOK: lambda reader, argument, begun: reader.look(argument, begun),
    Part.BRANCH: lambda reader, argument, begun: reader.branch(argument, begun),
    Part.REPEAT: lambda reader, argument, begun: reader.repeat(argument, begun),
}


def _bound(begun: Begun) -> Begun:
    return {each or BOUND for each in begun}


def _is_letter(nodes: Nodes) -> bool:
    """Say whether an assertion is of any one letter, perhaps among other things."""
    if len(nodes) != 1:
        return False
    part, argument = nodes[0]
    if part is Part.BRANCH:
        return any(map(_is_letter, argument))
    return part is Part.SET and argument.is_any_letter


def _is_no_letter(nodes: Nodes) -> bool:
    """Say whether an assertion is of one character that is in no word."""
    return len(nodes) == 1 and nodes[0][0] is Part.SET and nodes[0][1].is_no_letter
