"""Two texts' numbers go in; a pair with the count of runs both hold comes out."""

from dataclasses import dataclass

import numpy as np

from musterbook.reports.wording import Wordings

# A text that so many others resemble meets no more of them: those stand for it. So the work and the
# list do not grow with the square of a crowd, however often one report was printed.
CROWD = 64


@dataclass(frozen=True, slots=True)
class Pair:
    """Two texts by their place, the earlier first, and how many runs of words both hold."""

    first: int
    second: int
    shared: int


def pair_of(wordings: Wordings, first: int, second: int) -> Pair:
    """Count what two texts share, exactly."""
    one, other = wordings.of(first), wordings.of(second)
    if len(one) > len(other):
        one, other = other, one
    place = np.minimum(np.searchsorted(other, one), len(other) - 1)
    return Pair(min(first, second), max(first, second), int(np.sum(other[place] == one)))
