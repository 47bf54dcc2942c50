"""`muster conflicts`: what cannot all be true, and which readings make the numbers add up."""

from typing import TYPE_CHECKING

import typer

from musterbook.cli.exits import Exit
from musterbook.cli.options import HERE, AsJson, AsOf, CaseFolder, ShowAll
from musterbook.cli.terminal import say, say_json, show, working

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
    """Name the smallest sets of claims that cannot all be true, and the readings that work.

    Examples: muster conflicts examples/kursk · muster conflicts --as-of 2025-09-30
    """
    from musterbook.cli.bench import open_bench
    from musterbook.views.trail import trails

    bench = open_bench(case, as_of)
    with working("looking for what cannot all be true"):
        report = bench.conflicts()
    if as_json:
        say_json(report.to_json())
    else:
        print_conflicts(report, trails(bench.ledger), show_all=show_all)
    has_any = any(not each.feasible for each in report.readings)
    raise typer.Exit(Exit.FOUND if has_any else Exit.WELL)


def print_conflicts(
    report: "ConflictReport", known: "dict[str, Trail]", *, show_all: bool = False
) -> None:
    """Print the leading sentence, the table of readings, then the cards of each clash once."""
    from musterbook.views.sentences import headline
    from musterbook.views.tables_conflicts import readings_table

    say(headline(report), style="bold")
    say()
    show(readings_table(report), show_all=show_all)
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

    say(
        f"If {meaning(verdict.choice)}" if verdict.choice else "As the words are read", style="bold"
    )
    for conflict in fresh if show_all else fresh[:FEW]:
        _print_card(conflict, known)
    if not show_all and len(fresh) > FEW:
        say(f"  … {len(fresh) - FEW} more, --all")
    if not verdict.complete:
        say("  and there are more that were not looked for: the search was cut short")
    for way in verdict.ways_out if show_all else verdict.ways_out[:FEW]:
        say(f"  way out: set aside {', '.join(way.members)}")
    if not show_all and len(verdict.ways_out) > FEW:
        say(f"  … {len(verdict.ways_out) - FEW} more ways out, --all")
    say()


def _print_card(conflict: "Conflict", known: "dict[str, Trail]") -> None:
    from musterbook.core.quantity import format_count
    from musterbook.views.trail import trail_of

    short = format_count(conflict.short_by)
    say(f"  cannot all be true: {', '.join(conflict.members)}   short by {short}", style="red")
    for name in conflict.members:
        trail = trail_of(known, name)
        derived = " (a sum the report made itself)" if trail.is_derived else ""
        say(f"    {name}: {trail.who}{derived}")
        if trail.quote:
            say(f"      “{trail.quote}”", style="italic")
        say(f"      {trail.says}   {trail.place}", style="dim")
    say(f"    {conflict.says}")
    moves = ", ".join(f"{name} by {format_count(people)}" for name, people in conflict.least_moves)
    if moves:
        say(f"    any one of them would have to move: {moves}")
    for bias in conflict.bias:
        way = "high" if bias.per_cent > 0 else "low"
        say(f"    or {bias.source} is {abs(bias.per_cent):.0f} % {way} on {bias.bias_class}")
    say()
