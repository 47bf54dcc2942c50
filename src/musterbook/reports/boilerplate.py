"""The wording of texts goes in; the same without what very many of them share comes out."""

import numpy as np
from numpy.typing import NDArray

from musterbook.reports.wording import Runs, Wordings

# A run of words that more texts than this hold is no sign of copying, but a masthead, a disclaimer
# or a standing paragraph of background: a wire report is seldom taken over by a hundred outlets.
MOST_HOLDERS = 100
MOST_SHARE = 0.01  # of all texts, where that is more
# A text with less than a third of its own runs is no report under a masthead but a report that
# everybody prints: from two thirds in common, two texts are half alike whatever the rest says.
_OWN = 1 / 3


def most_holders(count: int) -> int:
    """Give how many of so many texts may hold a run that still says something."""
    return max(MOST_HOLDERS, int(MOST_SHARE * count))


def without_boilerplate(wordings: Wordings) -> Wordings:
    """Leave out runs that very many texts hold; a text that is little else keeps them all."""
    common = _common(wordings)
    if not len(common):
        return wordings
    is_own = ~_is_among(wordings.runs, common)
    before = np.concatenate([[0], np.cumsum(is_own)])
    own = before[wordings.starts[1:]] - before[wordings.starts[:-1]]
    stays_whole = own < _OWN * wordings.lengths
    keep = is_own | np.repeat(stays_whole, wordings.lengths)
    starts = np.concatenate([[0], np.cumsum(np.where(stays_whole, wordings.lengths, own))])
    return Wordings(wordings.names, wordings.runs[keep], starts)


def _common(wordings: Wordings) -> Runs:
    """List the runs held by too many texts, sorted."""
    ordered, most = np.sort(wordings.runs), most_holders(len(wordings))
    # In sorted order a run with more holders stands again that many places further on.
    again = ordered[most:] == ordered[:-most]
    return np.unique(ordered[most:][again])


def _is_among(runs: Runs, few: Runs) -> NDArray[np.bool_]:
    place = np.minimum(np.searchsorted(few, runs), len(few) - 1)
    is_there: NDArray[np.bool_] = few[place] == runs
    return is_there
