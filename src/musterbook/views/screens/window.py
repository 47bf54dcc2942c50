"""What is shown goes in; the claims outside the account's window come out, and one to hold them.

A new case covers the year it was begun in, so the first report taken in is often told of another
time: its claims are then accepted and count nowhere, which nobody looks for in a list of notes.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from musterbook.account.system import MemberKind
from musterbook.core.when import Period, Step
from musterbook.views.claims import OUTSIDE_WINDOW
from musterbook.views.screens.shown import Shown

# Days in the longest step of each kind, so that going back by them leads to another step.
ONE_STEP = {Step.DAY: 1, Step.WEEK: 7, Step.MONTH: 31, Step.QUARTER: 92, Step.YEAR: 366}


@dataclass(frozen=True, slots=True)
class LeftOut:
    """The claims left out of a window `now`, and one to hold them, as `case.yaml` writes them.

    `counted` is how many claims count all the same. Where none does the other window need not
    hold the one there is: it begins one step before the first claim and ends with the last.
    """

    claims: tuple[str, ...]
    other: str
    now: str
    counted: int


def left_out(shown: Shown) -> LeftOut | None:
    """Name what the window leaves out; None where that is nothing."""
    bench = shown.bench
    places = {each.place for each in bench.problems if each.code in OUTSIDE_WINDOW}
    spoken = [each for each in bench.ledger.statements if each.claim and each.place in places]
    periods = [each.sentence.when.period for each in spoken]
    told = [each for each in periods if each is not None]
    if not told:
        return None
    now, step = bench.case.window, bench.case.step
    groups = bench.default.system.groups
    counted = sum(each.kind is MemberKind.CLAIM for each in groups)
    names = tuple(each.claim.id for each in spoken if each.claim)
    wanted = _around([now, *told]) if counted else _around(told, before=ONE_STEP[step])
    return LeftOut(names, window_words(wanted, step), window_words(now, step), counted)


def _around(periods: Sequence[Period], *, before: int = 0) -> Period:
    """Give the stretch from some days before the first of some periods to the end of the last."""
    first = min(each.start for each in periods).toordinal() - before
    return Period(date.fromordinal(max(first, 1)), max(each.end for each in periods))


def window_words(window: Period, step: Step) -> str:
    """Write a window as a case file does: by whole months where its steps are as long or longer."""
    if step in (Step.DAY, Step.WEEK):
        return str(window)
    return f"{window.start:%Y-%m} to {window.end:%Y-%m}"
