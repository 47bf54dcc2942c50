"""A row of the register and the scale of its group go in; a small drawing of it comes out."""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape

from musterbook.views.screens.claim_rows import Row
from musterbook.views.words import people, span

WIDTH, HEIGHT, EDGE = 120, 20, 6  # pixels; at an edge stands the arrow of an open end
LOG_FROM = 30.0  # ends so many times apart are put on a logarithmic scale: small ones stay in sight


@dataclass(frozen=True, slots=True)
class Axis:
    """What a group's drawings share: where a number of people stands, in pixels."""

    low: float
    high: float
    is_log: bool = False

    def __call__(self, value: float) -> float:
        """Place a number; what lies outside stands at the edge."""
        low, high, at = (self._scaled(each) for each in (self.low, self.high, value))
        share = (at - low) / (high - low) if high > low else 0.5
        return EDGE + min(1.0, max(0.0, share)) * (WIDTH - 2 * EDGE)

    def _scaled(self, value: float) -> float:
        return math.log(max(value, self.low)) if self.is_log else value


def axis_of(rows: Iterable[Row]) -> Axis | None:
    """Choose the scale for the rows of a group; None where no row has a number."""
    ends = sorted(end for row in rows for end in _ends(row))
    if not ends:
        return None
    low, high = ends[0], ends[-1]
    if low == high:
        low, high = 0.0, high * 2 or 1.0
    positive = [each for each in ends if each > 0]
    is_log = bool(positive) and low >= 0 and high / positive[0] > LOG_FROM
    return Axis(positive[0] if is_log else low, high, is_log)


def _ends(row: Row) -> Iterator[float]:
    if row.is_number:
        yield from (each for each in (row.low, row.high) if each is not None)
        if row.band is not None:
            yield from (row.band.low, row.band.high)


def strip(row: Row, axis: Axis | None) -> Markup:
    """Draw what a claim allows against what the account makes of it on that day."""
    if axis is None or not row.is_number or (row.low is None and row.high is None):
        return Markup()
    words = escape(strip_words(row, axis))
    return Markup(  # noqa: S704 - numbers, and words escaped above
        f'<svg class="strip" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}"'
        f' role="img" aria-label="{words}"><title>{words}</title>{_band(row, axis)}'
        f"{_whisker(row, axis)}</svg>"
    )


def strip_words(row: Row, axis: Axis) -> str:
    """Say in words what a drawing shows."""
    said = f"the claim allows {span(row.low, row.high)}"
    if row.band is not None:
        band = span(row.band.low, row.band.high)
        said += f"; the account has {people(row.band.middle)} ({band}) on {row.band.day}"
    return said + ("; logarithmic scale" if axis.is_log else "")


def _band(row: Row, axis: Axis) -> str:
    if row.band is None:
        return ""
    low, middle, high = (axis(each) for each in (row.band.low, row.band.middle, row.band.high))
    wide = max(2.0, high - low)
    return (
        f'<rect class="inner" x="{low:.1f}" y="3" width="{wide:.1f}" height="{HEIGHT - 6}"/>'
        f'<line class="median" x1="{middle:.1f}" x2="{middle:.1f}" y1="2" y2="{HEIGHT - 2}"/>'
    )


def _whisker(row: Row, axis: Axis) -> str:
    middle = HEIGHT / 2
    low = axis(row.low) if row.low is not None else 1.0
    high = axis(row.high) if row.high is not None else WIDTH - 1.0
    line = f'<line class="whisker" x1="{low:.1f}" x2="{high:.1f}" y1="{middle}" y2="{middle}"/>'
    kind = "claim" if row.view.is_row else "claim aside"
    return f'<g class="{kind}">{line}{_end(row.low, low, 1)}{_end(row.high, high, -1)}</g>'


def _end(value: float | None, x: float, inward: int) -> str:
    """Close an end with a bar, or leave it open with an arrow that points on."""
    top, middle, bottom = 5, HEIGHT / 2, HEIGHT - 5
    if value is not None:
        return f'<line class="whisker" x1="{x:.1f}" x2="{x:.1f}" y1="{top}" y2="{bottom}"/>'
    back = x + inward * 4
    points = f"M{back:.1f} {top + 1}L{x:.1f} {middle}L{back:.1f} {bottom - 1}"
    return f'<path class="whisker" d="{points}"/>'
