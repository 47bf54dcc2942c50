"""Velocities along walls go in; every bounce of a block of draws comes out, in a log.

Legend, for one path of a draw, which runs for a time t from 0 to π/2:
  F, g   walls F z + g >= 0, rows of F of length 1; G = F Fᵀ
  A, B   the slacks but for g: F z = A cos t + B sin t. A bounce at time t with strength c off wall
         k adds c G_k sin(t' − t) to what follows, so A loses c sin t G_k and B gains c cos t G_k
  U      A + g: the slacks at time 0, had the last bounce's path always been; at π/2 they are B + g
  r      tan(t / 2) at the time t a wall is met: U cos… becomes a quadratic in r, whose root on the
         way out is r = U / (√(B² + U (U − 2 g)) − B); the least r after that of the last bounce is
         met first, and one above 1 not within the quarter turn
"""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from musterbook.account.system import Floats
from musterbook.fit.bounce_log import BounceLog
from musterbook.fit.memory_layout import aligned
from musterbook.fit.patience import ENDLESS, Patience
from musterbook.fit.precision import Numbers
from musterbook.fit.reflections import Reflections

QUARTER_TURN = math.pi / 2  # after it a draw forgets where it began, were there no walls
SHORTEST = 0.5  # of a quarter turn: where a hasty draw may end
ROUND_OFF = 1e-7  # how far past a wall, in sd, a path may be seen to end by rounding alone
LIFTED = 1e-30  # sds: what rounding left on a wall or below stands above it, and next to it
AT_ONCE = 8  # steps of rounding: times that are no further apart may be in the wrong order
LOOKS = 64  # sweeps between two looks at the clock: a few hundredths of a second


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

    def ends(self, rng: np.random.Generator) -> Floats:
        """Give the r at which every draw is over: shape (draw,)."""
        if not self.is_hasty:
            return np.ones(self.draws)
        return np.asarray(np.tan(rng.uniform(SHORTEST, 1.0, self.draws) * QUARTER_TURN / 2))


class Bounces:
    """One block of draws: the state of every path still under way, row by row."""

    def __init__(
        self,
        reflections: Reflections,
        starts: Floats,
        *,
        along: Numbers,
        leg: Leg,
        log: BounceLog,
        rng: np.random.Generator,
    ) -> None:
        """Set off from starts, (path, unknown), with F velocity `along`, (path, draw, wall)."""
        self.reflections, self.slack, self.along, self.leg, self.log = (
            reflections, reflections.slack, along, leg, log,
        )  # fmt: skip
        kind, step, paths = reflections.precision.kind, reflections.precision.step, len(starts)
        here: Numbers = starts.astype(kind)
        offsets = here @ reflections.rows.T + self.slack
        self.before = np.maximum(offsets, LIFTED)  # U as a draw begins
        self.path = np.arange(paths)  # who each row is
        self.draw = np.zeros(paths, dtype=np.intp)  # where in the block it is
        self.place = self.path * leg.draws  # the same in the log of bounces
        self.since = np.zeros(paths, dtype=np.intp)  # the sweep with which its draw began
        self.last = np.zeros(paths, kind)  # r of its last bounce
        self.ends = leg.ends(rng).astype(kind)
        self.passing: Numbers = np.array([1 + step, 1 - AT_ONCE * step], dtype=kind)
        self.room = aligned(reflections.precision, 5, paths, len(self.slack))
        self.room[0], self.room[1] = along[:, 0], self.before
        self.room[2] = 2 * self.slack  # laid out whole, it is read sooner
        self._look_at_rows()

    def _look_at_rows(self) -> None:
        """See the first rows of all there is room for: as many as paths are under way."""
        rows, walls = len(self.path), len(self.slack)
        self.room = self.room[:, :rows]
        self.speeds, self.offsets, self.twice, self.times, self.spare = self.room  # B, U, 2 g
        self.flat_speeds, self.flat_offsets = self.speeds.reshape(-1), self.offsets.reshape(-1)
        self.flat_times = self.times.reshape(-1)
        self.order = self.times.view(self.reflections.precision.order)
        self.firsts = np.arange(rows) * walls  # where rows begin when laid end to end

    def run(self) -> int:
        """Bounce all paths on, one wall each a sweep, until every draw is done or time is over.

        Gives how many draws every path has reached.
        """
        sweep, most = 0, self.leg.most_bounces
        while len(self.path):
            if sweep % LOOKS == LOOKS - 1 and self.leg.patience.is_over:
                return int(self.draw.min())
            last, (wall, times, meets) = self.last, self._next_walls()
            is_whole = ~meets
            if sweep >= most:  # before, no path can have bounced so often
                meets &= sweep - self.since < most
            self._bounce(wall, np.where(meets, times, 0.0), meets)
            sweep += 1
            if not meets.all():
                for row in (~meets).nonzero()[0].tolist():
                    self._end(row, None if is_whole[row] else (last[row], times[row]))
                    self.since[row] = sweep
                self._drop_those_done()
        return self.leg.draws

    def _next_walls(self) -> tuple[NDArray[np.intp], Numbers, NDArray[np.bool_]]:
        """Find the wall every path meets next, its r, and whether its draw is not over by then.

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
        found = ahead + self.last
        return wall, found, (ahead >= 0) & (found < self.ends.take(self.draw))

    def _bounce(self, wall: NDArray[np.intp], times: Numbers, meets: NDArray[np.bool_]) -> None:
        """Mirror the velocity of every path that meets a wall."""
        at, square = wall + self.firsts, times * times
        under = 1 - square
        cosine, tangent = under * (meets / (square + 1)), (times + times) / under
        offset = self.flat_offsets.take(at) - self.slack.take(wall)
        outward = (self.flat_speeds.take(at) - offset * tangent) * cosine  # B cos − A sin
        push = np.maximum(-2 * cosine * outward, 0)
        held = push * tangent
        self.reflections.write(wall, out=self.spare)
        self.spare *= push[:, None]
        self.speeds += self.spare
        self.spare *= tangent[:, None]  # what is held back beside the push, where it lies
        self.offsets -= self.spare
        self.log.write(self.place.copy(), wall, forward=push, back=held)
        self._pass(times, push > 0)

    def _pass(self, times: Numbers, has_turned: NDArray[np.bool_]) -> None:
        """Leave bounces behind: what follows lies after them.

        Rounding may take two walls met at almost one time in the wrong order, and the second must
        not be missed. A wall that turned nothing back would be met for ever.
        """
        self.last = times * self.passing.take(has_turned.view(np.int8))

    def _end(self, row: int, between: tuple[float, float] | None) -> None:
        """End a draw, half way to the next wall where there is one, and set off on the next draw.

        `between` are the r of the walls before and after.
        """
        path, draw = int(self.path[row]), int(self.draw[row])
        slacks = self.speeds[row] + self.slack
        if self.leg.is_hasty:
            time = 2 * math.atan(self.ends[draw])
            if between is not None:
                time = math.atan(between[0]) + math.atan(between[1])
            offsets = self.offsets[row] - self.slack
            slacks = math.cos(time) * offsets + math.sin(time) * self.speeds[row] + self.slack
            self.log.end_early(path, draw, time)
        is_inside = float(slacks.min()) > -ROUND_OFF
        if is_inside and (between is None or self.leg.is_hasty):
            np.maximum(slacks, LIFTED, out=self.before[path])
        else:
            self.log.give_up(path, draw)
        self._set_off(row, path, draw=draw + 1)

    def _set_off(self, row: int, path: int, *, draw: int) -> None:
        self.place[row] += 1
        self.draw[row], self.last[row] = draw, 0.0
        if draw < self.leg.draws:
            self.speeds[row], self.offsets[row] = self.along[path, draw], self.before[path]

    def _drop_those_done(self) -> None:
        under_way = self.draw < self.leg.draws
        if under_way.all():
            return
        self.path, self.draw = self.path[under_way], self.draw[under_way]
        self.place, self.since = self.place[under_way], self.since[under_way]
        self.last, left = self.last[under_way], len(self.path)
        self.speeds[:left], self.offsets[:left] = self.speeds[under_way], self.offsets[under_way]
        self._look_at_rows()
