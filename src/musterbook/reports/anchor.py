"""A text and a quote in, where the quote stands out, also where spaces, quotes or dashes differ.

Letters and digits must agree one by one: a number is never matched loosely.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from musterbook.reports.normal import LIGATURES
from musterbook.reports.offsets import NormalText
from musterbook.reports.reading import for_reading

_LOOSE: Final = {
    "'": "'’‘‛ʼ′",
    '"': '"“”„‟«»″',
    "-": "-‐‑‒–—―−",
}
_SPACES: Final = " \t\r\n\u00a0\u2009\u202f\u2007\u200a\u2002\u2003\ufeff"
_PLAIN: Final = {other: mark for mark, alike in _LOOSE.items() for other in alike} | LIGATURES
_DIFFERING = re.compile(
    rf"[{_SPACES}]+|[{re.escape(''.join(_LOOSE.values()))}]\u00ad?|[{''.join(LIGATURES)}]"
)
_COMMON: Final = ("fi", "fl", "ff")  # the ligatures type-setters use
_LONGEST: Final = 20_000  # characters; a longer quote is a text of its own
# A pattern is tried anew at every place of a text made of its own beginnings: with 1,000 characters
# on 160 KB that takes 2 s. The longest quote of our cases has 108.
_LONGEST_LOOSE: Final = 1_000


def find_quote(text: str, quote: str, near: int | None = None) -> tuple[int, int] | None:
    """Find a quote: exactly, else by other spaces, marks and dashes, else as rules read both.

    Args:
        text: what it should stand in.
        quote: the words looked for.
        near: where it stood last; of several places the nearest is taken, else the first.

    Returns:
        Start and end in code points of `text`, or None.
    """
    wanted = quote.strip()
    if not wanted or len(wanted) > _LONGEST:
        return None
    return (
        _exactly(wanted, text, near)
        or _loosely(wanted, text, near)
        or _in_other_print(text, wanted, near)
    )


def _loosely(quote: str, text: str, near: int | None) -> tuple[int, int] | None:
    """Find a quote where spaces, marks and dashes differ; a long one in time linear in both."""
    if _is_short(quote):
        return _nearest(_loose_pattern(quote), text, near)
    plain, wanted = _plainly(text), _plainly(quote).text
    at = None if near is None else plain.normal(near, near)[0]
    found = _exactly(wanted, plain.text, at)
    return found and plain.original(*found)


def _plainly(text: str) -> NormalText:
    """Fold all that may differ to one kind."""
    return NormalText(text).substitute(_DIFFERING, lambda match: _PLAIN.get(match[0][0], " "))


def _in_other_print(text: str, quote: str, near: int | None) -> tuple[int, int] | None:
    """Find a quote that was typed whole in a text that breaks its words, or the reverse."""
    folded, reading = for_reading(quote).text.strip(), _read(text)
    if not folded or (folded == quote and reading.text == text):
        return None
    at = None if near is None else reading.normal(near, near)[0]
    found = _exactly(folded, reading.text, at)
    return found and reading.original(*found)


@lru_cache(maxsize=4)  # the quotes of one report are looked up one after the other
def _read(text: str) -> NormalText:
    return for_reading(text)


def whole_places(text: str, quote: str) -> Iterator[tuple[int, int]]:
    """Yield every place of a quote, found as `find_quote` does, that cuts no word at its edges."""
    wanted = quote.strip()
    if wanted and _is_short(wanted):
        for match in re.compile(_loose_pattern(wanted)).finditer(text):
            if not (_cuts(text, match.start()) or _cuts(text, match.end())):
                yield match.span()


def _is_short(quote: str) -> bool:
    return len(quote) <= _LONGEST_LOOSE


def _cuts(text: str, at: int) -> bool:
    """Say whether a place lies within a word or a run of digits."""
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def _exactly(wanted: str, text: str, near: int | None) -> tuple[int, int] | None:
    """Find words as they are; making a pattern of each quote would cost more than the search."""
    at = best = text.find(wanted)
    while near is not None and at >= 0:
        if abs(at - near) < abs(best - near):
            best = at
        at = text.find(wanted, at + len(wanted))
    return None if best < 0 else (best, best + len(wanted))


def _nearest(pattern: str, text: str, near: int | None) -> tuple[int, int] | None:
    places = re.compile(pattern).finditer(text)
    if near is None:
        first = next(places, None)
        return first.span() if first else None
    return min((match.span() for match in places), key=lambda at: abs(at[0] - near), default=None)


def _loose_pattern(quote: str) -> str:
    """Make a pattern that lets spaces, marks and dashes differ, and nothing else."""
    for joined, letters in LIGATURES.items():
        quote = quote.replace(joined, letters)
    words = re.split(rf"[{_SPACES}]+", quote)
    spaced = rf"[{_SPACES}]+".join("".join(map(_loose, word)) for word in words)
    for joined, letters in LIGATURES.items():
        if letters in _COMMON:
            spaced = spaced.replace(letters, f"(?:{letters}|{joined})")
    return spaced


def _loose(character: str) -> str:
    for alike in _LOOSE.values():
        if character in alike:
            return f"[{re.escape(alike)}]\u00ad?"
    return re.escape(character)
