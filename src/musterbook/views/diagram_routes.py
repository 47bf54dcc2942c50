"""A layout goes in; boxes with places and arrows with paths and label places come out."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from musterbook.views.diagram_layout import Arrow, Layout

Point = tuple[float, float]
BOX_WIDTH, BOX_HEIGHT = 118.0, 62.0
OUTSIDE_WIDTH, OUTSIDE_HEIGHT = 76.0, 30.0
GAP_ACROSS, GAP_DOWN = 128.0, 46.0
BEND_HEIGHT = 26.0  # what a long arrow takes up beside the boxes it passes
MARGIN, HEAD = 12.0, 9.0
RETURN_DEPTH, RETURN_STEP = 34.0, 26.0  # how far returning arrows dip below, and from one another
LABEL_HEIGHT, LETTER = 14.0, 6.6
LABEL_SPOTS = (0.5, 0.38, 0.62, 0.28, 0.72, 0.2, 0.8)


@dataclass(frozen=True, slots=True)
class Box:
    """A stock, a reservoir or (not shown) a bend, by its upper left corner."""

    name: str
    x: float
    y: float
    width: float
    height: float
    is_shown: bool = True

    @property
    def middle(self) -> float:
        """Its middle across."""
        return self.x + self.width / 2

    @property
    def centre(self) -> float:
        """Its middle down."""
        return self.y + self.height / 2


@dataclass(frozen=True, slots=True)
class Route:
    """An arrow's path; `tip` is where it ends, heading right, or up where it returns."""

    arrow: Arrow
    path: str
    tip: Point
    label: Point
    is_returning: bool = False

    def head(self, size: float) -> str:
        """Write the path of its head."""
        x, y = self.tip
        if self.is_returning:
            return f"M{x:.1f} {y:.1f}l{-size / 2:.1f} {HEAD}h{size:.1f}Z"
        return f"M{x:.1f} {y:.1f}l{-HEAD} {-size / 2:.1f}v{size:.1f}Z"


@dataclass(frozen=True, slots=True)
class Sketch:
    """All routes, and the size of the drawing."""

    routes: tuple[Route, ...]
    width: float
    height: float


def place_boxes(layout: Layout) -> Mapping[str, Box]:
    """Stack the boxes of every layer, the layers centred on one line."""
    bends = {bend for each in layout.bends.values() for bend in each}
    tallest = max(_height(layer, bends) for layer in layout.layers)
    boxes: dict[str, Box] = {}
    for at, layer in enumerate(layout.layers):
        left = MARGIN + at * (BOX_WIDTH + GAP_ACROSS)
        y = MARGIN + (tallest - _height(layer, bends)) / 2
        for name in layer:
            box = _box(name, left, y, bends)
            boxes[name] = box
            y += box.height + (GAP_DOWN if box.is_shown else GAP_DOWN / 2)
    return boxes


def _height(layer: Sequence[str], bends: set[str]) -> float:
    sizes = [_size(name, bends)[1] + (GAP_DOWN / 2 if name in bends else GAP_DOWN) for name in layer]
    return sum(sizes) - (GAP_DOWN if layer else 0.0)


def _size(name: str, bends: set[str]) -> tuple[float, float]:
    if name in bends:
        return BOX_WIDTH, BEND_HEIGHT
    if name.startswith(("in:", "out:")):
        return OUTSIDE_WIDTH, OUTSIDE_HEIGHT
    return BOX_WIDTH, BOX_HEIGHT


def _box(name: str, left: float, y: float, bends: set[str]) -> Box:
    width, height = _size(name, bends)
    shift = BOX_WIDTH - width if name.startswith("in:") else 0.0
    return Box(name, left + shift, y, width, height, is_shown=name not in bends)


def route_arrows(layout: Layout, arrows: Sequence[Arrow], *, boxes: Mapping[str, Box]) -> Sketch:
    """Lead every arrow from its box's right side to the next one's left, the returning ones below."""
    leaving, entering = _ports(layout, arrows, boxes)
    taken = [(each.x, each.y, each.width, each.height) for each in boxes.values() if each.is_shown]
    bottom = max(each.y + each.height for each in boxes.values())
    routes, depth = [], bottom + RETURN_DEPTH - RETURN_STEP
    for each in arrows:
        if each.name in layout.returning:
            depth += RETURN_STEP
            routes.append(_returning(each, boxes, depth))
        else:
            bends = [boxes[bend] for bend in layout.bends[each.name]]
            points = _points(leaving[each.name], bends, entering[each.name])
            routes.append(_forward(each, points, taken))
    right = max(each.x + each.width for each in boxes.values())
    low = depth if layout.returning else bottom
    return Sketch(tuple(routes), right + MARGIN, low + MARGIN + 6)


def _ports(
    layout: Layout, arrows: Sequence[Arrow], boxes: Mapping[str, Box]
) -> tuple[dict[str, Point], dict[str, Point]]:
    out: dict[str, list[tuple[float, str]]] = defaultdict(list)
    into: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for each in arrows:
        if each.name not in layout.returning:
            chain = (each.source, *layout.bends[each.name], each.target)
            out[each.source].append((boxes[chain[1]].centre, each.name))
            into[each.target].append((boxes[chain[-2]].centre, each.name))
    leaving = {
        name: (boxes[box].x + boxes[box].width, y)
        for box, listed in out.items()
        for name, y in _spread(boxes[box], listed)
    }
    entering = {
        name: (boxes[box].x, y) for box, listed in into.items() for name, y in _spread(boxes[box], listed)
    }
    return leaving, entering


def _spread(box: Box, listed: list[tuple[float, str]]) -> list[tuple[str, float]]:
    step = box.height / (len(listed) + 1)
    return [(name, box.y + step * at) for at, (_, name) in enumerate(sorted(listed), 1)]


def _points(start: Point, bends: Sequence[Box], end: Point) -> list[Point]:
    points = [start]
    for each in bends:
        points += [(each.x, each.centre), (each.x + each.width, each.centre)]
    return [*points, end]


def _forward(arrow: Arrow, points: list[Point], taken: list[tuple[float, ...]]) -> Route:
    tip = points[-1]
    ends = [*points[:-1], (tip[0] - HEAD, tip[1])]
    commands = f"M{ends[0][0]:.1f} {ends[0][1]:.1f}"
    for one, other in pairwise(ends):
        middle = (one[0] + other[0]) / 2
        commands += (
            f"C{middle:.1f} {one[1]:.1f} {middle:.1f} {other[1]:.1f} {other[0]:.1f} {other[1]:.1f}"
        )
    return Route(arrow, commands, tip, _label_spot(arrow, ends, taken))


def _label_spot(arrow: Arrow, ends: list[Point], taken: list[tuple[float, ...]]) -> Point:
    width = LETTER * (len(arrow.name.rpartition(".")[2]) + 8)
    spots = [
        (_between(one, other, share), one[1] + (other[1] - one[1]) * _eased(share))
        for one, other in pairwise(ends)
        for share in LABEL_SPOTS
    ]
    free = [
        spot for spot in spots if not any(_overlap(_label_box(spot, width), each) for each in taken)
    ]
    x, y = (free or spots)[0]
    taken.append(_label_box((x, y), width))
    return x, y + 4


def _between(one: Point, other: Point, share: float) -> float:
    return one[0] + (other[0] - one[0]) * share


def _eased(share: float) -> float:
    return share * share * (3 - 2 * share)  # what the curve between two level ends comes to


def _label_box(spot: Point, width: float) -> tuple[float, ...]:
    return (spot[0] - width / 2, spot[1] - LABEL_HEIGHT / 2, width, LABEL_HEIGHT)


def _overlap(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return (
        one[0] < other[0] + other[2]
        and other[0] < one[0] + one[2]
        and one[1] < other[1] + other[3]
        and other[1] < one[1] + one[3]
    )


def _returning(arrow: Arrow, boxes: Mapping[str, Box], depth: float) -> Route:
    source, target = boxes[arrow.source], boxes[arrow.target]
    start = (source.middle - 10, source.y + source.height)
    tip = (target.middle + 10, target.y + target.height)
    bend = (start[0] + tip[0]) / 2
    commands = (
        f"M{start[0]:.1f} {start[1]:.1f}"
        f"C{start[0]:.1f} {depth:.1f} {start[0]:.1f} {depth:.1f} {bend:.1f} {depth:.1f}"
        f"S{tip[0]:.1f} {depth:.1f} {tip[0]:.1f} {tip[1] + HEAD:.1f}"
    )
    return Route(arrow, commands, tip, (bend, depth + 4), is_returning=True)
