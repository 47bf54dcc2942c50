"""Words in, one pattern for all of them out, in which those of one first letter stand together.

Where none of a thousand words stands, a plain alternation tries a thousand times. What is found is
the same: of words that fit at a place, which begin with one letter, the first one named is taken.
"""

import re
from collections import defaultdict
from collections.abc import Iterable


def alternation(words: Iterable[str]) -> str:
    r"""Give a pattern for some words, each taken as it is written.

    >>> alternation(["killed", "lost", "kill"])
    '(?:k(?:illed|ill)|lost)'
    """
    endings = defaultdict[str, list[str]](list)
    for word in words:
        endings[word[0]].append(re.escape(word[1:]))
    return f"(?:{'|'.join(_together(letter, rest) for letter, rest in endings.items())})"


def _together(letter: str, endings: list[str]) -> str:
    joined = endings[0] if len(endings) == 1 else f"(?:{'|'.join(endings)})"
    return f"{re.escape(letter)}{joined}"
