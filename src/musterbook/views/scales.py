"""Values and dates go in; places on a drawing, and the ticks of its axes, come out."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from musterbook.core.when import ONE_DAY, last_day

NICE = (1.0, 2.0, 2.5, 5.0, 10.0)  # steps that people count in
MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 600)
LOG_STEPS = (1.0, 2.0, 5.0)  # about even on a logarithmic axis
SHORT = 100  # days up to which ticks are days, not months


@dataclass(frozen=True, slots=True)
class Scale:
    """A straight map from [low, high] to [start, end] in pixels."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        """Place a value; what lies outside is drawn at the edge."""
        share = (value - self.low) / (self.high - self.low or 1.0)
        return self.start + min(1.0, max(0.0, share)) * (self.end - self.start)

    def day(self, when: date) -> float:
        """Place a day."""
        return self(float(when.toordinal()))


@dataclass(frozen=True, slots=True)
class LogScale:
    """A map from [low, high], both above 0, to [start, end] by their logarithms."""

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        """Place a value; what lies outside, 0 among it, is drawn at the edge."""
        within = min(self.high, max(self.low, value))
        share = math.log(within / self.low) / math.log(self.high / self.low)
        return self.start + share * (self.end - self.start)


def time_scale(first: date, last: date, *, start: float, end: float) -> Scale:
    """Map days, as ordinals, to pixels."""
    return Scale(float(first.toordinal()), float(last.toordinal()), start, end)


def ticks(low: float, high: float, *, about: int = 4) -> tuple[float, ...]:
    """Choose about so many round values from low to high, in steps that people count in."""
    if not high > low:
        return (low,)
    raw = (high - low) / about
    power = 10.0 ** math.floor(math.log10(raw))
    step = next(each * power for each in NICE if each * power >= raw * (1 - 1e-9))
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    return tuple(step * each for each in range(first, last + 1))


def log_ticks(low: float, high: float) -> tuple[float, ...]:
    """Choose powers of ten with their 2 and 5, all within low and high (both above 0)."""
    powers = range(math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1)
    found = (each * 10.0**power for power in powers for each in LOG_STEPS)
    return tuple(each for each in found if low <= each <= high)


def date_ticks(first: date, last: date, *, most: int = 4) -> tuple[tuple[date, str], ...]:
    """Choose up to so many round dates, the last ones of their months, with short ISO labels."""
    if (last - first).days <= SHORT:
        return _day_ticks(first, last, most)
    ends = list(_month_ends(first, last))
    step = next(each for each in MONTH_STEPS if len(ends) <= most * each)
    return tuple((each, each.isoformat()[:7]) for each in ends[::-1][::step][::-1])


def _day_ticks(first: date, last: date, most: int) -> tuple[tuple[date, str], ...]:
    step = max(1, math.ceil(((last - first).days + 1) / most))
    days = [last - each * step * ONE_DAY for each in range(most)]
    return tuple((day, day.isoformat()[5:]) for day in reversed(days) if day >= first)


def _month_ends(first: date, last: date) -> Iterator[date]:
    day = last_day(first.year, first.month)
    while day <= last:
        yield day
        following = day + ONE_DAY
        day = last_day(following.year, following.month)
