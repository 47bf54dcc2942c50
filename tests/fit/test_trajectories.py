"""Quarter turns among walls against paths followed one wall at a time, by all digits and by few."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest

from musterbook.account.system import Floats
from musterbook.fit.bounces import Leg
from musterbook.fit.precision import DOUBLE, SINGLE, Precision, precision_for
from musterbook.fit.sampler import Chains
from musterbook.fit.trajectories import Trajectories
from musterbook.fit.walls import Walls


class Given:
    """A generator that gives the velocities it was given."""

    def __init__(self, velocity: Floats) -> None:
        self.velocity = velocity

    def standard_normal(self, shape: tuple[int, ...], kind: Any) -> np.ndarray:
        assert shape == self.velocity.shape
        return self.velocity.astype(kind)


def followed(walls: Walls, start: Floats, velocity: Floats) -> Floats:
    """Follow one path for a quarter turn, wall by wall, from its point and velocity at each."""
    here, speed, left = start, velocity, math.pi / 2
    while True:
        meetings = [
            (time, row)
            for row, slack in zip(walls.rows, walls.slack, strict=True)
            if (time := meeting(row @ here, row @ speed, slack)) < left
        ]
        time, row = min(meetings, key=lambda each: each[0], default=(left, None))
        cosine, sine = math.cos(time), math.sin(time)
        here, speed = here * cosine + speed * sine, speed * cosine - here * sine
        if row is None:
            return here
        speed, left = speed - 2 * (row @ speed) * row, left - time


def meeting(offset: float, speed: float, slack: float) -> float:
    """Say when offset · cos t + speed · sin t + slack falls to 0 from above."""
    size = math.hypot(offset, speed)
    if size <= abs(slack):
        return math.inf
    return (math.atan2(speed, offset) + math.acos(-slack / size)) % (2 * math.pi)


def among(seed: int, *, width: int = 5, count: int = 12, paths: int = 8) -> tuple[Walls, Floats]:
    rng = np.random.default_rng(seed)
    walls = Walls(rng.standard_normal((count, width)), rng.uniform(0.3, 1.5, count))
    return walls.of_unit_length(), 0.02 * rng.standard_normal((paths, width))


@pytest.mark.parametrize(("precision", "near"), [(SINGLE, 2e-4), (DOUBLE, 1e-9)])
@pytest.mark.parametrize("seed", range(6))
def test_a_quarter_turn_leads_where_a_path_followed_wall_by_wall_does(
    seed: int, precision: Precision, near: float
) -> None:
    walls, starts = among(seed)
    velocity = np.random.default_rng(seed + 100).standard_normal((len(starts), 1, 5))
    given: Any = Given(velocity.astype(np.float32).astype(float))
    ends = Trajectories(walls, precision).travel(starts, Leg(1, 1000, is_hasty=False), rng=given)
    for start, speed, end in zip(starts, given.velocity, ends, strict=True):
        assert end[0] == pytest.approx(followed(walls, start, speed[0]), abs=near)


def test_few_digits_lose_next_to_nothing_where_walls_are_met_at_almost_one_time() -> None:
    # In seed 3 two of some 100,000 bounces follow so soon that seven digits may swap them.
    walls, starts = among(3, width=40, count=160, paths=32)
    leg = Leg(16, 10_000, is_hasty=False)
    draws = Trajectories(walls, SINGLE).travel(starts, leg, rng=np.random.default_rng(1))
    assert (draws @ walls.rows.T + walls.slack).min() > -2e-5
    assert (np.diff(draws, axis=1) != 0).any(axis=2).all()  # no draw was given up


def test_digits_follow_the_room_there_is() -> None:
    walls, starts = among(1)
    assert precision_for(walls, walls.room(starts)) is SINGLE
    deep = Walls(walls.rows[:1], np.array([-40.0]))
    assert precision_for(deep, deep.room(41.0 * walls.rows[:1])) is DOUBLE
    slit = Walls(np.concatenate((walls.rows[:1], -walls.rows[:1])), np.array([1e-5, 1e-5]))
    assert precision_for(slit, slit.room(0.0 * starts)) is DOUBLE


def test_a_start_in_a_corner_does_not_cost_all_draws_twice_the_digits() -> None:
    chains = Chains(Walls(np.eye(3), np.zeros(3)), np.full((16, 3), 1e-5))
    assert chains.trajectories.precision is DOUBLE
    chains.travel(4, np.random.default_rng(1), is_hasty=True)
    chains.part(32)
    assert chains.trajectories.precision is SINGLE
