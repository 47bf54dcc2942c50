"""Draws of a fitted account in, what each draw says of the start of the projection out."""

from dataclasses import dataclass
from itertools import pairwise
from typing import Protocol

import numpy as np

from musterbook.account.system import Choice, ColumnKind, System
from musterbook.core.when import Instant, Step, length_in
from musterbook.scenarios.quantiles import Floats


class Draws(Protocol):
    """What scenarios need of a fit: draws of shape (draw, column) in people, and their weights."""

    @property
    def system(self) -> System:
        """The account the draws are of."""

    @property
    def draws(self) -> Floats:
        """Worlds, one a row; columns as in the system."""

    @property
    def weights(self) -> Floats:
        """How much each draw counts; they sum to 1."""

    @property
    def choice(self) -> Choice:
        """The reading chosen for each word."""


@dataclass(frozen=True, slots=True)
class Beginning:
    """Where a projection starts: the last knot up to the account's as-of date."""

    system: System
    draws: Floats
    instant: Instant

    def stock(self, name: str) -> Floats:
        """Give a stock at the start, per draw; round-off below zero is zero."""
        return np.maximum(self._stock_at(name, self.instant), 0.0)

    def total(self, flow: str) -> Floats:
        """Give all who passed along a flow since the window opened, per draw."""
        return self._people(flow, self._age(self.system.knots[0]))

    def recent_rate(self, flow: str, months: float) -> Floats:
        """Give a flow's rate over the last months, per draw.

        People who moved, by the people-months spent in the stock they left: per month. For a
        flow from outside, people per month. Where nobody was in the stock, zero. A window
        shorter than the span counts as a whole.
        """
        span = min(months, self._age(self.system.knots[0]))
        if span <= 0:
            return np.zeros(len(self.draws))
        moved = self._people(flow, span)
        source = next(each.source for each in self.system.flows if each.name == flow)
        if source not in self.system.stocks:
            return moved / span
        exposed = self._exposure(source, span)
        return np.where(exposed > 0, moved / np.where(exposed > 0, exposed, 1.0), 0.0)

    def _age(self, instant: Instant) -> float:
        return length_in(Step.MONTH, instant, self.instant)

    def _stock_at(self, name: str, instant: Instant) -> Floats:
        vector = self.system.stock_vector(name, instant)
        return np.asarray(self.draws @ vector.dense(self.system.width))

    def _people(self, flow: str, span: float) -> Floats:
        weights = np.zeros(self.system.width)
        for at, column in enumerate(self.system.columns):
            if column.kind is ColumnKind.FLOW and column.name == flow:
                weights[at] = self._overlap(column.start, column.end, span=span)
        return np.asarray(self.draws @ weights)

    def _overlap(self, start: Instant, end: Instant, *, span: float) -> float:
        oldest, newest = self._age(start), self._age(end)
        return max(0.0, min(oldest, span) - max(newest, 0.0)) / (oldest - newest)

    def _exposure(self, stock: str, span: float) -> Floats:
        exposed = np.zeros(len(self.draws))
        knots = [knot for knot in self.system.knots if knot <= self.instant]
        for start, end in pairwise(knots):
            share = self._overlap(start, end, span=span)
            if share > 0:
                length = share * length_in(Step.MONTH, start, end)
                ends = self._stock_at(stock, start) + self._stock_at(stock, end)
                exposed += length * ends / 2
        return exposed


def beginning_of(answer: Draws) -> Beginning:
    """Start from the last knot that is not after the account's as-of date."""
    system = answer.system
    known = [knot for knot in system.knots if knot <= system.as_of] or [system.knots[0]]
    return Beginning(system, np.asarray(answer.draws, dtype=np.float64), known[-1])
