"""A run of scenarios goes in; small multiples on shared axes come out, one panel a scenario."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from markupsafe import Markup

from musterbook.account.system import Floats
from musterbook.scenarios.results import EnsemblePath, RunReport
from musterbook.views.amounts import amount, amount_estimate, digits_for
from musterbook.views.anchors import scenario_anchor
from musterbook.views.scales import Scale, date_ticks, ticks, time_scale
from musterbook.views.svg import band, drawing, line, path, polyline, tag, text
from musterbook.views.tables_scenarios import watched
from musterbook.views.words import bare

WIDTH, HEIGHT = 176.0, 136.0  # six stand side by side on a page
LEFT, RIGHT, TOP, BOTTOM = 50.0, 6.0, 38.0, 20.0
HEADROOM = 1.05
LABEL_WIDTH = 44.0  # of a date below the axis, with room around it
EVEN = 1.0  # a ratio's own line: as many as it takes
Places: TypeAlias = list[tuple[float, float]]


@dataclass(frozen=True, slots=True)
class Multiple:
    """One watched measure: its panels, a scenario each, all on the same axes."""

    name: str
    title: str
    panels: tuple[Markup, ...]


@dataclass(frozen=True, slots=True)
class _Frame:
    across: Scale
    up: Scale
    digits: int


def multiples_of(run: RunReport) -> tuple[Multiple, ...]:
    """Draw every watched measure under every scenario."""
    return tuple(_multiple(run, measure) for measure in watched(run))


def _multiple(run: RunReport, measure: str) -> Multiple:
    paths = {name: each.paths[measure] for name, each in run.scenarios.items()}
    frame = _frame(tuple(paths.values()))
    base = paths.get(run.baseline)
    panels = tuple(
        _panel(name, shown, base=base if name != run.baseline else None, frame=frame)
        for name, shown in paths.items()
    )
    return Multiple(measure, f"{bare(measure).capitalize()} until {run.until}", panels)


def _frame(paths: Sequence[EnsemblePath]) -> _Frame:
    drawn = (value for each in paths for value in _ends(each))
    values = [each for each in drawn if math.isfinite(each)] or [0.0, 1.0]
    low, high = min(values), max(values)
    if low >= 0 and low < high / 2:
        low = 0.0
    room = (HEADROOM - 1) * (high - low or 1.0)
    dates = paths[0].dates
    return _Frame(
        time_scale(dates[0], dates[-1], start=LEFT, end=WIDTH - RIGHT),
        Scale(low - room if low else 0.0, high + room, HEIGHT - BOTTOM, TOP),
        digits_for(max(paths, key=lambda each: float(max(each.q95)))),
    )


def _ends(shown: EnsemblePath) -> Iterator[float]:
    """Give the ends of the widest band drawn."""
    fan = shown.fan
    for ends in (fan.q025, fan.q975) if fan is not None else (shown.q05, shown.q95):
        yield from ends.tolist()


def _panel(name: str, shown: EnsemblePath, *, base: EnsemblePath | None, frame: _Frame) -> Markup:
    low, middle, high = (float(each[-1]) for each in (shown.q05, shown.q50, shown.q95))
    words, ends = amount_estimate(low, middle, high, digits=frame.digits)
    heading = tag(
        "a",
        text(name, 0, y=12, class_="panel"),
        href=f"#{scenario_anchor(name)}",
    )
    return drawing(
        heading,
        tag("text", tag("tspan", words, class_="size"), f"  {ends}", x=0.0, y=27, class_="tick"),
        *_axes(shown, frame),
        *_bands(shown, frame),
        *([path(polyline(_places(base, base.q50, frame)), class_="base")] if base else []),
        width=WIDTH,
        height=HEIGHT,
        title=f"{bare(shown.measure)} under “{name}”",
        description=f"On {shown.dates[-1].isoformat()}: median {words}, 90 % interval {ends}.",
        class_="fan small",
    )


def _axes(shown: EnsemblePath, frame: _Frame) -> Iterator[Markup]:
    for value in ticks(frame.up.low, frame.up.high, about=3):
        y = frame.up(value)
        class_ = "rule even" if frame.digits and value == EVEN else "rule"
        yield line(LEFT, y, x2=WIDTH - RIGHT, y2=y, class_=class_)
        digits = 1 if frame.digits else 0
        yield text(amount(value, digits), LEFT - 5, y=y + 3.5, class_="tick", anchor="end")
    labels = date_ticks(shown.dates[0], shown.dates[-1], most=3)
    for day, label in labels:
        x = min(frame.across.day(day), WIDTH - 24)
        is_crowded = day != labels[-1][0] and x > WIDTH - 24 - LABEL_WIDTH
        if is_crowded:
            continue
        yield text(label, x, y=HEIGHT - 6, class_="tick", anchor="middle")


def _bands(shown: EnsemblePath, frame: _Frame) -> list[Markup]:
    def area(upper: Floats, lower: Floats, class_: str) -> Markup:
        return path(band(_places(shown, upper, frame), _places(shown, lower, frame)), class_=class_)

    fan = shown.fan
    outer = [area(shown.q95, shown.q05, "outer")]
    if fan is not None:
        outer = [area(fan.q975, fan.q025, "outer"), area(fan.q90, fan.q10, "middle")]
    return [
        *outer,
        area(shown.q75, shown.q25, "inner"),
        path(polyline(_places(shown, shown.q50, frame)), class_="median"),
    ]


def _places(shown: EnsemblePath, values: Floats, frame: _Frame) -> Places:
    return [
        (frame.across.day(day), frame.up(float(value)))
        for day, value in zip(shown.dates, values, strict=True)
        if math.isfinite(float(value))
    ]
