"""Boxes in layers: arrows lead rightwards, those that close a circle are told apart."""

import re
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from musterbook.views.diagram_boxes import place_boxes
from musterbook.views.diagram_layout import Arrow, lay_out
from musterbook.views.diagram_routes import LABEL_HEIGHT, LETTER, route_arrows

CONTINGENT = [
    Arrow("deploy", "in:home", "present"),
    Arrow("kill", "present", "killed"),
    Arrow("wound", "present", "wounded"),
    Arrow("recover", "wounded", "present"),
    Arrow("evacuate", "wounded", "out:home"),
    Arrow("rotate", "present", "out:home"),
]
BOXES = ["in:home", "present", "wounded", "killed", "out:home"]


def test_the_contingent_stands_in_four_layers_and_recovery_leads_back():
    layout = lay_out(BOXES, CONTINGENT, last=["out:home"])
    assert layout.returning == {"recover"}
    shown = [{each for each in layer if "·" not in each} for layer in layout.layers]
    assert shown == [{"in:home"}, {"present"}, {"wounded", "killed"}, {"out:home"}]
    assert [len(layout.bends[each]) for each in ("deploy", "rotate")] == [0, 1]


def test_an_arc_goes_around_the_side_where_nothing_stands():
    layout = lay_out(BOXES, CONTINGENT, last=["out:home"])
    boxes = place_boxes(layout)
    letters = dict.fromkeys((each.name for each in CONTINGENT), 8)
    sketch = route_arrows(layout, CONTINGENT, boxes=boxes, letters=letters)
    arc = next(each for each in sketch.routes if each.is_returning)
    is_upper = boxes["wounded"].y < boxes["killed"].y
    assert arc.is_above == is_upper
    assert (arc.label[1] < min(box.y for box in boxes.values())) == is_upper


NAMES = [f"s{number}" for number in range(6)]
ARROWS = st.lists(
    st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)).filter(
        lambda ends: ends[0] != ends[1]
    ),
    max_size=12,
)


@given(ARROWS)
def test_every_arrow_leads_right_or_returns_and_no_boxes_overlap(ends):
    arrows = [Arrow(f"f{at}", source, target) for at, (source, target) in enumerate(ends)]
    layout = lay_out(NAMES, arrows)
    depth = {name: at for at, layer in enumerate(layout.layers) for name in layer}
    assert set(NAMES) <= set(depth)
    for each in arrows:
        if each.name not in layout.returning:
            assert depth[each.source] < depth[each.target]
            assert len(layout.bends[each.name]) == depth[each.target] - depth[each.source] - 1
    boxes = place_boxes(layout)
    for layer in layout.layers:
        stacked = [boxes[name] for name in layer]
        assert all(upper.y + upper.height < lower.y for upper, lower in pairwise(stacked))
    letters = dict.fromkeys((each.name for each in arrows), 6)
    assert len(route_arrows(layout, arrows, boxes=boxes, letters=letters).routes) == len(arrows)


def places(path):
    """Every point that a path's absolute commands name; its curves keep between them."""
    numbers = [float(each) for each in re.findall(r"-?[0-9.]+", path)]
    return list(zip(numbers[::2], numbers[1::2], strict=True))


def assert_in_frame(names, arrows, letters):
    layout = lay_out(names, arrows)
    boxes = place_boxes(layout)
    sketch = route_arrows(layout, arrows, boxes=boxes, letters=letters)
    held = [place for each in sketch.routes for place in places(each.path)]
    for each in sketch.routes:
        (x, y), across = each.label, LETTER * letters[each.arrow.name] / 2
        held += [(x - across, y - LABEL_HEIGHT / 2), (x + across, y + LABEL_HEIGHT / 2)]
    for each in boxes.values():
        if each.is_shown:
            across = max(each.width, LETTER * len(each.name)) / 2
            held += [(each.middle - across, each.y), (each.middle + across, each.y + each.height)]
    for x, y in held:
        assert sketch.left <= x <= sketch.right, (x, sketch)
        assert sketch.top <= y <= sketch.bottom, (y, sketch)


def test_a_long_arrow_below_all_boxes_is_in_the_frame():
    ends = [
        ("flee", "unhurt", "homeless"),
        ("hurt", "unhurt", "injured"),
        ("vanish", "unhurt", "missing"),
        ("kill", "unhurt", "dead"),
        ("find_dead", "missing", "dead"),
        ("find_alive", "missing", "injured"),
        ("succumb", "injured", "dead"),
    ]
    arrows = [Arrow(*each) for each in ends]
    letters = {each.name: len(each.name) for each in arrows}
    assert_in_frame(["unhurt", "homeless", "injured", "missing", "dead"], arrows, letters)


@given(ARROWS, st.integers(1, 40))
def test_the_frame_holds_every_path_label_and_box(ends, letters):
    arrows = [Arrow(f"f{at}", source, target) for at, (source, target) in enumerate(ends)]
    names = ["s0_with_a_rather_long_name_to_show", *NAMES[1:]]
    arrows = [
        Arrow(each.name, *(names[NAMES.index(end)] for end in (each.source, each.target)))
        for each in arrows
    ]
    assert_in_frame(names, arrows, dict.fromkeys((each.name for each in arrows), letters))
