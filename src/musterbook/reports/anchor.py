"""A text and a quote in, where the quote stands out, also where spaces, quotes or dashes differ.

Letters and digits must agree one by one: a number is never matched loosely.
"""

import re
from collections.abc import Iterator
from typing import Final

from musterbook.reports.normal import LIGATURES

_LOOSE: Final = {
    "'": "'’‘‛ʼ′",
    '"': '"“”„‟«»″',
    "-": "-‐‑‒–—―−",
}
_SPACES: Final = " \t\r\n\u00a0\u2009\u202f\u2007\u200a\u2002\u2003\ufeff"
_COMMON: Final = ("fi", "fl", "ff")  # the ligatures type-setters use
_LONGEST = 20_000  # characters; a longer quote is a text of its own


def find_quote(text: str, quote: str, near: int | None = None) -> tuple[int, int] | None:
    """Find a quote: exactly, else after folding white space, quotation marks, dashes, ligatures.

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
    return _nearest(re.escape(wanted), text, near) or _nearest(_loose_pattern(wanted), text, near)


def whole_places(text: str, quote: str) -> Iterator[tuple[int, int]]:
    """Yield every place of a quote, found as `find_quote` does, that cuts no word at its edges."""
    wanted = quote.strip()
    if wanted and len(wanted) <= _LONGEST:
        for match in re.compile(_loose_pattern(wanted)).finditer(text):
            if not (_cuts(text, match.start()) or _cuts(text, match.end())):
                yield match.span()


def _cuts(text: str, at: int) -> bool:
    """Say whether a place lies within a word or a run of digits."""
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


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
