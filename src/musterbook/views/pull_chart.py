"""What pulls a number goes in; bars from nothing to each pull come out, the strongest first."""

from markupsafe import Markup

from musterbook.core.quantity import format_count
from musterbook.questions.results import Pull, PullKind, WhyReport
from musterbook.views.anchors import claim_anchor, source_anchor
from musterbook.views.pulls import signed
from musterbook.views.scales import Scale, ticks
from musterbook.views.svg import drawing, line, link, tag, text
from musterbook.views.words import shortened

WIDTH, LEFT, RIGHT, TOP, BAR, FOOT = 620.0, 190.0, 70.0, 6.0, 24.0, 24.0
MOST = 8  # as many as can be taken in at a glance; the tables hold the rest
NAME_LETTERS = 28
ROOM = 1.3  # times the longest bar, so that its figure stands clear of the names


def pull_chart(report: WhyReport) -> Markup | None:
    """Draw what moves a number by more than a hair; None where nothing does."""
    shown = [
        each for each in report.of(PullKind.CLAIM, PullKind.ASSUMPTION) if _counts(report, each)
    ]
    shown = shown[:MOST]
    if not shown:
        return None
    furthest = max(abs(each.pull) + each.error for each in shown) * ROOM
    low = -furthest if any(each.pull < 0 for each in shown) else -0.12 * furthest
    high = furthest if any(each.pull > 0 for each in shown) else 0.12 * furthest
    across = Scale(low, high, LEFT, WIDTH - RIGHT)
    height = TOP + BAR * len(shown) + FOOT
    return drawing(
        *_axis(across, height),
        *(_bar(each, TOP + BAR * place, across) for place, each in enumerate(shown)),
        width=WIDTH,
        height=height,
        title=f"What pulls {report.target}",
        description="; ".join(f"{each.name} {signed(each)}" for each in shown),
        class_="pulls",
    )


def _counts(report: WhyReport, pull: Pull) -> bool:
    return report.matters(pull)


def _axis(across: Scale, height: float) -> list[Markup]:
    parts = []
    for value in ticks(across.low, across.high, about=4):
        x = across(value)
        words = f"{'+' if value > 0 else ''}{format_count(value)}".replace("-", "−")
        parts.append(line(x, TOP, x2=x, y2=height - FOOT, class_="rule" if value else "axis"))
        parts.append(text(words, x, y=height - 8, class_="tick", anchor="middle"))
    return parts


def _bar(pull: Pull, y: float, across: Scale) -> Markup:
    start, end, middle = across(0.0), across(pull.pull), y + BAR / 2
    low, high = across(pull.pull - pull.error), across(pull.pull + pull.error)
    anchor = source_anchor if pull.kind is PullKind.SOURCE else claim_anchor
    name = shortened(pull.name, NAME_LETTERS)
    side = 1 if pull.pull >= 0 else -1
    return link(
        f"#{anchor(pull.name)}",
        text(name, LEFT - 10, y=middle + 4, anchor="end"),
        tag(
            "rect",
            x=min(start, end),
            y=y + 5,
            width=max(abs(end - start), 1.0),
            height=BAR - 10,
            class_="up" if side > 0 else "down",
        ),
        line(low, middle, x2=high, y2=middle, class_="error"),
        text(
            signed(pull),
            (high + 6) if side > 0 else (low - 6),
            y=middle + 4,
            class_="size",
            anchor="start" if side > 0 else "end",
        ),
        title=f"{pull.name} pulls it by {signed(pull)}, give or take {format_count(pull.error)}",
    )
