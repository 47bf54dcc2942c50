"""The wording of some thousands of texts goes in; every pair that shares much comes out."""

from collections.abc import Iterator

import numpy as np

from musterbook.reports.pairs import CROWD, Pair
from musterbook.reports.postings import postings_of
from musterbook.reports.wording import Wordings


def pairs_that_share(wordings: Wordings, *, least: float) -> Iterator[Pair]:
    """Give each pair that has so much of its shorter text in common, and how many runs that is.

    Text after text, the holders of its runs are counted; nothing is kept from one to the next. Of
    a crowd that all resemble one another, each is paired with some of the first.
    """
    postings, lengths, count = postings_of(wordings), wordings.lengths, len(wordings)
    for text in range(count):
        shared = np.bincount(postings.holding(wordings.of(text)), minlength=count)
        is_much = shared >= least * np.maximum(np.minimum(lengths, lengths[text]), 1)
        for other in np.flatnonzero(is_much[:text])[:CROWD].tolist():
            yield Pair(other, text, int(shared[other]))
