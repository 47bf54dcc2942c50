"""A number that cannot stand, and what the rest allows, in; slips of the pen that would fit out.

Two neighbouring digits changed places, or a nought too many or too few: the slips by which a number
that is wrong still looks like the right one.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from math import isfinite

from musterbook.account.rows import interval_of
from musterbook.account.statements import Statement
from musterbook.conflicts.results import ConflictReport, Range, Slip, Verdict, WayOut
from musterbook.core.quantity import hedge_interval

Statements = Mapping[str, Statement]
TENFOLD = 10


def with_slips(report: ConflictReport, statements: Statements) -> ConflictReport:
    """Give every way out of one claim the slips by which its number would fit the rest."""
    readings = tuple(_noted(each, statements) for each in report.readings)
    return replace(report, default=readings[0], readings=readings)


def _noted(verdict: Verdict, statements: Statements) -> Verdict:
    ways = tuple(_with_slips(each, statements) for each in verdict.ways_out)
    return replace(verdict, ways_out=ways)


def _with_slips(way: WayOut, statements: Statements) -> WayOut:
    statement = statements.get(way.members[0])
    if way.allows is None or statement is None or statement.claim is None:
        return way
    return replace(way, slips=tuple(_slips(statement, way.allows)))


def _slips(statement: Statement, allows: Range) -> Iterator[Slip]:
    amount = statement.sentence.amount
    is_plain = amount.low == amount.high == round(amount.low) and not (amount.of or amount.vague)
    if not is_plain or statement.sentence.per or not isfinite(amount.low) or amount.low < 1:
        return
    low, high = allows
    if low is None or high is None:
        return  # where the rest leaves an end open, almost any slip would fit
    for value, how in neighbours(round(amount.low)):
        if statement.sentence.margin is not None:
            shift = value - amount.low
            interval = interval_of(statement)
            ends = interval.low + shift, interval.high + shift
        else:
            hedged = hedge_interval(value, value, statement.sentence.bound, statement.hedges)
            ends = hedged.low, hedged.high
        if ends[1] >= low and ends[0] <= high:
            yield Slip(float(value), how)


def neighbours(number: int) -> Iterator[tuple[int, str]]:
    """List what a number may have been before a slip: each once, digits swapped first."""
    digits, seen = str(number), {number}
    for place in range(len(digits) - 1):
        swapped = f"{digits[:place]}{digits[place + 1]}{digits[place]}{digits[place + 2 :]}"
        if not swapped.startswith("0") and int(swapped) not in seen:
            seen.add(int(swapped))
            yield int(swapped), "two digits swapped"
    if number % TENFOLD == 0:
        yield number // TENFOLD, "a nought too many"
    yield number * TENFOLD, "a nought too few"
