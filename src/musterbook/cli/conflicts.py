"""`muster conflicts`: what cannot all be true, and which readings make the numbers add up."""

from typing import TYPE_CHECKING

import typer

from musterbook.cli.exits import Exit
from musterbook.cli.options import HERE, AsJson, AsOf, CaseFolder, ShowAll
from musterbook.cli.terminal import say, say_json, working

if TYPE_CHECKING:
    from musterbook.conflicts.results import Conflict, ConflictReport, Verdict
    from musterbook.views.trail import Trail

FEW = 3  # cards shown under each choice of readings: the smallest, which one reads first


def conflicts(
    case: CaseFolder = HERE,
    as_json: AsJson = False,
    as_of: AsOf = None,
    show_all: ShowAll = False,
) -> None:
    """Name the smallest sets of claims that contradict each other, and the readings that work.

    Examples: muster conflicts examples/kursk · muster conflicts --as-of 2025-09-30
    """
    from musterbook.cli.bench import leave_if_faulty, open_bench, why_nothing_counts
    from musterbook.views.trail import trails

    bench = open_bench(case, as_of)
    with working("looking for what cannot all be true"):
        report = bench.conflicts()
    if as_json:
        say_json(report.to_json())
    else:
        print_readings(report, nothing=why_nothing_counts(bench))
        print_cards(report, trails(bench.ledger), show_all=show_all)
    has_any = any(not each.feasible for each in report.readings)
    if has_any:
        raise typer.Exit(Exit.FOUND)
    leave_if_faulty(bench)


def print_readings(report: "ConflictReport", *, nothing: str = "") -> None:
    """Print the leading sentence, and a line for each way to read the words.

    `nothing` says why no claim counts, if so: then there is nothing to add up.
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
    say()


def print_cards(
    report: "ConflictReport", known: "dict[str, Trail]", *, show_all: bool = False
) -> None:
    """Print a card for every clash, each once, under the first choice of readings it stands in."""
    seen: set[frozenset[str]] = set()
    for verdict in report.readings:
        fresh = [each for each in verdict.conflicts if frozenset(each.members) not in seen]
        seen.update(frozenset(each.members) for each in fresh)
        if fresh:
            _print_verdict(verdict, fresh, known, show_all=show_all)


def _print_verdict(
    verdict: "Verdict", fresh: "list[Conflict]", known: "dict[str, Trail]", *, show_all: bool
) -> None:
    from musterbook.views.sentences import meaning
    from musterbook.views.words import listed

    if verdict.choice:
        say(f"If {meaning(verdict.choice)}:", style="bold")
    for conflict in fresh if show_all else fresh[:FEW]:
        print_card(conflict, known)
    _more(len(fresh), show_all=show_all, one="clash", many="clashes")
    if not verdict.complete:
        say("there are more that were not looked for: the search was cut short", indent=2)
    for way in verdict.ways_out if show_all else verdict.ways_out[:FEW]:
        say(f"way out: set aside {listed(way.members)}", indent=2, hang=9)
    _more(len(verdict.ways_out), show_all=show_all, one="way out", many="ways out")
    say()


def _more(count: int, *, show_all: bool, one: str, many: str) -> None:
    if not show_all and count > FEW:
        say(f"… {count - FEW} more {one if count - FEW == 1 else many}, --all", indent=2)


def print_card(conflict: "Conflict", known: "dict[str, Trail]") -> None:
    """Print one clash: its sentences with their speakers, its arithmetic, what would mend it."""
    from musterbook.core.quantity import format_count
    from musterbook.views.sentences import arithmetic, identity, moves
    from musterbook.views.trail import trail_of

    short, count = format_count(conflict.short_by), len(conflict.members)
    these = {1: "This cannot be", 2: "These two cannot both be"}
    say(f"{these.get(count, f'These {count} cannot all be')} true, by {short} people:", indent=2)
    for name in conflict.members:
        trail = trail_of(known, name)
        derived = "; a sum the report made itself" if trail.is_derived else ""
        say(f"{name}: {trail.who}{derived}", indent=4, hang=2, style="cyan")
        if trail.quote:
            say(f"“{trail.quote}”", indent=6, hang=1)
        say(f"{trail.says}   {trail.place}", indent=6, hang=2, style="dim")
    say(identity(conflict), indent=4, hang=2)
    for line in arithmetic(conflict):
        say(line, indent=4, hang=2)
    for line in moves(conflict):
        say(line, indent=4, hang=2, style="dim")
    say()
