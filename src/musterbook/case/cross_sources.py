"""Sources and the reports they publish go in; sources without circles come out."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from musterbook.case.circles import circles
from musterbook.case.cross_claims import unknown_source
from musterbook.case.nodes import MapNode, Node, nearest
from musterbook.core.problem import Place, Problem
from musterbook.core.records import Source


def cross_sources(
    sources: Mapping[str, Source], node: Node
) -> tuple[dict[str, Source], tuple[Problem, ...]]:
    """Cut `retells` that name nobody or run in a circle; `node` is the file with its faults."""
    written = frozenset(node.entries) if isinstance(node, MapNode) else frozenset()
    problems: list[Problem] = []
    sound = dict(sources)
    for name, source in sources.items():
        if source.retells is not None and source.retells not in written:
            problems.append(unknown_source(source.retells, nearest(node, name, "retells"), written))
            sound[name] = replace(source, retells=None)
        elif source.retells is not None and source.retells not in sources:
            sound[name] = replace(source, retells=None)
    retold = {name: (each.retells,) for name, each in sound.items() if each.retells is not None}
    for circle in circles(retold):
        problems.append(_circle(circle, sources))
        for name in circle:
            sound[name] = replace(sound[name], retells=None)
    return sound, tuple(problems)


def _circle(circle: tuple[str, ...], sources: Mapping[str, Source]) -> Problem:
    chain = " > ".join((*circle, circle[0]))
    says = f"these sources retell one another in a circle: {chain}"
    if len(circle) == 1:
        says = f"the source `{circle[0]}` retells itself"
    fix = "remove the `retells` of the one that knows at first hand"
    return Problem("MB210", says, sources[circle[0]].place, fix=fix)


def stand_ins(names: Iterable[str], place: Place) -> dict[str, Source]:
    """Make sources that cannot be judged, for names whose declaration could not be read."""
    return {name: Source(name, name, place) for name in names}
