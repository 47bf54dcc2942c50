"""A programme in, its minimal conflicts and ways out out, smallest first, within a budget.

Conflicts and ways out mirror each other: a way out is a minimal set that touches every conflict,
and the reverse. So a smallest set that touches all conflicts known so far either is a way out,
or what it leaves still holds a conflict not yet known. When no such set is left, both lists are
whole. Source: davies2011, liffiton2016
"""

from dataclasses import dataclass, field
from functools import cached_property
from time import monotonic

from musterbook.conflicts.growing import Grower
from musterbook.conflicts.hitting import OutOfTimeError, bits, mask_of, smallest_hitting_set
from musterbook.conflicts.minimal import minimal_conflict
from musterbook.conflicts.programme import Programme

WAYS_PER_CONFLICT = 50  # ways out tried per conflict wanted, before giving up on "all of them"


@dataclass(slots=True)
class Found:
    """Conflicts and ways out as bit sets, each in the order found; `complete` if that is all."""

    conflicts: list[int] = field(default_factory=list)
    ways_out: list[int] = field(default_factory=list)
    complete: bool = False


def enumerate_conflicts(programme: Programme, limit: int, *, seconds: float) -> Found:
    """List minimal conflicts and ways out, smallest first, until all, `limit` or the time is out.

    Both lists are empty where all groups can be true at once. Where more than `limit` conflicts
    exist, the `limit` smallest are listed if time allows, and `complete` is False.
    """
    search = _Search(programme, limit, deadline=monotonic() + seconds)
    try:
        search.from_ways_out()
        if not search.found.complete:
            search.smallest_conflicts()
    except OutOfTimeError:
        pass
    search.ensure_a_way_out()
    found = search.found
    found.conflicts = sorted(set(found.conflicts), key=lambda each: (each.bit_count(), each))
    return found


class _Search:
    """One enumeration over a programme's groups."""

    def __init__(self, programme: Programme, limit: int, *, deadline: float) -> None:
        self.programme = programme
        self.everyone = mask_of(programme.groups)
        self.limit = limit
        self.deadline = deadline
        self.found = Found()
        self.forbidden: list[int] = []  # sets that cannot all be true, minimal or not

    @cached_property
    def grower(self) -> Grower:
        """What grows sets, laid out when first asked."""
        return Grower(self.programme.frame, self.programme.groups)

    def from_ways_out(self) -> None:
        """Grow both lists together from the smallest ways out, until they are whole or long."""
        found = self.found
        self._add_conflicts_outside(0)
        while not self._is_long():
            way = smallest_hitting_set(found.conflicts, found.ways_out, deadline=self.deadline)
            if way is None:
                found.complete = True
                return
            self._watch_the_clock()
            if not self._add_conflicts_outside(way):
                found.ways_out.append(way)

    def smallest_conflicts(self) -> None:
        """List the smallest conflicts: smallest sets that touch all ways out known so far."""
        known = set(self.found.conflicts)
        walls, listed = list(self.found.ways_out), list[int]()
        self.forbidden += self.found.conflicts
        while len(listed) < self.limit:
            core = smallest_hitting_set(walls, listed, deadline=self.deadline)
            if core is None:
                break
            self._watch_the_clock()
            if core in known or not self._is_feasible(core):
                listed.append(core)
                self.forbidden.append(core)
                self.found.conflicts.append(core)
            else:
                walls.append(self.everyone & ~self.grower.grown(core))
        beyond = [each for each in known if each not in listed]
        if len(listed) == self.limit:
            largest = max(each.bit_count() for each in listed)
            self.found.conflicts = listed + [e for e in beyond if e.bit_count() >= largest]

    def ensure_a_way_out(self) -> None:
        """Add one minimal way out, not always a smallest, where time left none."""
        if self.found.conflicts and not self.found.ways_out:
            self.found.ways_out.append(self.everyone & ~self._grown(0))

    def _is_feasible(self, core: int) -> bool:
        """Judge a few groups in a programme of their own, which is small."""
        return Programme(self.programme.frame, bits(core)).is_feasible(bits(core))

    def _is_long(self) -> bool:
        found = self.found
        many = len(found.conflicts) > self.limit and bool(found.ways_out)
        return many or len(found.ways_out) > WAYS_PER_CONFLICT * self.limit

    def _add_conflicts_outside(self, way: int) -> bool:
        """Add minimal conflicts, no two sharing a member, that leaving out `way` leaves."""
        rest, added = self.everyone & ~way, False
        while (conflict := minimal_conflict(self.programme, bits(rest))) is not None:
            mask = mask_of(conflict)
            self.found.conflicts.append(mask)
            rest, added = rest & ~mask, True
        return added

    def _grown(self, core: int) -> int:
        """Extend a feasible set by every group that can join: many at once, the rest singly."""
        grown = self.grower.grown(core)
        for group in bits(self.everyone & ~grown):
            grown = self._joined(grown, group)
        return grown

    def _joined(self, grown: int, group: int) -> int:
        """Add a group if it can join; if not, remember which of the others forbid it."""
        wider = grown | 1 << group
        if wider == grown or any(wider & each == each for each in self.forbidden):
            return grown
        support = self.programme.ray_support(bits(wider))
        if support is None:
            return wider
        self.forbidden.append(mask_of(support))
        return grown

    def _watch_the_clock(self) -> None:
        if monotonic() > self.deadline:
            raise OutOfTimeError
