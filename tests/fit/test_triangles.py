"""Triangles, definite matrices and rows that hold, against dense solvers and plain projections."""

from __future__ import annotations

import numpy as np
import pytest

from musterbook.fit.triangles import BLOCK, Definite, Triangle
from musterbook.fit.turn import turn_of
from musterbook.fit.walk import walk_over

SIZES = (1, 2, BLOCK - 1, BLOCK, BLOCK + 1, 2 * BLOCK + 5)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("columns", [(), (3,)])
def test_triangles_are_solved_as_dense_matrices_are(size: int, columns: tuple[int, ...]) -> None:
    rng = np.random.default_rng(size)
    lower = np.tril(rng.standard_normal((size, size))) / np.sqrt(size) + 2 * np.eye(size)
    right = rng.standard_normal((size, *columns))
    triangle = Triangle(lower)
    assert np.allclose(triangle.solve(right), np.linalg.solve(lower, right))
    assert np.allclose(triangle.solve_turned(right), np.linalg.solve(lower.T, right))
    definite = lower @ lower.T
    assert np.allclose(Definite(definite).solve(right), np.linalg.solve(definite, right))


def test_what_stands_above_the_diagonal_is_not_looked_at() -> None:
    lower = np.tril(np.ones((5, 5)))
    above = lower + np.triu(np.full((5, 5), 7.0), 1)
    right = np.arange(5.0)
    assert Triangle(above).solve(right).tolist() == Triangle(lower).solve(right).tolist()


def test_nothing_is_solved_with_nothing() -> None:
    assert Triangle(np.zeros((0, 0))).solve(np.zeros((0, 2))).shape == (0, 2)


def test_what_is_not_definite_is_refused() -> None:
    with pytest.raises(np.linalg.LinAlgError):
        Definite(np.diag([1.0, -1.0]))


def test_the_root_of_a_smooth_walk_close_to_singular_is_solved_to_its_last_digits() -> None:
    """Days of a slow walk hang together so closely that the root's diagonal falls to 2e-4."""
    root = walk_over(np.arange(101) / 30, "hardly").root
    root = root / np.linalg.norm(root, axis=1, keepdims=True)
    u = np.random.default_rng(0).standard_normal(100)
    values = root @ u
    assert np.abs(root @ Triangle(root).solve(values) - values).max() < 1e-13


def rows_of(count: int, width: int, rank: int) -> np.ndarray:
    rng = np.random.default_rng(count + width)
    rows = rng.standard_normal((count, rank)) @ rng.standard_normal((rank, width))
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True))


@pytest.mark.parametrize(
    ("count", "width", "rank"), [(1, 4, 1), (3, 7, 3), (5, 9, 3), (9, 6, 6), (8, 6, 4), (4, 4, 4)]
)
def test_a_turn_parts_what_rows_hold_from_what_they_leave_free(
    count: int, width: int, rank: int
) -> None:
    rows = rows_of(count, width, rank)
    turn = turn_of(rows)
    free = turn.free(np.eye(width))
    assert turn.rank == rank
    assert free.shape == (width, width - rank)
    assert np.allclose(free.T @ free, np.eye(width - rank))
    assert np.allclose(rows @ free, 0.0)


def test_the_foot_is_the_shortest_point_that_the_rows_ask_for() -> None:
    rows = rows_of(5, 9, 3)
    wanted = rows @ np.arange(9.0)
    foot = turn_of(rows).foot(wanted)
    assert np.allclose(rows @ foot, wanted)
    assert np.allclose(foot, np.linalg.pinv(rows) @ wanted)


def test_rows_along_single_unknowns_need_no_reflection() -> None:
    """Where a column is done before its turn comes, its reflection does nothing."""
    rows = np.eye(4)[[0, 1]]
    turn = turn_of(rows)
    assert np.allclose(np.abs(turn.free(np.eye(4))), np.eye(4)[:, 2:])
    assert np.allclose(turn.foot(np.array([3.0, -2.0])), [3.0, -2.0, 0.0, 0.0])
