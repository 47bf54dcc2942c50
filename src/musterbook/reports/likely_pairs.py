"""The wording of very many texts goes in; pairs that are probably near copies come out.

A sketch of each text (the least of its runs under each of 128 shuffles) is cut into bands, and
texts that agree in a whole band meet. Two texts that share the part s of their runs meet with the
probability 1 - (1 - s^4)^32: 0.87 at s = 0.5, 0.99 at 0.6, 0.9999 at 0.7, 0.0002 at 0.05.
Source: broder1997, leskovec2020
"""

from collections.abc import Iterator

import numpy as np

from musterbook.reports.pairs import CROWD
from musterbook.reports.wording import Wordings

BANDS, ROWS = 32, 4  # the probabilities above; their product is the number of shuffles
SHUFFLES = BANDS * ROWS
# The share of equal places in two sketches has a standard deviation of at most 0.044, with 128
# shuffles: who falls this far below is not worth comparing exactly.
_SLACK = 0.15
_LOW_BITS = np.uint64(0xFFFFFFFF)  # datasketch shuffles numbers of 32 bits


def likely_pairs(wordings: Wordings, *, alike: float, seed: int) -> Iterator[tuple[int, int]]:
    """Give pairs of texts that probably have so much of their wording in common.

    Of a crowd of texts that all resemble one another, each meets some of the first.
    """
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(num_perm=SHUFFLES, params=(BANDS, ROWS))
    sketches = np.empty((len(wordings), SHUFFLES), dtype=np.uint32)
    low_bits = ((wordings.of(text) & _LOW_BITS).tolist() for text in range(len(wordings)))
    made = MinHash.generator(low_bits, num_perm=SHUFFLES, seed=seed, hashfunc=int)
    for text, sketch in enumerate(made):
        sketches[text] = sketch.hashvalues
        if not len(wordings.of(text)):
            continue
        met = np.array(sorted(index.query(sketch)), dtype=np.int64)
        agree = np.mean(sketches[met] == sketches[text], axis=1) if len(met) else met
        for other in met[agree >= alike - _SLACK][:CROWD].tolist():
            yield other, text
        if len(met) < CROWD:  # of a crowd, no more stand in the index, and no band outgrows them
            index.insert(text, sketch, check_duplication=False)
