"""Walls and points among them go in; how many digits paths among these walls need comes out.

A path's state is read and written whole at every bounce, so numbers of half the width take half the
time. Seven digits are plenty where room and walls are of the Gaussian's own size, as whitening and
the helping terms leave them: over the draws of a block slacks then drift by a millionth of an sd.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from musterbook.account.system import Floats
from musterbook.fit.walls import Walls

DEEP = 30.0  # sds that the middle lies beyond a wall: what is left is a thirtieth of an sd wide
NARROW = 1e-3  # sds of room at every start: a slack's drift is a thousandth of it

Numbers = NDArray[np.floating[Any]]


@dataclass(frozen=True, slots=True)
class Precision:
    """A kind of number, and what sorts those above 0: whole numbers of the same width.

    `step` is what lies between 1 and the next number.
    """

    kind: type[np.float32] | type[np.float64]
    order: type[np.uint32] | type[np.uint64]
    step: float


SINGLE = Precision(np.float32, np.uint32, float(np.finfo(np.float32).eps))
DOUBLE = Precision(np.float64, np.uint64, float(np.finfo(np.float64).eps))


def precision_for(walls: Walls, room: Floats) -> Precision:
    """Choose for walls with rows of length 1 and the slacks at some starts, (path, wall)."""
    if not room.size:
        return SINGLE
    is_plain = walls.slack.min() > -DEEP and room.max(axis=0).min() > NARROW
    return SINGLE if is_plain else DOUBLE
