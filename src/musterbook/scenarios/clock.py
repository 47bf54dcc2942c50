"""Dates in, months since the start of the projection out, and the steps to walk between them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from math import ceil

from musterbook.core.when import ONE_DAY, Instant, Period, Step, knots, length_in

NEARLY = 1e-9  # months: closer instants are one
MOST_DATES = 500  # no chart shows more; 10,000 members of one measure then take 40 MB


@dataclass(frozen=True, slots=True)
class Clock:
    """When a projection starts, and the dates it reports, the start first."""

    start: Instant
    dates: tuple[date, ...]

    def months(self, instant: Instant) -> float:
        """Measure from the start to an instant, in calendar months; negative before it."""
        return length_in(Step.MONTH, self.start, instant)

    @property
    def ticks(self) -> tuple[float, ...]:
        """The dates reported, in months since the start."""
        return tuple(self.months(each) for each in self.dates)


def clock_of(start: Instant, until: Instant, *, step: Step) -> Clock:
    """Report the start and every end of a step after it, the last one cut to fit.

    Where there would be more than 500 dates, a longer step is reported.
    """
    ahead = Period(start + ONE_DAY, until)
    longer = list(Step)[list(Step).index(step) :]
    fitting = (each for each in longer if _count(ahead, each) <= MOST_DATES)
    return Clock(start, knots(ahead, next(fitting, Step.YEAR)))


def _count(ahead: Period, step: Step) -> float:
    return length_in(step, ahead.opening, ahead.end)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of time in which no rule changes: from, to (months), and equal steps within."""

    start: float
    end: float
    steps: int

    @property
    def middle(self) -> float:
        """Its middle, at which it is decided what holds throughout."""
        return (self.start + self.end) / 2

    @property
    def step(self) -> float:
        """The length of one of its steps, in months."""
        return (self.end - self.start) / self.steps

    def at(self, number: int) -> float:
        """Give the end of a step, counted from 1; the last is the stretch's end to the bit."""
        return self.end if number == self.steps else self.start + number * self.step


def stretches(breaks: Iterable[float], *, end: float, step: float) -> Iterator[Stretch]:
    """Cut the time from 0 to `end` at every break, each piece into steps of at most `step`.

    Breaks make jumps fall between steps, so that an integrator keeps its order across them.
    """
    inside = sorted(each for each in breaks if NEARLY < each < end - NEARLY)
    at = 0.0
    for edge in (*inside, end):
        if edge - at > NEARLY:
            yield Stretch(at, edge, max(1, ceil((edge - at) / step - NEARLY)))
            at = edge
