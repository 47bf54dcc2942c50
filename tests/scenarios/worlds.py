"""Small accounts written in a few words in, cases and draws to run scenarios on out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from musterbook.account.system import Choice, Column, ColumnKind, FlowShape, System
from musterbook.core.plans import Scenario, ScenarioPlan
from musterbook.core.problem import Phrase, Place, Problem
from musterbook.core.records import Account, Case, Flow, Measure, Parameter, Rule, Stock
from musterbook.core.when import Period, Step, knots
from musterbook.scenarios.results import RunReport
from musterbook.scenarios.run import RunOptions, run_scenarios
from musterbook.scenarios.world import build_world

PLACE = Place("account.yaml", 3, 5)
WINDOW = Period(date(2025, 7, 1), date(2025, 12, 31))
Floats = NDArray[np.float64]


def phrase(text: str) -> Phrase:
    return Phrase(text, PLACE)


@dataclass(frozen=True)
class Given:
    """Draws made by hand."""

    system: System
    draws: Floats
    weights: Floats
    choice: Choice = ()


@dataclass(frozen=True)
class Small:
    """An account in a few words: flows as `source -> target`, openings and flows a month."""

    stocks: Mapping[str, float]
    flows: Mapping[str, tuple[str, str, float]]
    rules: Mapping[str, str] = field(default_factory=dict)
    measures: Mapping[str, str | Mapping[str, str]] = field(default_factory=dict)
    parameters: Mapping[str, str] = field(default_factory=dict)

    def case(self) -> Case:
        places = {source for source, _, _ in self.flows.values()}
        places |= {target for _, target, _ in self.flows.values()}
        account = Account(
            "",
            "Small",
            PLACE,
            stocks=tuple(Stock(name, PLACE) for name in self.stocks),
            outside=tuple(sorted(places - set(self.stocks))),
            flows=tuple(Flow(name, *ends[:2], PLACE) for name, ends in self.flows.items()),
            measures=tuple(_measure(*each) for each in self.measures.items()),
            parameters=tuple(
                Parameter(name, phrase(text), PLACE) for name, text in self.parameters.items()
            ),
            rules=tuple(Rule(name, phrase(text), "") for name, text in self.rules.items()),
        )
        return Case("Small", "", WINDOW, accounts=(account,))

    def draws(self, *, spread: float = 0.0, count: int = 200, seed: int = 1) -> Given:
        """Give draws whose flows are the same every month, openings so that no stock is negative.

        The stocks given are those at the END of the window.
        """
        system = system_of(self.case())
        months = len(system.knots) - 1
        random = np.random.default_rng(seed)
        noise = np.exp(spread * random.standard_normal((count, system.width)))
        draws = np.zeros((count, system.width))
        for at, column in enumerate(system.columns):
            if column.kind is ColumnKind.FLOW:
                draws[:, at] = self.flows[column.name][2] * noise[:, at]
        for at, (name, end) in enumerate(self.stocks.items()):
            net = sum(
                months * level * ((target == name) - (source == name))
                for source, target, level in self.flows.values()
            )
            draws[:, at] = (end - net) * noise[:, at]
        return Given(system, draws, np.full(count, 1 / count))


def _measure(name: str, written: str | Mapping[str, str]) -> Measure:
    readings = {"": written} if isinstance(written, str) else written
    return Measure(name, {key: phrase(text) for key, text in readings.items()}, PLACE)


def system_of(case: Case) -> System:
    """Lay out an account without claims: openings, then each flow's months."""
    edges = knots(case.window, Step.MONTH)
    account = case.accounts[0]
    columns = [Column(ColumnKind.OPENING, each.name, edges[0], edges[0]) for each in account.stocks]
    for flow in account.flows:
        for start, end in pairwise(edges):
            columns.append(Column(ColumnKind.FLOW, flow.name, start, end))
    return System(
        columns=tuple(columns),
        knots=edges,
        stocks=tuple(each.name for each in account.stocks),
        flows=tuple(FlowShape(each.name, each.source, each.target) for each in account.flows),
        groups=(),
        measures={},
        as_of=case.today,
        index={(each.name, each.end): at for at, each in enumerate(columns)},
    )


def plan(
    scenarios: Mapping[str, Mapping[str, str]] | None = None,
    *,
    watch: Sequence[str] = (),
    until: str = "2026-12",
    questions: Sequence[str] = (),
) -> ScenarioPlan:
    """Write a plan in a few words; a scenario's `from` is its start."""
    written = []
    for name, changes in (scenarios or {}).items():
        rest = {target: phrase(text) for target, text in changes.items() if target != "from"}
        start = phrase(changes["from"]) if "from" in changes else None
        written.append(Scenario(name, PLACE, start, rest))
    return ScenarioPlan(
        watch=tuple(map(phrase, watch)),
        until=phrase(until),
        scenarios=tuple(written),
        questions=tuple(map(phrase, questions)),
    )


def run(
    small: Small, scenario_plan: ScenarioPlan, *, given: Given | None = None, **options: object
) -> tuple[RunReport, tuple[Problem, ...]]:
    """Run a small account; problems of the world come first."""
    world, problems = build_world(small.case())
    chosen = RunOptions(**({"members": 300} | options))  # type: ignore[arg-type]
    report, found = run_scenarios(
        world, scenario_plan, answer=given or small.draws(), options=chosen
    )
    return report, (*problems, *found)


def clean(outcome: tuple[RunReport, tuple[Problem, ...]]) -> RunReport:
    """Give the report of a run that must have no problem."""
    report, problems = outcome
    assert problems == (), problems
    return report
