"""`muster ask`: which number, were it reported, would tell most."""

from typing import TYPE_CHECKING, Annotated

import typer

from musterbook.cli.asking import WhichAnswer, found_or_leave
from musterbook.cli.options import HERE, AsJson, AsOf, CaseFolder, Seed
from musterbook.cli.terminal import say, say_json, show, working

if TYPE_CHECKING:
    from musterbook.questions.wishes import AskReport

Watch = Annotated[
    list[str] | None,
    typer.Option(
        "--watch",
        metavar="MEASURE@DATE",
        help="A number to narrow; may be given again. Else what scenarios.yaml watches.",
    ),
]
Reliability = Annotated[
    str, typer.Option(metavar="A-F", help="The grade of the source that would report it.")
]
Most = Annotated[int, typer.Option("--most", help="How many to name.", min=1)]


def ask(
    case: CaseFolder = HERE,
    watch: Watch = None,
    reliability: Reliability = "F",
    most: Most = 10,
    answer: WhichAnswer = 1,
    as_json: AsJson = False,
    as_of: AsOf = None,
    seed: Seed = 0,
) -> None:
    """Say what to find out next: which report would narrow the watched numbers most.

    Examples: muster ask examples/kursk --watch dprk.killed@2026-02-16 · muster ask --reliability B
    """
    from musterbook.cli.bench import leave_if_faulty, open_bench, tell_if_nothing_counts
    from musterbook.inquiry import ask as ask_what
    from musterbook.questions.ask import AskOptions

    bench = open_bench(case, as_of)
    options = AskOptions(reliability=reliability.upper(), most=most, answer=answer - 1)
    with working("looking for what would tell most"):
        found = ask_what(bench, watch or (), options, seed=seed)
    report = found_or_leave(found, case)
    tell_if_nothing_counts(bench)
    if as_json:
        say_json(report.to_json())
    else:
        print_wishes(report)
    leave_if_faulty(bench, "fit")


def print_wishes(report: "AskReport") -> None:
    """Print what is watched, and what to find out."""
    from musterbook.views.answers import under_what
    from musterbook.views.wishes import nothing_to_ask, watched_table, wishes_table

    if under := under_what(report.choice, report.set_aside):
        say(f"If {under}")
    show(watched_table(report), show_all=True)
    say()
    if nothing := nothing_to_ask(report):
        say(nothing)
    else:
        show(wishes_table(report), show_all=True)
