"""Network, knots and times before the window go in; the columns of a bare System come out."""

import itertools
from collections.abc import Iterable, Mapping
from datetime import date

from musterbook.account.network import Network
from musterbook.account.system import Choice, Column, ColumnKind, FlowShape, System
from musterbook.core.when import Instant

NORMAL_95 = 1.6449  # sds from the middle of a normal to its 95 % quantile
CHANGE_WORDS = ("hardly", "slowly", "moderately", "quickly")  # the prior gives them numbers
MeasureTerms = Mapping[str, tuple[tuple[str, float, bool], ...]]
Earlier = tuple[str, Instant, bool]  # (measure with its reading, since when, never negative)


def before_key(label: str) -> str:
    """Name the unknown of what a measure had summed up before the window opened."""
    return f"before {label}"


def bare_system(
    network: Network,
    knots: tuple[Instant, ...],
    *,
    measures: MeasureTerms,
    earlier: Iterable[Earlier],
    as_of: date,
    choice: Choice,
) -> System:
    """Lay out the unknowns: openings, then flows by knot, then what came before the window."""
    columns = [Column(ColumnKind.OPENING, name, knots[0], knots[0]) for name in network.stocks]
    columns += [
        Column(ColumnKind.FLOW, name, start, end)
        for start, end in itertools.pairwise(knots)
        for name in network.flows
    ]
    columns += [
        Column(ColumnKind.BEFORE, before_key(label), start, knots[0], nonnegative)
        for label, start, nonnegative in dict.fromkeys(earlier)
    ]
    return System(
        columns=tuple(columns),
        knots=knots,
        stocks=tuple(network.stocks),
        flows=tuple(_shape(network, name) for name in network.flows),
        groups=(),
        measures=measures,
        as_of=as_of,
        choice=choice,
        index={_key(column): place for place, column in enumerate(columns)},
    )


def _key(column: Column) -> tuple[str, Instant]:
    return column.name, column.start if column.kind is ColumnKind.BEFORE else column.end


def _shape(network: Network, name: str) -> FlowShape:
    flow = network.flows[name]
    changes = flow.changes.text if flow.changes else ""
    typical, spread = (None, None) if flow.typical is None else read_typical(flow.typical.text)
    return FlowShape(name, flow.source, flow.target, typical, changes, spread)


def read_typical(text: str) -> tuple[float | None, float | None]:
    """Read `30 000`, or the range `25 000 to 35 000` as a middle and a relative sd."""
    ends = [_number(each) for each in text.split(" to ")]
    low, high = ends[0], ends[-1]
    if low is None or high is None or not 0 <= low <= high:
        return None, None
    middle = (low + high) / 2
    if low == high or not middle:
        return middle, None
    return middle, (high - low) / (2 * NORMAL_95) / middle


def _number(text: str) -> float | None:
    digits = "".join(text.split()).replace("\u202f", "").replace("\u00a0", "")
    try:
        return float(digits)
    except ValueError:
        return None
