"""An answer and a claim go in; weights under which its draws are those without it come out.

A claim's factor in the posterior is a Gaussian in a·x + c b − c, times (1 − b) for the number that
was reported under a bias b (fit/observations.py, fit/bias.py). Dividing it out leaves the posterior
of all the others, on the draws there are. That works only where the claim forbids nothing: one
that is exact, open on a side, said of many dates at once or a share draws a wall, and there are no
draws beyond a wall to reweigh.
"""

import math
from collections.abc import Iterable

import numpy as np

from musterbook.account.system import Floats, Group, Row
from musterbook.fit.observations import spread_of
from musterbook.fit.results import Answer
from musterbook.fit.unknowns import shares, speaks


def forbids_nothing(group: Group) -> bool:
    """Say whether a claim only makes values less likely, so that its draws reach everywhere."""
    return speaks(group) and not shares(group) and all(map(_is_soft, group.rows))


def _is_soft(row: Row) -> bool:
    is_two_sided = math.isfinite(row.low) and math.isfinite(row.high)
    return not row.is_ratio and is_two_sided and row.low < row.high


def log_weights_without(answer: Answer, groups: Iterable[Group]) -> Floats:
    """Give log weights, shape (draw,), that take some claims out; each must forbid nothing."""
    with np.errstate(divide="ignore"):
        together = np.log(answer.weights)
    for group in groups:
        together = together - _log_likelihood(answer, group)
    return np.asarray(together)


def _log_likelihood(answer: Answer, group: Group) -> Floats:
    bias = _bias(answer, group)
    total = np.zeros(len(answer.draws))
    for row in group.rows:
        middle = (row.low + row.high) / 2
        missed = answer.draws @ row.dense(answer.system.width) + middle * bias - middle
        total -= np.square(missed / spread_of(group, row)) / 2
    if any(row.low + row.high != 0 for row in group.rows):
        total += np.log1p(-bias)  # one number reported, however many rows
    return total


def _bias(answer: Answer, group: Group) -> Floats:
    keys = [each.key for each in answer.sources]
    key = (group.origin or "", group.bias_class)
    return answer.biases[:, keys.index(key)] if key in keys else np.zeros(len(answer.draws))
