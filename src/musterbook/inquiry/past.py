"""A workbench and a day go in; the case as it stood on that day, fitted, comes out."""

from dataclasses import dataclass, replace
from datetime import date

from musterbook.case.load import LoadedCase
from musterbook.conflicts.options import ConflictOptions
from musterbook.core.records import Case, Claim
from musterbook.fit.fit import fit_answers
from musterbook.fit.options import FitOptions
from musterbook.questions.history import Then
from musterbook.workbench import Workbench

FEW_PRIOR_DRAWS = 50  # the prior predictive of a past day is not shown, but a fit wants some
MOST_AGAIN = 4  # times as many draws at most, where they turn out to be alike


@dataclass(frozen=True, slots=True)
class PastOptions:
    """How the past is fitted: draws a fit, and whether every feasible reading is, or the first."""

    draws: int = 400
    every_reading: bool = False


def past_fitting(draws: int, seed: int, *, watched: tuple[str, ...] = ()) -> FitOptions:
    """Say how a past day is fitted: for its posterior alone, and no surer than asked for."""
    return FitOptions(
        seed=seed,
        draws=draws,
        effective=draws,
        most_draws=MOST_AGAIN * draws,
        prior_draws=FEW_PRIOR_DRAWS,
        watched=watched,
        excess_scale=False,
    )


def days_of_news(bench: Workbench) -> tuple[date, ...]:
    """List the days up to the as-of date on which a report with claims was published."""
    case = bench.case
    days = {published_on(case, each) for each in case.claims if each.says is not None}
    return tuple(sorted(day for day in days if day is not None and day <= case.today))


def bench_on(bench: Workbench, day: date) -> Workbench:
    """Give the same case as it stood at the end of a day, without reading its folder again."""
    case = bench.case
    said = (each for each in case.claims if (published_on(case, each) or date.min) <= day)
    then = replace(case, as_of=day, claims=tuple(said), series=())
    past = Workbench(bench.folder, as_of=day)
    past.loaded = LoadedCase(then, (), bench.loaded.files, {})
    return past


def then_on(bench: Workbench, day: date, options: PastOptions, fitting: FitOptions) -> Then:
    """Fit the case as of a day: the readings that work, or where none does the ways out."""
    past, quickly = bench_on(bench, day), ConflictOptions(bounds=False)
    is_feasible = bool(past.conflicts(quickly).feasible_readings)
    jobs = past.fit_jobs()
    if is_feasible and not options.every_reading:
        jobs = jobs[:1]
    report, problems = fit_answers(jobs, fitting, sources=past.case.sources)
    why_not = (*report.impossible, *(each.says for each in problems))
    return Then(day, past.default.system, is_feasible, report.answers, "; ".join(why_not))


def published_on(case: Case, claim: Claim) -> date | None:
    """Give the day on which a claim's report was published, if that is known."""
    report = case.reports.get(claim.report)
    return report.published if report is not None else None
