"""`muster fit`: every stock and flow with its uncertainty, answers side by side."""

from datetime import date, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from musterbook.cli.days import DAY, day_of
from musterbook.cli.exits import Exit
from musterbook.cli.options import HERE, AsJson, AsOf, CaseFolder, Seed, ShowAll
from musterbook.cli.terminal import say, say_json, show, tell, working

if TYPE_CHECKING:
    from musterbook.fit.odds import Odds as WeighedReadings
    from musterbook.fit.options import FitOptions
    from musterbook.fit.results import Answer, FitReport
    from musterbook.workbench import Workbench

NEXT = "muster why MEASURE says what moved a number; muster ask, what to find out next"
FEW = 5  # warnings shown under an answer: the first say most
Scales = Annotated[
    bool, typer.Option("--scales", help="Ask what moves at half and twice the prior's scale.")
]
Odds = Annotated[
    bool, typer.Option("--odds", help="Weigh the feasible readings against each other; slow.")
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
    show_all: ShowAll = False,
) -> None:
    """Estimate every measure: median and 90 % interval, the prior's beside it.

    Examples: muster fit examples/kursk · muster fit --on 2025-04-30 --seed 1 · muster fit --odds
    """
    from musterbook.cli.bench import (
        leave_if_faulty,
        open_bench,
        tell_if_nothing_counts,
        what_is_set_aside,
    )
    from musterbook.cli.problems import print_problems
    from musterbook.fit.options import FitOptions

    bench = open_bench(case, as_of)
    tell_if_nothing_counts(bench)
    with working("fitting the account"):
        options = FitOptions(seed=seed, prior_scale=scales)
        report = bench.fit(options)
    print_problems(bench.noticed("fit"), case)
    weighed = _weighed(bench, options) if odds else None
    if as_json:
        say_json(report.to_json() | ({"odds": weighed.to_json()} if weighed else {}))
    else:
        print_fit(report, on=_in_window(on, report), show_all=show_all)
        _print_foot(what_is_set_aside(bench), has_answers=bool(report.answers))
        if weighed is not None:
            print_odds(weighed)
    for each in report.impossible:
        tell(each, style="yellow")
    if not report.answers:
        why = "muster conflicts says what stands in the way" if report.impossible else "see above"
        tell(f"no answer could be worked out: {why}")
        raise typer.Exit(Exit.CANNOT)
    leave_if_faulty(bench, "fit")


def _weighed(bench: "Workbench", options: "FitOptions") -> "WeighedReadings":
    from musterbook.fit.odds import odds_of

    with working("weighing the readings"):
        jobs = [each for each in bench.fit_jobs() if not each.set_aside]
        return odds_of(jobs, options, sources=bench.case.sources)


def _print_foot(aside: str, *, has_answers: bool) -> None:
    """Print what was left out, and where to ask further."""
    if aside:
        say(aside, style="dim")
    if has_answers:
        say(NEXT, style="dim")


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


def print_fit(report: "FitReport", *, on: date | None, show_all: bool = False) -> None:
    """Print the answers side by side, never one average of them."""
    from musterbook.views.tables_fit import biases_table, misfits_table, posterior_table

    if len(report.answers) > 1:
        same = "agree" if report.agree else "do not agree"
        say(f"{len(report.answers)} answers, which {same}", style="bold")
    for answer in report.answers:
        day = on or answer.system.as_of
        _print_heading(answer)
        show(posterior_table(answer, day), show_all=show_all)
        if answer.residuals:
            say()
            show(misfits_table(answer), show_all=show_all)
        if answer.sources:
            say()
            show(biases_table(answer), show_all=show_all)
        say()
        for flag in answer.warnings if show_all else answer.warnings[:FEW]:
            kind = "" if flag.says.startswith(flag.kind.value) else f"{flag.kind.value}: "
            say(f"{kind}{flag.says}", style="yellow", hang=2)
        if not show_all and len(answer.warnings) > FEW:
            say(f"… {len(answer.warnings) - FEW} more, --all")
        say(_precision(answer), style="dim")
        say()


def print_odds(odds: "WeighedReadings") -> None:
    """Print how the claims speak for one reading or another, and with what doubts."""
    from musterbook.views.sentences import meaning
    from musterbook.views.tables_fit import odds_table

    say("Which reading the claims speak for", style="bold")
    if odds.readings:
        show(odds_table(odds))
        say()
    if odds.favoured is None:
        say(odds.why)
    else:
        say(f"The claims speak for: {meaning(odds.readings[odds.favoured].choice)}")
    if odds.uses_claims_twice:
        says = "scales were taken from the claims, which so count twice here: declare `typical`"
        say(says, style="yellow", hang=2)


def _precision(answer: "Answer") -> str:
    """Say how many draws an answer rests on, and how far off they may leave a median."""
    from musterbook.views.scores import people_of

    says = (
        f"{len(answer.draws)} draws, smallest effective sample {answer.ess_min:.0f}, "
        f"seed {answer.seed}, {answer.seconds:.1f} s"
    )
    if not answer.precision:
        return says
    name, worst = max(answer.precision.items(), key=lambda each: each[1].share)
    if not worst.share:
        return says
    return (
        f"{says}; Monte Carlo error of a median: at most {100 * worst.share:.1f} % of its 90 % "
        f"interval ({name} ±{people_of(worst.median_error)})"
    )


def _print_heading(answer: "Answer") -> None:
    from musterbook.views.sentences import meaning
    from musterbook.views.words import listed

    if answer.choice:
        say(f"If {meaning(answer.choice)}", style="bold")
    if answer.set_aside:
        say(f"If you set aside {listed(answer.set_aside)}", style="bold")
