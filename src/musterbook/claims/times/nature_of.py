"""A counted number in, whether those people came or went, fled or came to harm out."""

from musterbook.claims.counting.counted import Counted
from musterbook.claims.counting.happenings import natures


def nature_of(counted: Counted) -> str:
    """Say whether people came or went, fled, or came to harm."""
    if counted.counted in _COME_OR_GONE:
        return "flight" if counted.counted in _FLED else "move"
    return "loss" if natures().get(counted.counted) == "loss" else ""


_COME_OR_GONE = frozenset({"fled", "displaced", "evacuated", "returned", "arrived", "registered"})
_FLED = frozenset({"fled", "displaced"})
