"""A scenario plan as written in, its dates, changes, watched formulas and questions out."""

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from musterbook.account.expression import Name
from musterbook.account.expression_parser import parse_expression
from musterbook.core.plans import Scenario, ScenarioPlan
from musterbook.core.problem import Phrase, Place, Problem, Severity, in_reading_order
from musterbook.core.when import Instant, last_day, parse_date
from musterbook.scenarios.change import Act, Change, parse_change
from musterbook.scenarios.clock import clock_of
from musterbook.scenarios.courses import Asked, Course, ReadPlan
from musterbook.scenarios.programme import compile_programme
from musterbook.scenarios.question import parse_question
from musterbook.scenarios.world import Formula, World

LONGEST_YEARS = 100  # a projection beyond a lifetime says nothing of these people
UNTOLD_MONTHS = 12  # how far to run where the plan names no end: a year
NO_CHANGE = "no change"
_READING = re.compile(r"(?P<name>[^\[\]]+?) ?\[(?P<reading>[^\[\]]+)\]")


def read_plan(
    plan: ScenarioPlan, world: World, *, start: Instant, more_questions: Iterable[Phrase] = ()
) -> tuple[ReadPlan, tuple[Problem, ...]]:
    """Read a plan for a run from `start`; what is faulty is left out and reported.

    Rules and changes are compiled too, so that every fault is told without running anything.
    """
    read, problems = _Reader(world, start).read(plan, tuple(more_questions))
    faults = (compile_programme(each, world, plan=read, step=1.0)[1] for each in read.courses)
    return read, in_reading_order((*problems, *(each for found in faults for each in found)))


class _Reader:
    def __init__(self, world: World, start: Instant) -> None:
        self.world, self.start = world, start
        self.problems: list[Problem] = []

    def read(
        self, plan: ScenarioPlan, more: tuple[Phrase, ...]
    ) -> tuple[ReadPlan, tuple[Problem, ...]]:
        clock = clock_of(self.start, self._until(plan), step=self.world.step)
        written = plan.scenarios or (Scenario(NO_CHANGE, Place("scenarios.yaml")),)
        courses = [each for each in map(self._course, written) if each is not None]
        names = [each.name for each in written]
        watch = [each for each in map(self._watch, self._watched(plan)) if each is not None]
        phrases = {each.text: each for each in (*plan.questions, *more)}.values()
        asked = [each for phrase in phrases if (each := self._ask(phrase, names)) is not None]
        read = ReadPlan(clock, tuple(courses), tuple(watch), tuple(asked))
        return read, tuple(self.problems)

    def _until(self, plan: ScenarioPlan) -> date:
        year, month = divmod(self.start.year * 12 + self.start.month - 1 + UNTOLD_MONTHS, 12)
        untold = last_day(year, month + 1)
        if plan.until is None:
            return untold
        period = parse_date(plan.until.text, self.world.events)
        if period is None:
            self._fault("MB406", f"`{plan.until}` is no date", plan.until.place)
            return untold
        return period.end if self._is_ahead(period.end, plan.until) else untold

    def _is_ahead(self, end: Instant, phrase: Phrase) -> bool:
        if end <= self.start:
            says = f"`{phrase}` is not after the start of the run, {self.start}"
            self._fault("MB406", says, phrase.place, fix="name a later date")
        elif end.year - self.start.year > LONGEST_YEARS:
            says = f"`{phrase}` looks more than {LONGEST_YEARS} years ahead of {self.start}"
            self._fault("MB406", says, phrase.place, fix="name a nearer date")
        else:
            return True
        return False

    def _course(self, scenario: Scenario) -> Course | None:
        before = len(self.problems)
        changes = [self._change(target, phrase) for target, phrase in scenario.changes.items()]
        course = Course(scenario.name, self._from(scenario), tuple(filter(None, changes)))
        return course if not _has_error(self.problems[before:]) else None

    def _from(self, scenario: Scenario) -> Instant:
        if scenario.start is None:
            return self.start
        period = parse_date(scenario.start.text, self.world.events)
        if period is None:
            self._fault("MB406", f"`{scenario.start}` is no date", scenario.start.place)
            return self.start
        if period.opening < self.start:
            says = f"`{scenario.name}` starts before {self.start}, so its changes hold from there"
            fix = "begin it later, or let the window end earlier"
            self._fault("MB406", says, scenario.start.place, fix=fix, severity=Severity.WARNING)
        return max(period.opening, self.start)

    def _change(self, target: str, phrase: Phrase) -> Change | None:
        network = self.world.network
        name = network.resolve(target, "")
        if name is None:
            self.problems.append(self.world.stranger(target, phrase))
            return None
        if name not in network.flows and name not in network.parameters:
            says = f"`{target}` follows from the flows and cannot be set"
            self._fault("MB213", says, phrase.place, fix="change a flow or a parameter")
            return None
        change, found = parse_change(name, phrase)
        self.problems += found
        wrong = None if change is None else self._misfit(change)
        if wrong:
            self._fault("MB402", wrong[0], phrase.place, fix=wrong[1])
        return None if change is None else replace(change, stock=self._stock(change))

    def _stock(self, change: Change) -> str:
        return self.world.network.resolve(change.stock, "") or change.stock

    def _misfit(self, change: Change) -> tuple[str, str] | None:
        if change.target in self.world.network.parameters:
            if change.per_month and change.phrase.text.strip() != "none":
                return f"`{change.target}` is a parameter, not a flow", "leave `per …` out"
            if change.act in (Act.DRAIN, Act.RULE):
                return f"`{change.target}` is a parameter: it takes a number", "e.g. `+10 %`"
            return None
        source = self.world.network.flows[change.target].source
        if change.act is Act.DRAIN and source not in self.world.stocks:
            says = f"`{change.target}` leaves `{source}`, where nobody counts who is there"
            return says, "give a number, e.g. `3 000 per month for 1 month`"
        if change.act is Act.DRAIN and self._stock(change) != source:
            return (
                f"`{change.target}` leaves `{source}`, not `{change.stock}`",
                f"say `all {source}`",
            )
        is_bare = change.act in (Act.REPLACE, Act.ADD) and not change.per_month
        if is_bare and change.spread.high > 0:
            return f"`{change.phrase}` of a flow needs its time", "add `per month`"
        return None

    def _watched(self, plan: ScenarioPlan) -> tuple[Phrase, ...]:
        if plan.watch:
            return plan.watch
        nowhere = Place("scenarios.yaml")
        return tuple(Phrase(name, nowhere) for name in self.world.network.measures)

    def _watch(self, phrase: Phrase) -> tuple[str, Formula] | None:
        formula = self._formula(phrase)
        return None if formula is None else (phrase.text, formula)

    def _formula(self, phrase: Phrase) -> Formula | None:
        pinned = _READING.fullmatch(phrase.text.strip())
        if pinned is not None:
            return self._pinned(phrase, pinned["name"], pinned["reading"].strip())
        expression, found = parse_expression(phrase)
        self.problems += found
        if expression is None:
            return None
        formula = Formula(expression, "", phrase, totals=True)
        if isinstance(expression, Name) and self.world.network.resolve(expression.text, "") is None:
            self.problems.append(self.world.stranger(expression.text, phrase))
            return None
        return formula

    def _pinned(self, phrase: Phrase, name: str, reading: str) -> Formula | None:
        found = self.world.network.resolve(name, "")
        readings = self.world.network.measures.get(found or "", {})
        if found is None:
            self.problems.append(self.world.stranger(name, phrase))
        elif reading not in readings:
            offered = ", ".join(f"[{each}]" for each in readings if each) or "no readings"
            says = f"`{name}` has no reading `{reading}`"
            self._fault("MB401", says, phrase.place, fix=f"it has {offered}")
        else:
            formula = self.world.measure(found, reading=reading)
            return replace(formula, phrase=phrase)
        return None

    def _ask(self, phrase: Phrase, names: list[str]) -> Asked | None:
        question, found = parse_question(phrase, self.world.events)
        self.problems += found
        if question is None or not self._is_ahead(question.end, phrase):
            return None
        if question.scenario and question.scenario not in names:
            fix = f"there are: {', '.join(names)}"
            says = f"there is no scenario `{question.scenario}`"
            self._fault("MB405", says, phrase.place, fix=fix)
            return None
        formula = self._formula(Phrase(question.measure, phrase.place))
        return None if formula is None else Asked(question, formula)

    def _fault(
        self,
        code: str,
        says: str,
        place: Place,
        *,
        fix: str = "",
        severity: Severity = Severity.ERROR,
    ) -> None:
        fix = fix or ("write `2026-09`, or an event's name in quotes" if code == "MB406" else "")
        self.problems.append(Problem(code, says, place, severity, fix=fix))


def _has_error(problems: Iterable[Problem]) -> bool:
    return any(each.is_error for each in problems)
