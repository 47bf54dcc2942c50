"""The words around a number in, how the number is meant out: more than, about, at most."""

import re
from functools import cache
from typing import Final

from musterbook.claims.lexicon_files import words_to_names
from musterbook.claims.patterns.alternation import alternation
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


_SIGNS: Final = ("<", ">", "~")  # bounds that are no words


def _alternatives(table: str, *, signs: bool = True) -> str:
    words = sorted(words_to_names(table), key=len, reverse=True)
    words = words if signs else [word for word in words if word not in _SIGNS]
    return alternation(words).replace(r"\ ", r"\s+")


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
_ENDS = UpTo(_BEFORE.pattern)
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


def bound_before(folded: str, start: int) -> tuple[str, int]:
    """Read the bound words that end where a number starts: the bound, and where they start.

    The text is folded to lower case; without such words the number is `stated`.
    """
    stated = STATED, start
    if not _ENDS.may_end(folded, start):
        return stated
    left = max(0, start - _WINDOW)
    window = folded[left:start]
    words = window.split()
    if not words or words[-1].strip("\"'(—–-").rpartition("-")[2] not in _last_words():
        return stated
    before = _BEFORE if "<" in window or ">" in window or "~" in window else _WORDS_BEFORE
    match = before.search(folded, left, start)
    if match is None:
        return stated
    words_said = match["bound"]
    bound = words_to_names("bounds_before")[" ".join(words_said.split())]
    if bound in _COMPARING and _DEFINITE.search(folded, match.end("bound"), start):
        return stated  # above the 185,000 planned for: 185,000 is said
    at = match.start()
    if words_said == "over" and _HANDED.search(folded, at - 12, at):
        return stated  # handed over 112: 112 is said
    is_limit = not folded.startswith(" now", match.end("bound"))  # up to now 43 have died
    if words_said == "up to" and (not is_limit or _ROSE.search(folded, at - 12, at)):
        return stated
    if bound in _NEGATION and _NEGATED.search(folded, at - _WINDOW, at):
        bound = _NEGATION[bound]
    return bound, at


def bound_after(folded: str, end: int) -> tuple[str, int]:
    """Read the bound words that begin where a number ends: the bound, and where they end."""
    match = _AFTER.match(folded, end, end + _WINDOW)
    if match is None:
        return STATED, end
    words = match["bound"]
    if words and words.endswith("and more") and _MORE_OTHERS.match(folded, match.end()):
        return STATED, end
    bound = words_to_names("bounds_after")[" ".join(words.split())] if words else "at least"
    return bound, match.end()
