"""A measure's path and its claims go in; the frame of its chart comes out: its axes, to scale.

A logarithmic axis has no place for 0. What a path leaves out for it is said in words.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from enum import StrEnum

from markupsafe import Markup

from musterbook.core.quantity import format_count
from musterbook.fit.results import Fan, MeasurePath
from musterbook.views.points import ClaimMark, MarkShape
from musterbook.views.scales import (
    LogScale,
    Scale,
    date_ticks,
    log_ticks,
    ticks,
    time_scale,
)
from musterbook.views.svg import line, text

TOP, BOTTOM = 12.0, 26.0
HEADROOM = 1.04  # so that nothing touches the upper edge
PRIOR_SHARE = 1.6  # the prior may stretch the axis to this many times what the rest needs
LABEL_WIDTH = 54.0
FEWEST = 3  # dates that a path still has on a logarithmic axis; with fewer there is none


class Axis(StrEnum):
    """How numbers of people are spread over the height of a chart."""

    LINEAR = "linear"
    LOG = "log"


@dataclass(frozen=True, slots=True)
class Shape:
    """The size of a chart, in the pixels it is drawn for; `about` so many ticks stand up it."""

    width: float
    height: float
    left: float = 52.0
    right: float = 14.0
    about: int = 4


SMALL = Shape(360.0, 230.0)  # near the width it is shown at, so that its letters stay readable
LARGE = Shape(860.0, 400.0, left=62.0, about=7)


@dataclass(frozen=True, slots=True)
class Frame:
    """Where days and numbers of people stand on a chart."""

    across: Scale
    up: Scale | LogScale
    shape: Shape


def frame_of(
    shown: MeasurePath, marks: Sequence[ClaimMark], *, shape: Shape, axis: Axis = Axis.LINEAR
) -> Frame:
    """Lay a chart out."""
    values = [*_values(shown), *_marked(marks)]
    start, end = shape.height - BOTTOM, TOP
    if axis is Axis.LOG:
        positive = [each for each in values if each > 0]
        up: Scale | LogScale = LogScale(min(positive) / HEADROOM, max(positive) * 1.2, start, end)
    else:
        up = Scale(*_range(shown, values), start, end)
    across = time_scale(shown.dates[0], shown.dates[-1], start=shape.left, end=_right(shape))
    return Frame(across, up, shape)


def _right(shape: Shape) -> float:
    return shape.width - shape.right


def _values(shown: MeasurePath) -> list[float]:
    ends = (shown.fan.q025, shown.fan.q975) if shown.fan else (shown.q05, shown.q95)
    return [float(each) for end in ends for each in end]


def _marked(marks: Sequence[ClaimMark]) -> Iterator[float]:
    for mark in marks:
        if mark.shape is not MarkShape.SLOPE:
            yield from (each for each in (mark.low, mark.high) if each is not None)


def _range(shown: MeasurePath, values: Sequence[float]) -> tuple[float, float]:
    prior = float(max(shown.prior_q95))
    low, high = min(0.0, *values), max(1.0, *values)
    if low >= 0 and min(values) > high / 2:
        low = min(values) - (high - min(values))  # a level that hardly moves needs no zero
        low = max(low, 0.0)
    return low, HEADROOM * max(high, min(prior, PRIOR_SHARE * high))


def axes(shown: MeasurePath, frame: Frame) -> list[Markup]:
    """Draw rules and labels."""
    shape, base = frame.shape, frame.up.start
    left, right = shape.left, _right(shape)
    parts = []
    for value in _upward(frame):
        y = frame.up(value)
        parts.append(line(left, y, x2=right, y2=y, class_="rule"))
        parts.append(text(format_count(value), left - 6, y=y + 3.5, class_="tick", anchor="end"))
    for day, label in date_ticks(shown.dates[0], shown.dates[-1], most=shape.about):
        x = frame.across.day(day)
        parts.append(line(x, base, x2=x, y2=base + 4, class_="axis"))
        where = min(x, shape.width - LABEL_WIDTH / 2)
        parts.append(text(label, where, y=shape.height - 8, class_="tick", anchor="middle"))
    parts.append(line(left, base, x2=right, y2=base, class_="axis"))
    return parts


def _upward(frame: Frame) -> tuple[float, ...]:
    if isinstance(frame.up, LogScale):
        return log_ticks(frame.up.low, frame.up.high)
    return ticks(frame.up.low, frame.up.high, about=frame.shape.about)


def on_axis(shown: MeasurePath, axis: Axis) -> tuple[MeasurePath | None, str]:
    """Give the part of a path that an axis can show, and what is left out of it in words.

    A total begins with nobody, so a logarithmic axis begins where the whole band is above 0. The
    path is None where that leaves next to nothing.
    """
    if axis is Axis.LINEAR:
        return shown, ""
    lows = shown.fan.q025 if shown.fan else shown.q05
    at_zero = [at for at, each in enumerate(lows) if each < 1]  # less than one person is nobody
    first = at_zero[-1] + 1 if at_zero else 0
    if len(shown.dates) - first < FEWEST:
        return None, _refused(shown, at_zero)
    if not first:
        return shown, ""
    words = f"Drawn from {shown.dates[first]} on: before it the band reaches 0"
    return _from(shown, first), f"{words}, for which a logarithmic axis has no place."


def _refused(shown: MeasurePath, at_zero: Sequence[int]) -> str:
    days: tuple[date, ...] = tuple(shown.dates[at] for at in at_zero)
    return (
        f"No logarithmic axis: it has no place for 0, and the band reaches 0 on {len(days)} of "
        f"{len(shown.dates)} dates, the last of them {days[-1]}. The axis below is linear."
    )


def _from(shown: MeasurePath, first: int) -> MeasurePath:
    cut = {
        each.name: getattr(shown, each.name)[first:]
        for each in fields(MeasurePath)
        if each.name not in ("name", "fan")
    }
    fan = shown.fan and Fan(*(getattr(shown.fan, each.name)[first:] for each in fields(Fan)))
    return replace(shown, **cut, fan=fan)
