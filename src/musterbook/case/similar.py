"""A word somebody wrote and the words there are go in, "did you mean" comes out."""

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from heapq import nsmallest

LONGEST_SHOWN = 40
MOST_COMPARED = 60  # words: thousands of wrong ids among thousands must not take minutes
MOST_LISTED = 8  # a remedy is read at a glance; longer lists are cut with a count


def did_you_mean(word: str, known: Iterable[str], *, kind: str = "known here") -> str:
    """Suggest the nearest known word, else list what there is; empty where nothing is known."""
    from difflib import get_close_matches

    everything = _sorted(frozenset(known))
    if not everything:
        return ""
    near = get_close_matches(word, _worth_comparing(word, everything), n=1)
    if near:
        return f"did you mean `{near[0]}`?"
    more = len(everything) - MOST_LISTED
    listed = ", ".join(f"`{each}`" for each in everything[:MOST_LISTED])
    return f"{kind}: {listed}" + (f" and {more} more" if more > 0 else "")


@lru_cache(maxsize=8)
def _sorted(known: frozenset[str]) -> tuple[str, ...]:
    return tuple(sorted(known))


@lru_cache(maxsize=8)
def _by_beginning(words: tuple[str, ...]) -> Mapping[str, list[str]]:
    groups: dict[str, list[str]] = {}
    for each in words:
        groups.setdefault(each[:1], []).append(each)
    return groups


def _worth_comparing(word: str, words: tuple[str, ...]) -> Sequence[str]:
    """Choose among many words those that begin alike, the nearest in length first."""
    if len(words) <= MOST_COMPARED:
        return words
    alike = _by_beginning(words).get(word[:1], [])
    return nsmallest(MOST_COMPARED, alike, key=lambda each: abs(len(each) - len(word)))


def short(text: str) -> str:
    """Cut a value for a sentence: one line, 40 characters, which fit a line with words around."""
    words = " ".join(text.split())
    return words if len(words) <= LONGEST_SHOWN else words[: LONGEST_SHOWN - 1] + "…"


def either(near: str, remedy: str) -> str:
    """Join a suggestion and a remedy into one sentence; the suggestion may be empty."""
    if not near:
        return remedy
    return f"{near} If not, {remedy}" if near.endswith("?") else f"{remedy} ({near})"
