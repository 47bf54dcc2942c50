"""Groups of rows go in; Gaussian terms, half-spaces and equalities over the unknowns come out.

Legend: θ the unknowns (unknowns.py), a·x a row over the columns, b its source's bias, c the
middle of the interval reported, e a shared error in its own sd.
- two-sided      a·x + c b is Gaussian about c, sd = width / √12, widened by credibility
- one-sided      truth = bound · (1 − b) + a half-normal excess: a·x + y b − y is Gaussian about 0
                 and at least 0
- exactly        a·x + y b = y: no error of its own, its source's bias remains
- several rows   of one number: each stays inside the interval, moved by b and one shared error
- hard           assumptions, openings, shares and multiples, parts: the interval binds as it is
A derived claim adds nothing.
"""

import math
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from musterbook.account.system import Floats, Group, MemberKind, Row, System
from musterbook.fit.unknowns import Unknowns, shares, speaks

# By how much a claim's own spread is widened, by Admiralty credibility; 6 (cannot be judged) is
# not the worst. The scale is the Admiralty's, the factors are ours.
WIDENED: Mapping[int, float] = MappingProxyType({1: 1.1, 2: 1.25, 3: 1.5, 4: 2.0, 5: 3.0, 6: 1.5})
FLAT = math.sqrt(12)  # the width of an even spread over its sd


@dataclass(frozen=True, slots=True)
class Term:
    """One Gaussian term: weights · θ has mean `target` and `sd`; one-sided ones are excesses."""

    group: str
    weights: Floats
    target: float
    sd: float
    is_excess: bool = False


@dataclass(frozen=True, slots=True)
class Limit:
    """weights · θ is at least `low`, or equal to it where `is_equal`.

    `is_claim` says that a report has it so, not an assumption.
    """

    group: str
    weights: Floats
    low: float
    is_equal: bool = False
    is_claim: bool = False


@dataclass(frozen=True, slots=True)
class Observed:
    """All that the groups say: terms, limits, and how many numbers each bias stands behind."""

    terms: tuple[Term, ...]
    limits: tuple[Limit, ...]
    counts: Mapping[int, float]

    def weights(self, width: int) -> Floats:
        """Give what every term weighs: shape (term, unknown)."""
        return np.array([term.weights for term in self.terms]).reshape(len(self.terms), width)


NOTHING_SAID = Observed((), (), {})


def observe(system: System, unknowns: Unknowns) -> Observed:
    """Turn every group of a system into what it says of the unknowns."""
    terms: list[Term] = []
    limits: list[Limit] = []
    groups = [group for group in system.groups if not group.is_derived]
    for group in groups:
        reader = _Reader(group, unknowns)
        terms += reader.terms()
        limits += reader.limits()
    return Observed(tuple(terms), tuple(limits), _counts(groups, unknowns))


def without(
    observed: Observed, names: Collection[str], *, system: System, unknowns: Unknowns
) -> Observed:
    """Give what is observed of a system once some of its groups are left out."""
    groups = (each for each in system.groups if not each.is_derived and each.name not in names)
    return Observed(
        tuple(each for each in observed.terms if each.group not in names),
        tuple(each for each in observed.limits if each.group not in names),
        _counts(groups, unknowns),
    )


def _counts(groups: Iterable[Group], unknowns: Unknowns) -> Mapping[int, float]:
    """Count how many numbers each bias stands behind."""
    biases = ((group, unknowns.bias(group)) for group in groups)
    told = Counter(
        bias for group, bias in biases if bias is not None and _Reader(group, unknowns).has_number
    )
    return dict(told)


def hard_limits(system: System, unknowns: Unknowns) -> tuple[Limit, ...]:
    """Give what holds before any claim: openings, assumptions, parts of a whole."""
    return tuple(
        limit
        for group in system.groups
        if group.kind is not MemberKind.CLAIM
        for limit in _Reader(group, unknowns).limits()
    )


def spread_of(group: Group, row: Row) -> float:
    """Give the sd of a two-sided claim's own error, in people."""
    return (row.high - row.low) / FLAT * WIDENED.get(group.credibility, WIDENED[6])


class _Reader:
    """One group, read with its bias and its shared error."""

    def __init__(self, group: Group, unknowns: Unknowns) -> None:
        self.group, self.unknowns = group, unknowns
        self.bias, self.error = unknowns.bias(group), unknowns.error(group)
        self.soft = tuple(row for row in group.rows if speaks(group) and not row.is_ratio)

    @property
    def has_number(self) -> bool:
        """Say whether it reports a number that a bias scales: not `none`, and not a bare limit."""
        return any(_middle(row) != 0 and not _is_mute(row) for row in self.soft)

    def terms(self) -> Iterable[Term]:
        if shares(self.group):
            yield from self._average_excess()
            return
        for row in self.soft:
            if row.low < row.high and not _is_mute(row):
                yield self._term(row, self._weights(row))

    def _term(self, row: Row, weights: Floats) -> Term:
        if math.isfinite(row.low) and math.isfinite(row.high):
            return Term(self.group.name, weights, _middle(row), spread_of(self.group, row))
        return Term(self.group.name, weights, _middle(row), row.excess or 0.0, is_excess=True)

    def _average_excess(self) -> Iterable[Term]:
        """Say of several one-sided rows that the mean of their excesses is half-normal."""
        rows = [row for row in self.soft if _is_one_sided(row) and row.excess]
        if rows:
            weights = np.mean([self._weights(row) for row in rows], axis=0)
            target = float(np.mean([_middle(row) for row in rows]))
            sd = float(np.mean([row.excess or 0.0 for row in rows]))
            yield Term(self.group.name, weights, target, sd, is_excess=True)

    def limits(self) -> Iterable[Limit]:
        for row in self.group.rows:
            if row.is_ratio or not self.soft:
                yield from self._between(row, self.unknowns.weights(row))
            elif row.low == row.high or _is_one_sided(row) or shares(self.group):
                yield from self._between(row, self._weights(row))

    def _between(self, row: Row, weights: Floats) -> Iterable[Limit]:
        name, is_claim = self.group.name, self.group.kind is MemberKind.CLAIM
        if row.low == row.high:
            yield Limit(name, weights, row.low, is_equal=True, is_claim=is_claim)
            return
        if math.isfinite(row.low):
            yield Limit(name, weights, row.low, is_claim=is_claim)
        if math.isfinite(row.high):
            yield Limit(name, -weights, -row.high, is_claim=is_claim)

    def _weights(self, row: Row) -> Floats:
        weights = self.unknowns.weights(row)
        if self.bias is not None:
            weights[self.bias] = _middle(row)
        if self.error is not None and not _is_one_sided(row) and row.low < row.high:
            excess = math.sqrt(WIDENED.get(self.group.credibility, WIDENED[6]) ** 2 - 1)
            weights[self.error] = (row.high - row.low) / FLAT * excess
        return weights


def _is_one_sided(row: Row) -> bool:
    return math.isinf(row.low) != math.isinf(row.high)


def _is_mute(row: Row) -> bool:
    """Say whether a row bounds without saying how far off the truth may lie."""
    return (math.isinf(row.low) and math.isinf(row.high)) or (_is_one_sided(row) and not row.excess)


def _middle(row: Row) -> float:
    if math.isinf(row.low):
        return row.high if math.isfinite(row.high) else 0.0
    return row.low if math.isinf(row.high) else (row.low + row.high) / 2
