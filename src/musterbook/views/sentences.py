"""Results go in; the sentences that lead a report or a terminal page come out."""

from musterbook.account.choices import MOST_CHOICES
from musterbook.account.system import Choice
from musterbook.conflicts.results import Conflict, ConflictReport, Line, Verdict
from musterbook.core.quantity import format_count
from musterbook.views.words import bare, counted, listed, number_word

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
    smallest = listed(verdict.conflicts[0].members) if verdict.conflicts else "not found in time"
    return f"{start}{found}{more}, the smallest between {smallest}"


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
    """Lay a conflict's numbers out one a line, to be added up with a pencil."""
    more = [each for each in conflict.lines if each.amount > 0]
    less = [each for each in conflict.lines if each.amount <= 0]
    lines = [f"{each.words} is {each.says}" for each in more]
    if len(more) > 1:
        lines.append(f"together at least {_sum(more)}")
    lines += [f"but {each.words} is {each.says}" for each in less[:1]]
    lines += [f"and {each.words} is {each.says}" for each in less[1:]]
    if len(less) > 1:
        lines.append(f"together at most {_sum(less)}")
    return (*lines, f"{format_count(abs(sum(each.amount for each in conflict.lines)))} too many")


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


def _sum(lines: list[Line]) -> str:
    return format_count(abs(sum(each.amount for each in lines)))
