"""`muster why`: how far each claim, source and assumption pulls a number."""

from typing import TYPE_CHECKING

from musterbook.cli.asking import Question, WhichAnswer, found_or_leave
from musterbook.cli.options import HERE, AsJson, AsOf, CaseFolder, Seed, ShowAll
from musterbook.cli.terminal import say, say_json, show, working

if TYPE_CHECKING:
    from musterbook.questions.results import WhyReport
    from musterbook.views.table import Table
    from musterbook.views.trail import Trail


def why(
    question: Question,
    case: CaseFolder = HERE,
    answer: WhichAnswer = 1,
    as_json: AsJson = False,
    as_of: AsOf = None,
    seed: Seed = 0,
    show_all: ShowAll = False,
) -> None:
    """Say what moved a number: what it would be without each claim, source and assumption.

    Examples: muster why dprk.killed@2026-02-16 examples/kursk · muster why killed@2025-06 --json
    """
    from musterbook.cli.bench import leave_if_faulty, open_bench, tell_if_nothing_counts
    from musterbook.inquiry import why as ask_why
    from musterbook.questions.why import WhyOptions
    from musterbook.views.pulls import why_json
    from musterbook.views.trail import trails

    bench = open_bench(case, as_of)
    with working("leaving out one claim after the other") as told:
        found = ask_why(bench, question, WhyOptions(answer=answer - 1), seed=seed, told=told)
    report, known = found_or_leave(found, case), trails(bench.ledger)
    tell_if_nothing_counts(bench)
    if as_json:
        say_json(why_json(report, known))
    else:
        print_why(report, known, show_all=show_all)
    leave_if_faulty(bench, "fit")


def print_why(report: "WhyReport", known: "dict[str, Trail]", *, show_all: bool = False) -> None:
    """Print what pulls, kind by kind, and the sentences of what pulls clearly."""
    from musterbook.cli.trails import print_trails
    from musterbook.questions.results import PullKind
    from musterbook.views.answers import under_what
    from musterbook.views.pulls import asked, nothing_pulls, pulls_table, sentences

    say(asked(report), style="bold")
    if under := under_what(report.choice, report.set_aside):
        say(f"if {under}")
    nothing = nothing_pulls(report)
    if nothing:
        say(nothing)
    for kind in PullKind if show_all or not nothing else ():
        if report.of(kind):
            say()
            _show_pulls(pulls_table(report, kind, show_all=show_all), show_all=show_all)
    if told := sentences(report, known):
        say()
        say("The sentences that pull", style="bold")
        print_trails(told)
    say()
    say(
        f"seed {report.seed}, {report.seconds:.1f} s; every row has the same priors, also where "
        "their scale was taken from the claims",
        style="dim",
    )


def _show_pulls(table: "Table", *, show_all: bool) -> None:
    """Print a table; of one without rows what stands under it."""
    if table.rows:
        show(table, show_all=show_all)
        return
    say(table.title, style="bold")
    say(table.note, style="dim")
