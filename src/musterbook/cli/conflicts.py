"""`muster conflicts`: what cannot all be true, and which readings make the numbers add up."""

from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from musterbook.cli.exits import Exit
from musterbook.cli.options import HERE, AsJson, AsOf, CaseFolder, ShowAll
from musterbook.cli.terminal import say, say_json, show, tell, working

if TYPE_CHECKING:
    from musterbook.cli.deciding import Speak
    from musterbook.conflicts.results import ConflictReport
    from musterbook.workbench import Workbench

Explain: TypeAlias = Annotated[
    tuple[int, str] | None,
    typer.Option(metavar="N WHY", help="Write down why conflict N stands.", show_default=False),
]
SetAside: TypeAlias = Annotated[
    tuple[str, str] | None,
    typer.Option(metavar="CLAIM WHY", help="Take a claim out of the rows.", show_default=False),
]
Again: TypeAlias = Annotated[
    bool, typer.Option("--again", help="Write over the reason that stands there.")
]
MOST_BOUNDS = 12  # measures in the table of what is certain: half a screen, the cards follow


def conflicts(
    case: CaseFolder = HERE,
    as_json: AsJson = False,
    as_of: AsOf = None,
    show_all: ShowAll = False,
    explain: Explain = None,
    set_aside: SetAside = None,
    again: Again = False,
) -> None:
    """Name the smallest sets of claims that contradict each other, and the readings that work.

    Examples: muster conflicts examples/kursk · muster conflicts --as-of 2025-09-30 · muster
    conflicts --explain 2 "They counted the wounded twice." · muster conflicts --set-aside fled
    "He was not there."
    """
    from musterbook.cli.bench import leave_if_faulty, open_bench
    from musterbook.cli.problems import print_problems

    if again and explain is None and set_aside is None:
        says = "it goes with --explain or --set-aside"
        raise typer.BadParameter(says, param_hint="--again")
    bench = open_bench(case, as_of)
    if explain is not None or set_aside is not None:
        decide(bench, explain, set_aside, again=again, speak=tell if as_json else say)
        if not as_json:
            return
    with working("looking for what cannot all be true"):
        report = bench.conflicts()
    if as_json:
        say_json(report.to_json())
    else:
        _print_report(bench, report, show_all=show_all)
    print_problems((*bench.stale, *bench.unfounded), case)
    has_any = any(not each.feasible for each in report.readings)
    if has_any:
        raise typer.Exit(Exit.FOUND)
    leave_if_faulty(bench)


def decide(
    bench: "Workbench",
    explain: tuple[int, str] | None,
    set_aside: tuple[str, str] | None,
    *,
    again: bool,
    speak: "Speak",
) -> None:
    """Write what the analyst decided into the case's files."""
    from musterbook.cli import deciding

    decided = []
    if explain is not None:
        decided.append(deciding.explanation(bench, *explain, again=again))
    if set_aside is not None:
        decided.append(deciding.setting_aside(bench, *set_aside, again=again))
    deciding.decide(bench, decided, speak=speak)


def _print_report(bench: "Workbench", report: "ConflictReport", *, show_all: bool) -> None:
    """Print the verdict, what is certain whatever the reading, and a card for every clash."""
    from musterbook.cli.bench import what_is_set_aside, why_nothing_counts
    from musterbook.cli.clashes import print_cards
    from musterbook.views.trail import trails

    nothing, aside = why_nothing_counts(bench), what_is_set_aside(bench)
    print_readings(report, nothing=nothing, aside=aside)
    print_certain(bench, report, show_all=show_all)
    accounts = [each.name for each in bench.case.accounts]
    print_cards(report, trails(bench.ledger), show_all=show_all, accounts=accounts)


def print_readings(report: "ConflictReport", *, nothing: str = "", aside: str = "") -> None:
    """Print the leading sentence, and a line for each way to read the words.

    `nothing` says why no claim counts, if so: then there is nothing to add up. `aside` says
    which claims the analyst took out.
    """
    from musterbook.views.sentences import headline, reading_lines, rests_on

    say(nothing or headline(report), style="bold")
    if nothing and report.default.feasible:
        return
    say()
    lines = reading_lines(report)
    for adds_up, line in lines:
        say(f"{'✓' if adds_up else '✗'} {line}", style="green" if adds_up else "", hang=2)
    for line in rests_on(report):
        say(line)
    if not nothing:
        say("Words such as “about” are read as intervals: muster hedges shows how.", style="dim")
    if any("λ*" in line for _, line in lines):
        say("λ*: by what factor every interval would have to widen for all to hold.", style="dim")
    if aside:
        say(aside, style="dim")
    say()


def print_certain(bench: "Workbench", report: "ConflictReport", *, show_all: bool = False) -> None:
    """Print between what bounds the declared measures lie, whatever the reading."""
    from dataclasses import replace

    from musterbook.views.tables_conflicts import bounds_table

    declared = {each.name for account in bench.case.accounts for each in account.measures}
    table = bounds_table(report, only=declared)
    if not table.rows:
        return
    shown = table if show_all else replace(table, rows=table.rows[:MOST_BOUNDS])
    show(shown, show_all=True)
    if len(shown.rows) < len(table.rows):
        say(f"… {len(table.rows) - len(shown.rows)} more, --all; muster show bounds has all")
    say()
