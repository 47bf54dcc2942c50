"""Fits as of many days and what was said after each go in; how belief fared comes out.

Either the number said later is taken for the truth, up to its rounding; or what is scored is the
number that this source would report: a draw's own, moved by a draw of the source's bias too.
"""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np

from musterbook.account.observations import BoundStatement
from musterbook.account.rows import rows_of
from musterbook.account.system import Floats, Group, Row
from musterbook.core.records import Source
from musterbook.fit.bias import LARGEST, bias_sd
from musterbook.fit.observations import spread_of
from musterbook.fit.results import Answer
from musterbook.fit.summary import evenly_weighted
from musterbook.questions.ratings import Comparison
from musterbook.questions.scores import crps, inside


@dataclass(frozen=True, slots=True)
class Later:
    """One number said after a day: its group in the whole case, how it is bound, and when said."""

    group: Group
    bound: BoundStatement
    said_on: date

    @property
    def spoken_of(self) -> date:
        """The day it speaks of, or the end of its time."""
        return self.bound.binding.end


def is_number(later: Later) -> bool:
    """Say whether it can be scored: a number with two sides, said once, and of people counted."""
    if later.group.is_derived or len(later.group.rows) != 1:
        return False
    [row] = later.group.rows
    return math.isfinite(row.low) and math.isfinite(row.high) and not row.is_ratio


def compare(
    day: date,
    answer: Answer,
    laters: Iterable[Later],
    *,
    sources: Mapping[str, Source] | None,
    seed: int,
) -> Iterator[Comparison]:
    """Hold one day's belief against each number said after it.

    With `sources` their biases are allowed for; without, what is said later counts as true.

    What reaches back before the window in a way nobody had spoken of by then is left out.
    """
    random = np.random.default_rng(seed)
    even = evenly_weighted(np.arange(len(answer.weights), dtype=np.float64), answer.weights)
    chosen = even.astype(np.intp)
    for later in laters:
        rows = _rows(answer, later)
        if rows is not None:
            expected = _expected(answer, later, rows[0], sources=sources, random=random)[chosen]
            yield _comparison(day, later, rows[0], expected)


def _rows(answer: Answer, later: Later) -> Sequence[Row] | None:
    try:
        return rows_of(answer.system, later.bound)
    except KeyError:  # no unknown stands for what came before the window
        return None


def _expected(
    answer: Answer,
    later: Later,
    row: Row,
    *,
    sources: Mapping[str, Source] | None,
    random: np.random.Generator,
) -> Floats:
    """Draw the number that would be reported: shape (draw,)."""
    true = answer.draws @ row.dense(answer.system.width)
    error = random.standard_normal(len(true)) * spread_of(later.group, row)
    if later.group.origin is None or sources is None:
        return np.asarray(true - error)
    keys = [each.key for each in answer.sources]
    key = (later.group.origin, later.group.bias_class)
    if key in keys:
        bias = answer.biases[:, keys.index(key)]
    else:
        sd = bias_sd(later.group.origin, sources)
        bias = np.minimum(random.standard_normal(len(true)) * sd, LARGEST)
    return np.asarray((true - error) / (1 - bias))


def _comparison(day: date, later: Later, row: Row, expected: Floats) -> Comparison:
    said = (row.low + row.high) / 2
    return Comparison(
        day,
        later.group.name,
        later.group.measure.partition("[")[0],
        later.said_on,
        later.spoken_of,
        said,
        float(np.median(expected)),
        inside(expected, said),
        crps(expected, said),
    )
