"""Words such as `300 to 800 people` or `10 %` go in, a range of numbers comes out."""

import re
from collections.abc import Mapping

from musterbook.case.similar import short
from musterbook.core.problem import Phrase, Problem

_SPACE = "[ \u00a0\u2009\u202f]"  # what may stand between groups of three digits
_NUMBER = rf"\d{{1,3}}(?:{_SPACE}\d{{3}})+(?!\d)|\d+(?:\.\d+)?"
_RANGE = re.compile(
    rf"\s*({_NUMBER})(?:\s*(?:to|-|–)\s*({_NUMBER}))?\s*(%)?\s*(people|persons)?\s*"
)
MOST_PEOPLE = 1e12  # the most that a sentence accepts


def parse_range(text: str) -> tuple[float, float] | None:
    """Read a number or a range, in people or (with `%`) as a share; None where it is neither."""
    match = _RANGE.fullmatch(text)
    if match is None:
        return None
    low = _number(match[1])
    high = _number(match[2]) if match[2] else low
    scale = 0.01 if match[3] else 1.0
    return (low * scale, high * scale) if low <= high <= MOST_PEOPLE else None


def _number(digits: str) -> float:
    return float(re.sub(_SPACE, "", digits))


def read_units(
    words: Mapping[str, Phrase],
) -> tuple[dict[str, tuple[float, float]], tuple[Problem, ...]]:
    """Read a table of units of people: `battalion: 300 to 800 people`."""
    units: dict[str, tuple[float, float]] = {}
    problems = []
    for word, phrase in words.items():
        found = parse_range(phrase.text)
        if found is None or "%" in phrase.text:
            problems.append(unreadable(phrase, "a number of people: 300 to 800 people"))
        else:
            units[word] = found
    return units, tuple(problems)


def unreadable(phrase: Phrase, wanted: str, what: str = "number or range") -> Problem:
    """Make the problem of an amount that cannot be read; `wanted` says what could be."""
    says = f"`{short(phrase.text)}` is not a {what} that can be read"
    return Problem("MB023", says, phrase.place, fix=f"write {wanted}")
