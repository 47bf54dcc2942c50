"""An account and an answer go in; its stocks and flows as one drawing come out, arrows to scale."""

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from musterbook.core.records import Account
from musterbook.fit.results import Answer
from musterbook.views.anchors import measure_anchor
from musterbook.views.diagram_boxes import Box, place_boxes
from musterbook.views.diagram_layout import Arrow, lay_out
from musterbook.views.diagram_routes import Route, route_arrows
from musterbook.views.svg import drawing, link, path, tag, text
from musterbook.views.words import bare, estimate, shortened

# Letters of a name that fit a box, a reservoir, the gap between boxes: their widths over the 6.2
# pixels that a letter takes in DejaVu Sans, the widest of the usual faces. Titles are whole.
IN_BOX, IN_OUTSIDE, IN_GAP = 19, 12, 18
WIDEST, THINNEST = 22.0, 1.2  # pixels of the widest interval's end, and of next to nothing


@dataclass(frozen=True, slots=True)
class Size:
    """A quantity at the as-of date: its numbers, and its words."""

    low: float
    middle: float
    high: float
    words: str
    interval: str


def diagram(account: Account, *, answer: Answer) -> Markup:
    """Draw an account: boxes for stocks, arrows for flows; reservoirs stand at the outer sides."""
    sizes = {name: size_of(answer, name) for name in _names(account)}
    arrows = [_arrow(account, each.name, each.source, each.target) for each in account.flows]
    layout = lay_out(_boxes(account, arrows), arrows, last=_exits(arrows))
    boxes = place_boxes(layout)
    widest = max((sizes[each.name].high for each in account.flows), default=1.0) or 1.0
    letters = {
        each.name: max(len(bare(each.name)), len(sizes[each.name].words)) for each in account.flows
    }
    sketch = route_arrows(layout, arrows, boxes=boxes, letters=letters)
    return drawing(
        *(_flow(each, sizes[each.arrow.name], widest) for each in sketch.routes),
        *(_label(each, sizes[each.arrow.name]) for each in sketch.routes),
        *(_box(each, sizes) for each in boxes.values() if each.is_shown),
        width=sketch.right,
        height=sketch.bottom,
        top=sketch.top,
        left=sketch.left,
        title=f"{account.title or account.name or 'The account'}: its stocks and flows",
        description=_description(account, sizes),
        class_="stocks",
    )


def _names(account: Account) -> list[str]:
    return [*(each.name for each in account.stocks), *(each.name for each in account.flows)]


def size_of(answer: Answer, name: str) -> Size:
    """Read a stock's level, or a flow's total since the opening, at the as-of date."""
    shown = answer.measures[name]
    at = shown.at(answer.system.as_of)
    low, middle, high = (float(each[at]) for each in (shown.q05, shown.q50, shown.q95))
    return Size(low, middle, high, *estimate(low, middle, high))


def _arrow(account: Account, name: str, source: str, target: str) -> Arrow:
    stocks = {each.name for each in account.stocks}
    return Arrow(
        name,
        source if source in stocks else f"in:{source}",
        target if target in stocks else f"out:{target}",
    )


def _boxes(account: Account, arrows: list[Arrow]) -> list[str]:
    entries = dict.fromkeys(each.source for each in arrows if each.source.startswith("in:"))
    return [*entries, *(each.name for each in account.stocks), *_exits(arrows)]


def _exits(arrows: list[Arrow]) -> list[str]:
    return list(dict.fromkeys(each.target for each in arrows if each.target.startswith("out:")))


def _width(people: float, widest: float) -> float:
    return max(THINNEST, WIDEST * people / widest)


def _flow(route: Route, size: Size, widest: float) -> Markup:
    haze, core = _width(size.high, widest), _width(size.middle, widest)
    return link(
        f"#{measure_anchor(route.arrow.name)}",
        path(route.path, class_="haze", stroke_width=haze),
        path(route.path, class_="flow", stroke_width=core),
        path(route.head(max(7.0, 0.75 * core)), class_="head"),
        title=f"{bare(route.arrow.name)}: {size.words}, 90 % {size.interval}",
    )


def _label(route: Route, size: Size) -> Markup:
    x, y = route.label
    name = tag("tspan", shortened(bare(route.arrow.name), IN_GAP), x=x, y=y - 3)
    number = tag("tspan", size.words, x=x, y=y + 10, class_="size")
    return tag("text", name, number, text_anchor="middle", class_="flowname")


def _box(box: Box, sizes: Mapping[str, Size]) -> Markup:
    if box.name not in sizes:
        return tag(
            "g",
            tag("rect", x=box.x, y=box.y, width=box.width, height=box.height, rx=box.height / 2),
            text(
                shortened(bare(box.name.partition(":")[2]), IN_OUTSIDE),
                box.middle,
                y=box.centre + 4,
                anchor="middle",
            ),
            class_="outside",
        )
    size = sizes[box.name]
    return link(
        f"#{measure_anchor(box.name)}",
        tag(
            "g",
            tag("rect", x=box.x, y=box.y, width=box.width, height=box.height, rx=4.0),
            text(
                shortened(bare(box.name), IN_BOX),
                box.middle,
                y=box.y + 17,
                class_="name",
                anchor="middle",
            ),
            text(size.words, box.middle, y=box.y + 37, class_="size", anchor="middle"),
            text(size.interval, box.middle, y=box.y + 53, class_="range", anchor="middle"),
            class_="stock",
        ),
        title=f"{bare(box.name)}: {size.words}, 90 % {size.interval}",
    )


def _description(account: Account, sizes: Mapping[str, Size]) -> str:
    stocks = "; ".join(f"{bare(each.name)} {sizes[each.name].words}" for each in account.stocks)
    flows = "; ".join(
        f"{bare(each.name)}, {bare(each.source)} to {bare(each.target)}, {sizes[each.name].words}"
        for each in account.flows
    )
    return f"Stocks: {stocks}. Flows since the opening: {flows}."
