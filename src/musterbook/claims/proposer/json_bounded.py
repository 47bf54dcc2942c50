"""Text of JSON from outside in, its value out; too deep or broken is an error, never a crash."""

import json
from typing import Final

DEEPEST: Final = 20  # an answer of the asked form has four levels, a server's wrapping six


class UnreadableError(ValueError):
    """A text that is no JSON, or nests too deep to be meant."""


def read_json(text: str) -> object:
    """Read JSON whose brackets nest no deeper than `DEEPEST`.

    Raises:
        UnreadableError: the text is no JSON, or nests too deep.
    """
    if _depth(text) > DEEPEST:
        raise UnreadableError("its brackets nest too deep")
    try:
        value: object = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UnreadableError("it is no JSON") from error
    return value


def _depth(text: str) -> int:
    """Give how deep brackets nest outside of strings, counted until it is too deep."""
    depth = deepest = 0
    in_string = is_escaped = False
    for character in text:
        if in_string:
            in_string = is_escaped or character != '"'
            is_escaped = not is_escaped and character == "\\"
        elif character == '"':
            in_string = True
        elif character in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif character in "]}":
            depth -= 1
        if deepest > DEEPEST:
            break
    return deepest
