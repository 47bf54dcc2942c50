"""Products of rows that are mostly zeros, against plain products."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from musterbook.fit.sums import Sums

MATRIX = np.arange(1.0, 13.0).reshape(4, 3)


@pytest.mark.parametrize(
    "rows",
    [
        [[0, 0, 0, 0]],
        [[0, 1, 0, 0], [0, 0, -1, 0]],
        [[1, 0, 0, 0], [1, 1, 0, 0], [1, 1, -1, 0], [1, 1, -1, 0]],
        [[0, 0, 0, 2], [1, 1, 1, 2], [0, 0, 0, 0], [1, 1, 1, 1]],
    ],
    ids=["nothing", "one each", "a stock over time", "from nothing"],
)
def test_rows_are_multiplied(rows: list[list[float]]) -> None:
    made = np.array(rows, dtype=np.float64)
    assert Sums(made).times(MATRIX).tolist() == (made @ MATRIX).tolist()


def test_a_stock_is_made_from_the_row_above_it() -> None:
    until = np.tril(np.ones((30, 30)))
    sums = Sums(np.concatenate((np.eye(30), until)))
    assert len(sums.long) == 0
    assert sums.following == list(range(31, 60))


def test_no_rows_and_no_columns_are_multiplied() -> None:
    assert Sums(np.zeros((0, 4))).times(MATRIX).shape == (0, 3)
    assert Sums(np.eye(4)).times(np.zeros((4, 0))).shape == (4, 0)


@given(seed=st.integers(0, 10_000), share=st.sampled_from([0.02, 0.1, 0.5, 1.0]))
def test_any_rows_are_multiplied_as_plainly(seed: int, share: float) -> None:
    rng = np.random.default_rng(seed)
    rows = rng.integers(-2, 3, (20, 12)) * (rng.random((20, 12)) < share)
    steps = np.cumsum(rows * (rng.random((20, 1)) < 0.5), axis=0)
    matrix = rng.integers(-5, 6, (12, 3)).astype(float)
    for each in (rows.astype(float), steps.astype(float)):
        assert Sums(each).times(matrix).tolist() == (each @ matrix).tolist()
