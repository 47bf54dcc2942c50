"""A programme in, the least factor by which its intervals must widen out, with its meaning."""

from collections.abc import Iterable

from musterbook.conflicts.programme import Programme

ROUNDING = 1.25  # up to this factor a clash is within rounding: the method's own line
BARELY = 1 / ROUNDING  # and above this one, room to spare is no more than rounding either


def least_factor(programme: Programme, active: Iterable[int]) -> float | None:
    """Find the least factor on all half-widths that lets these groups hold together.

    Below 1 there is room to spare; 0 means that the middles of all intervals agree. None: only
    exact numbers and comparisons clash, which no widening moves.
    """
    stretch, unit = programme.stretch, programme.unit
    solved = programme.least(active, {stretch: 1.0}, loose={stretch: (-unit, float("inf"))})
    return None if solved is None else max(0.0, round(1.0 + solved.value / unit, 9))


def factor_in_words(factor: float | None, *, feasible: bool) -> str:
    """Say what a factor of widening means."""
    if factor is None:
        return "no widening helps: exact numbers clash"
    if feasible:
        return "barely feasible" if factor > BARELY else "feasible with room to spare"
    if factor <= ROUNDING:
        return "within rounding"
    return f"not by rounding: every interval would have to be {factor:.3g} times as wide"
