"""A programme and a set of groups in, one minimal conflict among them out."""

from collections.abc import Iterable

from musterbook.conflicts.programme import Programme


def minimal_conflict(programme: Programme, active: Iterable[int]) -> frozenset[int] | None:
    """Find a minimal conflict among these groups; None where they can all be true.

    The dual ray of the infeasible programme names few groups already; each of these is then
    left out in turn, and what still conflicts without it does without it. That is done in a
    programme of their own, which is small.
    """
    wanted = frozenset(active)
    support = programme.ray_support(wanted)
    if support is None:
        return None
    small, conflict = Programme(programme.frame, sorted(support)), support
    if small.is_feasible(support):
        # A ray is only as good as its rounding: without proof, everything stays under suspicion.
        small, conflict = programme, wanted
    for group in sorted(conflict):
        if group in conflict and len(conflict) > 1:
            smaller = _proven_conflict(small, conflict - {group})
            conflict = conflict if smaller is None else smaller
    return conflict


def _proven_conflict(programme: Programme, active: frozenset[int]) -> frozenset[int] | None:
    """Name the groups that a ray needs, once verified that they conflict; None if feasible."""
    support = programme.ray_support(active)
    if support is None or support == active:
        return support
    return active if programme.is_feasible(support) else support
