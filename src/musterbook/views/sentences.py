"""Results go in; the sentences that lead a report or a terminal page come out."""

from musterbook.account.system import Choice
from musterbook.conflicts.results import ConflictReport, Verdict
from musterbook.views.words import bare, counted, listed, number_word

BARELY = 0.95  # a widening factor just under 1 leaves next to no room: the method's page


def headline(report: ConflictReport) -> str:
    """Say in one sentence whether the numbers add up, and how the words must be read for it."""
    words = len(report.default.choice)
    ways = len(report.readings)
    working = report.feasible_readings
    if not words:
        return "These numbers add up." if working else _never(report.default)
    opening = f"Of {number_word(ways)} ways to read {counted(words, 'word')}"
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
