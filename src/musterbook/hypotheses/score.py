"""Rows of the matrix in; what counts against each hypothesis, its rank, and the rows' worth out."""

from collections.abc import Iterable
from dataclasses import replace
from math import sqrt

from musterbook.core.plans import HypothesisBoard
from musterbook.hypotheses.results import EvidenceRow, HypothesisScore

WIDEST = 2.0  # the standard deviation of marks that are half CC and half II


def score(board: HypothesisBoard, rows: Iterable[EvidenceRow]) -> tuple[HypothesisScore, ...]:
    """Rank the hypotheses by what contradicts them, the least contradicted first.

    Consistent evidence ranks nothing, for it may fit other explanations as well. Equals share a
    rank and keep the board's order.

    Source: heuer1999.
    """
    listed = tuple(rows)
    against = {each.name: _sum(each.name, listed, sign=-1.0) for each in board.hypotheses}
    scores = [
        HypothesisScore(
            name=each.name,
            description=each.description,
            against=against[each.name],
            rank=1 + sum(other < against[each.name] for other in against.values()),
            favour=_sum(each.name, listed, sign=1.0),
        )
        for each in board.hypotheses
    ]
    return tuple(sorted(scores, key=lambda each: each.rank))


def _sum(name: str, rows: Iterable[EvidenceRow], *, sign: float) -> float:
    return sum(max(0.0, sign * row.counts.get(name, 0.0)) for row in rows)


def by_diagnosticity(rows: Iterable[EvidenceRow]) -> tuple[EvidenceRow, ...]:
    """Put the rows first that tell the hypotheses apart; what fits all alike is worth nothing."""
    weighed = [replace(row, diagnosticity=_diagnosticity(row)) for row in rows]
    return tuple(sorted(weighed, key=lambda row: -row.diagnosticity))


def _diagnosticity(row: EvidenceRow) -> float:
    """Give the spread of a row's marks (their standard deviation), from 0 to 1."""
    marks = list(row.counts.values())
    if len(marks) < 2:  # noqa: PLR2004 - one mark tells nothing apart
        return 0.0
    mean = sum(marks) / len(marks)
    return sqrt(sum((each - mean) ** 2 for each in marks) / len(marks)) / WIDEST
