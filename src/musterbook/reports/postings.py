"""The wording of texts goes in; which texts hold a run of words comes out."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from musterbook.reports.wording import Places, Runs, Wordings


@dataclass(frozen=True, slots=True)
class Postings:
    """All runs in order, and beside each the text that holds it; twelve bytes a run."""

    runs: Runs
    holders: NDArray[np.int32]

    def holding(self, runs: Runs, *, most: int | None = None) -> Places:
        """List the texts that hold each of these runs, one entry for each run held.

        Runs with more than `most` holders are passed over.
        """
        low = np.searchsorted(self.runs, runs, side="left")
        count = np.searchsorted(self.runs, runs, side="right") - low
        if most is not None:
            low, count = low[count <= most], count[count <= most]
        ends = np.cumsum(count)
        inside = np.arange(ends[-1] if len(ends) else 0) - np.repeat(ends - count, count)
        held: Places = self.holders[np.repeat(low, count) + inside].astype(np.int64)
        return held


def postings_of(wordings: Wordings) -> Postings:
    """Sort all runs, each with its text."""
    owners = np.repeat(np.arange(len(wordings), dtype=np.int32), wordings.lengths)
    order = np.argsort(wordings.runs, kind="stable")
    return Postings(wordings.runs[order], owners[order])
