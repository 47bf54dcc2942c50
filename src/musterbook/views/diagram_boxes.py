"""A layout goes in; boxes with places, in pixels, come out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from musterbook.views.diagram_layout import Layout

MARGIN = 12.0
BOX_WIDTH, BOX_HEIGHT = 118.0, 62.0
OUTSIDE_WIDTH, OUTSIDE_HEIGHT = 76.0, 30.0
GAP_ACROSS, GAP_DOWN = 112.0, 46.0
BEND_HEIGHT = 26.0  # what a long arrow takes up beside the boxes it passes


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
    gaps = [GAP_DOWN / 2 if name in bends else GAP_DOWN for name in layer]
    sizes = [_size(name, bends)[1] + gap for name, gap in zip(layer, gaps, strict=True)]
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
