"""Random sets in, their smallest hitting set as trying every subset has it."""

from __future__ import annotations

import math
from time import monotonic

import pytest
from hypothesis import given
from hypothesis import strategies as st

from musterbook.conflicts.hitting import (
    OutOfTimeError,
    bits,
    mask_of,
    smallest_hitting_set,
)

MASKS = st.lists(st.integers(1, 127), max_size=7)


def by_trying(sets: list[int], blocked: list[int]) -> int | None:
    fits = [
        mask
        for mask in range(128)
        if all(mask & each for each in sets) and not any(mask & b == b for b in blocked)
    ]
    return min((mask.bit_count() for mask in fits), default=None)


@given(MASKS, MASKS)
def test_as_small_as_any(sets: list[int], blocked: list[int]) -> None:
    found = smallest_hitting_set(sets, blocked, deadline=math.inf)
    assert (None if found is None else found.bit_count()) == by_trying(sets, blocked)
    if found is not None:
        assert all(found & each for each in sets)
        assert not any(found & block == block for block in blocked)


def test_a_set_is_written_bit_by_bit() -> None:
    assert mask_of([0, 3, 5]) == 0b101001
    assert list(bits(0b101001)) == [0, 3, 5]


def test_it_stops_when_time_is_out() -> None:
    pairs = [1 << a | 1 << b for a in range(24) for b in range(a)]
    with pytest.raises(OutOfTimeError):
        smallest_hitting_set(pairs, [], deadline=monotonic() - 1)
