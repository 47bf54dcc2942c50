"""`muster fit`: every stock and flow with its uncertainty, answers side by side."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from musterbook.cli.days import DAY, day_of
from musterbook.cli.exits import Exit
from musterbook.cli.options import HERE, AsJson, AsOf, CaseFolder, Seed, ShowAll
from musterbook.cli.terminal import say, say_json, tell, working

if TYPE_CHECKING:
    from musterbook.fit.odds import Odds as WeighedReadings
    from musterbook.fit.options import FitOptions
    from musterbook.fit.results import FitReport
    from musterbook.workbench import Workbench

NEXT = "muster why MEASURE says what moved a number; muster ask, what to find out next"
Scales = Annotated[
    bool, typer.Option("--scales", help="Ask what moves at half and twice the prior's scale.")
]
Odds = Annotated[
    bool, typer.Option("--odds", help="Weigh the feasible readings against each other; slow.")
]
Alone = Annotated[
    int | None,
    typer.Option("--answer", help="Of several, print this one alone, in full.", min=1),
]
OnDate = Annotated[
    datetime | None, typer.Option("--on", parser=day_of, metavar=DAY, help="The date to print.")
]


def fit(
    case: CaseFolder = HERE,
    as_json: AsJson = False,
    as_of: AsOf = None,
    on: OnDate = None,
    seed: Seed = 0,
    scales: Scales = False,
    odds: Odds = False,
    answer: Alone = None,
    show_all: ShowAll = False,
) -> None:
    """Estimate every measure: median and 90 % interval, the prior's beside it.

    Examples: muster fit examples/kursk · muster fit --on 2025-04-30 --seed 1 · muster fit
    --answer 2 · muster fit --odds
    """
    from musterbook.cli.bench import leave_if_faulty, open_bench, tell_if_nothing_counts
    from musterbook.cli.fit_print import print_answers, print_odds
    from musterbook.cli.problems import print_problems
    from musterbook.fit.options import FitOptions

    bench = open_bench(case, as_of)
    tell_if_nothing_counts(bench)
    with working("fitting the account") as told:
        options = FitOptions(seed=seed, prior_scale=scales)
        report = bench.fit(options, told=told)
    print_problems(bench.noticed("fit"), case)
    weighed = _weighed(bench, options) if odds else None
    if as_json:
        known = bench.knows_all_ways_out
        more = {"ways_not_fitted": bench.ways_not_fitted, "all_ways_out": known}
        say_json(report.to_json() | more | ({"odds": weighed.to_json()} if weighed else {}))
    else:
        alone = _one_of(answer, report)
        print_answers(report, on=_in_window(on, report), alone=alone, show_all=show_all)
        if report.answers:  # without one the ways out not fitted help nobody, and take long to find
            _print_foot(bench, report, on=on)
        if weighed is not None:
            print_odds(weighed)
    _leave_if_impossible(report)
    leave_if_faulty(bench, "fit")


def _leave_if_impossible(report: "FitReport") -> None:
    """Tell which answers could not be worked out; end where none could."""
    for each in report.impossible:
        tell(each, style="yellow")
    if not report.answers:
        why = "muster conflicts says what stands in the way" if report.impossible else "see above"
        tell(f"no answer could be worked out: {why}")
        raise typer.Exit(Exit.CANNOT)


def _weighed(bench: "Workbench", options: "FitOptions") -> "WeighedReadings":
    from musterbook.fit.odds import odds_of

    with working("weighing the readings"):
        jobs = [each for each in bench.fit_jobs() if not each.set_aside]
        return odds_of(jobs, options, sources=bench.case.sources)


def _print_foot(bench: "Workbench", report: "FitReport", *, on: datetime | None) -> None:
    """Print what was left out, and where to ask further."""
    from musterbook.cli.bench import what_is_set_aside
    from musterbook.views.beyond import beyond_certain
    from musterbook.views.words import counted

    if more := bench.ways_not_fitted:
        ways = counted(more, "more way out", plural="more ways out")
        cut = "" if bench.knows_all_ways_out else ", or more: the search was cut short"
        say(f"Not fitted: {ways}{cut}; muster conflicts --all lists them")
    elif not bench.knows_all_ways_out:
        say("Not fitted: ways out that were not found, for the search was cut short")
    if aside := what_is_set_aside(bench):
        say(aside, style="dim")
    if on is None and (beyond := beyond_certain(report.answers, bench.conflicts())):
        say(beyond)
    say(NEXT, style="dim")


def _one_of(number: int | None, report: "FitReport") -> int | None:
    """Give the number of an answer, where there is one of that number."""
    count = len(report.answers)
    if number is not None and number > count > 0:
        says = "there is one answer" if count == 1 else f"there are {count} answers"
        raise typer.BadParameter(says, param_hint="--answer")
    return number


def _in_window(on: datetime | None, report: "FitReport") -> date | None:
    """Give the day to print, where it is one of the account's."""
    paths = [path for answer in report.answers[:1] for path in answer.measures.values()]
    if on is None or not paths:
        return None
    first, last = paths[0].dates[0], paths[0].dates[-1]
    if not first <= on.date() <= last:
        says = f"the account runs from {first} to {last}; {on.date()} is not in it"
        raise typer.BadParameter(says, param_hint="--on")
    return on.date()
