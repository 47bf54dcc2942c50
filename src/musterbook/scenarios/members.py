"""A fit's draws and a seed in, members out: each a draw and its own sampled numbers.

Every member keeps its numbers under every scenario, so a difference between two scenarios is the
scenarios' alone.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

import numpy as np
from numpy.typing import NDArray

from musterbook.scenarios.amounts import Spread
from musterbook.scenarios.beginning import Beginning, Draws
from musterbook.scenarios.philox import uniforms
from musterbook.scenarios.programme import Programme, parameter_key
from musterbook.scenarios.quantiles import Floats
from musterbook.scenarios.world import World


@dataclass(frozen=True, slots=True)
class Members:
    """Members first to first + count - 1: `draw` holds each one's draw, shape (member,)."""

    first: int
    count: int
    seed: int
    draw: NDArray[np.intp]
    beginning: Beginning

    def sample(self, purpose: str, spread: Spread) -> Floats:
        """Sample a number or range for each member: shape (member,)."""
        numbers = uniforms(self.seed, purpose, first=self.first, count=self.count)
        return spread.at(numbers)

    def recent_rate(self, flow: str, months: float) -> Floats:
        """Give a flow's recent rate for each member: shape (member,)."""
        return self.beginning.recent_rate(flow, months)[self.draw]

    def stocks(self, names: Iterable[str]) -> Floats:
        """Give every stock at the start: shape (stock, member)."""
        return self._rows(self.beginning.stock(name) for name in names)

    def totals(self, flows: Iterable[str]) -> Floats:
        """Give who had passed along flows since the window opened: shape (flow, member)."""
        return self._rows(self.beginning.total(flow) for flow in flows)

    def _rows(self, per_draw: Iterable[Floats]) -> Floats:
        rows = [row[self.draw] for row in per_draw]
        return np.array(rows).reshape(len(rows), self.count)


def choose_members(
    answer: Draws, beginning: Beginning, *, seed: int, first: int, count: int
) -> Members:
    """Give each member a draw, as often as its weight says."""
    edges = np.cumsum(answer.weights)
    numbers = uniforms(seed, "draw", first=first, count=count)
    draw = np.searchsorted(edges / edges[-1], numbers, side="right")
    return Members(first, count, seed, np.minimum(draw, len(edges) - 1), beginning)


def drawn_numbers(
    programme: Programme, world: World, *, members: Members, known: dict[str, Floats]
) -> dict[str, Floats]:
    """Give all that members keep: parameters, changes with a range, recent rates.

    What another scenario has asked for is taken from `known`, and what is new goes there.
    """
    numbers: dict[str, Callable[[], Floats]] = {}
    for name, spread in world.parameters.items():
        numbers[parameter_key(name)] = partial(members.sample, parameter_key(name), spread)
    for key, spread in programme.spreads.items():
        # Keyed by the target alone: who draws much under one scenario draws much under another.
        numbers[key] = partial(members.sample, f"change {key.partition(':')[0]}", spread)
    for (flow, months), key in programme.recent.items():
        numbers[key] = partial(members.recent_rate, flow, months)
    for key, give in numbers.items():
        if key not in known:
            known[key] = give()
    return {key: known[key] for key in numbers}
