"""A measure's path and its claims go in; a fan chart as SVG comes out, every dot a link."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from musterbook.account.system import Floats
from musterbook.core.quantity import format_count
from musterbook.fit.results import MeasurePath
from musterbook.views.anchors import sentence_anchor
from musterbook.views.points import ClaimMark, MarkShape
from musterbook.views.scales import Scale, date_ticks, ticks, time_scale
from musterbook.views.svg import band, drawing, line, link, path, polyline, tag, text
from musterbook.views.words import span

WIDTH, HEIGHT = 360.0, 230.0  # near the width it is shown at, so that its letters stay readable
LEFT, RIGHT, TOP, BOTTOM = 52.0, 14.0, 12.0, 26.0
HEADROOM = 1.04  # so that nothing touches the upper edge
PRIOR_SHARE = 1.6  # the prior may stretch the axis to this many times what the rest needs
DOT, CAP, ARROW = 4.0, 3.5, 14.0
LABEL_WIDTH = 54.0


@dataclass(frozen=True, slots=True)
class _Frame:
    across: Scale
    up: Scale


def fan_chart(shown: MeasurePath, *, marks: Sequence[ClaimMark], title: str) -> Markup:
    """Draw the median, the middle half and the 90 % interval over time, the prior in grey."""
    frame = _Frame(
        time_scale(shown.dates[0], shown.dates[-1], start=LEFT, end=WIDTH - RIGHT),
        Scale(*_range(shown, marks), HEIGHT - BOTTOM, TOP),
    )
    return drawing(
        *_axes(shown, frame),
        *_bands(shown, frame),
        *(_mark(each, shown, frame) for each in sorted(marks, key=lambda each: each.shape)),
        width=WIDTH,
        height=HEIGHT,
        title=title,
        description=_description(shown, marks),
        class_="fan",
    )


def _range(shown: MeasurePath, marks: Sequence[ClaimMark]) -> tuple[float, float]:
    values = [float(each) for each in (*shown.q05, *shown.q95)]
    for mark in marks:
        if mark.shape is not MarkShape.SLOPE:
            values += [each for each in (mark.low, mark.high) if each is not None]
    prior = float(max(shown.prior_q95))
    low, high = min(0.0, *values), max(1.0, *values)
    if low >= 0 and min(values) > high / 2:
        low = min(values) - (high - min(values))  # a level that hardly moves needs no zero
        low = max(low, 0.0)
    return low, HEADROOM * max(high, min(prior, PRIOR_SHARE * high))


def _axes(shown: MeasurePath, frame: _Frame) -> list[Markup]:
    parts = []
    for value in ticks(frame.up.low, frame.up.high):
        y = frame.up(value)
        parts.append(line(LEFT, y, x2=WIDTH - RIGHT, y2=y, class_="rule"))
        parts.append(text(format_count(value), LEFT - 6, y=y + 3.5, class_="tick", anchor="end"))
    for day, label in date_ticks(shown.dates[0], shown.dates[-1]):
        x = frame.across.day(day)
        parts.append(line(x, HEIGHT - BOTTOM, x2=x, y2=HEIGHT - BOTTOM + 4, class_="axis"))
        where = min(x, WIDTH - LABEL_WIDTH / 2)
        parts.append(text(label, where, y=HEIGHT - 8, class_="tick", anchor="middle"))
    base = frame.up.start
    parts.append(line(LEFT, base, x2=WIDTH - RIGHT, y2=base, class_="axis"))
    return parts


def _bands(shown: MeasurePath, frame: _Frame) -> list[Markup]:
    def places(values: Floats) -> list[tuple[float, float]]:
        return [
            (frame.across.day(day), frame.up(float(value)))
            for day, value in zip(shown.dates, values, strict=True)
        ]

    return [
        path(band(places(shown.prior_q95), places(shown.prior_q05)), class_="prior"),
        path(band(places(shown.q95), places(shown.q05)), class_="outer"),
        path(band(places(shown.q75), places(shown.q25)), class_="inner"),
        path(polyline(places(shown.q50)), class_="median"),
    ]


def _mark(mark: ClaimMark, shown: MeasurePath, frame: _Frame) -> Markup:
    drawn = {MarkShape.DOT: _dot, MarkShape.BAR: _bar, MarkShape.SLOPE: _slope}[mark.shape]
    return link(
        f"#{sentence_anchor(mark.claim)}",
        tag("g", *drawn(mark, shown, frame), class_=_look(mark)),
        title=f"{mark.claim}: {mark_words(mark)}",
    )


def _look(mark: ClaimMark) -> str:
    if mark.is_set_aside:
        return "claim aside"
    return "claim derived" if mark.is_derived else "claim"


def mark_words(mark: ClaimMark) -> str:
    """Say what a claim on a chart allows, and when."""
    standing = "a sum of other claims: " if mark.is_derived else ""
    standing = "set aside: " if mark.is_set_aside else standing
    allowed = standing + span(mark.low, mark.high)
    if mark.shape is MarkShape.DOT:
        return f"{allowed} on {mark.end.isoformat()}"
    joint = "more" if mark.shape is MarkShape.SLOPE else "throughout"
    return f"{allowed} {joint}, {mark.start.isoformat()} to {mark.end.isoformat()}"


def _dot(mark: ClaimMark, _: MeasurePath, frame: _Frame) -> list[Markup]:
    x, y = frame.across.day(mark.end), frame.up(mark.middle)
    parts = _whisker(mark, x, frame)
    return [*parts, tag("circle", cx=x, cy=y, r=DOT, class_="dot")]


def _whisker(mark: ClaimMark, x: float, frame: _Frame) -> list[Markup]:
    low = frame.up(mark.low) if mark.low is not None else frame.up(mark.middle) + ARROW
    high = frame.up(mark.high) if mark.high is not None else frame.up(mark.middle) - ARROW
    parts = [line(x, low, x2=x, y2=high, class_="whisker")]
    for end, y, way in ((mark.low, low, 1), (mark.high, high, -1)):
        if end is None:
            back = y - way * CAP
            head = polyline([(x - CAP, back), (x, y), (x + CAP, back)])
            parts.append(path(head, class_="whisker"))
        else:
            parts.append(line(x - CAP, y, x2=x + CAP, y2=y, class_="whisker"))
    return parts


def _bar(mark: ClaimMark, shown: MeasurePath, frame: _Frame) -> list[Markup]:
    left, right = frame.across.day(max(mark.start, shown.dates[0])), frame.across.day(mark.end)
    ends = [each for each in (mark.low, mark.high) if each is not None]
    heights = [frame.up(each) for each in ends]
    return [line(left, y, x2=right, y2=y, class_="bound") for y in heights]


def _slope(mark: ClaimMark, shown: MeasurePath, frame: _Frame) -> list[Markup]:
    base = float(shown.q50[shown.at(mark.start)])
    start = frame.across.day(mark.start), frame.up(base)
    end = frame.across.day(mark.end), frame.up(base + mark.middle)
    return [
        line(*start, x2=end[0], y2=end[1], class_="slope"),
        tag("circle", cx=end[0], cy=end[1], r=DOT - 1, class_="dot"),
    ]


def _description(shown: MeasurePath, marks: Sequence[ClaimMark]) -> str:
    low, middle, high = (format_count(each[-1]) for each in (shown.q05, shown.q50, shown.q95))
    said = "; ".join(f"{each.claim} says {mark_words(each)}" for each in marks)
    level = f"median {middle}, 90 % between {low} and {high}"
    claims = f" Claims: {said}." if said else ""
    return f"At the end, {shown.dates[-1].isoformat()}: {level}.{claims}"
