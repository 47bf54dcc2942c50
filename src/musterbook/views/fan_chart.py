"""A measure's path and its claims go in; a fan chart as SVG comes out, every dot a link."""

from collections.abc import Sequence

from markupsafe import Markup

from musterbook.account.system import Floats
from musterbook.core.quantity import format_count
from musterbook.fit.results import MeasurePath
from musterbook.views.anchors import sentence_anchor
from musterbook.views.crowd import crowd, mark_look
from musterbook.views.fan_frame import SMALL, Axis, Frame, Shape, axes, frame_of
from musterbook.views.points import ClaimMark, MarkShape
from musterbook.views.svg import band, drawing, line, link, path, polyline, tag
from musterbook.views.words import counted, span

DOT, CAP, ARROW = 4.0, 3.5, 14.0


def fan_chart(
    shown: MeasurePath,
    *,
    marks: Sequence[ClaimMark],
    title: str,
    shape: Shape = SMALL,
    axis: Axis = Axis.LINEAR,
    most: int | None = None,
) -> Markup:
    """Draw the median and the 50, 80 and 95 % bands over time, the prior in grey.

    Of a path made without draws there is a 90 % band in place of the outer two. Where there are
    more than `most` claims, all are drawn, but as one crowd: without links, counted in words.
    """
    first = shown.dates[0]
    marks = [each for each in marks if each.end >= first]
    frame = frame_of(shown, marks, shape=shape, axis=axis)
    is_crowd = most is not None and len(marks) > most
    drawn = crowd if is_crowd else _each
    return drawing(
        *axes(shown, frame),
        *_bands(shown, frame),
        *drawn(marks, shown, frame),
        width=shape.width,
        height=shape.height,
        title=title,
        description=_description(shown, marks, is_crowd=is_crowd),
        class_="fan" if shape is SMALL else "fan large",
    )


def _bands(shown: MeasurePath, frame: Frame) -> list[Markup]:
    across = [frame.across.day(day) for day in shown.dates]

    def places(values: Floats) -> list[tuple[float, float]]:
        return list(zip(across, map(frame.up, values.tolist()), strict=True))

    def area(upper: Floats, lower: Floats, class_: str) -> Markup:
        return path(band(places(upper), places(lower)), class_=class_)

    fan = shown.fan
    outer = [area(shown.q95, shown.q05, "outer")]
    if fan is not None:
        outer = [area(fan.q975, fan.q025, "outer"), area(fan.q90, fan.q10, "middle")]
    return [
        area(shown.prior_q95, shown.prior_q05, "prior"),
        *outer,
        area(shown.q75, shown.q25, "inner"),
        path(polyline(places(shown.q50)), class_="median"),
    ]


def _each(marks: Sequence[ClaimMark], shown: MeasurePath, frame: Frame) -> list[Markup]:
    return [_mark(each, shown, frame) for each in sorted(marks, key=lambda each: each.shape)]


def _mark(mark: ClaimMark, shown: MeasurePath, frame: Frame) -> Markup:
    drawn = {MarkShape.DOT: _dot, MarkShape.BAR: _bar, MarkShape.SLOPE: _slope}[mark.shape]
    return link(
        f"#{sentence_anchor(mark.claim)}",
        tag("g", *drawn(mark, shown, frame), class_=mark_look(mark)),
        title=f"{mark.claim}: {mark_words(mark)}",
    )


def mark_words(mark: ClaimMark) -> str:
    """Say what a claim on a chart allows, and when."""
    standing = "a sum of other claims: " if mark.is_derived else ""
    standing = "set aside: " if mark.is_set_aside else standing
    allowed = standing + span(mark.low, mark.high)
    if mark.shape is MarkShape.DOT:
        return f"{allowed} on {mark.end.isoformat()}"
    joint = "more" if mark.shape is MarkShape.SLOPE else "throughout"
    return f"{allowed} {joint}, {mark.start.isoformat()} to {mark.end.isoformat()}"


def _dot(mark: ClaimMark, _: MeasurePath, frame: Frame) -> list[Markup]:
    x, y = frame.across.day(mark.end), frame.up(mark.middle)
    parts = _whisker(mark, x, frame)
    return [*parts, tag("circle", cx=x, cy=y, r=DOT, class_="dot")]


def _whisker(mark: ClaimMark, x: float, frame: Frame) -> list[Markup]:
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


def _bar(mark: ClaimMark, shown: MeasurePath, frame: Frame) -> list[Markup]:
    left, right = frame.across.day(max(mark.start, shown.dates[0])), frame.across.day(mark.end)
    ends = [each for each in (mark.low, mark.high) if each is not None]
    heights = [frame.up(each) for each in ends]
    return [line(left, y, x2=right, y2=y, class_="bound") for y in heights]


def _slope(mark: ClaimMark, shown: MeasurePath, frame: Frame) -> list[Markup]:
    base = float(shown.q50[shown.at(mark.start)])
    start = frame.across.day(max(mark.start, shown.dates[0])), frame.up(base)
    end = frame.across.day(mark.end), frame.up(base + mark.middle)
    return [
        line(*start, x2=end[0], y2=end[1], class_="slope"),
        tag("circle", cx=end[0], cy=end[1], r=DOT - 1, class_="dot"),
    ]


def _description(shown: MeasurePath, marks: Sequence[ClaimMark], *, is_crowd: bool) -> str:
    low, middle, high = (format_count(each[-1]) for each in (shown.q05, shown.q50, shown.q95))
    said = "; ".join(f"{each.claim} says {mark_words(each)}" for each in marks)
    level = f"median {middle}, 90 % between {low} and {high}"
    claims = f" Claims: {said}." if said else ""
    if is_crowd:
        claims = f" {counted(len(marks), 'claim')} drawn together."
    return f"At the end, {shown.dates[-1].isoformat()}: {level}.{claims}"
