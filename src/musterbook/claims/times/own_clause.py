"""A counted number and the times of its sentence in, where the number's own clause lies out."""

import re
from collections.abc import Sequence
from functools import cache
from typing import Final

from musterbook.claims.counting.counted import Finding
from musterbook.claims.lexicon_files import word_set
from musterbook.claims.number_words import WORDS
from musterbook.claims.times.chosen_time import Reach
from musterbook.claims.times.time_expression import TimeExpression

_JOINS: Final = re.compile(r"(?:\b(?:and|but|while|whereas|although|though)|;)\s+")
_JOINERS: Final = ("and", "but", "while", "whereas", "although", "though", ";")
# And 30; but only 30; and that another 30.
_TO_NUMBER: Final = re.compile(
    r"(?:(?:that|also|then|only|just|another|some|others?|the|a|further|more|least|at|than|about"
    r"|almost|nearly|there|were|was)\s+)*$"
)
_STARTS: Final = frozenset(  # words that a clause of its own begins with behind `and`
    {"that", "now", "is", "are", "has", "have", "holds", "hold", "houses", "shelters", "hosts"}
    | {"numbers", "lives", "remains", "they", "it", "he", "she"}
)
# 9 peasants, 4 of them children, died: what is set apart is no end of the clause.
_PART_APART: Final = re.compile(
    r",\s(?:including|among them|most|all|half|some|at least|(?:\d+|[a-z-]+) of (?:them|whom))\b"
    r"[^,;.]*,\s"
)
_CLAUSE_AFTER: Final = re.compile(r";|\.\s|,?\s(?:and|but|while|whereas)\s")


def own_clause(folded: str, finding: Finding, times: Sequence[TimeExpression]) -> Reach:
    """Give where a number's clause begins and ends: behind `and`, beyond a part set apart.

    Fifty-two fell in May and 9 peasants, 4 of them children, died when a mine exploded on Monday.
    """
    context, lead, end = finding.context, finding.quantity.lead, finding.counted.end
    left, right = context.left, context.right
    if times and left < lead:
        left = _left(folded, left, lead, times, is_first=left == context.start)
    if right < context.end and folded.startswith(",", end):
        right = _right(folded, end, right, context.end)
    elided = _ELIDED.match(folded, right, context.end) if times else None
    if elided and _PASSIVE.search(folded, end, right):
        right = elided.end()
    return Reach(context.start, left, right, lead, end)


# Three had been killed and 29 wounded by Friday: one verb, and one time.
_ELIDED: Final = re.compile(
    r"(?:(?:at least|more than|about|some|another|nearly|up to) )*(?:\d[\d,.]*"
    rf"|{WORDS})(?: (?:others?|more|people|men))? (?:hurt|shot|[a-z]+ed)\b"
    r"(?! (?:were|was|by \w+ing)\b)"
    r"[^.;,:]*"
)
_PASSIVE: Final = re.compile(r"\b(?:were|was|been)\b[^.;,]*\band $")


def _left(
    folded: str, left: int, lead: int, times: Sequence[TimeExpression], *, is_first: bool
) -> int:
    between = folded[left:lead]
    if not any(word in between for word in _JOINERS):
        return left
    for join in reversed(list(_JOINS.finditer(folded, left, lead))):
        if any(each.start < join.end() and join.start() < each.end for each in times):
            continue
        if not is_first and not folded[left : join.start()].strip(" ,"):
            return left  # 40 soldiers and 30 rebels: one clause
        return join.start() if _has_its_own(folded, join.end(), lead, times) else left
    return left


def _has_its_own(folded: str, start: int, lead: int, times: Sequence[TimeExpression]) -> bool:
    """Say whether a clause begins behind `and`: with the number, a verb, a time, a pronoun."""
    if _TO_NUMBER.match(folded, start, lead):
        return True
    if any(start <= each.start <= start + 1 for each in times):
        return True
    word = folded[start:lead].partition(" ")[0].strip(",")
    return word in _STARTS or word in _pasts() or (word.endswith("ed") and len(word) > len("ed "))


@cache
def _pasts() -> frozenset[str]:
    return frozenset(word_set("irregular_past")) | {"was", "were", "had"}


def _right(folded: str, end: int, right: int, last: int) -> int:
    """Reach over a part set apart by commas, to the end of the verb's own clause."""
    apart = _PART_APART.match(folded, end, last)
    if apart is None:
        return right
    stop = _CLAUSE_AFTER.search(folded, apart.end(), last)
    return max(right, stop.start() if stop else last)
