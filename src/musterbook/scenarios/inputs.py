"""Members and what they drew in, every uncertain input of a scenario with its numbers out."""

from collections.abc import Mapping

from musterbook.scenarios.members import Members
from musterbook.scenarios.programme import Programme, parameter_key
from musterbook.scenarios.quantiles import Floats
from musterbook.scenarios.results import InputKind
from musterbook.scenarios.world import World


def inputs_of(
    programme: Programme, world: World, *, drawn: Mapping[str, Floats], members: Members
) -> dict[tuple[InputKind, str], Floats]:
    """Gather parameters, changes, recent rates and stocks at the start: arrays of (member,)."""
    inputs = {
        (InputKind.PARAMETER, name): drawn[parameter_key(name)]
        for name, spread in world.parameters.items()
        if spread.is_range
    }
    for key, spread in programme.spreads.items():
        if spread.is_range:
            inputs[InputKind.CHANGE, key] = drawn[key]
    for (flow, _), key in programme.recent.items():
        inputs[InputKind.RATE, flow] = drawn[key]
    stocks = members.stocks(world.stocks)
    for row, stock in enumerate(world.stocks):
        inputs[InputKind.START, stock] = stocks[row]
    return inputs
