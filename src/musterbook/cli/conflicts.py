"""`muster conflicts`: what cannot all be true, and which readings make the numbers add up."""

from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from musterbook.cli.exits import Exit
from musterbook.cli.options import HERE, AsJson, AsOf, CaseFolder, ShowAll
from musterbook.cli.terminal import say, say_json, show, tell, working

if TYPE_CHECKING:
    from collections.abc import Sequence

    from musterbook.cli.deciding import Speak
    from musterbook.conflicts.results import Conflict, ConflictReport, Verdict
    from musterbook.views.trail import Trail
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
FEW = 3  # cards shown under each choice of readings: the smallest, which one reads first


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
    from musterbook.cli.bench import (
        leave_if_faulty,
        open_bench,
        what_is_set_aside,
        why_nothing_counts,
    )
    from musterbook.cli.problems import print_problems
    from musterbook.views.trail import trails

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
        nothing, aside = why_nothing_counts(bench), what_is_set_aside(bench)
        print_readings(report, nothing=nothing, aside=aside)
        print_certain(bench, report, show_all=show_all)
        accounts = [each.name for each in bench.case.accounts]
        print_cards(report, trails(bench.ledger), show_all=show_all, accounts=accounts)
    print_problems((*bench.stale, *bench.noticed("conflicts")), case)
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
    for adds_up, line in reading_lines(report):
        say(f"{'✓' if adds_up else '✗'} {line}", style="green" if adds_up else "", hang=2)
    for line in rests_on(report):
        say(line)
    if not nothing:
        say("Words such as “about” are read as intervals: muster hedges shows how.", style="dim")
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


def print_cards(
    report: "ConflictReport",
    known: "dict[str, Trail]",
    *,
    show_all: bool = False,
    accounts: "Sequence[str]" = (),
) -> None:
    """Print a card for every clash, each once, under the first choice of readings it stands in."""
    from musterbook.views.numbering import numbers_of

    numbers = dict(numbers_of(report))
    for verdict in report.readings:
        sets = [frozenset(each.members) for each in verdict.conflicts]
        fresh = {
            numbers.pop(members): each
            for members, each in zip(sets, verdict.conflicts, strict=True)
            if members in numbers
        }
        if fresh:
            _print_verdict(verdict, fresh, known, show_all=show_all, accounts=accounts)


def _print_verdict(
    verdict: "Verdict",
    fresh: "dict[int, Conflict]",
    known: "dict[str, Trail]",
    *,
    show_all: bool,
    accounts: "Sequence[str]",
) -> None:
    from musterbook.views.sentences import meaning, way_out

    if verdict.choice:
        say(f"If {meaning(verdict.choice)}:", style="bold")
    standing = {number: each for number, each in fresh.items() if not each.explained}
    for number in sorted(standing)[: None if show_all else FEW]:
        print_card(standing[number], known, number=number, accounts=accounts)
    _more(len(standing), show_all=show_all, one="clash", many="clashes")
    for number in sorted(set(fresh) - set(standing)):
        _print_explained(fresh[number], number)
    if not verdict.complete:
        say("there are more that were not looked for: the search was cut short", indent=2)
    for way in verdict.ways_out if show_all else verdict.ways_out[:FEW]:
        say(f"way out: {way_out(way)}", indent=2, hang=9)
    _more(len(verdict.ways_out), show_all=show_all, one="way out", many="ways out")
    say()


def _more(count: int, *, show_all: bool, one: str, many: str) -> None:
    if not show_all and count > FEW:
        say(f"… {count - FEW} more {one if count - FEW == 1 else many}, --all", indent=2)


def _print_explained(conflict: "Conflict", number: int) -> None:
    """Print a clash the analyst has explained in two lines."""
    from musterbook.views.words import listed

    say(f"{number}. {listed(conflict.members)} cannot all be true", indent=2, hang=3, style="dim")
    say(f"explained: {conflict.explained}", indent=5, hang=2, style="green")
    say()


def print_card(
    conflict: "Conflict",
    known: "dict[str, Trail]",
    *,
    number: int = 0,
    accounts: "Sequence[str]" = (),
) -> None:
    """Print one clash: its sentences with their speakers, its arithmetic, what would mend it."""
    from musterbook.core.quantity import format_count
    from musterbook.views.sentences import arithmetic, identity, moves
    from musterbook.views.trail import trail_of
    from musterbook.views.words import unprefixed

    short, count = format_count(conflict.short_by), len(conflict.members)
    these = {1: "This cannot be", 2: "These two cannot both be"}.get(
        count, f"These {count} cannot all be"
    )
    say(f"{f'{number}. ' if number else ''}{these} true, by {short} people:", indent=2)
    for name in conflict.members:
        trail = trail_of(known, name)
        derived = "; a sum the report made itself" if trail.is_derived else ""
        say(f"{name}: {trail.who}{derived}", indent=4, hang=2, style="cyan")
        if trail.quote:
            say(f"“{trail.quote}”", indent=6, hang=1)
        say(f"{trail.says}   {trail.place}", indent=6, hang=2, style="dim")
    lines = arithmetic(conflict)
    column = lines[-1].find(" too many") + 2
    for line in lines:
        say(unprefixed(line, accounts), indent=4, hang=column)
    say(f"why: {unprefixed(identity(conflict), accounts)}", indent=4, hang=2)
    for line in moves(conflict):
        say(line, indent=4, hang=2, style="dim")
    if conflict.explained_before:
        say(f"explained before a member changed: {conflict.explained_before}", indent=4, hang=2)
        say(f"muster conflicts --explain {number} WHY explains it anew", indent=4, style="dim")
    say()
