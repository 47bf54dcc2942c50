"""Results go in; the sentences that lead a report or a terminal page come out."""

import math
from collections.abc import Iterable

from musterbook.account.choices import MOST_CHOICES
from musterbook.account.system import Choice
from musterbook.conflicts.results import Conflict, ConflictReport, Line, Verdict, WayOut
from musterbook.core.quantity import format_count
from musterbook.views.words import bare, counted, heads, listed, number_word, span

MOST_NAMED = 6  # claims named in a sentence: two lines of a terminal
BARELY = 0.95  # a widening factor just under 1 leaves next to no room: the method's page


def headline(report: ConflictReport) -> str:
    """Say in one sentence whether the numbers add up, and how the words must be read for it."""
    words = len(report.default.choice)
    ways = len(report.readings)
    working = report.feasible_readings
    if not words:
        return "These numbers add up." if working else _never(report.default)
    tried = "the first " if ways == MOST_CHOICES else ""
    opening = f"Of {tried}{number_word(ways)} ways to read {counted(words, 'word')}"
    if not working:
        return f"{opening}, none makes these numbers add up."
    if len(working) == ways:
        return f"{opening}, every one makes these numbers add up."
    if len(working) > 1:
        kept = listed(meaning(each.choice) for each in working)
        return f"{opening}, {number_word(len(working))} make these numbers add up: {kept}."
    return f"{opening}, only one makes these numbers add up: {meaning(working[0].choice)}."


def meaning(choice: Choice) -> str:
    """Say what each word means under a choice of readings."""
    return listed(f"“{bare(measure)}” means {reading}" for measure, reading in choice)


def _never(verdict: Verdict) -> str:
    found = counted(len(verdict.conflicts), "set of claims", plural="sets of claims")
    more = "" if verdict.complete else " or more"
    return f"These numbers do not add up: {found}{more} cannot all be true."


def room(verdict: Verdict) -> str:
    """Say how much room the intervals leave, by the least factor that makes all of them fit."""
    if verdict.widen is None:
        return verdict.widen_words
    return f"{verdict.widen_words} (λ* = {verdict.widen:.2f})"


def reading_lines(report: ConflictReport) -> tuple[tuple[bool, str], ...]:
    """Give a line for each way to read the words: does it add up, and what clashes if not."""
    return tuple((each.feasible, _reading_line(each)) for each in report.readings)


def _reading_line(verdict: Verdict) -> str:
    words = ", ".join(f"{bare(measure)} = {reading}" for measure, reading in verdict.choice)
    start = f"{words}: " if words else ""
    if verdict.feasible:
        return f"{start}adds up, {room(verdict)}"
    found = counted(len(verdict.conflicts), "clash", plural="clashes")
    more = "" if verdict.complete else " or more"
    open_ones = [each for each in verdict.conflicts if not each.explained]
    explained = _explained(len(verdict.conflicts) - len(open_ones), len(verdict.conflicts))
    first = (open_ones or verdict.conflicts)[:1]
    smallest = listed(first[0].members) if first else "not found in time"
    widen = "no widening helps" if verdict.widen is None else f"λ* = {verdict.widen:.2f}"
    return f"{start}{found}{more}{explained} ({widen}), the smallest between {smallest}"


def _explained(done: int, count: int) -> str:
    if not done or count == 1:
        return ", explained" if done else ""
    return f", {'all' if done == count else number_word(done)} explained"


def not_counted(set_aside: Iterable[str]) -> str:
    """Say which claims the analyst has set aside; empty where there are none."""
    names = [*set_aside]
    more = [f"{len(names) - MOST_NAMED} more"] if len(names) > MOST_NAMED else []
    told = listed([*names[:MOST_NAMED], *more])
    return f"Set aside in the case's files, and not counted: {told}." if names else ""


def rests_on(report: ConflictReport) -> tuple[str, ...]:
    """Say of each thing nobody reported which other reading it alone keeps out."""
    return tuple(
        f"This rests on “{each.member}”: without it, or if it gave way by "
        f"{format_count(each.people)}, the numbers would add up too where {meaning(each.choice)}."
        for each in report.rests_on
    )


def identity(conflict: Conflict) -> str:
    """Say what ties the members of a conflict, whatever their numbers."""
    return conflict.says.partition(" But ")[0]


def arithmetic(conflict: Conflict) -> tuple[str, ...]:
    """Lay a conflict's numbers out one a line, signed and aligned, to be added with a pencil."""
    total = format_count(abs(sum(each.amount for each in conflict.lines)))
    numbers = [format_count(abs(each.amount)) for each in conflict.lines]
    width = max(len(each) for each in (*numbers, total))
    lines = [
        f"{_sign(each)} {number:>{width}}  {_term(each)}"
        for each, number in zip(conflict.lines, numbers, strict=True)
    ]
    return (*lines, f"= {total:>{width}} too many")


def _sign(line: Line) -> str:
    is_less = math.copysign(1.0, line.amount) < 0 or line.says.startswith("at most")
    return "−" if is_less else "+"


def _term(line: Line) -> str:
    """Say what a number is, and that it is the least or the most of it."""
    bound = "at most" if line.says.startswith("at most") else "at least"
    whole = "in all, " if line.says.endswith(" in all") else ""
    return f"{line.words}, {whole}{bound} ({line.member})"


def way_out(way: WayOut) -> str:
    """Say what to set aside, how many people it is about, and what the rest would allow instead."""
    aside = f"set aside {listed(way.members)} ({heads(way.cost)})"
    if way.allows is None:
        return aside
    slips = [f"{format_count(each.value)} ({each.how})" for each in way.slips]
    fits = f"; {listed(slips, last='or')} would fit" if slips else ""
    return f"{aside}: the rest leaves it {span(*way.allows)}{fits}"


def moves(conflict: Conflict) -> tuple[str, ...]:
    """Say what would reconcile a conflict: one member that gives way, or a source that errs."""
    people = {format_count(by) for _, by in conflict.least_moves}
    if len(people) == 1:
        given = f"any one of them would have to give way by {people.pop()}"
    else:
        ways = [f"{name} by {format_count(by)}" for name, by in conflict.least_moves]
        given = f"one would have to give way: {listed(ways, last='or')}"
    errs = [
        f"{each.source} {abs(each.per_cent):.0f} % too {'high' if each.per_cent > 0 else 'low'} "
        f"on {each.bias_class}"
        for each in conflict.bias
    ]
    return (given, f"or one source errs: {listed(errs, last='or')}") if errs else (given,)
