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
FAR = 6.0  # walls this many sd from the middle are left out, and checked: our measurement
BLOCK = 60  # draws between two checks of what was left out
MOST_BOUNCES = 20_000  # a path with more is given up and its start kept, which is reversible
HASTY_BOUNCES = 300  # while warming up a path with more simply ends where it is
ROUND_OFF = 1e-7  # how far past a wall, in sd, a draw may stand by rounding alone
CLOSEST = 1e-13  # a slack below it is rounding, and is taken for this


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
        self.path = _Path(walls.where(self.near), start)

    def travel(self, draws: int, rng: np.random.Generator, *, is_hasty: bool = False) -> Floats:
        """Take so many draws; where a far wall was crossed, take it in and go the block again."""
        drawn: list[Floats] = [np.empty((0, len(self.start)))]
        done = 0
        while done < draws:
            block = self.path.travel(min(BLOCK, draws - done), rng, is_hasty=is_hasty)
            broken = (self.walls.lowest(block) < -ROUND_OFF) & ~self.near
            if broken.any():
                self.near |= broken
                self.path = _Path(self.walls.where(self.near), self.start)
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

    def __init__(self, walls: Walls, start: Floats) -> None:
        """Prepare a path: one mirror a wall, twice its row of the Gram matrix and itself."""
        self.walls, self.count = walls, len(walls.slack)
        self.mirrors = 2 * np.concatenate((walls.rows @ walls.rows.T, walls.rows), axis=1)
        self.state = np.zeros((2, self.count + walls.rows.shape[1]))
        self.spare = np.empty_like(self.state)
        self.search = _Search(walls.slack)
        self._stand(start)

    def _stand(self, point: Floats) -> None:
        self.state[0, : self.count] = self.walls.rows @ point
        self.state[0, self.count :] = point

    def travel(self, draws: int, rng: np.random.Generator, *, is_hasty: bool) -> Floats:
        """Take so many quarter turns with fresh velocities: shape (draw, unknown)."""
        most = HASTY_BOUNCES if is_hasty else MOST_BOUNCES
        velocity = rng.standard_normal((draws, self.walls.rows.shape[1]))
        along = velocity @ self.walls.rows.T
        points = np.empty_like(velocity)
        for i in range(draws):
            before = self.state[0].copy()
            self.state[1, : self.count], self.state[1, self.count :] = along[i], velocity[i]
            if not self._quarter_turn(most) and not is_hasty:
                self.state[0] = before
            points[i] = self.state[0, self.count :]
        self._stand(points[-1])  # sheds the rounding gathered in F z
        return points

    def _quarter_turn(self, most: int) -> bool:
        """Move for a quarter turn, bouncing; False where the path had to be given up."""
        left, wall = QUARTER_TURN, -1
        for _ in range(most):
            wall, nearness = self.search.next_wall(self.state, wall)
            time = 2 * math.atan2(1.0, nearness) if nearness > 0 else math.inf
            if time >= left:
                self._rotate(left)
                return self._is_inside()
            self._rotate(time)
            left -= time
            self._bounce(wall)
        return False

    def _is_inside(self) -> bool:
        slack = self.state[0, : self.count] + self.walls.slack
        return float(slack.min(initial=0.0)) > -ROUND_OFF

    def _rotate(self, time: float) -> None:
        cosine, sine = math.cos(time), math.sin(time)
        np.matmul(np.array(((cosine, sine), (-sine, cosine))), self.state, out=self.spare)
        self.state, self.spare = self.spare, self.state

    def _bounce(self, wall: int) -> None:
        """Mirror the velocity at a wall and put the point exactly on it."""
        velocity = self.state[1]
        velocity -= velocity[wall] * self.mirrors[wall]
        velocity[wall] = abs(velocity[wall])
        self.state[0, wall] = -self.walls.slack[wall]


class _Search:
    """Finds the wall met first; its arrays are made once, for this is where the time goes.

    Solves a cos t + b sin t + g = 0 in r: c r² + 2 b r + d = 0 with c = g + a and d = g − a, so
    that r = (√(a² + b² − g²) − b) / c. On the wall just left c is 0, and r = −g / b.
    """

    def __init__(self, slack: Floats) -> None:
        count = len(slack)
        self.slack, self.square = slack, np.square(slack)
        self.squares, self.under = np.empty((2, count)), np.empty(count)
        self.root, self.gap, self.meets = (
            np.empty(count),
            np.empty(count),
            np.empty(count, np.bool_),
        )

    def next_wall(self, state: Floats, left: int) -> tuple[int, float]:
        """Give the wall met first and its r (not above 0: none within half a turn).

        `left` is the wall just left, -1 where there is none.
        """
        if not len(self.slack):
            return -1, 0.0
        both, under, root, gap = state[:, : len(self.slack)], self.under, self.root, self.gap
        np.multiply(both, both, out=self.squares)
        np.add(self.squares[0], self.squares[1], out=under)
        np.subtract(under, self.square, out=under)
        np.greater(under, 0.0, out=self.meets)
        np.maximum(under, 0.0, out=root)
        np.sqrt(root, out=root)
        np.subtract(root, both[1], out=root)
        np.add(both[0], self.slack, out=gap)
        np.maximum(gap, CLOSEST, out=gap)
        np.divide(root, gap, out=root)
        np.multiply(root, self.meets, out=root)
        if left >= 0:
            root[left] = -self.slack[left] / max(both[1, left], CLOSEST)
        wall = int(root.argmax())
        return wall, float(root[wall])
