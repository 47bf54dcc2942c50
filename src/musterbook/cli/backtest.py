"""`muster backtest`: what was believed on past days against what was said later."""

from typing import TYPE_CHECKING, Annotated

import typer

from musterbook.cli.asking import found_or_leave
from musterbook.cli.options import HERE, AsJson, AsOf, CaseFolder, Seed, ShowAll
from musterbook.cli.terminal import say, say_json, show, working

if TYPE_CHECKING:
    from musterbook.questions.ratings import BacktestReport

Only = Annotated[
    list[str] | None,
    typer.Option("--measure", metavar="MEASURE", help="Score this alone; may be given again."),
]
MostDays = Annotated[
    int, typer.Option("--days", help="On how many days at the most to fit the case.", min=2)
]
AllowForBias = Annotated[
    bool,
    typer.Option(
        "--allow-for-bias", help="Expect of each source what it would say, not the truth."
    ),
]


def backtest(
    case: CaseFolder = HERE,
    measure: Only = None,
    days: MostDays = 60,
    allow_for_bias: AllowForBias = False,
    as_json: AsJson = False,
    as_of: AsOf = None,
    seed: Seed = 0,
    show_all: ShowAll = False,
) -> None:
    """Score what was believed on every day of news against what was said later.

    Examples: muster backtest examples/kursk --measure ru.losses · muster backtest --days 20 --json
    """
    from musterbook.cli.bench import leave_if_faulty, open_bench, tell_if_nothing_counts
    from musterbook.inquiry import backtest as ask_backtest
    from musterbook.inquiry.backtest import BacktestOptions

    bench = open_bench(case, as_of)
    options = BacktestOptions(most_days=days, allows_for_bias=allow_for_bias)
    with working("fitting the case as of every day on which something was said") as told:
        found = ask_backtest(bench, measure or (), options, seed=seed, told=told)
    report = found_or_leave(found, case)
    tell_if_nothing_counts(bench)
    if as_json:
        say_json(report.to_json())
    else:
        print_scores(report, show_all=show_all)
    leave_if_faulty(bench)


def print_scores(report: "BacktestReport", *, show_all: bool = False) -> None:
    """Print how belief fared, and how much that says."""
    from musterbook.views.scores import ahead_table, known_table, remarks
    from musterbook.views.words import counted

    if not report.comparisons:
        say("Nothing that was said later can be compared with an earlier belief.")
        say("It takes reports of at least two days, and a number given on the later one.")
        return
    if report.known:
        show(known_table(report), show_all=show_all)
        say()
    if report.ahead:
        show(ahead_table(report), show_all=show_all)
        say()
    for each in remarks(report):
        say(each)
    say(
        f"{counted(report.days, 'day')} of news, seed {report.seed}, {report.seconds:.1f} s",
        style="dim",
    )
