"""Units of people and the names declared go in; the units that sentences can use come out."""

from collections.abc import Mapping

from musterbook.case.known import NAMED_SECTIONS, Declared
from musterbook.case.nodes import Node, TextNode, child, entries_of
from musterbook.core.problem import Problem

PEOPLE = ("people", "persons")  # what every number counts where no unit is named
_ONE = {
    "stocks": "a stock",
    "flows": "a flow",
    "measures": "a measure",
    "parameters": "a parameter",
}

Units = Mapping[str, tuple[float, float]]


def cross_units(
    units: Units, node: Node | None, declared: Declared
) -> tuple[Units, tuple[Problem, ...]]:
    """Leave out units whose word means something else already, each a problem.

    `node` is case.yaml, `declared` the names of the accounts.
    """
    keys = [key for key, _ in entries_of(child(node, "units"))]
    problems = tuple(each for key in keys if (each := _fault(key, declared)))
    faulty = {each.place for each in problems}
    taken = {key.text for key in keys if key.place in faulty}
    return {name: size for name, size in units.items() if name not in taken}, problems


def _fault(key: TextNode, declared: Declared) -> Problem | None:
    if key.text in PEOPLE:
        says = f"`{key.text}` counts people one by one, so it cannot be a unit of several"
        return Problem("MB201", says, key.place, fix="give the unit another name")
    for section in NAMED_SECTIONS:
        named = [each for each in declared.names(section) if each.rpartition(".")[2] == key.text]
        if named:
            says = f"`{key.text}` is {_ONE[section]}, so it cannot be a unit of people too"
            return Problem("MB201", says, key.place, fix="give the unit another name")
    return None
