"""A pattern in, words of which each of its matches holds at least one out; None where none is sure.

Read off the pattern as its first words are (`leading_words.py`), at each place where a word can
begin. The first such set without a common word is kept, else the rarest: what most sentences lack
tells soonest that a pattern has no match in them. `the year before` needs `year`, not `the`.
"""

import re
from re import _constants as code
from re import _parser as parser
from typing import Final, TypeAlias

from musterbook.claims.patterns.leading_words import BOUND, LETTERS, Node, NotLedError, Reader

Words: TypeAlias = frozenset[str]

# Words that stand in most sentences; a set without any of them is the better one.
_COMMON: Final = frozenset(
    "a an and are as at be been by for from had has have in is it its of on or that the this to"
    " was were with".split()
)


def needed_words(pattern: re.Pattern[str]) -> Words | None:
    """Give whole words (runs of a to z) of which every match in small letters holds one."""
    if pattern.flags & re.IGNORECASE:
        return None
    return _needed([*parser.parse(pattern.pattern, pattern.flags)], is_bound=False)


def _needed(nodes: list[Node], *, is_bound: bool) -> Words | None:
    """Give the rarest words of a sequence; `is_bound` where no letter stands before it."""
    best: Words | None = None
    for place, node in enumerate(nodes):
        if is_bound:
            best = _rarer(best, _words_from(nodes[place:]))
        if not _is_rare(best):
            within = _within(node, nodes[place + 1 : place + 2], is_bound=is_bound)
            best = _rarer(best, within)
        if _is_rare(best):
            break  # good enough: to look on takes longer than it spares
        is_bound = _ends_bound(node, is_bound=is_bound)
    return best


def _rarer(one: Words | None, other: Words | None) -> Words | None:
    if one is None or other is None:
        return other if one is None else one
    return min(one, other, key=_commonness)


def _is_rare(words: Words | None) -> bool:
    return words is not None and words.isdisjoint(_COMMON)


def _commonness(words: Words) -> tuple[int, int]:
    return len(words & _COMMON), len(words)


def _words_from(nodes: list[Node]) -> Words | None:
    """Give the words that a sequence begins with, where only whole words can begin it."""
    reader = Reader()
    try:
        reader.anything(reader.follow(nodes, {BOUND}))
    except (NotLedError, AttributeError, TypeError, ValueError):
        return None
    return None if reader.stems or reader.digits else frozenset(reader.words)


def _within(node: Node, following: list[Node], *, is_bound: bool) -> Words | None:
    """Give words out of each alternative of a group; what follows it may end its last word."""
    operation, argument = node
    match operation:
        case code.SUBPATTERN if not (argument[1] or argument[2]):  # flags are not looked into
            return _needed([*argument[3], *following], is_bound=is_bound)
        case code.MAX_REPEAT | code.MIN_REPEAT if argument[0]:
            return _needed([*argument[2]], is_bound=is_bound)
        case code.BRANCH:
            found = [_needed([*each, *following], is_bound=is_bound) for each in argument[1]]
            words = [each for each in found if each is not None]
            return frozenset().union(*words) if len(words) == len(found) else None
        case _:
            return None


def _ends_bound(node: Node, *, is_bound: bool) -> bool:
    """Say whether after a node no letter can stand before the next."""
    operation, argument = node
    match operation:
        case code.AT | code.ASSERT | code.ASSERT_NOT:
            return is_bound or argument is code.AT_BOUNDARY or _looks_behind(node)
        case code.LITERAL:
            return chr(argument) not in LETTERS
        case code.IN:
            return all(_is_no_letter(*each) for each in argument)
        case code.SUBPATTERN:
            return _end_bound([*argument[3]], is_bound=is_bound)
        case code.MAX_REPEAT | code.MIN_REPEAT:
            once = _end_bound([*argument[2]], is_bound=is_bound)
            return once and (is_bound or argument[0] > 0)
        case code.BRANCH:
            return all(_end_bound([*each], is_bound=is_bound) for each in argument[1])
        case _:
            return False


def _end_bound(nodes: list[Node], *, is_bound: bool) -> bool:
    for node in nodes:
        is_bound = _ends_bound(node, is_bound=is_bound)
    return is_bound


def _looks_behind(node: Node) -> bool:
    """Say whether it is looked that no letter stands before."""
    reader = Reader()
    return reader.follow([node], {""}) == {BOUND}


def _is_no_letter(operation: Node, argument: Node) -> bool:
    if operation is code.LITERAL:
        return chr(argument) not in LETTERS
    return operation is code.CATEGORY and argument is code.CATEGORY_SPACE
