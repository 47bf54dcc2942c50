"""Exact HMC: a standard Gaussian and the half-spaces that cut it go in, draws come out.

Between walls the path of a Gaussian's Hamiltonian is a known circle, so the walls it meets are
found by formula and there is no step size (pakman_paninski_2014). Legend:
  F, g   walls F z + g >= 0, rows of F of length 1
  z, s   position and velocity; a = F z and b = F s are kept up to date beside them
  r      1 / tan(t / 2) for the time t until a wall is met: the greatest r is met first
"""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from musterbook.account.system import Floats

QUARTER_TURN = math.pi / 2  # after it a draw forgets where it began, were there no walls
FAR = 8.5  # walls this many sd from the middle are left out, and checked: our measurement
BLOCK = 60  # draws between two checks of what was left out
MOST_BOUNCES = 20_000  # a path with more is given up and its start kept, which is reversible
HASTY_BOUNCES = 300  # while warming up a path with more simply ends where it is
ROUND_OFF = 1e-7  # how far past a wall, in sd, a draw may stand by rounding alone
TINY = 1e-300  # keeps a division by zero slack from warning


@dataclass(frozen=True, slots=True)
class Walls:
    """Half-spaces rows @ z + slack >= 0: shapes (wall, unknown) and (wall,)."""

    rows: Floats
    slack: Floats

    def where(self, chosen: NDArray[np.bool_]) -> "Walls":
        """Keep some of the walls."""
        return Walls(self.rows[chosen], self.slack[chosen])

    def lowest(self, points: Floats) -> Floats:
        """Give each wall's least slack over points of shape (point, unknown)."""
        return np.asarray((points @ self.rows.T).min(axis=0) + self.slack)


def sample_truncated(
    walls: Walls, start: Floats, *, draws: int, burn: int, rng: np.random.Generator
) -> Floats:
    """Draw from N(0, I) cut by walls, beginning at a point inside: shape (draw, unknown).

    Source: pakman2014.
    """
    path = _Journey(_unit(walls), start)
    path.travel(burn, rng, is_hasty=True)
    return path.travel(draws, rng)


def explore(walls: Walls, start: Floats, *, draws: int, rng: np.random.Generator) -> Floats:
    """Wander hastily among walls, to learn where things lie and how wide: shape (draw, unknown).

    Paths that bounce too often end early, so these are no draws from the Gaussian.
    """
    return _Journey(_unit(walls), start).travel(draws, rng, is_hasty=True)


class _Journey:
    """A path among the near walls, with the far ones checked after every block of draws."""

    def __init__(self, walls: Walls, start: Floats) -> None:
        here = walls.rows @ start
        self.walls, self.start = walls, start
        self.near = walls.slack < np.maximum(FAR, 2 * FAR - here - walls.slack)
        self.path = _Path.over(walls.where(self.near), start)

    def travel(self, draws: int, rng: np.random.Generator, *, is_hasty: bool = False) -> Floats:
        """Take so many draws; where a far wall was crossed, take it in and go the block again."""
        drawn: list[Floats] = [np.empty((0, len(self.start)))]
        done = 0
        while done < draws:
            block = self.path.travel(min(BLOCK, draws - done), rng, is_hasty=is_hasty)
            broken = (self.walls.lowest(block) < -ROUND_OFF) & ~self.near
            if broken.any():
                self.near |= broken
                self.path = _Path.over(self.walls.where(self.near), self.start)
                continue
            self.start, done = block[-1], done + len(block)
            drawn.append(block)
        return np.concatenate(drawn)


def _unit(walls: Walls) -> Walls:
    """Scale every row to length 1 and drop those that say nothing about z."""
    length = np.linalg.norm(walls.rows, axis=1)
    real = length > 1e-12 * max(1.0, float(length.max(initial=0.0)))
    return Walls(walls.rows[real] / length[real, None], walls.slack[real] / length[real])


class _Path:
    """The moving point: row 0 holds F z and z, row 1 holds F s and s; shape (2, wall + unknown)."""

    __slots__ = ("_buffer", "_state", "mirrors", "walls")

    def __init__(self, walls: Walls, mirrors: Floats, state: Floats) -> None:
        self.walls, self.mirrors, self._state = walls, mirrors, state
        self._buffer = np.empty_like(state)

    @classmethod
    def over(cls, walls: Walls, start: Floats) -> "_Path":
        """Prepare a path among some walls: one mirror row a wall, twice its Gram row and itself."""
        mirrors = 2 * np.concatenate((walls.rows @ walls.rows.T, walls.rows), axis=1)
        state = np.zeros((2, mirrors.shape[1]))
        path = cls(walls, mirrors, state)
        path._stand(start)
        return path

    def _stand(self, point: Floats) -> None:
        wall_count = len(self.walls.slack)
        self._state[0, :wall_count] = self.walls.rows @ point
        self._state[0, wall_count:] = point

    def travel(self, draws: int, rng: np.random.Generator, *, is_hasty: bool) -> Floats:
        """Take so many quarter turns with fresh velocities: shape (draw, unknown)."""
        most = HASTY_BOUNCES if is_hasty else MOST_BOUNCES
        wall_count, width = self.walls.rows.shape
        velocity = rng.standard_normal((draws, width))
        along = velocity @ self.walls.rows.T
        points = np.empty((draws, width))
        for i in range(draws):
            before = self._state[0].copy()
            self._state[1, :wall_count], self._state[1, wall_count:] = along[i], velocity[i]
            if not self._quarter_turn(most) and not is_hasty:
                self._state[0] = before
            points[i] = self._state[0, wall_count:]
        self._stand(points[-1])  # sheds the rounding gathered in F z
        return points

    def _quarter_turn(self, most: int) -> bool:
        """Move for a quarter turn, bouncing; False where the path had to be given up."""
        left, slack = QUARTER_TURN, self.walls.slack
        if not len(slack):
            self._rotate(left)
            return True
        for _ in range(most):
            wall, nearness = _next_wall(self._state, slack)
            time = 2 * math.atan2(1.0, nearness) if nearness > 0 else math.inf
            if time >= left:
                self._rotate(left)
                return float((self._state[0, : len(slack)] + slack).min()) > -ROUND_OFF
            self._rotate(time)
            left -= time
            self._bounce(wall)
        return False

    def _rotate(self, time: float) -> None:
        cosine, sine = math.cos(time), math.sin(time)
        turn = np.array(((cosine, sine), (-sine, cosine)))
        np.matmul(turn, self._state, out=self._buffer)
        self._state, self._buffer = self._buffer, self._state

    def _bounce(self, wall: int) -> None:
        """Mirror the velocity at a wall and put the point exactly on it."""
        self._state[1] -= self._state[1, wall] * self.mirrors[wall]
        self._state[1, wall] = abs(self._state[1, wall])
        self._state[0, wall] = -self.walls.slack[wall]


def _next_wall(state: Floats, slack: Floats) -> tuple[int, float]:
    """Find the wall met first and its r (not above 0: none is met within half a turn).

    Solves a cos t + b sin t + g = 0 in r: c r² + 2 b r + d = 0 with c = g + a, d = g − a, in
    the form that does not cancel.
    """
    count = len(slack)
    a, b = state[0, :count], state[1, :count]
    c = np.maximum(slack + a, TINY)
    d = slack - a
    square = b * b - c * d
    away = b >= 0
    root = np.sqrt(np.maximum(square, 0.0)) + np.abs(b) + TINY
    r = np.where(away, -d, root) / np.where(away, root, c)
    r[(square < 0) & ~away] = 0.0
    wall = int(r.argmax())
    return wall, float(r[wall])
