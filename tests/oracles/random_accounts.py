"""A seed in, a small account with rows of every kind out."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

import numpy as np
from tests.oracles.hand_drawn import INFINITY, combined, lay_out, member, row

from musterbook.account.system import Floats, Group, MemberKind, Row, System, Vector
from musterbook.core.when import Instant, Period, Step, knots, length_in

OPENING = date(2024, 12, 31)


@dataclass
class RandomAccount:
    """A network, a truth that runs on it, and claims about that truth, some of them false.

    With `lies` of 0 the claims can all be true. `kinds` of rows are drawn in turn, so that a
    dozen groups hold every kind there is.
    """

    seed: int
    stock_count: int = 3
    flow_count: int = 4
    steps: int = 4
    group_count: int = 7
    lies: int = 2
    scale: float = 1_000.0
    lie_size: float = 0.6
    kinds: tuple[str, ...] = (
        "level",
        "total",
        "opening",
        "change",
        "one-sided",
        "exactly",
        "throughout",
        "rate",
        "share",
        "before",
        "mixed",
    )
    _names: list[str] = field(default_factory=list)

    def system(self) -> System:
        """Draw it."""
        self.random = np.random.default_rng(self.seed)
        stocks = [f"stock{number}" for number in range(self.stock_count)]
        bare = lay_out(self._flows(stocks), stocks, self._times(), befores=["early"])
        self.bare, self.truth = bare, self._truth(bare)
        order = list(self.kinds) * (1 + self.group_count // len(self.kinds))
        self.random.shuffle(order)
        false = set(self.random.permutation(self.group_count)[: self.lies].tolist())
        groups = [
            self._group(f"{kind}{number}", kind, is_false=number in false)
            for number, kind in enumerate(order[: self.group_count])
        ]
        return replace(bare, groups=tuple(groups))

    def claim(self, name: str, kind: str, *, is_false: bool) -> Group:
        """Draw one more claim about the truth of the system drawn last, true or false."""
        return self._group(name, kind, is_false=is_false)

    def _flows(self, stocks: list[str]) -> list[tuple[str, str, str]]:
        places = [*stocks, "outside"]
        flows = [("flow0", "outside", "stock0")]
        for number in range(1, self.flow_count):
            source, target = self.random.choice(len(places), 2, replace=False)
            flows.append((f"flow{number}", places[source], places[target]))
        return flows

    def _times(self) -> tuple[Instant, ...]:
        """Months, cut once or twice in the middle of one."""
        end = date(2025 + (self.steps - 1) // 12, (self.steps - 1) % 12 + 1, 28)
        cuts = [OPENING + timedelta(days=int(d)) for d in self.random.integers(10, 50, 2)]
        return knots(Period(OPENING + timedelta(days=1), end), Step.MONTH, cuts)

    def _truth(self, bare: System) -> Floats:
        """Let people move at random, no stock below 0; openings and earlier totals drawn too."""
        random = self.random
        truth = np.round(random.gamma(1.0, self.scale, bare.width))
        truth[random.random(bare.width) < 0.2] = 0.0
        level = {name: truth[bare.index[name, bare.knots[0]]] for name in bare.stocks}
        for knot in bare.knots[1:]:
            for flow in bare.flows:
                column = bare.index[flow.name, knot]
                truth[column] = min(truth[column], level.get(flow.source, INFINITY))
                if flow.source in level:
                    level[flow.source] -= truth[column]
                if flow.target in level:
                    level[flow.target] += truth[column]
        return truth

    def _value(self, vector: Vector) -> float:
        return float(vector.dense(self.bare.width) @ self.truth)

    def _pick(self, names: Sequence[str]) -> str:
        return names[int(self.random.integers(len(names)))]

    def _span(self) -> tuple[Instant, Instant]:
        first, last = sorted(self.random.choice(len(self.bare.knots), 2, replace=False).tolist())
        return self.bare.knots[first], self.bare.knots[last]

    def _flow(self) -> str:
        return self._pick([flow.name for flow in self.bare.flows])

    def _stock(self) -> str:
        return self._pick(self.bare.stocks)

    def _about(self, value: float, *, is_false: bool) -> tuple[float, float]:
        margin = max(10.0, 0.05 * value)
        if is_false:
            value += float(self.random.choice([-1, 1])) * self.lie_size * (value + self.scale)
        return max(0.0, value - margin), max(0.0, value + margin)

    def _group(self, name: str, kind: str, *, is_false: bool) -> Group:
        draw = getattr(self, "_" + kind.replace("-", "_"))
        is_assumed = kind in ("opening", "rate", "share")
        return member(
            name,
            draw(is_false=is_false),
            kind=MemberKind.ASSUMPTION if is_assumed else MemberKind.CLAIM,
            origin=self._pick(["ministry", "agency"]),
            copies=[f"copy of {name}"] if self.random.random() < 0.3 else (),
        )

    def _level(self, *, is_false: bool) -> list[Row]:
        stock, knot = self._stock(), self._span()[1]
        vector = self.bare.stock_vector(stock, knot)
        limits = self._about(self._value(vector), is_false=is_false)
        return [row(vector, *limits, words=f"{stock} on {knot}")]

    def _total(self, *, is_false: bool) -> list[Row]:
        flow, (_, end) = self._flow(), self._span()
        vector = self.bare.total_vector(flow, self.bare.knots[0], end)
        limits = self._about(self._value(vector), is_false=is_false)
        return [row(vector, *limits, words=f"{flow} by {end}")]

    def _mixed(self, *, is_false: bool) -> list[Row]:
        first, second, (_, end) = self._flow(), self._stock(), self._span()
        vector = combined(
            (self.bare.total_vector(first, self.bare.knots[0], end), 1.0),
            (self.bare.stock_vector(second, end), 1.0),
        )
        limits = self._about(self._value(vector), is_false=is_false)
        return [row(vector, *limits, words=f"{first} + {second} by {end}")]

    def _opening(self, *, is_false: bool) -> list[Row]:
        stock = self._stock()
        vector = self.bare.stock_vector(stock, self.bare.knots[0])
        value = self._value(vector) + (self.scale if is_false else 0.0)
        return [row(vector, value, value, words=f"{stock} at the start")]

    def _change(self, *, is_false: bool) -> list[Row]:
        stock, (start, end) = self._stock(), self._span()
        vector = combined(
            (self.bare.stock_vector(stock, end), 1.0), (self.bare.stock_vector(stock, start), -1.0)
        )
        value = self._value(vector) + (2 * self.scale if is_false else 0.0)
        return [row(vector, value - 20, value + 20, words=f"change of {stock} to {end}")]

    def _one_sided(self, *, is_false: bool) -> list[Row]:
        flow, (start, end) = self._flow(), self._span()
        vector = self.bare.total_vector(flow, start, end)
        value, words = self._value(vector), f"{flow} after {start} to {end}"
        if self.random.random() < 0.5:
            return [row(vector, value + (self.scale if is_false else 0.0), INFINITY, words=words)]
        return [row(vector, -INFINITY, value * (0.3 if is_false else 1.0), words=words)]

    def _exactly(self, *, is_false: bool) -> list[Row]:
        flow, (start, end) = self._flow(), self._span()
        vector = self.bare.total_vector(flow, start, end)
        value = self._value(vector) + (0.5 * self.scale if is_false else 0.0)
        return [row(vector, value, value, words=f"{flow} after {start} to {end}")]

    def _throughout(self, *, is_false: bool) -> list[Row]:
        stock, (start, end) = self._stock(), self._span()
        times = [knot for knot in self.bare.knots if start <= knot <= end]
        vectors = [self.bare.stock_vector(stock, knot) for knot in times]
        values = [self._value(vector) for vector in vectors]
        low, high = min(values) - 10, max(values) + 10
        if is_false:
            low, high = low + self.scale, high + self.scale
        return [
            row(vector, max(low, 0.0), high, words=f"{stock} on {knot}")
            for vector, knot in zip(vectors, times, strict=True)
        ]

    def _rate(self, *, is_false: bool) -> list[Row]:
        flow, start = self._flow(), self._span()[0]
        pieces = [each for each in itertools.pairwise(self.bare.knots) if each[0] >= start]
        lengths = [length_in(Step.MONTH, *piece) for piece in pieces]
        vectors = [self.bare.total_vector(flow, *piece) for piece in pieces]
        fastest = max(self._value(v) / length for v, length in zip(vectors, lengths, strict=True))
        most = fastest * (0.3 if is_false else 1.0) + 1.0
        return [
            row(vector, -INFINITY, most * length, words=f"{flow} after {first} to {last}")
            for vector, length, (first, last) in zip(vectors, lengths, pieces, strict=True)
        ]

    def _share(self, *, is_false: bool) -> list[Row]:
        """At most (or at least) a share of a stock at the start of each step."""
        flow, stock = self._flow(), self._stock()
        pairs = [
            (
                self.bare.total_vector(flow, start, end),
                self.bare.stock_vector(stock, start),
                f"{flow} after {start} to {end} against {stock}",
            )
            for start, end in itertools.pairwise(self.bare.knots)
        ]
        needed = [
            self._value(moved) / held for moved, of, _ in pairs if (held := self._value(of)) > 0
        ]
        share = max(needed, default=1.0) * (0.2 if is_false else 1.0)
        usable = [(m, of, w) for m, of, w in pairs if is_false or self._value(of) > 0]
        return [
            row(
                combined((moved, 1.0), (of, -share)),
                -INFINITY,
                1e-6,
                words=words,
                is_ratio=True,
            )
            for moved, of, words in usable
        ]

    def _before(self, *, is_false: bool) -> list[Row]:
        """A total that runs since before the window: one unknown more."""
        flow, (_, end) = self._flow(), self._span()
        early = Vector((self.bare.index["before early", self.bare.knots[0]],), (1.0,))
        vector = combined(
            (self.bare.total_vector(flow, self.bare.knots[0], end), 1.0), (early, 1.0)
        )
        limits = self._about(self._value(vector), is_false=is_false)
        return [row(vector, *limits, words=f"early and {flow} by {end}")]
