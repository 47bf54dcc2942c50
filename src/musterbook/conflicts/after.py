"""Verdicts and their systems in; what each way out would leave certain out: bounds of measures."""

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from musterbook.account.system import Choice, System
from musterbook.conflicts.bounds import bounds_of, measure_vectors
from musterbook.conflicts.frame import frame_of
from musterbook.conflicts.programme import Programme
from musterbook.conflicts.results import Bounds, ConflictReport, WayOut

WayKey: TypeAlias = tuple[Choice, tuple[str, ...]]
Clock: TypeAlias = Callable[[], float]


@dataclass(frozen=True, slots=True)
class AfterOptions:
    """How many ways out of a reading are followed, and for how many seconds in all.

    A dozen is what a card and its neighbours show; two programmes a measure take milliseconds in
    a case of hundreds of claims, but seconds in one of ten thousand.
    """

    limit: int = 12
    seconds: float = 10.0


def bounds_after(
    systems: Mapping[Choice, System],
    report: ConflictReport,
    *,
    measures: Sequence[str],
    options: AfterOptions | None = None,
    clock: Clock = time.monotonic,
) -> Mapping[WayKey, Bounds]:
    """Bound the measures named at the as-of date, in people, as each way out would leave them.

    Ways out that the time did not reach are left out: nobody may take them for unbounded.
    """
    chosen = options or AfterOptions()
    end = clock() + chosen.seconds
    found: dict[WayKey, Bounds] = {}
    for verdict in report.readings:
        ways = verdict.ways_out[: chosen.limit]
        if ways and clock() < end:
            system = systems[verdict.choice]
            for way, bounds in _after(system, ways, measures=measures):
                found[verdict.choice, way.members] = bounds
                if clock() >= end:
                    break
    return found


def _after(
    system: System, ways: Sequence[WayOut], *, measures: Sequence[str]
) -> Iterator[tuple[WayOut, Bounds]]:
    frame = frame_of(system)
    known = measure_vectors(frame)
    vectors = {name: known[name] for name in measures if name in known}
    spoken = [frame.over_totals(vector) for vector in vectors.values()]
    programme = Programme(frame, range(len(system.groups)), spoken=spoken)
    for way in ways:
        kept = [
            number for number, group in enumerate(system.groups) if group.name not in way.members
        ]
        if programme.is_feasible(kept):
            yield way, bounds_of(programme, kept, vectors=vectors)
