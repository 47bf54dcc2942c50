"""One system per choice of readings in, the report of what cannot all be true out."""

from collections.abc import Iterable, Mapping

from musterbook.account.system import Choice, Group, MemberKind, System, Vector
from musterbook.conflicts.bounds import bounds_of, certain, measure_vectors, range_of
from musterbook.conflicts.card import conflict_of
from musterbook.conflicts.enumeration import enumerate_conflicts
from musterbook.conflicts.frame import Frame, frame_of
from musterbook.conflicts.hitting import bits
from musterbook.conflicts.moves import least_widening
from musterbook.conflicts.options import ConflictOptions
from musterbook.conflicts.programme import Programme
from musterbook.conflicts.results import (
    Bounds,
    Conflict,
    ConflictReport,
    Range,
    Support,
    Verdict,
    WayOut,
    whole,
)
from musterbook.conflicts.whole import holds_in_whole_people
from musterbook.conflicts.widen import factor_in_words, least_factor


def analyse(
    systems: Mapping[Choice, System],
    options: ConflictOptions | None = None,
    *,
    known: Iterable[Verdict] = (),
) -> ConflictReport:
    """Find under every choice of readings what cannot all be true, and what is certain.

    The first choice is the default one. `known` are verdicts on the same systems, but without the
    range of any measure: those that found conflicts stay as they are.

    Raises:
        CannotComputeError: when the solver ends without an answer.
    """
    chosen = options or ConflictOptions()
    told = {each.choice: each for each in known if not each.feasible}
    verdicts = tuple(
        told.get(choice) or verdict_of(system, chosen) for choice, system in systems.items()
    )
    feasible = [verdict.bounds for verdict in verdicts if verdict.feasible]
    supports = rests_on(systems, verdicts) if feasible else ()
    return ConflictReport(verdicts[0], verdicts, certain(feasible), supports)


def rests_on(systems: Mapping[Choice, System], verdicts: Iterable[Verdict]) -> tuple[Support, ...]:
    """List what nobody reported and yet alone keeps a reading out: its single ways out."""
    return tuple(
        Support(way.members[0], verdict.choice, way.cost)
        for verdict in verdicts
        for way in verdict.ways_out
        if way.count == 1 and _is_unreported(systems[verdict.choice].group(way.members[0]))
    )


def _is_unreported(group: Group) -> bool:
    return group.kind is not MemberKind.CLAIM or group.is_derived


def verdict_of(system: System, options: ConflictOptions) -> Verdict:
    """Judge one system: feasible with the range of every measure, or its conflicts."""
    frame = frame_of(system)
    vectors = measure_vectors(frame) if options.bounds else {}
    spoken = [frame.over_totals(vector) for vector in vectors.values()]
    programme = Programme(frame, range(len(system.groups)), spoken=spoken)
    feasible = programme.is_feasible(programme.groups)
    widen = least_factor(programme, programme.groups)
    words = factor_in_words(widen, feasible=feasible)
    if not feasible:
        return _infeasible(programme, options, widen=widen, words=words)
    bounds, without_derived = _both_bounds(programme, vectors)
    whole = holds_in_whole_people(frame)
    return Verdict(
        system.choice,
        feasible=True,
        widen=widen,
        widen_words=f"{words}, but not in whole people" if whole is False else words,
        in_whole_people=whole,
        bounds=bounds,
        bounds_without_derived=without_derived,
    )


def _both_bounds(programme: Programme, vectors: Mapping[str, Vector]) -> tuple[Bounds, Bounds]:
    """Bound every measure with all groups, and without those that reports derived, if any."""
    groups = programme.frame.system.groups
    reported = [number for number in programme.groups if not groups[number].is_derived]
    bounds = bounds_of(programme, programme.groups, vectors=vectors)
    if not vectors or len(reported) == len(programme.groups):
        return bounds, {}
    return bounds, bounds_of(programme, reported, vectors=vectors)


def _infeasible(
    programme: Programme, options: ConflictOptions, *, widen: float | None, words: str
) -> Verdict:
    found = enumerate_conflicts(programme, options.limit, seconds=options.seconds)
    conflicts = _cards(programme.frame, found.conflicts, limit=options.limit)
    ways_out = _ways_out(programme, found.ways_out, limit=options.limit)
    return Verdict(
        programme.frame.system.choice,
        feasible=False,
        conflicts=conflicts,
        ways_out=ways_out,
        complete=found.complete and len(conflicts) == len(found.conflicts),
        all_ways_out=found.complete and len(ways_out) == len(found.ways_out),
        widen=widen,
        widen_words=words,
    )


def _cards(frame: Frame, masks: Iterable[int], *, limit: int) -> tuple[Conflict, ...]:
    shortest = sorted(masks, key=int.bit_count)[:limit]
    cards = [conflict_of(frame, tuple(bits(mask))) for mask in shortest]
    return tuple(sorted(cards, key=lambda each: (len(each.members), -each.short_by, each.members)))


def _ways_out(programme: Programme, masks: Iterable[int], *, limit: int) -> tuple[WayOut, ...]:
    shortest = sorted(masks, key=int.bit_count)[:limit]
    ways = [_way_out(programme, tuple(bits(mask))) for mask in shortest]
    return tuple(sorted(ways, key=lambda each: (each.count, each.cost, each.members)))


def _way_out(programme: Programme, groups: tuple[int, ...]) -> WayOut:
    names = tuple(programme.frame.system.groups[number].name for number in groups)
    solved = least_widening(programme, programme.groups, giving=groups)
    allows = _allowed(programme, groups[0]) if len(groups) == 1 else None
    return WayOut(names, whole(solved.value) if solved else float("inf"), allows)


def _allowed(programme: Programme, group: int) -> Range | None:
    """Find between what bounds the one number of a group would have to lie to fit the rest."""
    rows = programme.frame.system.groups[group].rows
    if len(rows) != 1 or rows[0].is_ratio:
        return None
    rest = set(programme.groups) - {group}
    weights = programme.columns(programme.frame.rows[group][0])
    return range_of(programme, rest, weights=weights)
