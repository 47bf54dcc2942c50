"""A programme and members in, what each member did with every watched measure out."""

from bisect import bisect_left
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from musterbook.scenarios.clock import NEARLY, Clock
from musterbook.scenarios.courses import Asked
from musterbook.scenarios.members import Members, drawn_numbers
from musterbook.scenarios.programme import Programme
from musterbook.scenarios.quantiles import Floats
from musterbook.scenarios.question import Timing
from musterbook.scenarios.state import State, Undefined
from musterbook.scenarios.step import Integrator, advance, evaluate_rates
from musterbook.scenarios.world import World

CHUNK = 10_000  # members at a time: fewer pay more for each call than they gain in cache (measured)


@dataclass(slots=True)
class Ensemble:
    """What came of one scenario, members in order.

    `values` holds each watched measure at each date: shape (date, member); `hits` whether each
    question came true; `stocks` who is where at the end: shape (stock, member).
    """

    values: dict[str, Floats]
    hits: list[NDArray[np.bool_]]
    drawn: dict[str, Floats]
    stocks: Floats
    clipped: int = 0
    undefined: dict[str, Undefined] = field(default_factory=dict)


def run_ensemble(
    programme: Programme,
    world: World,
    *,
    members: Members,
    clock: Clock,
    integrator: Integrator,
    known: dict[str, Floats],
) -> Ensemble:
    """Run all members of one scenario, a chunk at a time; `known` is shared by the scenarios."""
    drawn = drawn_numbers(programme, world, members=members, known=known)
    stocks, totals = members.stocks(world.stocks), members.totals(programme.totals)
    ensemble = Ensemble(
        values={name: np.empty((len(clock.dates), members.count)) for name, _ in programme.watch},
        hits=[np.zeros(members.count, dtype=np.bool_) for _ in programme.questions],
        drawn=drawn,
        stocks=stocks,
    )
    with np.errstate(all="ignore"):
        for first in range(0, members.count, CHUNK):
            part = slice(first, first + CHUNK)
            state = _state(
                programme, drawn, stocks=stocks[:, part], totals=totals[:, part], part=part
            )
            _Run(programme, state, ensemble, clock=clock, part=part).run(integrator)
    return ensemble


def _state(
    programme: Programme, drawn: dict[str, Floats], *, stocks: Floats, totals: Floats, part: slice
) -> State:
    mine = {key: values[part] for key, values in drawn.items()}
    here = stocks.copy()
    members = here.shape[1]
    return State(
        stocks=here,
        totals=totals.copy(),
        lags=np.zeros((sum(len(lag.rows) for lag in programme.lags), members)),
        rates=np.zeros((len(programme.ends), members)),
        drawn=mine,
        parameters={},
        base=here,
    )


class _Run:
    """One chunk's way through all stretches, taking notes."""

    def __init__(
        self, programme: Programme, state: State, ensemble: Ensemble, *, clock: Clock, part: slice
    ) -> None:
        self.programme, self.state, self.ensemble = programme, state, ensemble
        self.part = part
        self.ticks = clock.ticks
        self.deadlines = [clock.months(each.question.end) for each, _ in programme.questions]

    def run(self, integrator: Integrator) -> None:
        """Walk every stretch; at its steps ask the questions, at its end write the measures."""
        if self.programme.regimes:
            self._enter(0)
            self._settle_lags()
        self._report()
        self._ask()
        for at, regime in enumerate(self.programme.regimes):
            self._enter(at)
            for number in range(regime.stretch.steps):
                self.ensemble.clipped += advance(
                    self.state, regime, programme=self.programme, integrator=integrator
                )
                self.state.now = regime.stretch.at(number + 1)
                self._ask()
            self._report()
        self.ensemble.stocks[:, self.part] = self.state.stocks
        self._gather()

    def _enter(self, at: int) -> None:
        regime = self.programme.regimes[at]
        state = self.state
        state.middle = regime.stretch.middle
        state.base, state.left_at = state.stocks, state.now
        state.parameters = {
            key.removeprefix("parameter "): value
            for key, value in state.drawn.items()
            if key.startswith("parameter ")
        }
        state.parameters |= {name: run(state) for name, run in regime.parameters}

    def _settle_lags(self) -> None:
        """Let each lag begin at what it follows; a lag of a lag needs a round more."""
        for _ in range(len(self.programme.lags)):
            evaluate_rates(self.state, self.programme.regimes[0])
            for lag in self.programme.lags:
                self.state.lags[list(lag.rows)] = lag.follows(self.state)

    def _report(self) -> None:
        row = bisect_left(self.ticks, self.state.now - NEARLY)
        if row < len(self.ticks) and self.ticks[row] < self.state.now + NEARLY:
            for name, evaluate in self.programme.watch:
                self.ensemble.values[name][row, self.part] = evaluate(self.state)

    def _ask(self) -> None:
        for number, (asked, evaluate) in enumerate(self.programme.questions):
            if self._is_time(asked, self.deadlines[number]):
                value, limit = evaluate(self.state), asked.question.number
                came_true = value < limit if asked.question.is_below else value > limit
                self.ensemble.hits[number][self.part] |= came_true

    def _is_time(self, asked: Asked, deadline: float) -> bool:
        late = self.state.now - deadline
        return abs(late) < NEARLY if asked.question.timing is Timing.ON else late < NEARLY

    def _gather(self) -> None:
        for name, seen in self.state.undefined.items():
            known = self.ensemble.undefined.setdefault(name, Undefined(0, seen.first))
            known.members += seen.members
            known.first = min(known.first, seen.first)
