"""The words around a number in, how the number is meant out: more than, about, at most."""

import re
from functools import cache
from typing import Final, NamedTuple

from musterbook.claims.lexicon_files import words_to_names
from musterbook.claims.patterns.led import Led
from musterbook.claims.patterns.up_to import UpTo

ESTIMATED: Final = "estimated"
STATED: Final = "stated"
VAGUE: Final = "vague"
FRACTION: Final = "fraction"
BETWEEN: Final = "between"
OPEN_ABOVE: Final = frozenset({"more than", "at least", "just over"})
OPEN_BELOW: Final = frozenset({"less than", "at most", "just under"})
_WINDOW = 60  # characters looked at on either side; the longest wording has 30


class BoundWords(NamedTuple):
    """A bound and where its words stand; without words, `stated` and an empty span."""

    bound: str
    start: int
    end: int


_SIGNS: Final = ("<", ">", "~")  # bounds that are no words


def _alternatives(table: str, *, signs: bool = True) -> str:
    words = sorted(words_to_names(table), key=len, reverse=True)
    words = words if signs else [word for word in words if word not in _SIGNS]
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words)


# What may stand between the bound and the number: at least another 200, about a further 50.
_FILLERS = (
    r"(?:(?:an?|the|another|further|additional|extra|total|combined|record|whopping|only|just|as|or"
    r"|some|of|around|about|an\s+estimated|estimated|now|new|whole|staggering)\s+)*"
)
_EDGE = r"(?:^|(?<=[\s(\"'—–/-]))"
_BEFORE = re.compile(rf"{_EDGE}(?P<bound>{_alternatives('bounds_before')})\s*{_FILLERS}$")
_WORDS_BEFORE = Led(
    rf"{_EDGE}(?P<bound>{_alternatives('bounds_before', signs=False)})\s*{_FILLERS}$"
)
_AFTER = re.compile(rf"\s*(?:\+|(?:,\s*|[\s-])(?P<bound>{_alternatives('bounds_after')})\b)")


# Has passed 600,000, and more are leaving: others.
_MORE_OTHERS = re.compile(
    r"\s+(?:than|are|were|is|have|had|will|would|may|might|could|can|keep|kept)\b"
)


@cache
def _last_words() -> frozenset[str]:
    """All words that can stand right before a number that they bound: most numbers have none."""
    bounds = (wording.split()[-1] for wording in words_to_names("bounds_before"))
    fillers = re.findall(r"[a-z]+", _FILLERS.replace("\\s", " "))
    return frozenset((*bounds, *fillers))


_NEGATED = re.compile(r"(?:\b(?:not|never|cannot|no)|n't)\s+(?:\w+\s+){0,4}$")
_HANDED = UpTo(
    r"\b(?:hand|turn|tak|giv|pass|sign|win|fl)(?:s|e|ed|en|ing|es)?\s$"
    r"|\b(?:took|gave|flew|won|spread|spreads|extends?|stretche[sd])\s$"
)
# Has gone up to 12, rose up to 300: the number reached is said, no limit.
_ROSE = UpTo(r"\b(?:go|goes|gone|went|going|rose|risen|climbed|crept)\s$")
_DEFINITE = re.compile(r"\bthe\b")
_COMPARING: Final = frozenset({"more than", "less than", "nearly"})
_NEGATION: Final = {"more than": "at most", "less than": "at least"}


def bound_before(folded: str, start: int) -> BoundWords:
    """Read the bound words that end where a number starts, in text folded to lower case."""
    left = max(0, start - _WINDOW)
    window = folded[left:start]
    words = window.split()
    if not words or words[-1].strip("\"'(—–-").rpartition("-")[2] not in _last_words():
        return BoundWords(STATED, start, start)
    before = _BEFORE if "<" in window or ">" in window or "~" in window else _WORDS_BEFORE
    match = before.search(folded, left, start)
    if match is None:
        return BoundWords(STATED, start, start)
    bound = words_to_names("bounds_before")[re.sub(r"\s+", " ", match["bound"])]
    if bound in _COMPARING and _DEFINITE.search(folded, match.end("bound"), start):
        return BoundWords(STATED, start, start)  # above the 185,000 planned for: 185,000 is said
    at = match.start()
    if match["bound"] == "over" and _HANDED.search(folded, at - 12, at):
        return BoundWords(STATED, start, start)  # handed over 112: 112 is said
    if match["bound"] == "up to" and _ROSE.search(folded, at - 12, at):
        return BoundWords(STATED, start, start)
    negation = _NEGATED.search(folded, at - _WINDOW, at)
    if negation and bound in _NEGATION:
        return BoundWords(_NEGATION[bound], at, start)
    return BoundWords(bound, at, start)


def bound_after(folded: str, end: int) -> BoundWords:
    """Read the bound words that begin where a number ends."""
    match = _AFTER.match(folded, end, end + _WINDOW)
    if match is None:
        return BoundWords(STATED, end, end)
    words = match["bound"]
    if words and words.endswith("and more") and _MORE_OTHERS.match(folded, match.end()):
        return BoundWords(STATED, end, end)
    bound = words_to_names("bounds_after")[re.sub(r"\s+", " ", words)] if words else "at least"
    return BoundWords(bound, end, match.end())


def open_ends(low: float, high: float, bound: str) -> tuple[float | None, float | None]:
    """Open the end of a number that its bound leaves open: more than 18,000 has no high."""
    if bound in OPEN_ABOVE:
        return low, None
    if bound in OPEN_BELOW:
        return None, high
    return low, high
