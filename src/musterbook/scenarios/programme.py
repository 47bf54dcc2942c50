"""One course of a plan in, everything needed to run it over members out: compiled and in order."""

from collections.abc import Mapping
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter

import numpy as np

from musterbook.core.problem import Problem
from musterbook.scenarios.amounts import Spread
from musterbook.scenarios.change import Act, Change
from musterbook.scenarios.clock import Stretch, stretches
from musterbook.scenarios.compile import Compiled, compile_formula, undefined_as_zero
from musterbook.scenarios.courses import Asked, Course, ReadPlan
from musterbook.scenarios.dimensions import check_dimensions
from musterbook.scenarios.functions import RECENT_MONTHS, recent
from musterbook.scenarios.state import Evaluate
from musterbook.scenarios.tables import Lag, Tables
from musterbook.scenarios.world import Formula, World

OUTSIDE = -1  # the row of a reservoir nobody counts


@dataclass(frozen=True, slots=True)
class Drain:
    """Those who all leave evenly until `end`: the flow's row, its stock's row."""

    flow: int
    stock: int
    end: float


@dataclass(frozen=True, slots=True)
class Regime:
    """A stretch of time and the rules that hold in it, flows in the order they need each other."""

    stretch: Stretch
    flows: tuple[tuple[int, Evaluate], ...]
    drains: tuple[Drain, ...]
    parameters: tuple[tuple[str, Evaluate], ...]


@dataclass(frozen=True, slots=True)
class Programme:
    """A scenario ready to run. `ends` holds each flow's rows: the stock it leaves, and enters."""

    course: Course
    regimes: tuple[Regime, ...]
    ends: tuple[tuple[int, int], ...]
    lags: tuple[Lag, ...]
    totals: Mapping[str, int]
    recent: Mapping[tuple[str, float], str]
    spreads: Mapping[str, Spread]
    watch: tuple[tuple[str, Evaluate], ...]
    questions: tuple[tuple[Asked, Evaluate], ...]
    order_of: Mapping[str, int]


def compile_programme(
    course: Course, world: World, *, plan: ReadPlan, step: float
) -> tuple[Programme | None, tuple[Problem, ...]]:
    """Compile a course: rules, changes, watched measures and questions; None where it has faults.

    A watched measure or question with a fault is left out; a rule or change with one is not.
    """
    return _Compiler(course, world, plan=plan, step=step).compile()


class _Compiler:
    def __init__(self, course: Course, world: World, *, plan: ReadPlan, step: float) -> None:
        self.course, self.world, self.plan, self.step = course, world, plan, step
        self.tables, self.has_circle = Tables(), False
        self.rows = {flow.name: row for row, flow in enumerate(world.flows)}
        self.stocks = {stock: row for row, stock in enumerate(world.stocks)}
        self.begins = plan.clock.months(course.start)

    def compile(self) -> tuple[Programme | None, tuple[Problem, ...]]:
        rules = {flow.name: self._rule(flow.name) for flow in self.world.flows}
        changed = {each.target: self._changed(each, rules) for each in self.course.changes}
        faults = [each for each in self.tables.problems if each.is_error]
        watch = [(name, self._bare(formula)) for name, formula in self.plan.watch]
        asked = [(each, self._bare(each.formula)) for each in self._questions()]
        regimes = [self._regime(each, rules=rules, changed=changed) for each in self._stretches()]
        problems = tuple(self.tables.problems)
        if faults or self.has_circle:
            return None, problems
        return Programme(
            course=self.course,
            regimes=tuple(regimes),
            ends=tuple(self._ends(each.source, each.target) for each in self.world.flows),
            lags=tuple(self.tables.lags),
            totals=self.tables.totals,
            recent=self.tables.recent,
            spreads={self._key(each): each.spread for each in self.course.changes},
            watch=tuple((name, run) for name, run in watch if run is not None),
            questions=tuple((each, run) for each, run in asked if run is not None),
            order_of=self.rows,
        ), problems

    def _questions(self) -> list[Asked]:
        mine = ("", self.course.name)
        return [each for each in self.plan.questions if each.question.scenario in mine]

    def _ends(self, source: str, target: str) -> tuple[int, int]:
        return self.stocks.get(source, OUTSIDE), self.stocks.get(target, OUTSIDE)

    def _formula(self, formula: Formula) -> Compiled | None:
        return compile_formula(formula, self.world, clock=self.plan.clock, tables=self.tables)

    def _bare(self, formula: Formula) -> Evaluate | None:
        compiled = self._formula(formula)
        return None if compiled is None else compiled.evaluate

    def _rule(self, flow: str) -> Compiled:
        """Compile a flow's rule; without one it keeps its recent rate, or level from outside."""
        formula = self.world.rules.get(flow)
        if formula is not None:
            return self._checked(formula, flow)
        rate = recent(self.tables.recent, flow, months=RECENT_MONTHS)
        source = self.stocks.get(self.world.network.flows[flow].source)
        if source is None:
            return Compiled(rate, frozenset(), divides=False)
        row = source
        return Compiled(lambda state: rate(state) * state.stocks[row], frozenset(), divides=False)

    def _checked(self, formula: Formula, flow: str) -> Compiled:
        compiled = self._formula(formula)
        self.tables.problems += check_dimensions(formula, self.world)
        if compiled is None:
            return Compiled(lambda _: np.nan, frozenset(), divides=False)
        return Compiled(undefined_as_zero(compiled, flow), compiled.rates, divides=False)

    def _key(self, change: Change) -> str:
        return f"{change.target}: {change.phrase.text}"

    def _changed(self, change: Change, rules: Mapping[str, Compiled]) -> Compiled:
        if change.expression is not None:
            formula = Formula(change.expression, "", change.phrase)
            return self._checked(formula, change.target)
        if change.act is Act.DRAIN:
            return Compiled(self._draining(change), frozenset(), divides=False)
        before, rates = self._before(change, rules)
        key, sign = self._key(change), change.sign
        acts: dict[Act, Evaluate] = {
            Act.REPLACE: lambda state: state.drawn[key],
            Act.SCALE: lambda state: before(state) * (1.0 + sign * state.drawn[key]),
            Act.ADD: lambda state: before(state) + sign * state.drawn[key],
        }
        uses = frozenset() if change.act is Act.REPLACE else rates
        return Compiled(acts[change.act], uses, divides=False)

    def _before(
        self, change: Change, rules: Mapping[str, Compiled]
    ) -> tuple[Evaluate, frozenset[str]]:
        rule = rules.get(change.target)
        if rule is not None:
            return rule.evaluate, rule.rates
        key = parameter_key(change.target)
        return (lambda state: state.drawn[key]), frozenset()

    def _draining(self, change: Change) -> Evaluate:
        drain = self._drain(change)
        return lambda state: state.base[drain.stock] / (drain.end - state.left_at)

    def _drain(self, change: Change) -> Drain:
        source = self.world.network.flows[change.target].source
        return Drain(self.rows[change.target], self.stocks[source], self._ends_at(change))

    def _ends_at(self, change: Change) -> float:
        return np.inf if change.months is None else self.begins + change.months

    def _stretches(self) -> list[Stretch]:
        clock = self.plan.clock
        deadlines = [clock.months(each.question.end) for each in self._questions()]
        edges = [self.begins, *(self._ends_at(each) for each in self.course.changes)]
        breaks = {*clock.ticks, *deadlines, *edges, *self.tables.breaks}
        end = max(*clock.ticks, *deadlines, 0.0)
        return list(stretches(breaks, end=end, step=self.step))

    def _regime(
        self, stretch: Stretch, *, rules: Mapping[str, Compiled], changed: Mapping[str, Compiled]
    ) -> Regime:
        held = [
            each
            for each in self.course.changes
            if self.begins < stretch.middle < self._ends_at(each)
        ]
        now = dict(rules) | {
            each.target: changed[each.target] for each in held if each.target in rules
        }
        return Regime(
            stretch,
            flows=tuple((self.rows[name], now[name].evaluate) for name in self._ordered(now)),
            drains=tuple(self._drain(each) for each in held if each.act is Act.DRAIN),
            parameters=tuple(
                (each.target, changed[each.target].evaluate)
                for each in held
                if each.target not in rules
            ),
        )

    def _ordered(self, rules: Mapping[str, Compiled]) -> list[str]:
        needs = {name: sorted(rule.rates) for name, rule in rules.items()}
        try:
            return list(TopologicalSorter(needs).static_order())
        except CycleError as cycle:
            self._report_circle(cycle.args[1])
            return list(needs)

    def _report_circle(self, circle: list[str]) -> None:
        self.has_circle = True
        formula = next(
            (self.world.rules[each] for each in circle if each in self.world.rules), None
        )
        changes = [each.phrase for each in self.course.changes if each.target in circle]
        phrase = formula.phrase if formula else changes[0]
        says = f"rules need one another at the same instant: {' -> '.join(circle)}"
        fix = "let one of them follow with `smooth(…, 1 month)` or `delay(…)`"
        self.tables.problems.append(Problem("MB409", says, phrase.place, fix=fix))


def parameter_key(name: str) -> str:
    """Name a parameter's sampled value in State.drawn."""
    return f"parameter {name}"
