"""Boxes and arrows go in; places in layers from left to right come out, returning arrows apart."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

SWEEPS = 6  # passes back and forth over the layers: enough for the few boxes of an account


@dataclass(frozen=True, slots=True)
class Arrow:
    """A flow between two boxes."""

    name: str
    source: str
    target: str


@dataclass(frozen=True, slots=True)
class Layout:
    """Layers of box names from left to right, bends of long arrows among them.

    `bends` maps an arrow to the bends it passes, `returning` names arrows that lead back.
    """

    layers: tuple[tuple[str, ...], ...]
    bends: Mapping[str, tuple[str, ...]]
    returning: frozenset[str]


def lay_out(boxes: Sequence[str], arrows: Sequence[Arrow], *, last: Iterable[str] = ()) -> Layout:
    """Put boxes into layers so that arrows lead rightwards, except those that close a circle.

    `last` names the boxes that stand in the last layer, whatever leads to them.
    """
    returning = _returning(boxes, arrows)
    forward = [each for each in arrows if each.name not in returning]
    depth = _depths(boxes, forward)
    _pull_right(depth, boxes, forward)
    deepest = max(depth.values(), default=0)
    depth |= {name: max(deepest, 1) for name in last}
    bends = {
        each.name: tuple(
            f"{each.name}·{at}" for at in range(depth[each.source] + 1, depth[each.target])
        )
        for each in forward
    }
    layers: dict[int, list[str]] = defaultdict(list)
    for name in boxes:
        layers[depth[name]].append(name)
    for each in forward:
        for at, bend in enumerate(bends[each.name], depth[each.source] + 1):
            layers[at].append(bend)
    ordered = _untangle([layers[at] for at in sorted(layers)], forward, bends)
    return Layout(tuple(tuple(each) for each in ordered), bends, returning)


def _returning(boxes: Sequence[str], arrows: Sequence[Arrow]) -> frozenset[str]:
    leaving = defaultdict(list)
    for each in arrows:
        leaving[each.source].append(each)
    found, done, open_now = set(), set(), set()

    def visit(name: str) -> None:
        open_now.add(name)
        for each in leaving[name]:
            if each.target in open_now:
                found.add(each.name)
            elif each.target not in done:
                visit(each.target)
        open_now.discard(name)
        done.add(name)

    for name in boxes:
        if name not in done:
            visit(name)
    return frozenset(found)


def _depths(boxes: Sequence[str], forward: Sequence[Arrow]) -> dict[str, int]:
    depth = dict.fromkeys(boxes, 0)
    for _ in boxes:
        for each in forward:
            depth[each.target] = max(depth[each.target], depth[each.source] + 1)
    return depth


def _pull_right(depth: dict[str, int], boxes: Sequence[str], forward: Sequence[Arrow]) -> None:
    into = {each.target for each in forward}
    for name in boxes:
        after = [depth[each.target] for each in forward if each.source == name]
        if name not in into and after:
            depth[name] = min(after) - 1


def _untangle(
    layers: list[list[str]], forward: Sequence[Arrow], bends: Mapping[str, tuple[str, ...]]
) -> list[list[str]]:
    neighbours: dict[str, list[str]] = defaultdict(list)
    for each in forward:
        chain = (each.source, *bends[each.name], each.target)
        for one, other in pairwise(chain):
            neighbours[one].append(other)
            neighbours[other].append(one)
    for sweep in range(SWEEPS):
        order = range(1, len(layers)) if sweep % 2 == 0 else range(len(layers) - 2, -1, -1)
        for at in order:
            beside = layers[at - 1] if sweep % 2 == 0 else layers[at + 1]
            place = {name: position for position, name in enumerate(beside)}
            middles = {
                name: _middle([place[each] for each in neighbours[name] if each in place], own)
                for own, name in enumerate(layers[at])
            }
            layers[at] = sorted(layers[at], key=middles.__getitem__)
    return layers


def _middle(places: Sequence[int], otherwise: float) -> float:
    return sum(places) / len(places) if places else float(otherwise)
