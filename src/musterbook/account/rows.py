"""A bound statement and the columns go in; its rows, intervals in people, come out."""

import itertools
import math
from collections.abc import Iterator
from itertools import pairwise

from musterbook.account.binding import Binding, Mode, knots_between
from musterbook.account.columns import before_key
from musterbook.account.linear import Linear
from musterbook.account.observations import BoundStatement
from musterbook.account.statements import Statement
from musterbook.account.system import Row, System, Vector
from musterbook.core.quantity import Interval, hedge_interval
from musterbook.core.remembered import MOST_CLAIMS, remembered
from musterbook.core.when import ONE_DAY, Instant, length_in


def rows_of(system: System, bound: BoundStatement) -> tuple[Row, ...]:
    """Turn one bound statement into the rows that hold it exactly."""
    interval = interval_of(bound.statement)
    builder = _Rows(system, bound, interval)
    if bound.of_linear is not None:
        return tuple(builder.ratios())
    return tuple(builder.numbers())


@remembered(MOST_CLAIMS)
def interval_of(statement: Statement) -> Interval:
    """Hedge a statement's amount by its table: in people, or in shares of another measure."""
    sentence = statement.sentence
    amount = sentence.amount
    if sentence.margin is not None:
        return Interval(amount.low - sentence.margin, amount.high + sentence.margin)
    if amount.vague:
        low, high = statement.hedges.vague.get(amount.vague, (amount.low, amount.high))
        open_ended = hedge_interval(low, high, sentence.bound, statement.hedges)
        return open_ended if open_ended.is_one_sided else Interval(low, high)
    return hedge_interval(amount.low, amount.high, sentence.bound, statement.hedges)


class _Rows:
    def __init__(self, system: System, bound: BoundStatement, interval: Interval) -> None:
        self.system, self.bound, self.interval = system, bound, interval
        self.label = bound.statement.label

    def numbers(self) -> Iterator[Row]:
        for vector, length, start, end in self._left_sides():
            yield Row(
                vector.columns,
                vector.weights,
                _scaled(self.interval.low, length) - vector.constant,
                _scaled(self.interval.high, length) - vector.constant,
                self._words(start, end),
                None if self.interval.excess is None else self.interval.excess * length,
            )

    def ratios(self) -> Iterator[Row]:
        for vector, length, start, end in self._left_sides():
            other, is_level = self._other_side(start, end)
            factor = length if is_level else 1.0
            for share, is_low in ((self.interval.low, True), (self.interval.high, False)):
                if math.isfinite(share) and not (is_low and share <= 0):
                    words = f"{self._words(start, end)} against {self.bound.statement.of_label}"
                    limits = (0.0, math.inf) if is_low else (-math.inf, 0.0)
                    difference = _sum([(vector, 1.0), (other, -share * factor)])
                    yield _ratio_row(difference, limits, words)

    def _left_sides(self) -> Iterator[tuple[Vector, float, Instant, Instant]]:
        binding, linear = self.bound.binding, self.bound.linear
        if binding.mode is Mode.CHUNKS and self._follows_a_level():
            for start, end in pairwise(knots_between(self.system.knots, binding)):
                yield self._over(linear, binding, start, end)
        elif binding.mode is Mode.CHUNKS:
            for chunk in binding.chunks():
                yield self._over(linear, binding, chunk.opening, chunk.end)
        elif binding.mode is Mode.KNOTS:
            for knot in knots_between(self.system.knots, binding):
                yield at_instant(self.system, linear, knot), 1.0, knot, knot
        elif binding.mode is Mode.AVERAGE:
            yield on_average(self.system, linear, binding), 1.0, binding.start, binding.end
        elif binding.mode is Mode.AT or linear.has_stocks:
            vector = at_instant(self.system, linear, binding.end)
            yield vector, 1.0, binding.end, binding.end
        else:
            yield self._over(linear, binding, binding.start, binding.end)

    def _follows_a_level(self) -> bool:
        """Say whether it is a rate of a stock: each step is bound by who is there at its start."""
        other = self.bound.of_linear
        return other is not None and other.has_stocks and self.bound.of_binding is None

    def _over(
        self, linear: Linear, binding: Binding, start: Instant, end: Instant
    ) -> tuple[Vector, float, Instant, Instant]:
        length = 1.0 if binding.per is None else length_in(binding.per, start, end)
        return over_span(self.system, linear, start, end, label=self.label), length, start, end

    def _other_side(self, start: Instant, end: Instant) -> tuple[Vector, bool]:
        """Express the measure compared with: a level at the start, a total over the same span."""
        linear, binding = self.bound.of_linear, self.bound.of_binding
        assert linear is not None
        label = self.bound.statement.of_label
        if linear.has_stocks:
            instant = binding.end if binding else start
            return at_instant(self.system, linear, instant), binding is None
        if binding is not None:
            start, end = binding.start, binding.end
        elif start == end:
            start = self.system.knots[0]
        return over_span(self.system, linear, start, end, label=label), False

    def _words(self, start: Instant, end: Instant) -> str:
        if start == end:
            return f"{self.label} on {end}"
        if start == self.system.knots[0]:
            return f"{self.label} by {end}"
        return f"{self.label} from {start + ONE_DAY} to {end}"


def at_instant(system: System, linear: Linear, instant: Instant) -> Vector:
    """Express stocks at a knot, and totals since the window opened."""
    parts = [
        (
            system.total_vector(name, system.knots[0], instant)
            if is_total
            else system.stock_vector(name, instant),
            weight,
        )
        for (name, is_total), weight in linear.terms.items()
    ]
    return _sum(parts, linear.constant)


def over_span(
    system: System, linear: Linear, start: Instant, end: Instant, *, label: str
) -> Vector:
    """Express totals between two knots; what came before the window is one unknown more."""
    opening = system.knots[0]
    parts = [
        (system.total_vector(name, max(start, opening), end), weight)
        for (name, _), weight in linear.terms.items()
    ]
    if start < opening:
        parts.append((Vector((system.index[before_key(label), start],), (1.0,)), 1.0))
    return _sum(parts, linear.constant)


def on_average(system: System, linear: Linear, binding: Binding) -> Vector:
    """Express the mean of a level over a period, straight between neighbouring knots."""
    knots = knots_between(system.knots, binding)
    whole = (binding.end - binding.start).days
    weights = dict.fromkeys(knots, 0.0)
    for start, end in itertools.pairwise(knots):
        share = (end - start).days / whole / 2
        weights[start] += share
        weights[end] += share
    return _sum([(at_instant(system, linear, knot), share) for knot, share in weights.items()])


def _sum(parts: list[tuple[Vector, float]], constant: float = 0.0) -> Vector:
    if len(parts) == 1:  # the common case, and a long sum where the window is
        (vector, factor), total = parts[0], constant + parts[0][1] * parts[0][0].constant
        is_whole = factor == 1.0  # the commonest of all
        weights = vector.weights if is_whole else tuple(factor * each for each in vector.weights)
        return Vector(vector.columns, weights, total)
    summed: dict[int, float] = {}
    for vector, factor in parts:
        constant += factor * vector.constant
        for column, weight in zip(vector.columns, vector.weights, strict=True):
            summed[column] = summed.get(column, 0.0) + factor * weight
    kept = {column: weight for column, weight in summed.items() if weight}
    return Vector(tuple(kept), tuple(kept.values()), constant)


def _ratio_row(difference: Vector, limits: tuple[float, float], words: str) -> Row:
    low, high = (each - difference.constant for each in limits)
    return Row(difference.columns, difference.weights, low, high, words, is_ratio=True)


def _scaled(bound: float, length: float) -> float:
    return bound if math.isinf(bound) else bound * length
