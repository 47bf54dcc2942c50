"""Names of flows, stocks and dates in, a System drawn by hand out: no case folder, no sentences."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterable, Sequence
from datetime import date

from musterbook.account.system import (
    Column,
    ColumnKind,
    FlowShape,
    Group,
    MemberKind,
    Row,
    System,
    Vector,
)
from musterbook.core.problem import Place
from musterbook.core.when import Instant

INFINITY = math.inf
LONG_AGO = date(2020, 1, 1)  # since when a total runs that began before the window


def lay_out(
    flows: Sequence[tuple[str, str, str]],
    stocks: Sequence[str],
    times: Sequence[Instant],
    *,
    befores: Sequence[str] = (),
    as_of: date | None = None,
    measures: dict[str, tuple[tuple[str, float, bool], ...]] | None = None,
) -> System:
    """Draw an account without claims: its columns, every stock and flow a measure too."""
    columns = [Column(ColumnKind.OPENING, name, times[0], times[0]) for name in stocks]
    columns += [
        Column(ColumnKind.FLOW, name, start, end)
        for start, end in itertools.pairwise(times)
        for name, _, _ in flows
    ]
    columns += [Column(ColumnKind.BEFORE, f"before {name}", LONG_AGO, times[0]) for name in befores]
    own = {name: ((name, 1.0, False),) for name in stocks}
    own |= {name: ((name, 1.0, True),) for name, _, _ in flows}
    return System(
        columns=tuple(columns),
        knots=tuple(times),
        stocks=tuple(stocks),
        flows=tuple(FlowShape(*flow) for flow in flows),
        groups=(),
        measures=own | (measures or {}),
        as_of=as_of or times[-1],
        index={(each.name, each.end): place for place, each in enumerate(columns)},
    )


def combined(*parts: tuple[Vector, float]) -> Vector:
    """Add vectors, each with its weight."""
    columns: list[int] = []
    weights: list[float] = []
    for vector, factor in parts:
        columns += vector.columns
        weights += [factor * weight for weight in vector.weights]
    return Vector(tuple(columns), tuple(weights))


def row(vector: Vector, low: float, high: float, *, words: str, is_ratio: bool = False) -> Row:
    return Row(vector.columns, vector.weights, low, high, words, is_ratio=is_ratio)


def member(
    name: str,
    rows: Iterable[Row],
    *,
    kind: MemberKind = MemberKind.CLAIM,
    origin: str | None = None,
    copies: Sequence[str] = (),
    is_derived: bool = False,
    bias_class: str = "strength",
) -> Group:
    """Make a group that says its own name."""
    listed = tuple(rows)
    return Group(
        name,
        kind,
        listed,
        says=f"what {name} says",
        place=Place("account.yaml"),
        measure=listed[0].words.split(" ")[0] if listed else name,
        claims=(name, *copies) if kind is MemberKind.CLAIM else (),
        origin=origin if kind is MemberKind.CLAIM else None,
        bias_class=bias_class,
        is_derived=is_derived,
    )
