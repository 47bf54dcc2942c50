"""A perfect in, whether it tells the latest deed and no count out: has sent 40 doctors."""

from typing import Final

from musterbook.claims.counting.counted import Counted
from musterbook.claims.fold import FoldedText
from musterbook.claims.surroundings import Surroundings

EXCHANGED: Final = frozenset({"released", "returned", "withdrawn"})  # they went together
_BROUGHT: Final = EXCHANGED | {"moved on"}
FETCHED: Final = frozenset({"evacuated", "rescued"})


# Prisoners are exchanged on a day: 207 of our people have returned.
_EXCHANGE: Final = frozenset({"swap", "swaps", "swapped", "exchange", "exchanged", "exchanges"})
_PRISONERS: Final = frozenset({"prisoner", "prisoners", "captives", "pows"})


def _is_of_exchange(counted: Counted, around: Surroundings) -> bool:
    """Say whether people came free in an exchange that a whole text tells of."""
    if counted.counted not in EXCHANGED or not isinstance(around.folded, FoldedText):
        return False
    words = around.folded.vocabulary
    return bool(words & _EXCHANGE and words & _PRISONERS)


def is_one_sending(counted: Counted, words: str, around: Surroundings) -> bool:
    """Say whether a perfect tells the latest deed and no count: has sent 40 doctors.

    So it is of those somebody has brought or fetched, unless a disaster goes on.
    """
    if _is_of_exchange(counted, around):
        return True
    if around.story == "disaster":
        return False  # helpers come as the dead are counted
    if counted.counted == "deployed":
        return True
    is_object = counted.rule.endswith("+object-of-verb")
    is_passive = " have been " in words and not is_object
    return (counted.counted in FETCHED and not is_passive) or (
        is_object and (counted.counted in _BROUGHT or " brought " in words)
    )
