"""A programme and a set that can be true in, a larger set that can be true too out.

Legend: every interval may give; the gives of the set's members cost so much that none is used.
The least total give then names who must give at all: the others may join. A linear programme
counts people, not members; so the costs are weighed anew by what each gave, and what little was
given is then seldom given again. Who was left out often is dear from the start, so that the sets
differ. Only costs change between questions: each starts from the last answer. Source: candes2008
"""

from collections.abc import Iterable

import numpy as np

from musterbook.conflicts.frame import Frame
from musterbook.conflicts.hitting import bits, mask_of
from musterbook.conflicts.programme import Programme

DEAR = 1e5  # times the dearest give of the others; with hundreds of these a member's is not used
ROUNDS = 3  # costs weighed anew twice: more rounds took longer than the walls they spared
SETTLED = 1e-7  # people; HiGHS's own tolerance on a row
ONE_PERSON = 1.0  # keeps the weight of a give near 0 finite
FREE = (0.0, float("inf"))


class Grower:
    """Grows sets of one frame's groups, quickly and nearly as far as they go."""

    def __init__(self, frame: Frame, groups: Iterable[int]) -> None:
        """Lay out one programme in which every group gives."""
        self._programme = Programme(frame, groups)
        gives = self._programme.gives
        self._columns = [column for group in gives for column in gives[group]]
        self._owner = np.array([group for group in gives for _ in gives[group]], dtype=np.intp)
        self._count = max(gives, default=-1) + 1
        self._loose = dict.fromkeys(self._columns, FREE)
        self._left_out = np.zeros(self._count)  # how often, each group

    def grown(self, core: int) -> int:
        """Extend a set that can be true; `core` itself comes back where the solver is unsure."""
        held, first = self._flags(core), 1.0 + self._left_out
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
        self._left_out += ~held
        return core | mask_of(np.flatnonzero(held).tolist()) & mask_of(self._programme.groups)

    def _flags(self, core: int) -> np.ndarray:
        flags = np.zeros(self._count, dtype=bool)
        flags[list(bits(core))] = True
        return flags

    def _given(self, costs: np.ndarray) -> np.ndarray | None:
        """Tell what each group gives where the least is given: shape (group,), in people."""
        each = dict(zip(self._columns, costs[self._owner].tolist(), strict=True))
        solved = self._programme.least(self._programme.groups, each, loose=self._loose)
        if solved is None:
            return None
        return np.bincount(self._owner, solved.columns[self._columns], minlength=self._count)
