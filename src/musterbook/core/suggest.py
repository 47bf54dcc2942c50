"""A name nobody knows, and the names there are, go in; `did you mean …?` comes out."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from heapq import nsmallest

MOST_COMPARED = 60  # words: thousands of wrong ids among thousands must not take minutes
MOST_LISTED = 8  # a remedy is read at a glance; longer lists are cut with a count
MOST_NAMESAKES = 3  # an ending that more names share tells nothing


def did_you_mean(
    word: str,
    known: Iterable[str],
    *,
    kind: str = "known here",
    none: str = "nothing is declared yet",
) -> str:
    """Suggest the names most like a wrong one, else list what there is and how many more.

    Args:
        word: the name as somebody wrote it.
        known: the names it may have meant.
        kind: what introduces the list of names where none is alike.
        none: what to say where no name is known at all.
    """
    everything = _sorted(frozenset(known))
    if not everything:
        return none
    found = tuple(dict.fromkeys((*_namesakes(word, everything), *_nearest(word, everything))))
    if found:
        return f"did you mean {' or '.join(f'`{each}`' for each in found)}?"
    more = len(everything) - MOST_LISTED
    listed = ", ".join(f"`{each}`" for each in everything[:MOST_LISTED])
    return f"{kind}: {listed}" + (f" and {more} more" if more > 0 else "")


def _namesakes(word: str, words: tuple[str, ...]) -> Sequence[str]:
    """Give the names of other accounts that end alike: `kill` may be `dprk.kill`."""
    found = _by_ending(words).get(_ending(word), [])
    return found if len(found) <= MOST_NAMESAKES else ()


def _nearest(word: str, words: tuple[str, ...]) -> Sequence[str]:
    from difflib import get_close_matches

    return get_close_matches(word, _worth_comparing(word, words), n=1)


def _worth_comparing(word: str, words: tuple[str, ...]) -> Sequence[str]:
    """Choose among many words those that begin alike, the nearest in length first."""
    if len(words) <= MOST_COMPARED:
        return words
    alike = _by_beginning(words).get(word[:1], [])
    return nsmallest(MOST_COMPARED, alike, key=lambda each: abs(len(each) - len(word)))


def _ending(name: str) -> str:
    return name.rpartition(".")[2]


@lru_cache(maxsize=8)
def _sorted(known: frozenset[str]) -> tuple[str, ...]:
    return tuple(sorted(known))


@lru_cache(maxsize=8)
def _by_beginning(words: tuple[str, ...]) -> Mapping[str, list[str]]:
    groups: dict[str, list[str]] = {}
    for each in words:
        groups.setdefault(each[:1], []).append(each)
    return groups


@lru_cache(maxsize=8)
def _by_ending(words: tuple[str, ...]) -> Mapping[str, list[str]]:
    groups: dict[str, list[str]] = {}
    for each in words:
        groups.setdefault(_ending(each), []).append(each)
    return groups
