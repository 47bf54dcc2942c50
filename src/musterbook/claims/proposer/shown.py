"""Words from outside in, the same words fit for a terminal and a message out."""

import unicodedata
from typing import Final

SHOWN: Final = 60  # characters: enough to know words by, short enough for one line
_REPLACEMENT: Final = "\ufffd"


def shown(words: object, most: int = SHOWN) -> str:
    """Give words in one line without control, format or private characters, shortened."""
    text = str(words)[: 4 * most]
    line = " ".join("".join(_safe(each) for each in text).split())
    return line if len(line) <= most else line[: most - 1] + "…"


def _safe(character: str) -> str:
    if character.isspace():
        return " "
    return _REPLACEMENT if unicodedata.category(character).startswith("C") else character


def has_controls(text: str) -> bool:
    """Say whether a text holds what could steer a terminal or hide words in it."""
    return any(_safe(each) == _REPLACEMENT != each for each in text)
