"""The node tree of a file goes in; a checked model, its pruned tree and all faults come out.

Every fault of the file is reported at once. What is faulty is cut out of the tree, by whole
entries (a claim, a stock), so that the rest of the file still loads.
"""

from typing import Any, TypeVar

from pydantic import BaseModel, RootModel, ValidationError

from musterbook.case.faults import Location, problem_of
from musterbook.case.nodes import Key, Node, child, plain, without
from musterbook.core.problem import Problem

Model = TypeVar("Model", bound=BaseModel)


def check_nodes(node: Node, model: type[Model]) -> tuple[Model | None, Node, tuple[Problem, ...]]:
    """Check a tree against a model; None where what is left after pruning is still no file."""
    problems: list[Problem] = []
    written = node
    for _ in range(3):  # faults hide behind faults once (a wrong shape), rarely twice
        try:
            return model.model_validate(plain(node)), node, tuple(problems)
        except ValidationError as error:
            found = [(_location(each), each) for each in error.errors(include_url=False)]
        problems.extend(
            problem_of(location, each, node, model)
            for location, each in found
            if not _was_pruned(location, each, written, node)
        )
        pruned = without(node, {_entry(location, model) for location, _ in found})
        if pruned == node:
            break
        node = pruned
    return None, node, tuple(problems)


def _was_pruned(location: Location, error: Any, written: Node, node: Node) -> bool:
    """Say whether something is missing only because its fault is reported already."""
    if error["type"] != "missing" or written is node:
        return False
    return child(written, *location) is not None


def _location(error: Any) -> Location:
    return tuple(error["loc"])


def _entry(location: Location, model: type[BaseModel]) -> tuple[Key, ...]:
    """Give the path of the entry a fault lies in: `claims, 3` or `stocks, present`."""
    depth = 1 if issubclass(model, RootModel) else 2
    path = tuple(step for step in location if step != "[key]")
    return path[:depth]
