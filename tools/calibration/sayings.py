"""Truths in, what sources would report of them out: numbers drawn from the fit's own likelihood.

Written from the method's page, not with the code under test. Legend: t what a claim counts, b its
source's bias, c the middle of the interval reported (the bound, if one-sided), W its width, s the
scale of an excess; widths and scales are the frame's, only c is drawn.
- two-sided   t − c (1 − b) is Gaussian
- one-sided   how far t lies beyond c (1 − b) is half-normal
- exactly     t = c (1 − b)
- throughout  one c for several dates: each t, moved by one shared error, lies inside the interval;
              one-sided, all t lie beyond it and the mean of how far is half-normal
The last can be said of some truths only: of those whose t vary by less than W, and the less they
vary, the more ways there are to say it. So a truth is kept with the chance that its sentence is
there.
"""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
from scipy.special import ndtr, ndtri
from tools.calibration.model import Model
from tools.calibration.truths import Truths, batches

from musterbook.account.system import Floats, Group, System
from musterbook.fit.observations import FLAT, WIDENED


def joint(model: Model, count: int, rng: np.random.Generator) -> tuple[Truths, tuple[System, ...]]:
    """Draw truths, and the system of what is reported of each."""
    people, biases, systems = [], [], []
    for batch in batches(model, rng):
        chance = np.ones(len(batch))
        numbers = {}
        for group in model.claims:
            numbers[group.name], exists = _reported(model, group, batch, rng=rng)
            chance *= exists
        kept = rng.random(len(batch)) < chance
        people.append(batch.people[kept])
        biases.append(batch.biases[kept])
        told = [{name: c[i] for name, c in numbers.items()} for i in np.flatnonzero(kept)]
        systems += [_told(model.system, each) for each in told[: count - len(systems)]]
        if len(systems) == count:
            break
    truths = Truths(np.concatenate(people)[:count], np.concatenate(biases)[:count])
    return truths, tuple(systems)


def _reported(
    model: Model, group: Group, truths: Truths, *, rng: np.random.Generator
) -> tuple[Floats, Floats]:
    """Draw c for every truth, and give the chance that it exists: shapes (truth,)."""
    rows = np.array([row.dense(model.system.width) for row in group.rows])
    values = truths.people @ rows.T
    assert group.origin is not None
    bias = truths.biases[:, model.biases.index((group.origin, group.bias_class))]
    width = group.rows[0].high - group.rows[0].low
    if math.isinf(width):
        scaled, exists = _beyond(group, values, rng)
    elif len(group.rows) > 1:
        scaled, exists = _throughout(group, values, rng)
    else:
        sd = width / FLAT * WIDENED[group.credibility]
        scaled, exists = values[:, 0] - rng.normal(0, sd, len(values)), np.ones(len(values))
    return scaled / (1 - bias), exists


def _beyond(group: Group, values: Floats, rng: np.random.Generator) -> tuple[Floats, Floats]:
    """Draw c (1 − b) of a one-sided claim: below all values (above, for an upper bound)."""
    (excess,) = {row.excess for row in group.rows}
    assert excess
    sign = 1.0 if math.isinf(group.rows[0].high) else -1.0
    mean = (sign * values).mean(axis=1)
    least = (mean - (sign * values).min(axis=1)) / excess
    exists = 2 * ndtr(-least)
    beyond = -ndtri(ndtr(-least) * rng.uniform(0, 1, len(mean)))
    return sign * (mean - excess * beyond), exists


def _throughout(group: Group, values: Floats, rng: np.random.Generator) -> tuple[Floats, Floats]:
    """Draw c (1 − b) of a two-sided claim about several dates, with one shared error."""
    width = group.rows[0].high - group.rows[0].low
    error = width / FLAT * math.sqrt(WIDENED[group.credibility] ** 2 - 1)
    moved = values + rng.normal(0, error, len(values))[:, None]
    least, most = moved.max(axis=1) - width / 2, moved.min(axis=1) + width / 2
    exists = np.maximum((most - least) / width, 0.0)
    return rng.uniform(0, 1, len(values)) * (most - least) + least, exists


def _told(system: System, numbers: dict[str, float]) -> System:
    """Put numbers into the frame's claims."""
    groups = tuple(
        _moved(group, float(numbers[group.name])) if group.name in numbers else group
        for group in system.groups
    )
    return replace(system, groups=groups)


def _moved(group: Group, middle: float) -> Group:
    rows = []
    for row in group.rows:
        half = (row.high - row.low) / 2
        low = middle if math.isinf(half) else middle - half
        high = middle if math.isinf(half) else middle + half
        low, high = (
            -math.inf if math.isinf(row.low) else low,
            math.inf if math.isinf(row.high) else high,
        )
        rows.append(replace(row, low=low, high=high))
    return replace(group, rows=tuple(rows))
