"""Walls and points inside them go in; where paths of quarter turns lead from there comes out.

Legend, for one path of a draw, which runs for a time t from 0 to π/2:
  F, g   walls F z + g >= 0, rows of F of length 1; G = F Fᵀ
  A, B   the slacks but for g: F z = A cos t + B sin t. A bounce at time t with strength c off wall
         k adds c G_k sin(t' − t) to what follows, so A loses c sin t G_k and B gains c cos t G_k
  U      A + g: the slacks at time 0, had the last bounce's path always been; at π/2 they are B + g
  r      tan(t / 2) at the time t a wall is met: U cos… becomes a quadratic in r, whose root on the
         way out is r = U / (√(B² + U (U − 2 g)) − B); the least r above that of the last bounce is
         met first, and one above 1 not within the quarter turn
The points themselves follow from the bounces' strengths alone, all draws of a block at once.
"""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from musterbook.account.system import Floats
from musterbook.fit.digits import SEVEN, Digits, Numbers
from musterbook.fit.lanes import aligned, in_whole_lines, unbuffered
from musterbook.fit.patience import ENDLESS, Patience
from musterbook.fit.walls import Walls

QUARTER_TURN = math.pi / 2  # after it a draw forgets where it began, were there no walls
ROUND_OFF = 1e-7  # how far past a wall, in sd, a path may be seen to end by rounding alone
LIFTED = 1e-30  # sds: what rounding left on a wall or below stands above it, and next to it
AT_ONCE = 8  # steps of rounding: times that are no further apart may be in the wrong order
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

    def __init__(self, walls: Walls, digits: Digits = SEVEN) -> None:
        """Prepare the Gram matrix, whose rows say what a bounce does to every slack."""
        walls, self.digits = in_whole_lines(walls), digits
        self.rows: Numbers = walls.rows.astype(digits.kind)
        self.slack: Numbers = walls.slack.astype(digits.kind)
        fits = len(walls.slack) ** 2 <= MOST_NUMBERS
        self.gram: Numbers | None = self.rows @ self.rows.T if fits else None

    def mirror(self, chosen: NDArray[np.intp], *, out: Numbers) -> None:
        """Write rows of the Gram matrix: shape (path, wall)."""
        if self.gram is not None:
            self.gram.take(
                chosen, axis=0, out=out, mode="clip"
            )  # none is out of bounds: unbuffered
        else:
            np.matmul(self.rows[chosen], self.rows.T, out=out)

    def travel(self, starts: Floats, leg: Leg, *, rng: np.random.Generator) -> Floats:
        """Take quarter turns with fresh velocities: (path, unknown) -> (path, draw, unknown).

        Fewer draws come back where the leg's time was over: those that every path reached.
        """
        reached, kind = leg.draws, self.digits.kind
        velocity: Numbers = rng.standard_normal((len(starts), leg.draws, starts.shape[1]), kind)
        log = _Log(len(starts), leg.draws, self)
        if log.pushes.size:
            with np.errstate(divide="ignore", invalid="ignore", over="ignore"), unbuffered():
                voyage = _Voyage(self, starts, velocity=velocity, leg=leg, log=log)
                if leg.is_hasty:
                    ends = np.tan(rng.uniform(0.5, 1.0, leg.draws) * QUARTER_TURN / 2)
                    voyage.ends = ends.astype(kind)
                reached = voyage.sail()
        points = _times(log.pushes, self.rows)
        velocity *= log.moves[:, :, None]
        points += velocity
        for draw in np.flatnonzero(log.stays.any(axis=0)).tolist():
            before = points[:, draw - 1] if draw else starts
            points[:, draw] += log.stays[:, draw, None] * before
        return np.asarray(points[:, :reached], dtype=np.float64)


def _times(along: Numbers, matrix: Numbers) -> Numbers:
    """Multiply (path, draw, a) by (a, b), as one product rather than one for every path."""
    paths, draws, width = along.shape
    flat = along.reshape(paths * draws, width) @ matrix
    return np.asarray(flat.reshape(paths, draws, matrix.shape[1]))


class _Log:
    """What became of every draw: z' = stays · z + moves · velocity + pushes @ F."""

    def __init__(self, paths: int, draws: int, fleet: Fleet) -> None:
        kind, walls = fleet.digits.kind, len(fleet.slack)
        self.stays = np.zeros((paths, draws), kind)
        self.moves = np.ones((paths, draws), kind)
        self.pushes = np.zeros((paths, draws, walls), kind)
        self.flat = self.pushes.reshape(-1)  # a view
        self.held_back = np.zeros((paths, walls), kind)  # c sin t of the draws under way

    def push(self, places: NDArray[np.intp], strengths: Numbers) -> None:
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
        self, fleet: Fleet, starts: Floats, *, velocity: Numbers, leg: Leg, log: _Log
    ) -> None:
        self.fleet, self.leg, self.log, self.slack = fleet, leg, log, fleet.slack
        kind, paths, walls = fleet.digits.kind, len(starts), len(self.slack)
        self.along = _times(velocity, fleet.rows.T)  # B of every draw
        here: Numbers = starts.astype(kind)
        self.before = here @ fleet.rows.T + self.slack  # U at the start of each draw
        np.maximum(self.before, LIFTED, out=self.before)
        self.path = np.arange(paths)  # who each row is
        self.draw = np.zeros(paths, dtype=np.intp)  # where in the block it is
        self.bounces = np.zeros(paths, dtype=np.intp)
        self.last = np.zeros(paths, kind)  # r of its last bounce
        self.ends = np.ones(leg.draws, kind)  # r when each draw is over
        self.room = aligned(fleet.digits, 5, paths, walls)
        self.room[0], self.room[1] = self.along[:, 0], self.before
        self.room[2] = 2 * self.slack  # laid out whole, it is read sooner
        self.places = self.path * leg.draws * len(self.slack)  # where its draw is in the log
        self._look_at_rows()

    def _look_at_rows(self) -> None:
        """See the first rows of all there is room for: as many as paths are under way."""
        rows, walls = len(self.path), len(self.slack)
        self.room = self.room[:, :rows]
        self.speeds, self.offsets, self.twice, self.times, self.spare = self.room  # B, U, 2 g
        self.flat_speeds, self.flat_offsets = self.speeds.reshape(-1), self.offsets.reshape(-1)
        self.flat_times = self.times.reshape(-1)
        self.order = self.times.view(self.fleet.digits.order)
        self.firsts = np.arange(rows) * walls  # where rows begin when laid end to end

    def sail(self) -> int:
        """Bounce all paths on, one wall each a sweep, until every draw is done or time is over.

        Gives how many draws every path has reached.
        """
        sweeps = 0
        while len(self.path):
            sweeps += 1
            if sweeps % LOOKS == 0 and self.leg.patience.is_over:
                return int(self.draw.min())
            wall, times = self._next_walls()
            meets = times < self.ends.take(self.draw)
            is_whole = ~meets
            meets &= self.bounces < self.leg.most_bounces
            self._bounce(wall, np.where(meets, times, 0.0), meets)
            if not meets.all():
                for row in (~meets).nonzero()[0].tolist():
                    self._end(row, None if is_whole[row] else float(times[row]))
                self._drop_those_done()
        return self.leg.draws

    def _next_walls(self) -> tuple[NDArray[np.intp], Numbers]:
        """Find the wall every path meets next, and its r; infinite where there is none.

        What is less than the last bounce's r, or no number at all, is past or out of reach. Read
        as whole numbers without sign, such numbers are larger than any that lies ahead.
        """
        times, squares = self.times, self.spare
        np.subtract(self.offsets, self.twice, out=times)
        times *= self.offsets
        np.multiply(self.speeds, self.speeds, out=squares)
        times += squares
        np.sqrt(times, out=times)
        times -= self.speeds
        np.divide(self.offsets, times, out=times)
        times -= self.last[:, None]
        wall = self.order.argmin(axis=1)
        ahead = self.flat_times.take(wall + self.firsts)
        return wall, np.where(ahead >= 0, ahead + self.last, np.inf)

    def _bounce(self, wall: NDArray[np.intp], times: Numbers, meets: NDArray[np.bool_]) -> None:
        """Mirror the velocity of every path that meets a wall."""
        at, square = wall + self.firsts, times * times
        under = 1 - square
        cosine, tangent = under * (meets / (square + 1)), (times + times) / under
        offset = self.flat_offsets.take(at) - self.slack.take(wall)
        outward = (self.flat_speeds.take(at) - offset * tangent) * cosine  # B cos − A sin
        push = np.maximum(-2 * cosine * outward, 0)
        self.fleet.mirror(wall, out=self.spare)
        self.spare *= push[:, None]
        self.speeds += self.spare
        self.spare *= tangent[:, None]  # what it holds back beside push, where it lies
        self.offsets -= self.spare
        self.log.push(self.places + wall, push)
        if self.leg.is_hasty:
            self.log.held_back[self.path, wall] += push * tangent
        self._pass(times, has_turned=push > 0, meets=meets)
        self.bounces += meets

    def _pass(
        self, times: Numbers, *, has_turned: NDArray[np.bool_], meets: NDArray[np.bool_]
    ) -> None:
        """Leave bounces behind: what follows lies after them.

        Rounding may take two walls met at almost one time in the wrong order, and the second must
        not be missed. A wall that turned nothing back would be met for ever.
        """
        kind, step = self.fleet.digits.kind, self.fleet.digits.step
        after = times * np.where(has_turned, kind(1 - AT_ONCE * step), kind(1 + step))
        self.last = np.where(meets, after, self.last)

    def _end(self, row: int, next_wall: float | None) -> None:
        """End a draw, before the next wall where there is one, and set off on the path's next."""
        path, draw = int(self.path[row]), int(self.draw[row])
        slacks = self.speeds[row] + self.slack
        if self.leg.is_hasty:
            time = 2 * math.atan(self.ends[draw])
            if next_wall is not None:
                time = math.atan(self.last[row]) + math.atan(next_wall)
            offsets = self.offsets[row] - self.slack
            slacks = math.cos(time) * offsets + math.sin(time) * self.speeds[row] + self.slack
            self.log.end_early(path, draw, time)
        is_inside = float(slacks.min()) > -ROUND_OFF
        if is_inside and (next_wall is None or self.leg.is_hasty):
            np.maximum(slacks, LIFTED, out=self.before[path])
        else:
            self.log.give_up(path, draw)
        self._set_off(row, path, draw=draw + 1)

    def _set_off(self, row: int, path: int, *, draw: int) -> None:
        self.log.held_back[path] = 0.0
        self.draw[row], self.bounces[row], self.last[row] = draw, 0, 0.0
        self.places[row] += len(self.slack)
        if draw < self.leg.draws:
            self.speeds[row], self.offsets[row] = self.along[path, draw], self.before[path]

    def _drop_those_done(self) -> None:
        under_way = self.draw < self.leg.draws
        if under_way.all():
            return
        self.path, self.draw = self.path[under_way], self.draw[under_way]
        self.bounces, self.last = self.bounces[under_way], self.last[under_way]
        self.places, left = self.places[under_way], len(self.path)
        self.speeds[:left], self.offsets[:left] = self.speeds[under_way], self.offsets[under_way]
        self._look_at_rows()
