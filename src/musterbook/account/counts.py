"""Observations go in; counts that fall, jump, or exceed the whole they are part of come out.

None of these is a conflict for certain: a correction, a new definition or parts that overlap are
as likely as a false number. So each is told with its numbers and what to write for either case.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from musterbook.account.binding import Mode
from musterbook.account.observations import BoundStatement, Observation
from musterbook.account.rows import interval_of
from musterbook.core.finding import Finding
from musterbook.core.quantity import Interval, format_count
from musterbook.core.records import Claim
from musterbook.core.when import Instant

AROUND = 3  # rises on either side that a jump is held against: a week of a daily count
JUMP = 5.0  # times the largest of them. In Italy's deaths of 2020 to 2024 this marks 2 days


@dataclass(frozen=True, slots=True)
class _Point:
    """One value of a running count: which sentence, until when, and the interval it allows."""

    bound: BoundStatement
    until: Instant
    allows: Interval

    @property
    def name(self) -> str:
        return self.bound.statement.name

    @property
    def said(self) -> float:
        return self.bound.statement.sentence.amount.low


def count_findings(
    observations: Iterable[Observation], claims: Iterable[Claim]
) -> Iterator[Finding]:
    """List running counts that fall or jump, then parts that exceed their whole."""
    listed = tuple(observations)
    for points in _running(listed):
        yield from _falls(points)
        yield from _jumps(points)
    yield from _parts_above(listed, claims)


def _running(observations: Iterable[Observation]) -> Iterator[list[_Point]]:
    """Give each origin's running counts: one measure, since one date, in order of time."""
    series: dict[object, list[_Point]] = defaultdict(list)
    for each in observations:
        bound = each.bound
        if _is_count(bound):
            key = (bound.statement.speaker.origin, bound.statement.label, bound.binding.start)
            point = _Point(bound, bound.binding.end, interval_of(bound.statement))
            series[key].append(point)
    for points in series.values():
        yield sorted(points, key=lambda point: point.until)


def _is_count(bound: BoundStatement) -> bool:
    """Say whether a claim states a number of those who moved over a time, which only grows."""
    statement = bound.statement
    is_total = bound.binding.mode is Mode.OVER and not bound.linear.has_stocks
    is_plain = statement.sentence.per is None and bound.of_linear is None
    return statement.claim is not None and is_total and is_plain and bound.linear.is_never_negative


def _falls(points: Sequence[_Point]) -> Iterator[Finding]:
    for before, after in pairwise(points):
        if after.allows.high < before.allows.low and before.until < after.until:
            says = (
                f"`{after.name}` counts fewer by {after.until} than `{before.name}` did by "
                f"{before.until}, and a running count cannot fall"
            )
            fix = (
                f"if it was corrected, give `{after.name}` `supersedes: {before.name}`; if "
                "something else is counted since then, give each its own reading or measure"
            )
            yield _finding("count that falls", says, (before, after), fix)


def _jumps(points: Sequence[_Point]) -> Iterator[Finding]:
    rises = [
        (after.said - before.said) / (after.until - before.until).days
        for before, after in pairwise(points)
        if before.until < after.until
    ]
    if len(rises) != len(points) - 1:
        return
    for place, rise in enumerate(rises):
        around = rises[max(0, place - AROUND) : place] + rises[place + 1 : place + 1 + AROUND]
        before, after = points[place], points[place + 1]
        is_certain = after.allows.low > before.allows.high
        has_both = AROUND <= place < len(rises) - AROUND
        if has_both and is_certain and rise > JUMP * max(*around, 0.0):
            says = (
                f"`{after.name}` stands {format_count(after.said - before.said)} above "
                f"`{before.name}`, where the count rises by {format_count(median(around))} a day "
                f"before and after: what is counted may have changed by {after.until}"
            )
            fix = (
                "if the definition changed, declare a measure with a reading for each and pin it "
                "in every sentence: `toll [as before] …`; if old cases were added, nothing"
            )
            yield _finding("count that jumps", says, (before, after), fix)


def _parts_above(observations: Iterable[Observation], claims: Iterable[Claim]) -> Iterator[Finding]:
    bounds = {
        name: each.bound
        for each in observations
        for name in (each.bound.statement.name, *each.copies)
    }
    parts: dict[str, dict[str, BoundStatement]] = defaultdict(dict)
    for claim in claims:
        if claim.part_of in bounds and claim.id in bounds and _alike(bounds, claim):
            bound = bounds[claim.id]
            parts[bounds[claim.part_of].statement.name][bound.statement.name] = bound
    for whole, members in parts.items():
        yield from _above(bounds[whole], tuple(members.values()))


def _alike(bounds: dict[str, BoundStatement], claim: Claim) -> bool:
    """Say whether a part and its whole are plain numbers of one time."""
    part, whole = bounds[claim.id], bounds[claim.part_of or ""]
    times = {(each.binding.mode, each.binding.start, each.binding.end) for each in (part, whole)}
    is_plain = all(each.of_linear is None for each in (part, whole))
    return len(times) == 1 and is_plain and part is not whole


def _above(whole: BoundStatement, parts: Sequence[BoundStatement]) -> Iterator[Finding]:
    most, least = (
        interval_of(whole.statement).high,
        sum(interval_of(p.statement).low for p in parts),
    )
    if least > most:
        names = " + ".join(f"`{each.statement.name}`" for each in parts)
        says = (
            f"{names} come to at least {format_count(least)}, more than `{whole.statement.name}`, "
            f"of which they are parts: at most {format_count(most)}"
        )
        fix = "if some people are in two parts, take `part_of` off one; else one number is wrong"
        points = [_Point(each, each.binding.end, interval_of(each.statement)) for each in parts]
        total = _Point(whole, whole.binding.end, interval_of(whole.statement))
        yield _finding("parts above the whole", says, (*points, total), fix)


def _finding(kind: str, says: str, points: Sequence[_Point], fix: str) -> Finding:
    numbers = tuple((p.name, p.bound.statement.sentence.phrase.text) for p in points)
    place = points[-1].bound.statement.place
    return Finding(kind, says, tuple(p.name for p in points), place, numbers=numbers, fix=fix)
