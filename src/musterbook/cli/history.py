"""`muster history`: how the belief about a number moved as reports came in."""

from typing import Annotated

import typer

from musterbook.cli.asking import Question, found_or_leave
from musterbook.cli.options import HERE, AsJson, AsOf, CaseFolder, Seed, ShowAll
from musterbook.cli.terminal import say, say_json, show, working

EveryReading = Annotated[
    bool,
    typer.Option("--readings", help="Fit every reading that works, not the first of them alone."),
]


def history(
    question: Question,
    case: CaseFolder = HERE,
    every_reading: EveryReading = False,
    as_json: AsJson = False,
    as_of: AsOf = None,
    seed: Seed = 0,
    show_all: ShowAll = False,
) -> None:
    """Say how the belief about a number moved, day by day, and what news moved it.

    Examples: muster history dprk.killed@2025-09 examples/kursk · muster history arrived --json
    """
    from musterbook.cli.bench import leave_if_faulty, open_bench, tell_if_nothing_counts
    from musterbook.inquiry import history as ask_history
    from musterbook.inquiry.past import PastOptions
    from musterbook.views.history import history_json, history_table
    from musterbook.views.trail import trails

    bench = open_bench(case, as_of)
    with working("fitting the case as of every day on which something was said") as told:
        options = PastOptions(every_reading=every_reading)
        found = ask_history(bench, question, options, seed=seed, told=told)
    report, known = found_or_leave(found, case), trails(bench.ledger)
    tell_if_nothing_counts(bench)
    if as_json:
        say_json(history_json(report, known))
    elif not report.moments:
        say("Nothing had been said by then: there is no history yet.")
    else:
        show(history_table(report, known), show_all=show_all)
    leave_if_faulty(bench)
