"""Walls and points inside them go in; where paths of quarter turns lead from there comes out.

Legend, for one path of a draw, which runs for a time t from 0 to π/2:
  F, g   walls F z + g >= 0, rows of F of length 1; G = F Fᵀ
  A, B   the slacks but for g: F z = A cos t + B sin t. A bounce at time t with strength c off wall
         k adds c G_k sin(t' − t) to what follows, so A loses c sin t G_k and B gains c cos t G_k
  U, X   A + g and B + g: the slacks at time 0 and at π/2, had the last bounce's path always been;
         kept as X and Y = U + B
  r      1 / tan(t / 2) at the time t a wall is met: U cos… becomes a quadratic in r, whose root on
         the way out is r = (√(B² + U (U − 2 g)) − B) / U; the greatest r below that of the last
         bounce is met first, and one below 1 not within the quarter turn
The points themselves follow from the bounces' strengths alone, all draws of a block at once.
"""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from musterbook.account.system import Floats
from musterbook.fit.lanes import aligned, in_whole_lines, unbuffered
from musterbook.fit.patience import ENDLESS, Patience
from musterbook.fit.walls import Walls

QUARTER_TURN = math.pi / 2  # after it a draw forgets where it began, were there no walls
ROUND_OFF = 1e-7  # how far past a wall, in sd, a draw may stand by rounding alone
LOOKS = 64  # sweeps between two looks at the clock: a few hundredths of a second
MOST_NUMBERS = 60_000_000  # of a Gram matrix kept whole: half a gigabyte; above, row by row


@dataclass(frozen=True, slots=True)
class Leg:
    """How far to travel: draws of every path, and bounces before one is given up.

    A hasty leg's paths end after half a quarter turn or more, by chance, or at too many bounces:
    some rhythms of bounces bring a path back to where it was just as the quarter turn is full. So
    these are no draws from the Gaussian, but leave a bad start behind.
    """

    draws: int
    most_bounces: int
    is_hasty: bool
    patience: Patience = ENDLESS


class Fleet:
    """Paths that move side by side among one set of walls."""

    def __init__(self, walls: Walls) -> None:
        """Prepare the Gram matrix, whose rows say what a bounce does to every slack."""
        self.walls = walls = in_whole_lines(walls)
        fits = len(walls.slack) ** 2 <= MOST_NUMBERS
        self.gram = walls.rows @ walls.rows.T if fits else None

    def mirror(self, chosen: NDArray[np.intp], *, out: Floats) -> None:
        """Write rows of the Gram matrix: shape (path, wall)."""
        if self.gram is not None:
            self.gram.take(
                chosen, axis=0, out=out, mode="clip"
            )  # none is out of bounds: unbuffered
        else:
            np.matmul(self.walls.rows[chosen], self.walls.rows.T, out=out)

    def travel(self, starts: Floats, leg: Leg, *, rng: np.random.Generator) -> Floats:
        """Take quarter turns with fresh velocities: (path, unknown) -> (path, draw, unknown).

        Fewer draws come back where the leg's time was over: those that every path reached.
        """
        reached = leg.draws
        velocity = rng.standard_normal((len(starts), leg.draws, starts.shape[1]))
        log = _Log(len(starts), leg.draws, len(self.walls.slack))
        if log.pushes.size:
            with np.errstate(divide="ignore", invalid="ignore", over="ignore"), unbuffered():
                voyage = _Voyage(self, starts, velocity=velocity, leg=leg, log=log)
                if leg.is_hasty:
                    voyage.ends = 1 / np.tan(rng.uniform(0.5, 1.0, leg.draws) * QUARTER_TURN / 2)
                reached = voyage.sail()
        points = _times(log.pushes, self.walls.rows)
        velocity *= log.moves[:, :, None]
        points += velocity
        for draw in np.flatnonzero(log.stays.any(axis=0)).tolist():
            before = points[:, draw - 1] if draw else starts
            points[:, draw] += log.stays[:, draw, None] * before
        return points[:, :reached]


def _times(along: Floats, matrix: Floats) -> Floats:
    """Multiply (path, draw, a) by (a, b), as one product rather than one for every path."""
    paths, draws, width = along.shape
    flat = along.reshape(paths * draws, width) @ matrix
    return np.asarray(flat.reshape(paths, draws, matrix.shape[1]))


class _Log:
    """What became of every draw: z' = stays · z + moves · velocity + pushes @ F."""

    def __init__(self, paths: int, draws: int, walls: int) -> None:
        self.stays = np.zeros((paths, draws))
        self.moves = np.ones((paths, draws))
        self.pushes = np.zeros((paths, draws, walls))
        self.flat = self.pushes.reshape(-1)  # a view
        self.held_back = np.zeros((paths, walls))  # c sin t of the draws under way

    def push(self, places: NDArray[np.intp], strengths: Floats) -> None:
        """Add pushes; no place is named twice."""
        self.flat[places] += strengths

    def end_early(self, path: int, draw: int, time: float) -> None:
        """End a draw before its quarter turn is full."""
        cosine, sine = math.cos(time), math.sin(time)
        self.stays[path, draw], self.moves[path, draw] = cosine, sine
        self.pushes[path, draw] *= sine
        self.pushes[path, draw] -= cosine * self.held_back[path]

    def give_up(self, path: int, draw: int) -> None:
        """Let a draw stay where the one before it was."""
        self.stays[path, draw], self.moves[path, draw] = 1.0, 0.0
        self.pushes[path, draw] = 0.0


class _Voyage:
    """One block of draws: the state of every path still under way, row by row."""

    def __init__(
        self, fleet: Fleet, starts: Floats, *, velocity: Floats, leg: Leg, log: _Log
    ) -> None:
        self.fleet, self.leg, self.log = fleet, leg, log
        self.slack = fleet.walls.slack
        self.along = _times(velocity, fleet.walls.rows.T)  # B of every draw
        self.before = starts @ fleet.walls.rows.T + self.slack  # U at the start of each draw
        self.path = np.arange(len(starts))  # who each row is
        self.draw = np.zeros(len(starts), dtype=np.intp)  # where in the block it is
        self.bounces = np.zeros(len(starts), dtype=np.intp)
        self.last = np.full(len(starts), np.inf)  # r of its last bounce
        self.ends = np.ones(leg.draws)  # r when each draw is over
        self.both = aligned(2, *self.before.shape)  # X and Y
        np.add(self.along[:, 0], self.slack, out=self.both[0])
        np.add(self.along[:, 0], self.before, out=self.both[1])
        self.near, self.slacks = np.zeros(self.before.shape), np.tile(self.slack, len(starts))
        self.mirrored = aligned(*self.before.shape)
        self.is_met = np.empty((2, *self.before.shape), dtype=np.bool_)
        self._look_at_rows()

    def _look_at_rows(self) -> None:
        """See the first rows of all there is room for: as many as paths are under way."""
        rows, walls = len(self.path), len(self.slack)
        self.both, self.is_met = self.both[:, :rows], self.is_met[:, :rows]
        self.near, self.mirrored = self.near[:rows], self.mirrored[:rows]
        self.ahead, self.sums = self.both
        self.flat_ahead, self.flat_sums = self.ahead.reshape(-1), self.sums.reshape(-1)
        self.flat_near = self.near.reshape(-1)
        self.edges = np.arange(rows + 1) * walls  # where rows begin and end when laid end to end
        self.firsts = self.edges[:-1]

    def sail(self) -> int:
        """Bounce all paths on, one wall each a sweep, until every draw is done or time is over.

        Gives how many draws every path has reached.
        """
        sweeps = 0
        while len(self.path):
            sweeps += 1
            if sweeps % LOOKS == 0 and self.leg.patience.is_over:
                return int(self.draw.min())
            wall, nearness = self._next_walls()
            is_whole = nearness <= self.ends[self.draw]
            ends = is_whole | (self.bounces >= self.leg.most_bounces)
            self._bounce(wall, np.where(ends, 1.0, nearness), ~ends)
            if ends.any():
                for row in ends.nonzero()[0].tolist():
                    self._end(row, None if is_whole[row] else float(nearness[row]))
                self._drop_those_done()
        return self.leg.draws

    def _next_walls(self) -> tuple[NDArray[np.intp], Floats]:
        """Find the wall every path meets next, and its r; r is 0 where none stands in its way."""
        found = self._in_the_way()
        walls = self.slacks.take(found)
        speeds = self.flat_ahead.take(found)
        speeds -= walls
        slacks = self.flat_sums.take(found)
        slacks -= speeds
        walls *= -2.0
        walls += slacks
        walls *= slacks
        near = speeds * speeds
        near += walls
        np.sqrt(near, out=near)  # not a number where a wall is out of reach
        near -= speeds
        near /= slacks
        edges = found.searchsorted(self.edges)
        is_next = near < self.last.repeat(edges[1:] - edges[:-1])
        self.flat_near[found] = np.where(is_next, near, 0.0)
        wall = self.near.argmax(axis=1)
        nearness = self.flat_near.take(wall + self.firsts)
        self.flat_near[found] = 0.0
        return wall, nearness

    def _in_the_way(self) -> NDArray[np.intp]:
        """List the walls that a path may meet, row by row: they are few, and roots are dear.

        Such a wall has the path beyond it when the quarter turn is full, X < 0, or its quadratic,
        convex, has its lowest point on the way, Y < 0.
        """
        np.less(self.both, 0.0, out=self.is_met)
        np.logical_or(self.is_met[0], self.is_met[1], out=self.is_met[0])
        return np.asarray(self.is_met[0].reshape(-1).nonzero()[0])

    def _bounce(self, wall: NDArray[np.intp], nearness: Floats, meets: NDArray[np.bool_]) -> None:
        """Mirror the velocity of every path that meets a wall."""
        at = wall + self.firsts
        square = nearness * nearness
        scale = meets / (square + 1.0)
        cosine, sine = (square - 1.0) * scale, 2.0 * nearness * scale
        tangent = sine / np.where(meets, cosine, 1.0)
        ahead, sums = self.flat_ahead.take(at), self.flat_sums.take(at)
        outward = (ahead - self.slack.take(wall)) * cosine - (sums - ahead) * sine  # B cos − A sin
        strength = np.maximum(-2.0 * outward, 0.0)
        push, held = strength * cosine, strength * sine
        self.fleet.mirror(wall, out=self.mirrored)
        self.mirrored *= push[:, None]
        self.ahead += self.mirrored
        self.mirrored *= (1.0 - tangent)[:, None]  # push - held beside push, where it lies
        self.sums += self.mirrored
        self.log.push((self.path * self.leg.draws + self.draw) * len(self.slack) + wall, push)
        if self.leg.is_hasty:
            self.log.held_back[self.path, wall] += held
        self.last = np.where(meets, nearness, self.last)
        self.bounces += meets

    def _end(self, row: int, next_wall: float | None) -> None:
        """End a draw, before the next wall where there is one, and set off on the path's next."""
        path, draw = int(self.path[row]), int(self.draw[row])
        slacks = self.ahead[row]
        if self.leg.is_hasty:
            time = 2 * math.atan(1 / self.ends[draw])
            if next_wall is not None:
                time = math.atan(1 / self.last[row]) + math.atan(1 / next_wall)
            offsets, speeds = self.sums[row] - slacks, slacks - self.slack  # A and B
            slacks = math.cos(time) * offsets + math.sin(time) * speeds + self.slack
            self.log.end_early(path, draw, time)
        is_inside = float(slacks.min()) > -ROUND_OFF
        if is_inside and (next_wall is None or self.leg.is_hasty):
            self.before[path] = slacks
        else:
            self.log.give_up(path, draw)
        self._set_off(row, path, draw=draw + 1)

    def _set_off(self, row: int, path: int, *, draw: int) -> None:
        self.log.held_back[path] = 0.0
        self.draw[row], self.bounces[row], self.last[row] = draw, 0, np.inf
        if draw < self.leg.draws:
            along = self.along[path, draw]
            np.add(along, self.slack, out=self.ahead[row])
            np.add(along, self.before[path], out=self.sums[row])

    def _drop_those_done(self) -> None:
        under_way = self.draw < self.leg.draws
        if under_way.all():
            return
        self.path, self.draw = self.path[under_way], self.draw[under_way]
        self.bounces, self.last = self.bounces[under_way], self.last[under_way]
        left = len(self.path)
        self.both[:, :left] = self.both[:, under_way]
        self._look_at_rows()
