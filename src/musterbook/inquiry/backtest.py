"""A workbench goes in; past beliefs, held against what was said later, come out."""

import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from musterbook.account.build import Built, build_system
from musterbook.account.system import Choice
from musterbook.core.problem import Problem
from musterbook.core.progress import Told, in_turn, nobody
from musterbook.fit.fit import fit_answers
from musterbook.fit.options import FitJob, FitOptions
from musterbook.fit.results import Answer
from musterbook.inquiry.past import bench_on, days_of_news, past_fitting
from musterbook.inquiry.present import target_of
from musterbook.questions.backtest import Later, compare, is_number
from musterbook.questions.ratings import BacktestReport, Comparison, scores_of
from musterbook.questions.target import Target
from musterbook.workbench import Workbench


@dataclass(frozen=True, slots=True)
class BacktestOptions:
    """How the past is scored: draws a fit, on how many days at the most, and against what.

    Where `allows_for_bias`, belief is held against what each source would say, not against what
    it said as if that were the truth.
    """

    draws: int = 400
    most_days: int = 60
    allows_for_bias: bool = False


def backtest(
    bench: Workbench,
    measures: Iterable[str] = (),
    options: BacktestOptions | None = None,
    *,
    seed: int = 0,
    told: Told = nobody,
) -> BacktestReport | Problem:
    """Hold what was believed as of every report's day against what was said later."""
    wanted = [target_of(bench, each.partition("@")[0]) for each in measures]
    wrong = next((each for each in wanted if isinstance(each, Problem)), None)
    if wrong is not None:
        return wrong
    names = frozenset(each.measure for each in wanted if isinstance(each, Target))
    begun = time.perf_counter()
    chosen = options or BacktestOptions()
    run = _Run(bench, names, chosen, seed)
    comparisons = tuple(run.comparisons(told))
    return BacktestReport(
        scores_of(each for each in comparisons if each.was_past),
        scores_of(each for each in comparisons if not each.was_past),
        comparisons,
        chosen.allows_for_bias,
        len(run.days),
        len(run.left_out),
        tuple(run.skipped),
        seed,
        time.perf_counter() - begun,
    )


class _Run:
    """One walk through the days; it keeps what could not be scored."""

    def __init__(
        self, bench: Workbench, names: frozenset[str], options: BacktestOptions, seed: int
    ) -> None:
        self.bench, self.names, self.seed = bench, names, seed
        self.fitting = past_fitting(options.draws, seed, watched=tuple(sorted(names)))
        self.days = _thinned(days_of_news(bench)[:-1], options.most_days)
        self.whole = _Whole(bench)
        self.sources = bench.case.sources if options.allows_for_bias else None
        self.skipped: list[str] = []
        self.left_out: set[str] = set()

    def comparisons(self, told: Told) -> Iterator[Comparison]:
        """Fit the case as of each day and compare."""
        for day in in_turn(self.days, told):
            answer, why_not = _belief_on(self.bench, day, self.fitting, whole=self.whole)
            if answer is None:
                self.skipped.append(why_not)
                continue
            yield from compare(
                day,
                answer,
                self._said_after(day, answer.choice),
                sources=self.sources,
                seed=self.seed,
            )

    def _said_after(self, day: date, choice: Choice) -> Iterator[Later]:
        for each in _laters_of(self.whole[choice]):
            is_wanted = not self.names or each.group.measure.partition("[")[0] in self.names
            if each.said_on > day and is_wanted:
                if is_number(each):
                    yield each
                else:
                    self.left_out.add(each.group.name)


def _belief_on(
    bench: Workbench, day: date, fitting: FitOptions, *, whole: Mapping[Choice, Built]
) -> tuple[Answer | None, str]:
    """Fit the case as of a day for the answer that led then, cut where later claims need it.

    `whole` gives the whole case's system under each choice of readings. Where there was no answer
    the second part says why.
    """
    past = bench_on(bench, day)
    jobs = past.fit_jobs()
    if not jobs:
        return None, f"{day}: no way out of what contradicts itself was found"
    lead = jobs[0]
    choice = lead.system.choice
    system = build_system(past.ledger, choice, whole[choice].system.knots).system
    job = FitJob(system.without(*lead.set_aside), lead.set_aside)
    report, problems = fit_answers((job,), fitting, sources=past.case.sources)
    if not report.answers:
        return None, f"{day}: {'; '.join((*report.impossible, *(each.says for each in problems)))}"
    return report.answers[0], ""


class _Whole(dict[Choice, Built]):
    """The whole case's system under each choice of readings that some day led with."""

    def __init__(self, bench: Workbench) -> None:
        """Begin with none built."""
        super().__init__()
        self.ledger = bench.ledger

    def __missing__(self, choice: Choice) -> Built:
        """Build a system the first time it is asked for."""
        built = self[choice] = build_system(self.ledger, choice)
        return built


def _laters_of(built: Built) -> tuple[Later, ...]:
    """List every number of the whole case with the day on which it was said."""
    groups = {each.name: each for each in built.system.groups}
    found = []
    for each in built.observations:
        statement = each.bound.statement
        if statement.claim is not None and statement.speaker.said is not None:
            found.append(Later(groups[statement.name], each.bound, statement.speaker.said))
    return tuple(found)


def _thinned(days: tuple[date, ...], most: int) -> tuple[date, ...]:
    """Keep so many days at the most, evenly spaced."""
    if len(days) <= most:
        return days
    return tuple(days[round(place * (len(days) - 1) / (most - 1))] for place in range(most))
