"""Sets in, their smallest hitting set out: the fewest members that touch every one of them.

A set of members is an integer, bit by bit. Source: davies2011
"""

from collections.abc import Iterable, Iterator, Sequence
from time import monotonic


class OutOfTimeError(Exception):
    """The search met its deadline; caught where the search was asked for."""


def bits(mask: int) -> Iterator[int]:
    """List the members of a set, lowest first."""
    while mask:
        lowest = mask & -mask
        yield lowest.bit_length() - 1
        mask ^= lowest


def mask_of(members: Iterable[int]) -> int:
    """Write a set as an integer."""
    mask = 0
    for member in members:
        mask |= 1 << member
    return mask


def smallest_hitting_set(
    sets: Sequence[int], blocked: Sequence[int], *, deadline: float
) -> int | None:
    """Find a smallest set that touches all `sets` and holds none of `blocked` whole.

    None where there is none. Deepens one member at a time; disjoint sets still untouched tell
    how many members are needed at least.

    Raises:
        OutOfTimeError: when the deadline (of `time.monotonic`) has passed.
    """
    search = _Search(sorted(sets, key=int.bit_count), blocked, deadline)
    size = search.at_least(list(search.sets), 0)
    while size is not None:
        search.was_cut = False
        found = search.deepen(0, 0, size=size)
        if found is not None:
            return found
        size = size + 1 if search.was_cut else None
    return None


class _Search:
    """One iterative deepening; `was_cut` tells whether more members could have helped."""

    def __init__(self, sets: Sequence[int], blocked: Sequence[int], deadline: float) -> None:
        self.sets = sets
        self.blocked: dict[int, list[int]] = {}  # member -> what is blocked and holds it
        for block in blocked:
            for member in bits(block):
                self.blocked.setdefault(member, []).append(block)
        self.nothing_is_allowed = 0 in blocked
        self.deadline = deadline
        self.was_cut = False
        self._visits = 0

    def deepen(
        self, chosen: int, barred: int, *, size: int, open_sets: Sequence[int] | None = None
    ) -> int | None:
        """Extend `chosen` by members not barred to at most `size` members that touch all.

        `open_sets` are those that `chosen` does not touch yet.
        """
        self._look_at_the_clock()
        left = self.sets if open_sets is None else open_sets
        if not left:
            return None if self.nothing_is_allowed else chosen
        needed = self.at_least(left, barred)
        if needed is None:
            return None
        if chosen.bit_count() + needed > size:
            self.was_cut = True
            return None
        branch = min((each & ~barred for each in left), key=int.bit_count)
        for member in bits(branch):
            bit = 1 << member
            if not self._blocks(member, chosen | bit):
                still = [each for each in left if not each & bit]
                found = self.deepen(chosen | bit, barred, size=size, open_sets=still)
                if found is not None:
                    return found
            barred |= bit
        return None

    def _blocks(self, member: int, chosen: int) -> bool:
        """Say whether a set just joined by a member holds anything blocked whole."""
        return any(block & chosen == block for block in self.blocked.get(member, ()))

    @staticmethod
    def at_least(open_sets: Sequence[int], barred: int) -> int | None:
        """Count disjoint sets among those untouched; None where one cannot be touched."""
        count, seen = 0, 0
        for each in open_sets:
            left = each & ~barred
            if not left:
                return None
            if not left & seen:
                count += 1
                seen |= left
        return count

    def _look_at_the_clock(self) -> None:
        self._visits += 1
        if self._visits % 256 == 0 and monotonic() > self.deadline:
            raise OutOfTimeError
