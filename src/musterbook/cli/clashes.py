"""Verdicts go in; a card for every clash is printed, its sum to be added with a pencil."""

from typing import TYPE_CHECKING

from musterbook.cli.terminal import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from musterbook.conflicts.results import Conflict, ConflictReport, Verdict
    from musterbook.views.trail import Trail

FEW = 3  # cards shown under each choice of readings: the smallest, which one reads first


def print_cards(
    report: "ConflictReport",
    known: "dict[str, Trail]",
    *,
    show_all: bool = False,
    accounts: "Sequence[str]" = (),
) -> None:
    """Print a card for every clash, each once, under the first choice of readings it stands in.

    Every choice of readings that does not add up has its own ways out, its clashes told or not.
    """
    from musterbook.views.numbering import numbers_of
    from musterbook.views.sentences import meaning

    numbers, told = numbers_of(report), set[int]()
    printed: list[Verdict] = []
    for verdict in report.readings:
        clashes = {numbers[frozenset(each.members)]: each for each in verdict.conflicts}
        if not clashes:
            continue
        if verdict.choice:
            say(f"If {meaning(verdict.choice)}:", style="bold")
        fresh = {number: each for number, each in clashes.items() if number not in told}
        _print_fresh(fresh, known, show_all=show_all, accounts=accounts)
        _print_told(sorted(told & set(clashes)))
        if not verdict.complete:
            say("there are more that were not looked for: the search was cut short", indent=2)
        _print_ways(verdict, printed, show_all=show_all)
        say()
        told |= set(clashes)
        printed.append(verdict)


def _print_fresh(
    fresh: "dict[int, Conflict]",
    known: "dict[str, Trail]",
    *,
    show_all: bool,
    accounts: "Sequence[str]",
) -> None:
    standing = {number: each for number, each in fresh.items() if not each.explained}
    for number in sorted(standing)[: None if show_all else FEW]:
        print_card(standing[number], known, number=number, accounts=accounts)
    _more(len(standing), show_all=show_all, one="clash", many="clashes")
    for number in sorted(set(fresh) - set(standing)):
        _print_explained(fresh[number], number)


def _print_told(numbers: "Sequence[int]") -> None:
    """Name the clashes that stand here too and have their card above."""
    from musterbook.views.words import listed

    if numbers:
        one = len(numbers) == 1
        which = f"clash {numbers[0]}" if one else f"clashes {listed(map(str, numbers))}"
        say(f"{which}, met above, {'stands' if one else 'stand'} here too", indent=2, hang=2)


def _print_ways(verdict: "Verdict", before: "Sequence[Verdict]", *, show_all: bool) -> None:
    """Print the ways out of one reading, or which reading before has the same."""
    from musterbook.views.sentences import meaning, way_out

    ways = verdict.ways_out
    alike = next((each for each in before if ways and each.ways_out == ways), None)
    if alike is not None:
        say(f"ways out: the same as where {meaning(alike.choice)}", indent=2, hang=10)
        return
    for way in ways if show_all else ways[:FEW]:
        say(f"way out: {way_out(way)}", indent=2, hang=9)
    _more(len(ways), show_all=show_all, one="way out", many="ways out")
    if not verdict.all_ways_out and (show_all or len(ways) <= FEW):
        say("there may be more ways out: the search for them was cut short", indent=2)


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
    from musterbook.views.sentences import arithmetic, identity, moves
    from musterbook.views.trail import trail_of
    from musterbook.views.words import heads, unprefixed

    count = len(conflict.members)
    these = {1: "This cannot be", 2: "These two cannot both be"}.get(
        count, f"These {count} cannot all be"
    )
    say(f"{f'{number}. ' if number else ''}{these} true, by {heads(conflict.short_by)}:", indent=2)
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
    if conflict.explained_before and number:
        say(f"explained before a member changed: {conflict.explained_before}", indent=4, hang=2)
        say(f"muster conflicts --explain {number} WHY explains it anew", indent=4, style="dim")
    say()
