"""Where parts of a report's text begin, and what they stand on, in; the place of an offset out."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import TypeAlias

# From this code point of the text on, the text stands there: `page 3`, `line 57 of the page`, or
# nothing, where that is not known.
Mark: TypeAlias = tuple[int, str]


def place_at(marks: Sequence[Mark], offset: int) -> str:
    """Say where an offset stands in the original; empty where nobody knows."""
    number = bisect_right(marks, offset, key=lambda mark: mark[0]) - 1
    return marks[number][1] if number >= 0 else ""
