"""Placed boxes go in; arrows with their paths and with places for their labels come out."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TypeAlias

from musterbook.views.diagram_boxes import MARGIN, Box
from musterbook.views.diagram_layout import Arrow, Layout
from musterbook.views.words import bare

Point: TypeAlias = tuple[float, float]
Area: TypeAlias = tuple[float, float, float, float]  # left, top, width, height
HEAD = 9.0  # the length of an arrow's head
RETURN_DEPTH, RETURN_STEP = 36.0, 34.0  # how far returning arrows dip below, and from one another
LABEL_HEIGHT, LETTER = 27.0, 6.4  # two lines; the mean width of a letter at 11.5 px
LABEL_SHIFTS = (0.0, -17.0, 17.0)  # beside the arrow where on it there is no room
LABEL_SPOTS = (0.5, 0.38, 0.62, 0.28, 0.72, 0.2, 0.8)


@dataclass(frozen=True, slots=True)
class Route:
    """An arrow's path; `tip` is where it ends, heading right, or up or down where it returns.

    `reach` is the area that the path keeps within, its width left out.
    """

    arrow: Arrow
    path: str
    tip: Point
    label: Point
    reach: Area
    is_returning: bool = False
    is_above: bool = False

    def head(self, size: float) -> str:
        """Write the path of its head."""
        x, y = self.tip
        if self.is_returning:
            way = -HEAD if self.is_above else HEAD
            return f"M{x:.1f} {y:.1f}l{-size / 2:.1f} {way}h{size:.1f}Z"
        return f"M{x:.1f} {y:.1f}l{-HEAD} {-size / 2:.1f}v{size:.1f}Z"


@dataclass(frozen=True, slots=True)
class Sketch:
    """All routes, and the frame of the drawing: how far it reaches left, up, right and down."""

    routes: tuple[Route, ...]
    left: float
    top: float
    right: float
    bottom: float


def route_arrows(
    layout: Layout, arrows: Sequence[Arrow], *, boxes: Mapping[str, Box], letters: Mapping[str, int]
) -> Sketch:
    """Lead arrows from their box's right side to the next one's left, returning ones around.

    `letters` says how many letters the longer line of each arrow's label has.
    """
    leaving, entering = _ports(layout, arrows, boxes)
    taken = [(each.x, each.y, each.width, each.height) for each in boxes.values() if each.is_shown]
    routes = []
    for each in arrows:
        if each.name not in layout.returning:
            bends = [boxes[bend] for bend in layout.bends[each.name]]
            points = _points(leaving[each.name], bends, entering[each.name])
            routes.append(_forward(each, points, taken=taken, letters=letters[each.name]))
    back = [each for each in arrows if each.name in layout.returning]
    routes += _arcs(back, boxes, taken=taken, letters=letters)
    shown = (each for each in boxes.values() if each.is_shown)
    return _framed(routes, [*taken, *map(_name_area, shown)])


def _framed(routes: Sequence[Route], areas: Sequence[Area]) -> Sketch:
    """Frame boxes, names, labels and paths; the upper left corner is at 0 unless they pass it."""
    held = [*areas, *(each.reach for each in routes)]
    return Sketch(
        tuple(routes),
        min(0.0, *(left - MARGIN for left, *_ in held)),
        min(0.0, *(top - MARGIN for _, top, *_ in held)),
        max(left + width for left, _, width, _ in held) + MARGIN,
        max(top + height for _, top, _, height in held) + MARGIN,
    )


def _name_area(box: Box) -> Area:
    width = LETTER * len(bare(box.name.rpartition(":")[2]))
    return (box.middle - width / 2, box.y, width, box.height)


def _around(points: Sequence[Point]) -> Area:
    across, down = [x for x, _ in points], [y for _, y in points]
    return (min(across), min(down), max(across) - min(across), max(down) - min(down))


def _arcs(
    back: Sequence[Arrow],
    boxes: Mapping[str, Box],
    *,
    taken: list[Area],
    letters: Mapping[str, int],
) -> list[Route]:
    low = max(each.y + each.height for each in boxes.values())
    high = min(each.y for each in boxes.values())
    found, above, below = [], high - RETURN_DEPTH, low + RETURN_DEPTH
    for each in sorted(back, key=lambda each: _reach(each, boxes)):
        if _is_clear_above(each, boxes):
            found.append(
                _returning(each, boxes, depth=above, taken=taken, letters=letters[each.name])
            )
            above -= RETURN_STEP
        else:
            found.append(
                _returning(each, boxes, depth=below, taken=taken, letters=letters[each.name])
            )
            below += RETURN_STEP
    return found


def _reach(arrow: Arrow, boxes: Mapping[str, Box]) -> float:
    return abs(boxes[arrow.source].x - boxes[arrow.target].x)


def _is_clear_above(arrow: Arrow, boxes: Mapping[str, Box]) -> bool:
    ends = (boxes[arrow.source], boxes[arrow.target])
    over = sum(
        each.y < end.y if each.is_shown and each.x == end.x and each is not end else False
        for end in ends
        for each in boxes.values()
    )
    under = sum(
        each.y > end.y if each.is_shown and each.x == end.x and each is not end else False
        for end in ends
        for each in boxes.values()
    )
    return over < under


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
        name: (boxes[box].x, y)
        for box, listed in into.items()
        for name, y in _spread(boxes[box], listed)
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


def _forward(arrow: Arrow, points: list[Point], *, taken: list[Area], letters: int) -> Route:
    tip = points[-1]
    ends = [*points[:-1], (tip[0] - HEAD, tip[1])]
    commands = f"M{ends[0][0]:.1f} {ends[0][1]:.1f}"
    for one, other in pairwise(ends):
        middle = (one[0] + other[0]) / 2
        commands += (
            f"C{middle:.1f} {one[1]:.1f} {middle:.1f} {other[1]:.1f} {other[0]:.1f} {other[1]:.1f}"
        )
    spot = _label_spot(ends, taken, letters)
    return Route(arrow, commands, tip, spot, _around([*ends, tip]))


def _label_spot(ends: list[Point], taken: list[Area], letters: int) -> Point:
    width = LETTER * letters
    spots = [
        (_between(one, other, share), one[1] + (other[1] - one[1]) * _eased(share) + shift)
        for shift in LABEL_SHIFTS
        for one, other in pairwise(ends)
        for share in LABEL_SPOTS
    ]
    free = [
        spot for spot in spots if not any(_overlap(_label_box(spot, width), each) for each in taken)
    ]
    x, y = (free or spots)[0]
    taken.append(_label_box((x, y), width))
    return x, y


def _between(one: Point, other: Point, share: float) -> float:
    return one[0] + (other[0] - one[0]) * share


def _eased(share: float) -> float:
    return share * share * (3 - 2 * share)  # what the curve between two level ends comes to


def _label_box(spot: Point, width: float) -> Area:
    return (spot[0] - width / 2, spot[1] - LABEL_HEIGHT / 2, width, LABEL_HEIGHT)


def _overlap(one: Area, other: Area) -> bool:
    return (
        one[0] < other[0] + other[2]
        and other[0] < one[0] + one[2]
        and one[1] < other[1] + other[3]
        and other[1] < one[1] + one[3]
    )


def _returning(
    arrow: Arrow, boxes: Mapping[str, Box], *, depth: float, taken: list[Area], letters: int
) -> Route:
    source, target = boxes[arrow.source], boxes[arrow.target]
    above = depth < source.y
    start = (source.middle - 12, source.y if above else source.y + source.height)
    tip = (target.middle + 12, target.y if above else target.y + target.height)
    bend = (start[0] + tip[0]) / 2
    end = tip[1] - HEAD if above else tip[1] + HEAD
    commands = (
        f"M{start[0]:.1f} {start[1]:.1f}"
        f"C{start[0]:.1f} {depth:.1f} {start[0]:.1f} {depth:.1f} {bend:.1f} {depth:.1f}"
        f"S{tip[0]:.1f} {depth:.1f} {tip[0]:.1f} {end:.1f}"
    )
    taken.append(_label_box((bend, depth), LETTER * letters))
    reach = _around([start, (bend, depth), tip])
    return Route(arrow, commands, tip, (bend, depth), reach, is_returning=True, is_above=above)
