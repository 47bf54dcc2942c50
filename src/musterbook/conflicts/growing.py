"""A frame and a set that can be true in, a larger set that can be true too out.

Legend: every interval may give; the gives of the set's members cost so much that none is used.
The least total give then names who must give at all: the others may join. A linear programme
counts people, not members; so the costs are weighed anew by what each gave, and what little was
given is then seldom given again. Who was left out lately is dear from the start, so that the sets
differ. Source: candes2008
"""

from collections.abc import Iterable

import numpy as np

from musterbook.account.system import Floats
from musterbook.conflicts.assembly import Assembly
from musterbook.conflicts.frame import Frame
from musterbook.conflicts.hitting import bits, mask_of
from musterbook.conflicts.multipliers import Multipliers

DEAR = 1e5  # times the dearest give of the others; with hundreds of these a member's is not used
ROUNDS = 3  # costs weighed anew twice: more rounds took longer than the walls they spared
SETTLED = 1e-7  # people; HiGHS's own tolerance on a row
ONE_PERSON = 1.0  # keeps the weight of a give near 0 finite
# Being left out makes a group dearer by this factor, and of that a share lasts to the next time.
# Tried on accounts of 42 and of 400 claims: a factor of 3 suits many claims a little better, but
# few a good deal worse, as does a memory that never fades; milder ones leave the sets alike.
DEARER, LASTING = 2.0, 0.8


class Grower:
    """Grows sets of one frame's groups, quickly and nearly as far as they go."""

    def __init__(self, frame: Frame, groups: Iterable[int]) -> None:
        """Lay out one programme in which every group gives."""
        assembly = Assembly(frame, groups)
        self._everyone = mask_of(assembly.groups)
        self._owner = np.array([half.group for half in assembly.halves], dtype=np.intp)
        self._multipliers = Multipliers(assembly)
        self._left_out = np.zeros(max(assembly.groups, default=-1) + 1)  # lately, each group

    def grown(self, core: int) -> int:
        """Extend a set that can be true; `core` itself comes back where the solver is unsure."""
        held, first = self._flags(core), DEARER**self._left_out
        weights = first
        for _ in range(ROUNDS):
            given = self._given(np.where(held, DEAR * weights.max(), weights))
            if given is None or given[held].max(initial=0.0) > SETTLED:
                break
            still = given <= SETTLED
            if still.sum() == held.sum():
                break
            held = still
            weights = first / (given + ONE_PERSON)
            weights /= weights[~held].max(initial=SETTLED)
        self._left_out = LASTING * self._left_out + ~held
        return core | mask_of(np.flatnonzero(held).tolist()) & self._everyone

    def _flags(self, core: int) -> np.ndarray:
        flags = np.zeros(len(self._left_out), dtype=bool)
        flags[list(bits(core))] = True
        return flags

    def _given(self, costs: Floats) -> Floats | None:
        """Tell what each group gives where the least is given: shape (group,), in people."""
        gives = self._multipliers.least_gives(costs[self._owner])
        if gives is None:
            return None
        return np.bincount(self._owner, gives, minlength=len(self._left_out)).astype(float)
