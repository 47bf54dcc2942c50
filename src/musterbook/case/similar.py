"""A word somebody wrote and the words there are go in, "did you mean" comes out."""

from collections.abc import Iterable
from functools import lru_cache

LONGEST_SHOWN = 40
MOST_COMPARED = 60  # words: thousands of wrong ids among thousands must not take minutes
MOST_LISTED = 8  # a remedy is read at a glance; longer lists are cut with a count


def did_you_mean(word: str, known: Iterable[str], *, kind: str = "known here") -> str:
    """Suggest the nearest known word, else list what there is; empty where nothing is known."""
    return _suggestion(word, frozenset(known), kind)


@lru_cache(maxsize=1_000)
def _suggestion(word: str, known: frozenset[str], kind: str) -> str:
    from difflib import get_close_matches

    words = sorted(known)
    if not words:
        return ""
    near = get_close_matches(word, _worth_comparing(word, words), n=1)
    if near:
        return f"did you mean `{near[0]}`?"
    more = len(words) - MOST_LISTED
    listed = ", ".join(f"`{each}`" for each in words[:MOST_LISTED])
    return f"{kind}: {listed}" + (f" and {more} more" if more > 0 else "")


def _worth_comparing(word: str, words: list[str]) -> list[str]:
    """Choose among many words those of the same beginning or end."""
    if len(words) <= MOST_COMPARED:
        return words
    alike = [each for each in words if each[:1] == word[:1] or each[-2:] == word[-2:]]
    alike.sort(key=lambda each: abs(len(each) - len(word)))
    return alike[:MOST_COMPARED]


def short(text: str) -> str:
    """Cut a value for a sentence: one line, 40 characters, which fit a line with words around."""
    words = " ".join(text.split())
    return words if len(words) <= LONGEST_SHOWN else words[: LONGEST_SHOWN - 1] + "…"


def either(near: str, remedy: str) -> str:
    """Join a suggestion and a remedy into one sentence; the suggestion may be empty."""
    if not near:
        return remedy
    return f"{near} If not, {remedy}" if near.endswith("?") else f"{remedy} ({near})"
