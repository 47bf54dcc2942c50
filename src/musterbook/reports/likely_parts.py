"""The wording of very many texts goes in; pairs of which one may stand in the other come out.

Texts of very different length are never alike as wholes, however much of the shorter stands in
the longer. So a few runs of each text are looked up in all others.
"""

from collections.abc import Iterator

import numpy as np

from musterbook.reports.boilerplate import most_holders
from musterbook.reports.postings import postings_of
from musterbook.reports.wording import Wordings

# Where four fifths of a text stand in another, at least half of 24 of its runs do, drawn at
# random, with the probability 0.9998 (binomial).
SAMPLE = 24
_HELD = 0.5


def likely_parts(wordings: Wordings, *, least: int) -> Iterator[tuple[int, int]]:
    """Give pairs of texts of which the first, of at least so many runs, may stand in the second."""
    postings, most = postings_of(wordings), most_holders(len(wordings))
    for text in np.flatnonzero(wordings.lengths >= least).tolist():
        # Runs are hashes in order, so that the least of them are as good as drawn at random.
        holders = postings.holding(wordings.of(text)[:SAMPLE], most=most)
        others, count = np.unique(holders, return_counts=True)
        for other in others[count >= _HELD * SAMPLE].tolist():
            if other != text and wordings.lengths[other] >= wordings.lengths[text]:
                yield text, other
