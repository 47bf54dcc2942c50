"""Shapes go in; room for numbers laid out as the processor likes them comes out."""

import contextlib
import math
from collections.abc import Iterator

import numpy as np

from musterbook.fit.precision import Numbers, Precision
from musterbook.fit.walls import Walls

LINE = 64  # bytes in a line of memory
SHORTEST = 4  # bytes of a number
BUFFER = 64  # numbers: any size below that of a row will do


def aligned(precision: Precision, *shape: int) -> Numbers:
    """Give room that begins where a line of memory does: sums of rows take half the time there."""
    size = math.prod(shape)
    room: Numbers = np.empty(size + LINE // SHORTEST, dtype=precision.kind)
    first = -room.ctypes.data % LINE // room.itemsize
    return room[first : first + size].reshape(shape)


def in_whole_lines(walls: Walls) -> Walls:
    """Add walls that are never met, so that every path's numbers fill whole lines of memory."""
    count, width = walls.rows.shape
    lacking = -count % (LINE // SHORTEST)
    if not lacking:
        return walls
    rows, slack = np.zeros((count + lacking, width)), np.ones(count + lacking)
    rows[:count], slack[:count] = walls.rows, walls.slack
    return Walls(rows, slack)


@contextlib.contextmanager
def unbuffered() -> Iterator[None]:
    """Let numpy multiply rows where they lie: it copies rows shorter than its buffer first."""
    before = np.setbufsize(BUFFER)
    try:
        yield
    finally:
        np.setbufsize(before)
