"""Hundreds of claims on one chart go in; a few paths that draw them all come out, without links.

A link, a title and five lines for each of hundreds of claims make a page of megabytes, in which
nobody could hit one with a pointer; the measure's own page has them one by one.
"""

from collections import defaultdict
from collections.abc import Sequence

from markupsafe import Markup

from musterbook.fit.results import MeasurePath
from musterbook.views.fan_frame import Frame
from musterbook.views.points import ClaimMark, MarkShape
from musterbook.views.svg import path, polyline, tag

ARROW = 14.0  # pixels, as a claim alone is drawn when it is open above or below


def crowd(marks: Sequence[ClaimMark], shown: MeasurePath, frame: Frame) -> list[Markup]:
    """Draw every claim, those that look alike in one path: first what they allow, then dots."""
    lines: dict[tuple[str, str], list[str]] = defaultdict(list)
    dots: dict[str, list[str]] = defaultdict(list)
    for mark in marks:
        look = mark_look(mark)
        if mark.shape is MarkShape.BAR:
            lines[look, "bound"] += _bar(mark, shown, frame)
        elif mark.shape is MarkShape.SLOPE:
            start, end = _slope(mark, shown, frame)
            lines[look, "slope"].append(polyline([start, end]))
            dots[look].append(_dot(*end))
        else:
            x = frame.across.day(mark.end)
            lines[look, "whisker"].append(polyline([(x, each) for each in _reach(mark, frame)]))
            dots[look].append(_dot(x, frame.up(mark.middle)))
    drawn = [_group(look, path("".join(each), class_=kind)) for (look, kind), each in lines.items()]
    return drawn + [_group(look, path("".join(each), class_="dots")) for look, each in dots.items()]


def mark_look(mark: ClaimMark) -> str:
    """Give the classes of a claim's drawing."""
    if mark.is_set_aside:
        return "claim aside"
    return "claim derived" if mark.is_derived else "claim"


def _group(look: str, drawn: Markup) -> Markup:
    return tag("g", drawn, class_=look)


def _dot(x: float, y: float) -> str:
    """Write a line without length: its round ends are the dot."""
    return f"M{x:.1f} {y:.1f}h0"


def _reach(mark: ClaimMark, frame: Frame) -> tuple[float, float]:
    middle = frame.up(mark.middle)
    low = middle + ARROW if mark.low is None else frame.up(mark.low)
    return low, middle - ARROW if mark.high is None else frame.up(mark.high)


def _bar(mark: ClaimMark, shown: MeasurePath, frame: Frame) -> list[str]:
    left, right = frame.across.day(max(mark.start, shown.dates[0])), frame.across.day(mark.end)
    heights = [frame.up(each) for each in (mark.low, mark.high) if each is not None]
    return [polyline([(left, y), (right, y)]) for y in heights]


def _slope(
    mark: ClaimMark, shown: MeasurePath, frame: Frame
) -> tuple[tuple[float, float], tuple[float, float]]:
    base = float(shown.q50[shown.at(mark.start)])
    start = frame.across.day(max(mark.start, shown.dates[0])), frame.up(base)
    return start, (frame.across.day(mark.end), frame.up(base + mark.middle))
