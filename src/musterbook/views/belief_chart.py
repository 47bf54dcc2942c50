"""What was believed of a number on one day after the other goes in; a chart of it comes out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from musterbook.core.quantity import format_count
from musterbook.questions.spread import Spread
from musterbook.views.scales import Scale, date_ticks, ticks, time_scale
from musterbook.views.svg import drawing, line, link, tag, text
from musterbook.views.words import estimate

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 620.0, 220.0, 62.0, 14.0, 12.0, 26.0
MARGIN_DAYS = 0.04  # of the time covered, so that no mark stands on the edge


@dataclass(frozen=True, slots=True)
class Believed:
    """What was believed by the end of a day, and the page that shows that day."""

    day: date
    spread: Spread
    address: str
    is_shown: bool = False


def belief_chart(believed: Sequence[Believed], title: str) -> Markup:
    """Draw each day's median and 90 % interval; each leads to the case as of that day."""
    first, last = believed[0].day, believed[-1].day
    room = max(round(MARGIN_DAYS * (last - first).days), 1)
    across = time_scale(
        date.fromordinal(first.toordinal() - room),
        date.fromordinal(last.toordinal() + room),
        start=LEFT,
        end=WIDTH - RIGHT,
    )
    low = min(0.0, *(each.spread.q05 for each in believed))
    high = max(each.spread.q95 for each in believed) * 1.05 or 1.0
    up = Scale(low, high, HEIGHT - BOTTOM, TOP)
    return drawing(
        *_axes(first, last, across=across, up=up),
        *(_mark(each, across, up) for each in believed),
        width=WIDTH,
        height=HEIGHT,
        title=title,
        description="; ".join(f"{each.day}: {_words(each)}" for each in believed),
        class_="belief",
    )


def _axes(first: date, last: date, *, across: Scale, up: Scale) -> list[Markup]:
    parts = []
    for value in ticks(up.low, up.high):
        y = up(value)
        parts.append(line(LEFT, y, x2=WIDTH - RIGHT, y2=y, class_="rule"))
        parts.append(text(format_count(value), LEFT - 6, y=y + 3.5, class_="tick", anchor="end"))
    for day, label in date_ticks(first, last, most=6):
        x = across.day(day)
        parts.append(text(label, x, y=HEIGHT - 8, class_="tick", anchor="middle"))
    parts.append(line(LEFT, up.start, x2=WIDTH - RIGHT, y2=up.start, class_="axis"))
    return parts


def _mark(each: Believed, across: Scale, up: Scale) -> Markup:
    x, spread = across.day(each.day), each.spread
    return link(
        each.address,
        line(x, up(spread.q05), x2=x, y2=up(spread.q95), class_="interval"),
        tag("circle", cx=x, cy=up(spread.q50), r=5.5 if each.is_shown else 4.0, class_="dot"),
        title=f"As believed on {each.day}: {_words(each)}",
    )


def _words(each: Believed) -> str:
    median, interval = estimate(each.spread.q05, each.spread.q50, each.spread.q95)
    return f"{median} ({interval})"
