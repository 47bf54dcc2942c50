"""What came of each scenario in; the report, and what had no value while it ran, out."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from musterbook.account.expression import DAYS_PER_MONTH
from musterbook.core.problem import Phrase, Problem
from musterbook.scenarios.answers import answer_question
from musterbook.scenarios.clock import Clock
from musterbook.scenarios.compare import Key, Ranked, difference, rank_inputs, tornado
from musterbook.scenarios.courses import Course, ReadPlan
from musterbook.scenarios.ensemble import Ensemble
from musterbook.scenarios.inputs import inputs_of
from musterbook.scenarios.members import Members
from musterbook.scenarios.programme import Programme
from musterbook.scenarios.results import (
    Difference,
    EnsemblePath,
    QuestionAnswer,
    RunReport,
    ScenarioResult,
    TornadoBar,
)
from musterbook.scenarios.words import assumed, missing_values, rules_in_words, undefined_rule
from musterbook.scenarios.world import World


@dataclass(frozen=True, slots=True)
class Ran:
    """One scenario with what came of it."""

    programme: Programme
    ensemble: Ensemble


def make_report(
    ran: Mapping[str, Ran],
    world: World,
    *,
    read: ReadPlan,
    members: Members,
) -> RunReport:
    """Put together what every scenario gave."""
    baseline = _baseline(read.courses, ran)
    return RunReport(
        members=members.count,
        seed=members.seed,
        start=read.clock.start,
        until=read.clock.dates[-1],
        scenarios={name: _result(each, read.clock) for name, each in ran.items()},
        questions=_answers(ran, read, members=members),
        differences=_differences(ran, baseline, dates=read.clock.dates),
        tornado=tuple(_tornado(ran, world, members=members)),
        baseline=baseline,
        rules=rules_in_words(world),
    )


def _baseline(courses: Iterable[Course], ran: Mapping[str, Ran]) -> str:
    """Choose the first scenario in which nothing changes, else the first there is."""
    names = [each.name for each in courses if each.name in ran]
    quiet = [each.name for each in courses if each.name in ran and not each.changes]
    return (quiet or names or [""])[0]


def _result(ran: Ran, clock: Clock) -> ScenarioResult:
    ensemble = ran.ensemble
    return ScenarioResult(
        name=ran.programme.course.name,
        paths={
            name: EnsemblePath.of_members(name, clock.dates, values=values)
            for name, values in ensemble.values.items()
        },
        assumes=assumed(ran.programme.course),
        clipped=ensemble.clipped,
    )


def _answers(
    ran: Mapping[str, Ran], read: ReadPlan, *, members: Members
) -> tuple[QuestionAnswer, ...]:
    """Answer each question in the order asked, under each scenario it is asked of."""
    return tuple(
        answer_question(asked.question.phrase.text, name, hits=hits, members=members)
        for wanted in read.questions
        for name, each in ran.items()
        for (asked, _), hits in zip(each.programme.questions, each.ensemble.hits, strict=True)
        if asked is wanted
    )


def _differences(
    ran: Mapping[str, Ran], baseline: str, *, dates: tuple[date, ...]
) -> tuple[Difference, ...]:
    return tuple(
        difference(
            name,
            baseline,
            measure=measure,
            dates=dates,
            values=values - ran[baseline].ensemble.values[measure],
        )
        for name, each in ran.items()
        if name != baseline
        for measure, values in each.ensemble.values.items()
        if measure in ran[baseline].ensemble.values
    )


def _tornado(ran: Mapping[str, Ran], world: World, *, members: Members) -> Iterator[TornadoBar]:
    known: dict[Key, Ranked] = {}  # what scenarios share is ranked once
    for name, each in ran.items():
        inputs = inputs_of(each.programme, world, drawn=each.ensemble.drawn, members=members)
        ranked = rank_inputs(inputs, known=known)
        for measure, values in each.ensemble.values.items():
            yield from tornado(name, measure, values=values[-1], inputs=ranked)


def findings(ran: Mapping[str, Ran], world: World, *, read: ReadPlan) -> Iterator[Problem]:
    """Report what had no value while it ran: rules, and watched measures."""
    for name, each in ran.items():
        for flow, seen in each.ensemble.undefined.items():
            phrase = _phrase_of(flow, each.programme.course, world=world)
            day = read.clock.start + timedelta(days=round(seen.first * DAYS_PER_MONTH))
            share = seen.members / len(each.ensemble.stocks[0])
            yield undefined_rule(flow, phrase, day=day, share=share)
        for measure, formula in read.watch:
            values = each.ensemble.values.get(measure)
            missing = 0 if values is None else int((~np.isfinite(values)).any(axis=0).sum())
            if missing:
                counts = (missing, len(each.ensemble.stocks[0]))
                yield missing_values(measure, name, place=formula.phrase.place, counts=counts)


def _phrase_of(flow: str, course: Course, *, world: World) -> Phrase:
    changed = [each.phrase for each in course.changes if each.target == flow]
    return changed[0] if changed else world.rules[flow].phrase
