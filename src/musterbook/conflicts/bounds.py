"""A feasible programme in, the least and the most that every measure can be out."""

from collections.abc import Iterable, Mapping

from musterbook.account.system import Vector
from musterbook.conflicts.frame import Frame
from musterbook.conflicts.programme import Programme
from musterbook.conflicts.results import Bounds, Range, whole


def measure_vectors(frame: Frame) -> dict[str, Vector]:
    """Express every declared measure, stock and flow at the as-of date."""
    system = frame.system
    return {name: system.measure_vector(name, system.as_of) for name in system.measures}


def bounds_of(
    programme: Programme, active: Iterable[int], *, vectors: Mapping[str, Vector]
) -> Bounds:
    """Find the range of each vector over all that these groups allow: two programmes each.

    In people; None where nothing bounds it. The groups must be feasible together.
    """
    groups = frozenset(active)
    known: dict[tuple[tuple[int, float], ...], Range] = {}
    bounds: dict[str, Range] = {}
    for name, vector in vectors.items():
        weights = programme.columns(programme.frame.over_totals(vector))
        key = tuple(sorted(weights.items()))
        if key not in known:
            known[key] = range_of(programme, groups, weights=weights)
        low, high = known[key]
        bounds[name] = (_plus(low, vector.constant), _plus(high, vector.constant))
    return bounds


def range_of(programme: Programme, active: Iterable[int], *, weights: Mapping[int, float]) -> Range:
    """Find the least and the most of one sum over the columns that feasible groups allow."""
    groups = frozenset(active)
    low = _least(programme, groups, weights=weights)
    high = _least(programme, groups, weights={c: -w for c, w in weights.items()})
    return None if low is None else whole(low), None if high is None else whole(-high)


def certain(ranges: Iterable[Bounds]) -> Bounds:
    """Join the bounds of several readings into what holds under every one of them."""
    listed = list(ranges)
    names = listed[0] if listed else {}
    return {name: _hull([each[name] for each in listed if name in each]) for name in names}


def _hull(ranges: list[Range]) -> Range:
    lows = [low for low, _ in ranges if low is not None]
    highs = [high for _, high in ranges if high is not None]
    return (
        min(lows) if len(lows) == len(ranges) else None,
        max(highs) if len(highs) == len(ranges) else None,
    )


def _least(
    programme: Programme, groups: frozenset[int], *, weights: Mapping[int, float]
) -> float | None:
    if not weights:
        return 0.0
    solved = programme.least(groups, weights)
    return None if solved is None else solved.value


def _plus(value: float | None, constant: float) -> float | None:
    return None if value is None else whole(value + constant)
