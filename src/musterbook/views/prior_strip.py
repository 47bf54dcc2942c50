"""What was thought before any claim and after all of them go in; two bars on one axis come out."""

from dataclasses import dataclass

from markupsafe import Markup

from musterbook.core.quantity import format_count
from musterbook.fit.results import MeasurePath
from musterbook.views.scales import Scale, ticks
from musterbook.views.svg import drawing, line, tag, text
from musterbook.views.words import estimate

WIDTH, LEFT, RIGHT, ROW, TOP, FOOT = 560.0, 128.0, 20.0, 30.0, 6.0, 22.0
MOST = 5.0  # times the posterior's upper end, beyond which the prior's bar is cut with an arrow
ARROW = 6.0


@dataclass(frozen=True, slots=True)
class Strip:
    """The drawing, and the two intervals in words."""

    drawn: Markup
    before: str
    after: str


def prior_strip(path: MeasurePath, at: int) -> Strip:
    """Draw the prior's 90 % interval over the posterior's, with its median, at one date."""
    low, high = float(path.prior_q05[at]), float(path.prior_q95[at])
    now = tuple(float(each[at]) for each in (path.q05, path.q50, path.q95))
    median, interval = estimate(*now)
    before = estimate(low, low, high)[1]
    most = min(max(high, now[2]), MOST * max(now[2], 1.0))
    across = Scale(min(0.0, low, now[0]), most * 1.02 or 1.0, LEFT, WIDTH - RIGHT)
    height = TOP + 2 * ROW + FOOT
    return Strip(
        drawing(
            *_axis(across, height),
            *_bar("before any claim", TOP, (low, high), across=across, class_="prior-bar"),
            *_bar("after all claims", TOP + ROW, (now[0], now[2]), across=across, class_="inner"),
            line(
                across(now[1]),
                TOP + ROW + 4,
                x2=across(now[1]),
                y2=TOP + 2 * ROW - 4,
                class_="middle-line",
            ),
            width=WIDTH,
            height=height,
            title=f"{path.name} before and after the claims",
            description=f"Before any claim {before}; after all of them {median}, {interval}: 90 %.",
            class_="strip",
            has_links=False,
        ),
        before,
        interval,
    )


def _axis(across: Scale, height: float) -> list[Markup]:
    parts = []
    for value in ticks(across.low, across.high, about=5):
        x = across(value)
        parts.append(line(x, TOP, x2=x, y2=height - FOOT, class_="rule"))
        words = format_count(value)
        parts.append(text(words, x, y=height - 7, class_="tick", anchor="middle"))
    return parts


def _bar(
    name: str, y: float, ends: tuple[float, float], *, across: Scale, class_: str
) -> list[Markup]:
    left, right = across(ends[0]), across(ends[1])
    parts = [
        text(name, LEFT - 10, y=y + ROW / 2 + 4, class_="tick", anchor="end"),
        tag("rect", x=left, y=y + 7, width=max(right - left, 1.5), height=ROW - 14, class_=class_),
    ]
    if ends[1] > across.high:
        tip = (
            f"M{right:.1f} {y + 7:.1f}l{ARROW} {(ROW - 14) / 2:.1f}l-{ARROW} {(ROW - 14) / 2:.1f}z"
        )
        parts.append(tag("path", d=tip, class_=class_))
    return parts
