"""A pattern in, words of which each of its matches holds at least one out; None where none is sure.

Read off the pattern as its first words are (`leading_words.py`), at each place where a word can
begin. The first such set without a common word is kept, else the rarest: what most sentences lack
tells soonest that a pattern has no match in them. `the year before` needs `year`, not `the`.
"""

import re
from typing import Final, TypeAlias

from musterbook.claims.patterns.leading_words import BOUND, NotLedError, Reader
from musterbook.claims.patterns.parsed import LETTERS, Node, Nodes, NotReadError, Part, parsed

Words: TypeAlias = frozenset[str]

# Words that stand in most sentences; a set without any of them is the better one.
_COMMON: Final = frozenset(
    "a an and are as at be been by for from had has have in is it its of on or that the this to"
    " was were with".split()
)


def needed_words(pattern: re.Pattern[str]) -> Words | None:
    """Give whole words (runs of a to z) of which every match in small letters holds one."""
    try:
        return _needed(parsed(pattern.pattern, pattern.flags), is_bound=False)
    except NotReadError:
        return None


def _needed(nodes: Nodes, *, is_bound: bool) -> Words | None:
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


def _words_from(nodes: Nodes) -> Words | None:
    """Give the words that a sequence begins with, where only whole words can begin it."""
    reader = Reader()
    try:
        reader.anything(reader.follow(nodes, {BOUND}))
    except NotLedError:
        return None
    return None if reader.stems or reader.digits else frozenset(reader.words)


def _within(node: Node, following: Nodes, *, is_bound: bool) -> Words | None:
    """Give words out of each alternative of a group; what follows it may end its last word."""
    part, argument = node
    if part is Part.REPEAT and argument[0]:
        return _needed(argument[2], is_bound=is_bound)
    if part is not Part.BRANCH:
        return None
    words: set[str] = set()
    for each in argument:
        found = _needed([*each, *following], is_bound=is_bound)
        if found is None:
            return None
        words |= found
    return frozenset(words)


def _ends_bound(node: Node, *, is_bound: bool) -> bool:
    """Say whether after a node no letter can stand before the next."""
    part, argument = node
    match part:
        case Part.PLACE | Part.LOOK:
            return is_bound or argument == r"\b" or _looks_behind(node)
        case Part.MARK:
            return True
        case Part.SET:
            return not argument.has_others and LETTERS.isdisjoint(argument.listed)
        case Part.REPEAT:
            once = _end_bound(argument[2], is_bound=is_bound)
            return once and (is_bound or argument[0] > 0)
        case Part.BRANCH:
            return all(_end_bound(each, is_bound=is_bound) for each in argument)
        case _:
            return False


def _end_bound(nodes: Nodes, *, is_bound: bool) -> bool:
    for node in nodes:
        is_bound = _ends_bound(node, is_bound=is_bound)
    return is_bound


def _looks_behind(node: Node) -> bool:
    """Say whether it is looked that no letter stands before."""
    return Reader().follow([node], {""}) == {BOUND}
