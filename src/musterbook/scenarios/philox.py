"""A seed, a purpose and members' numbers in, one uniform number for each member out.

Random numbers are counted, not drawn in turn (Philox 4x64 of Salmon and others, 2011): a member's
number for a purpose depends on nothing but seed, purpose and the member's own number. So every
scenario meets the same members, and any slice of them can be computed alone, bit by bit the same.
"""

from hashlib import blake2b

import numpy as np

from musterbook.scenarios.quantiles import Floats

WORDS_PER_COUNT = 4  # Philox 4x64 gives four words for each count
KEY_BYTES = 16  # its key has 128 bits


def uniforms(seed: int, purpose: str, *, first: int, count: int) -> Floats:
    """Give uniforms in (0, 1), shape (member,), for members first to first + count - 1."""
    name = f"{seed}/{purpose}".encode()
    key = int.from_bytes(blake2b(name, digest_size=KEY_BYTES).digest(), "little")
    counter, skipped = divmod(first, WORDS_PER_COUNT)
    raw = np.random.Philox(key=key, counter=counter).random_raw(skipped + count)
    words = np.asarray(raw, dtype=np.uint64)[skipped:]
    # 53 bits are what a double holds; the half keeps the ends, 0 and 1, out.
    return ((words >> np.uint64(11)).astype(np.float64) + 0.5) * 2.0**-53
